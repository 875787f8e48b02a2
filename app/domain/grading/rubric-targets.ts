/**
 * A rubric prepared for comparison with text: for each check and red flag the ways of saying it (`met`) and the near
 * misses (`notMet`), as weighted terms. Terms weigh by how rare they are over the whole rubric.
 */
import type { Rubric } from "../scenarios/schema.ts";
import {
  coverage,
  matchesIn,
  meaningIn,
  rarityAmong,
  stateIn,
  vocabularyOf,
  type Matches,
  type Rarity,
  type SaidTerm,
  type Statement,
  type Vocabulary,
} from "../text/likeness.ts";
import { cosine, profileOf, type Profile } from "../text/profile.ts";

type Side = { statements: Statement[]; profile: Profile };

export type Target = { id: string; kind: "check" | "red flag"; met: Side; notMet: Side };

export type RubricTargets = { targets: Target[]; rarity: Rarity; vocabulary: Vocabulary };

function prepare(rubric: Rubric): RubricTargets {
  const items = rubric.criteria.flatMap((criterion) => [
    ...criterion.checks.map((check) => ({ ...check, kind: "check" as const })),
    ...criterion.redFlags.map((flag) => ({ ...flag, kind: "red flag" as const })),
  ]);
  const read = items.map(({ id, kind, met, notMet }) => ({
    id,
    kind,
    met: met.map((phrasing) => meaningIn(phrasing)),
    notMet: notMet.map((phrasing) => meaningIn(phrasing)),
  }));
  const phrasings = read.flatMap(({ met, notMet }) => [...met, ...notMet]);
  const rarity = rarityAmong(phrasings);
  const vocabulary = vocabularyOf(phrasings.flat());
  const sideOf = (side: SaidTerm[][]): Side => ({
    statements: side.map((terms) => stateIn(vocabulary, terms, rarity)),
    profile: profileOf(side, rarity),
  });
  const targets = read.map(({ met, notMet, ...item }) => ({ ...item, met: sideOf(met), notMet: sideOf(notMet) }));
  return { targets, rarity, vocabulary };
}

/** Preparing takes longer than comparing, and a rubric never changes. */
const prepared = new WeakMap<Rubric, RubricTargets>();

export function targetsOf(rubric: Rubric): RubricTargets {
  let targets = prepared.get(rubric);
  if (!targets) {
    targets = prepare(rubric);
    prepared.set(rubric, targets);
  }
  return targets;
}

/** A piece of a candidate's text as it is compared. */
export type Passage = { matches: Matches; profile: Profile };

export function passageOf(said: readonly SaidTerm[], { vocabulary, rarity }: RubricTargets): Passage {
  return { matches: matchesIn(said, vocabulary), profile: profileOf([said], rarity) };
}

function likenessTo({ statements, profile }: Side, passage: Passage): number {
  let best = 0;
  for (const statement of statements) best = Math.max(best, coverage(statement, passage.matches));
  return (best + cosine(profile, passage.profile)) / 2;
}

/** How far a passage says what a target asks for and its near misses, each 0 to 1. */
export function likenessOf({ met, notMet }: Target, passage: Passage): { met: number; notMet: number } {
  return {
    met: likenessTo(met, passage),
    notMet: notMet.statements.length === 0 ? 0 : likenessTo(notMet, passage),
  };
}
