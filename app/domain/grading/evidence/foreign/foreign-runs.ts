/**
 * Parts of an answer about another situation: an answer to another scenario, pasted in. One odd sentence is nothing; what
 * is summed over a part is how little its words belong to this situation, and where a part begins and ends is what explains
 * all sentences best, since people change the matter between paragraphs and seldom within. A long answer to this situation
 * gathers words of its own as well: only paragraphs that one other known situation explains better are called foreign.
 * Bounds are set on the development half of the calibration answers; what they cost is in bench/grading/defences.ts.
 */
import { candidateTurns, type Transcript, type Turn } from "../../../interview/transcript.ts";
import type { Scenario } from "../../../scenarios/schema.ts";
import { sentencesIn, type Span } from "../../../text/words.ts";
import { diagramSources } from "../../findings/diagram-sources.ts";
import { isKeywordList, pretenceIn, touches } from "../admissible.ts";
import { meaningsOf } from "./ordinary-words.ts";
import { belonging, situationIn, situationOf, type Situation } from "./situation-words.ts";

/** Words that belong less than this on average speak of something else. */
const ownBelonging = 0.75;
/**
 * What speaks of another situation has to come to this before any of it is foreign. Of the honest calibration answers none
 * comes to more than 50; strong answers to other scenarios come to 57 and more.
 */
const foreignFrom = 54;
/** A part of which this much is said elsewhere was taken from there whole. */
const wholeFrom = 0.7;
/** What it costs to pass from one's own situation to another and back: people do so between paragraphs, if at all. */
const passing = { withinParagraph: 9, betweenParagraphs: 5 };
/** A scenario that says less than this of itself cannot tell what is foreign to it. */
const smallestSituation = 1_000;

/** `passing` is what it costs to pass to another situation before this sentence. */
type Sentence = { turn: Turn; span: Span; foreign: number; passing: number };

const newParagraph = /\n[^\S\n]*\n/;

/** A word said again in the same turn tells less each time; what is no answer at all, or drawn, tells nothing. */
function sentencesOf(turn: Turn, situation: Situation): Sentence[] {
  const said = new Map<string, number>();
  const skipped = [...pretenceIn(turn), ...diagramSources([turn])];
  let before: number | null = null;
  return sentencesIn(turn.text).map((span) => {
    const isWithin = before !== null && !newParagraph.test(turn.text.slice(before, span.start));
    before = span.end;
    const sentence = {
      turn,
      span,
      foreign: 0,
      passing: isWithin ? passing.withinParagraph : passing.betweenParagraphs,
    };
    if (touches(span, skipped) || isKeywordList(turn.text, span)) return sentence;
    for (const meaning of new Set(meaningsOf(turn.text, span))) {
      const times = (said.get(meaning) ?? 0) + 1;
      said.set(meaning, times);
      sentence.foreign += (ownBelonging - belonging(meaning, situation)) / times;
    }
    return sentence;
  });
}

type Part = { sentences: Sentence[]; foreign: number };

/** The likeliest parts about another situation: two states, of which each sentence speaks (Viterbi, 1967). */
function partsElsewhere(sentences: readonly Sentence[]): Part[] {
  let [own, elsewhere] = [0, -Infinity];
  const camefrom = sentences.map(({ foreign, passing }) => {
    const steps = { own: elsewhere - passing > own, elsewhere: elsewhere >= own - passing };
    [own, elsewhere] = [Math.max(own, elsewhere - passing), Math.max(elsewhere, own - passing) + foreign];
    return steps;
  });
  const parts: Part[] = [];
  let isElsewhere = elsewhere > own;
  let isOpen = false;
  for (const [at, step] of [...camefrom.entries()].reverse()) {
    const sentence = sentences[at];
    const open = parts.at(-1);
    if (isElsewhere && sentence) {
      if (isOpen && open) {
        open.sentences.push(sentence);
        open.foreign += sentence.foreign;
      } else parts.push({ sentences: [sentence], foreign: sentence.foreign });
    }
    isOpen = isElsewhere;
    isElsewhere = isElsewhere ? step.elsewhere : step.own;
  }
  return parts;
}

