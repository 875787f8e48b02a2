/**
 * Long runs of sentences about another situation: an answer to another scenario, pasted in. One odd sentence is nothing;
 * what is summed over a run is how little its words belong to this situation (a cumulative sum test: Page, 1954). Bounds
 * are set on the development half of the calibration answers; what they cost is in bench/grading/defences.ts.
 */
import { candidateTurns, type Transcript, type Turn } from "../../../interview/transcript.ts";
import type { Scenario } from "../../../scenarios/schema.ts";
import { sentencesIn, type Span } from "../../../text/words.ts";
import { diagramSources } from "../../findings/diagram-sources.ts";
import { isKeywordList, pretenceIn, touches } from "../admissible.ts";
import { meaningsOf } from "./ordinary-words.ts";
import { belonging, situationOf, type Situation } from "./situation-words.ts";

/** Words that belong less than this on average speak of something else. */
const ownBelonging = 0.75;
/** How far a run has to get before it is foreign; no honest answer of the development half gets beyond 18.5. */
const foreignFrom = 24;
/** A run ends where so much of it is taken back. */
const takenBack = 10;
/** Where one run is foreign, shorter ones are parts of what it was taken from. */
const moreFrom = 6;
/** A scenario that says less than this of itself cannot tell what is foreign to it. */
const smallestSituation = 3_000;

type Sentence = { turn: Turn; span: Span; foreign: number };

/** A word said again in the same turn tells less each time; what is no answer at all, or drawn, tells nothing. */
function sentencesOf(turn: Turn, situation: Situation): Sentence[] {
  const said = new Map<string, number>();
  const skipped = [...pretenceIn(turn), ...diagramSources([turn])];
  return sentencesIn(turn.text).map((span) => {
    let foreign = 0;
    if (touches(span, skipped) || isKeywordList(turn.text, span)) return { turn, span, foreign };
    for (const meaning of new Set(meaningsOf(turn.text, span))) {
      const times = (said.get(meaning) ?? 0) + 1;
      said.set(meaning, times);
      foreign += (ownBelonging - belonging(meaning, situation)) / times;
    }
    return { turn, span, foreign };
  });
}

type Climb = { from: number; to: number; height: number };

/** From where to where a sum of the sentences climbs before it is taken back. */
function climbsIn(values: readonly number[]): Climb[] {
  const climbs: Climb[] = [];
  let climb = null as Climb | null;
  let sum = 0;
  for (let at = 0; at <= values.length; at += 1) {
    const value = values[at];
    if (value !== undefined) sum += value;
    if (climb && (value === undefined || sum <= 0 || climb.height - sum >= takenBack)) {
      // What the climb gave back is read again, for another may begin there.
      climbs.push(climb);
      at = climb.to - 1;
      climb = null;
      sum = 0;
    } else if (sum <= 0) sum = 0;
    else if (sum > (climb?.height ?? 0)) climb = { from: climb?.from ?? at, to: at + 1, height: sum };
  }
  return climbs;
}

type ForeignParts = ReadonlyMap<number, readonly Span[]>;

/** One grade asks three times for the same: to read, to hold quotes against, and to say so. */
const known = new WeakMap<Scenario, WeakMap<Transcript, ForeignParts>>();

/** The parts of a candidate's answers that speak of another situation, by the number of the turn. */
export function foreignIn(scenario: Scenario, transcript: Transcript): ForeignParts {
  const ofScenario = known.get(scenario) ?? new WeakMap<Transcript, ForeignParts>();
  known.set(scenario, ofScenario);
  const found = ofScenario.get(transcript) ?? findForeign(scenario, transcript);
  ofScenario.set(transcript, found);
  return found;
}

function findForeign(scenario: Scenario, transcript: Transcript): ForeignParts {
  const foreign = new Map<number, Span[]>();
  const situation = situationOf(scenario, transcript);
  if (situation.size < smallestSituation) return foreign;
  const sentences = candidateTurns(transcript)
    .filter(({ kind }) => kind === "answer")
    .flatMap((turn) => sentencesOf(turn, situation));
  const climbs = climbsIn(sentences.map((sentence) => sentence.foreign));
  if (!climbs.some(({ height }) => height >= foreignFrom)) return foreign;
  for (const { from, to } of climbs.filter(({ height }) => height >= moreFrom)) {
    for (const { turn, span } of sentences.slice(from, to)) {
      foreign.set(turn.seq, [...(foreign.get(turn.seq) ?? []), span]);
    }
  }
  return foreign;
}

/** The transcript with blanks where another situation is spoken of; every other character stays where it is. */
export function withoutForeign(scenario: Scenario, transcript: Transcript): Transcript {
  const foreign = foreignIn(scenario, transcript);
  if (foreign.size === 0) return transcript;
  return transcript.map((turn) => {
    let { text } = turn;
    for (const { start, end } of foreign.get(turn.seq) ?? []) {
      text = text.slice(0, start) + "\n".repeat(end - start) + text.slice(end);
    }
    return { ...turn, text };
  });
}
