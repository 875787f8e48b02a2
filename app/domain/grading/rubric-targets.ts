/**
 * A rubric prepared for comparison with text: for each check and red flag the ways of saying it (`met`) and the near
 * misses (`notMet`), as weighted terms. Terms weigh by how rare they are over the whole rubric.
 */
import type { Rubric } from "../scenarios/schema.ts";
import { coverage, indexSaid, meaningIn, rarityAmong, type Rarity, type SaidIndex, type SaidTerm } from "../text/likeness.ts";
import { cosine, profileOf, type Profile } from "../text/profile.ts";

type Side = { phrasings: SaidTerm[][]; profile: Profile };

export type Target = { id: string; kind: "check" | "red flag"; met: Side; notMet: Side };

export type RubricTargets = { targets: Target[]; rarity: Rarity };

function sideOf(phrasings: SaidTerm[][], rarity: Rarity): Side {
  return { phrasings, profile: profileOf(phrasings, rarity) };
}

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
  const rarity = rarityAmong(read.flatMap(({ met, notMet }) => [...met, ...notMet]));
  const targets = read.map(({ met, notMet, ...item }) => ({
    ...item,
    met: sideOf(met, rarity),
    notMet: sideOf(notMet, rarity),
  }));
  return { targets, rarity };
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
export type Passage = { said: SaidIndex; profile: Profile };

export function passageOf(terms: readonly SaidTerm[], rarity: Rarity): Passage {
  return { said: indexSaid(terms), profile: profileOf([terms], rarity) };
}

function likenessTo(side: Side, passage: Passage, rarity: Rarity): number {
  let best = 0;
  for (const phrasing of side.phrasings) best = Math.max(best, coverage(phrasing, passage.said, rarity));
  return (best + cosine(side.profile, passage.profile)) / 2;
}

/** How far a passage says what a target asks for and its near misses, each 0 to 1. */
export function likenessOf(target: Target, passage: Passage, rarity: Rarity): { met: number; notMet: number } {
  return {
    met: likenessTo(target.met, passage, rarity),
    notMet: target.notMet.phrasings.length === 0 ? 0 : likenessTo(target.notMet, passage, rarity),
  };
}
