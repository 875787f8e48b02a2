/**
 * What of an answer is only repeated: the brief, the rubric's own questions and level descriptions, the names of its
 * checks, or its list of accepted phrasings. Repeating what was given, or what has leaked, is no reasoning. One accepted
 * phrasing said word for word is let pass, since somebody may simply say it; several are a list read out.
 */
import type { Scenario } from "../../../scenarios/schema.ts";
import { isRepetition, wordRuns } from "../../../text/word-runs.ts";
import { sentencesIn, wordsIn, type Span } from "../../../text/words.ts";
import { questionsOf } from "../../model/questions.ts";

/** A shorter sentence may repeat a few words of the brief in order to answer. */
const fewestWords = 6;
const namedChecks = 3;
/** Accepted phrasings said word for word from which on they are read out. */
const readOut = 3;

type Prepared = { given: ReadonlySet<string>; phrasings: ReadonlySet<string>; ids: ReadonlySet<string> };

function prepare({ brief, rubric }: Scenario): Prepared {
  const questions = questionsOf(rubric);
  const levels = rubric.criteria.flatMap((criterion) => Object.values(criterion.levels));
  return {
    given: wordRuns([...sentenceTexts(brief), ...questions.map(({ asks }) => asks), ...levels]),
    phrasings: wordRuns(questions.flatMap(({ met, notMet }) => [...met, ...notMet])),
    ids: new Set(questions.map(({ id }) => id).filter((id) => id.includes("-"))),
  };
}

function sentenceTexts(text: string): string[] {
  return sentencesIn(text).map(({ start, end }) => text.slice(start, end));
}

const prepared = new WeakMap<Scenario, Prepared>();

function preparedFor(scenario: Scenario): Prepared {
  let found = prepared.get(scenario);
  if (!found) {
    found = prepare(scenario);
    prepared.set(scenario, found);
  }
  return found;
}

function namesChecks(text: string, ids: ReadonlySet<string>): boolean {
  const named = new Set((text.toLowerCase().match(/[a-z0-9]+(?:-[a-z0-9]+)+/g) ?? []).filter((word) => ids.has(word)));
  return named.size >= namedChecks;
}

/** Repeated sentences of each text, in the order of the texts: what an answer says twice counts as read out as well. */
export function recitalsIn(scenario: Scenario, texts: readonly string[]): Span[][] {
  const { given, phrasings, ids } = preparedFor(scenario);
  const read = texts.map((text) =>
    sentencesIn(text).map((span) => {
      const sentence = text.slice(span.start, span.end);
      const isLong = wordsIn(sentence).length >= fewestWords;
      const isGiven = namesChecks(sentence, ids) || (isLong && isRepetition(sentence, given));
      return { span, isGiven, isPhrasing: isLong && isRepetition(sentence, phrasings) };
    }),
  );
  const isReadOut = read.flat().filter(({ isPhrasing }) => isPhrasing).length >= readOut;
  return read.map((sentences) =>
    sentences.filter(({ isGiven, isPhrasing }) => isGiven || (isPhrasing && isReadOut)).map(({ span }) => span),
  );
}
