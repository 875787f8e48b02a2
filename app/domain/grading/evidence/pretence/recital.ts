/**
 * What of an answer is only repeated: the brief, the rubric's own questions and level descriptions, the names of its
 * checks, its list of accepted phrasings, or what the interviewer has said. Repeating what was given, or what has leaked,
 * is no reasoning. One accepted phrasing said word for word is let pass, since somebody may simply say it; several are a
 * list read out.
 */
import { candidateTurns, type Transcript } from "../../../interview/transcript.ts";
import type { Rubric } from "../../../scenarios/schema.ts";
import { isRepetition, shareInRuns, wordRuns } from "../../../text/word-runs.ts";
import { sentencesIn, wordsIn, type Span } from "../../../text/words.ts";
import { questionsOf } from "../../model/questions.ts";

/** A shorter sentence may repeat a few words of the brief in order to answer. */
const fewestWords = 6;
const namedChecks = 3;
/** Accepted phrasings said word for word from which on they are read out. */
const readOut = 3;

/** Of the interviewer's own words, these say no more than was asked: many of them, or a few with little around them. */
const echo = { share: 0.7, shareOfShort: 0.4, mostOwnWords: 9 };
/** The fewest words that can be a piece of what is repeated. */
const shortestPiece = 3;

/** What is known of what may be repeated: of a scenario its brief, or none. */
type Recitable = { brief?: string; rubric: Rubric };

type Prepared = {
  given: ReadonlySet<string>;
  phrasings: ReadonlySet<string>;
  /** The phrasings as plain words, for sentences that are too short to have a run. */
  plainPhrasings: string;
  ids: ReadonlySet<string>;
};

const plain = (text: string) =>
  ` ${wordsIn(text)
    .map((word) => word.text)
    .join(" ")} `;

function prepare({ brief = "", rubric }: Recitable): Prepared {
  const questions = questionsOf(rubric);
  const levels = rubric.criteria.flatMap((criterion) => Object.values(criterion.levels));
  const phrasings = questions.flatMap(({ met, notMet }) => [...met, ...notMet]);
  return {
    given: wordRuns([...sentenceTexts(brief), ...questions.map(({ asks }) => asks), ...levels]),
    phrasings: wordRuns(phrasings),
    plainPhrasings: phrasings.map(plain).join("\n"),
    ids: new Set(questions.map(({ id }) => id).filter((id) => id.includes("-"))),
  };
}

function sentenceTexts(text: string): string[] {
  return sentencesIn(text).map(({ start, end }) => text.slice(start, end));
}

const prepared = new WeakMap<object, Prepared>();

function preparedFor(scenario: Recitable): Prepared {
  const key = scenario.brief === undefined ? scenario.rubric : scenario;
  let found = prepared.get(key);
  if (!found) {
    found = prepare(scenario);
    prepared.set(key, found);
  }
  return found;
}

function namesChecks(text: string, ids: ReadonlySet<string>): boolean {
  const named = new Set((text.toLowerCase().match(/[a-z0-9]+(?:-[a-z0-9]+)+/g) ?? []).filter((word) => ids.has(word)));
  return named.size >= namedChecks;
}

/** Repeated sentences of each text, in the order of the texts: what an answer says twice counts as read out as well. */
export function recitalsIn(scenario: Recitable, texts: readonly string[]): Span[][] {
  const { given, phrasings, plainPhrasings, ids } = preparedFor(scenario);
  const read = texts.map((text) =>
    sentencesIn(text).map((span) => {
      const sentence = text.slice(span.start, span.end);
      const words = wordsIn(sentence).length;
      const isLong = words >= fewestWords;
      return {
        span,
        isGiven: namesChecks(sentence, ids) || (isLong && isRepetition(sentence, given)),
        isPhrasing: isLong && isRepetition(sentence, phrasings),
        isPiece: !isLong && words >= shortestPiece && plainPhrasings.includes(plain(sentence)),
      };
    }),
  );
  const isReadOut = read.flat().filter(({ isPhrasing }) => isPhrasing).length >= readOut;
  return read.map((sentences) =>
    sentences
      .filter(({ isGiven, isPhrasing, isPiece }) => isGiven || ((isPhrasing || isPiece) && isReadOut))
      .map(({ span }) => span),
  );
}

/** Sentences of the candidate's that say what the interviewer has said, by the number of the turn. */
function echoesIn(transcript: Transcript): ReadonlyMap<number, readonly Span[]> {
  const questions = transcript.filter(({ speaker }) => speaker === "interviewer").map(({ text }) => text);
  const runs = wordRuns(questions);
  const asked = questions.map(plain);
  const isEcho = (sentence: string) => {
    const words = wordsIn(sentence).length;
    if (words < fewestWords) return words >= shortestPiece && asked.some((text) => text.includes(plain(sentence)));
    const echoed = shareInRuns(sentence, runs);
    return echoed >= echo.share || (echoed >= echo.shareOfShort && words * (1 - echoed) <= echo.mostOwnWords);
  };
  return new Map(
    candidateTurns(transcript).map(({ seq, text }) => [
      seq,
      sentencesIn(text).filter(({ start, end }) => isEcho(text.slice(start, end))),
    ]),
  );
}

/** Whatever is only repeated in each of the candidate's turns, by its number. */
export function repeatedIn(scenario: Recitable, transcript: Transcript): ReadonlyMap<number, readonly Span[]> {
  const turns = candidateTurns(transcript);
  const echoes = echoesIn(transcript);
  const recitals = recitalsIn(
    scenario,
    turns.map(({ text }) => text),
  );
  return new Map(turns.map(({ seq }, at) => [seq, [...(recitals[at] ?? []), ...(echoes.get(seq) ?? [])]]));
}
