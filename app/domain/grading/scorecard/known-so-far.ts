/**
 * A grade told turn by turn: a check counts from the first turn with words it rests on, with the verdict that the whole
 * interview came to. What rests on no words counts once all is said, so that the last turn has every point of the grade.
 */
import type { Verdict } from "../../scenarios/schema.ts";
import type { CheckView, CriterionView, GradeView, RedFlagView } from "./grade-view.ts";

type Counted = Pick<GradeView, "criteria" | "redFlags">;

export type KnownCheck = Pick<CheckView, "key" | "title" | "verdict" | "points" | "maxPoints"> & { fromSeq: number };
export type KnownFlag = Pick<RedFlagView, "key" | "title" | "minus"> & { fromSeq: number };

export type KnownCriterion = Pick<CriterionView, "key" | "title" | "maxPoints"> & {
  points: number;
  checks: KnownCheck[];
  redFlags: KnownFlag[];
};

/** `score` is that of the points so far, by the grader's own levels. */
export type KnownSoFar = { score: number; met: number; checks: number; criteria: KnownCriterion[] };

function firstSeq({ quotes }: Pick<CheckView, "quotes">, otherwise: number): number {
  return quotes.length === 0 ? otherwise : Math.min(...quotes.map(({ seq }) => seq));
}

/** A flag's key begins with its criterion's: AF1 is of A. */
const isOf = ({ key }: CriterionView, flag: RedFlagView) => flag.key.startsWith(`${key}F`);

type Until = { seq: number; lastSeq: number };

function knownOf(criterion: CriterionView, redFlags: readonly RedFlagView[], { seq, lastSeq }: Until): KnownCriterion {
  const checks = criterion.checks
    .map(({ key, title, verdict, points, maxPoints, quotes }) => {
      const counts = quotes.length > 0 || points > 0;
      return { key, title, verdict, points, maxPoints, fromSeq: counts ? firstSeq({ quotes }, lastSeq) : Infinity };
    })
    .filter(({ fromSeq }) => fromSeq <= seq);
  const flags = redFlags
    .filter((flag) => flag.raised && isOf(criterion, flag))
    .map(({ key, title, minus, quotes }) => ({ key, title, minus, fromSeq: firstSeq({ quotes }, lastSeq) }))
    .filter(({ fromSeq }) => fromSeq <= seq);
  const earned = checks.reduce((points, check) => points + check.points, 0);
  const cost = flags.reduce((points, { minus }) => points + minus, 0);
  const { key, title, maxPoints } = criterion;
  return { key, title, maxPoints, points: Math.max(0, earned - cost), checks, redFlags: flags };
}

/** What the words up to and with turn `seq` had come to. */
export function knownSoFar({ criteria, redFlags }: Counted, until: Until): KnownSoFar {
  const known = criteria.map((criterion) => knownOf(criterion, redFlags, until));
  const weights = criteria.reduce((total, { weight }) => total + weight, 0);
  const earned = known.reduce((total, { points, maxPoints }, at) => {
    const weight = criteria[at]?.weight ?? 0;
    return maxPoints === 0 ? total : total + (weight * points) / maxPoints;
  }, 0);
  return {
    score: weights === 0 ? 0 : Math.round((100 * earned) / weights),
    met: known.flatMap(({ checks }) => checks).filter(({ verdict }) => verdict === "met").length,
    checks: criteria.flatMap(({ checks }) => checks).length,
    criteria: known,
  };
}

export type Milestone = { key: string; title: string; verdict: Verdict | "raised" };

/** What first counts with each turn, by its number: where it stands on a line of time. */
export function milestones({ criteria, redFlags }: Counted): Map<number, Milestone[]> {
  const found = new Map<number, Milestone[]>();
  const add = (seq: number, milestone: Milestone) => found.set(seq, [...(found.get(seq) ?? []), milestone]);
  for (const { key, title, verdict, quotes } of criteria.flatMap(({ checks }) => checks)) {
    if (quotes.length > 0) add(firstSeq({ quotes }, 0), { key, title, verdict });
  }
  for (const { key, title, quotes } of redFlags.filter(({ raised }) => raised)) {
    if (quotes.length > 0) add(firstSeq({ quotes }, 0), { key, title, verdict: "raised" });
  }
  return found;
}