/** The parts of a candidate's answers that speak of another situation, by the number of the turn. */
export type ForeignParts = ReadonlyMap<number, readonly Span[]>;

/** Sentences that stand in one paragraph of one turn. */
function paragraphsOf({ sentences }: Part): Sentence[][] {
  const paragraphs: Sentence[][] = [];
  for (const sentence of sentences.toReversed()) {
    const open = paragraphs.at(-1);
    const goesOn = open?.at(-1)?.turn === sentence.turn && sentence.passing === passing.withinParagraph;
    if (open && goesOn) open.push(sentence);
    else paragraphs.push([sentence]);
  }
  return paragraphs;
}

/** How well a situation explains the words of some sentences; each word counts once. */
function fit(meanings: ReadonlySet<string>, where: Situation): number {
  let sum = 0;
  for (const meaning of meanings) sum += belonging(meaning, where);
  return sum;
}

type Paragraph = { part: Part; sentences: Sentence[]; meanings: Set<string>; own: number; foreign: number };

function readParagraph(part: Part, sentences: Sentence[], situation: Situation): Paragraph {
  const meanings = new Set(sentences.flatMap(({ turn, span }) => meaningsOf(turn.text, span)));
  const foreign = sumOf(sentences);
  return { part, sentences, meanings, own: fit(meanings, situation), foreign };
}

const sumOf = (items: readonly { foreign: number }[]) => items.reduce((sum, { foreign }) => sum + foreign, 0);

/** The paragraphs that one of the others explains better than the situation itself: of the one that most can be said of. */
function saidElsewhere(paragraphs: readonly Paragraph[], others: readonly Scenario[]): Paragraph[] {
  let most: Paragraph[] = [];
  for (const other of others) {
    const there = situationOf(other);
    const better = paragraphs.filter(({ meanings, own }) => fit(meanings, there) > own);
    if (sumOf(better) > sumOf(most)) most = better;
  }
  return most;
}

/** `known` are the situations that an answer may have been written for; the scenario's own is not counted among them. */
export function foreignIn(scenario: Scenario, transcript: Transcript, known: readonly Scenario[]): ForeignParts {
  const foreign = new Map<number, Span[]>();
  const situation = situationIn(scenario, transcript);
  if (situation.size < smallestSituation) return foreign;
  const answers = candidateTurns(transcript).filter(({ kind }) => kind === "answer");
  const parts = partsElsewhere(answers.flatMap((turn) => sentencesOf(turn, situation)));
  if (sumOf(parts) < foreignFrom) return foreign;
  const paragraphs = parts.flatMap((part) =>
    paragraphsOf(part).map((sentences) => readParagraph(part, sentences, situation)),
  );
  const others = known.filter(({ slug }) => slug !== scenario.slug);
  const elsewhere = saidElsewhere(paragraphs, others);
  if (sumOf(elsewhere) < foreignFrom) return foreign;
  const sentences = parts.flatMap((part) => {
    const said = elsewhere.filter((paragraph) => paragraph.part === part);
    return sumOf(said) >= wholeFrom * part.foreign ? part.sentences : said.flatMap((paragraph) => paragraph.sentences);
  });
  for (const { turn, span } of sentences) {
    foreign.set(turn.seq, [...(foreign.get(turn.seq) ?? []), span]);
  }
  return foreign;
}

/** The transcript with blanks where another situation is spoken of; every other character stays where it is. */
export function withoutForeign(transcript: Transcript, foreign: ForeignParts): Transcript {
  if (foreign.size === 0) return transcript;
  return transcript.map((turn) => {
    let { text } = turn;
    for (const { start, end } of foreign.get(turn.seq) ?? []) {
      text = text.slice(0, start) + "\n".repeat(end - start) + text.slice(end);
    }
    return { ...turn, text };
  });
}
