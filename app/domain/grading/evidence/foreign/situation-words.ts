/**
 * How much a word belongs to one situation: the likelihood ratio of its share in what the scenario says of itself, and in
 * what is said of such systems anywhere. "Annotation" belongs to code review, "index" to all of them. Nothing but the
 * scenario itself and the interviewer's words is read, so that it holds for situations nobody has written yet.
 */
import type { Transcript } from "../../../interview/transcript.ts";
import type { Scenario } from "../../../scenarios/schema.ts";
import { countMeanings, ordinaryShare } from "./ordinary-words.ts";

/** The rubric is written in a candidate's words, the brief in an author's. */
const weights = { said: 1, rubric: 2 };
/** A word repeated all over counts no further. */
const mostCounted = 6;
/** As many words of ordinary talk are mixed into what the scenario says, so that an ordinary word is not foreign to it. */
const ordinaryWords = 800;
const mostBelonging = 2.5;

export type Situation = {
  counts: ReadonlyMap<string, number>;
  /** Weighted words that the scenario says of itself. */
  size: number;
};

function saidIn(scenario: Scenario): string {
  const { title, summary, brief, opening, twist, facts, hiddenFacts, positions } = scenario;
  return [
    title,
    summary,
    brief,
    opening,
    twist?.change ?? "",
    twist?.asks ?? "",
    ...facts.map(({ label, value, unit }) => `${label} ${value} ${unit ?? ""}`),
    ...hiddenFacts.flatMap(({ asks, answer }) => [...asks, answer]),
    ...positions.map(({ when }) => when),
  ].join("\n");
}

function rubricOf({ rubric }: Scenario): string {
  const levels = rubric.criteria.flatMap((criterion) => Object.values(criterion.levels));
  const items = rubric.criteria.flatMap(({ checks, redFlags }) => [
    ...checks.flatMap(({ asks, met, notMet, probe }) => [asks, ...met, ...notMet, probe]),
    ...redFlags.flatMap(({ asks, met, notMet }) => [asks, ...met, ...notMet]),
  ]);
  return [...items, ...levels].join("\n");
}

type Counted = { text: ReadonlyMap<string, number>; weight: number };

function mix(sources: readonly Counted[]): Situation {
  const counts = new Map<string, number>();
  let size = 0;
  for (const { text, weight } of sources) {
    for (const [meaning, count] of text) {
      counts.set(meaning, (counts.get(meaning) ?? 0) + weight * Math.min(mostCounted, count));
      size += weight * count;
    }
  }
  return { counts, size };
}

const known = new WeakMap<Scenario, Situation>();

/** What a scenario says of itself. */
export function situationOf(scenario: Scenario): Situation {
  const situation =
    known.get(scenario) ??
    mix([
      { text: countMeanings(saidIn(scenario)), weight: weights.said },
      { text: countMeanings(rubricOf(scenario)), weight: weights.rubric },
    ]);
  known.set(scenario, situation);
  return situation;
}

/** The situation as it is after an interview: with what the interviewer said of it. */
export function situationIn(scenario: Scenario, transcript: Transcript): Situation {
  const asked = transcript.filter(({ speaker }) => speaker === "interviewer").map(({ text }) => text);
  const { counts, size } = situationOf(scenario);
  const told = mix([{ text: countMeanings(asked.join("\n")), weight: weights.said }]);
  const both = new Map(counts);
  for (const [meaning, count] of told.counts) both.set(meaning, (both.get(meaning) ?? 0) + count);
  return { counts: both, size: size + told.size };
}

/** Above 0 for a word of the situation's own, below for one it does not use. */
export function belonging(meaning: string, { counts, size }: Situation): number {
  const ordinary = ordinaryShare(meaning);
  const share = ((counts.get(meaning) ?? 0) + ordinaryWords * ordinary) / (size + ordinaryWords);
  return Math.min(mostBelonging, Math.log(share / ordinary));
}
