/**
 * How often a person would meet a check like those they were graded on, by competency and by approach, with how sure that
 * is. A beta-binomial estimate (Gelman and others, "Bayesian Data Analysis", 2.4): from an even prior, Beta(1, 1), each
 * check adds to the one side or the other.
 *
 * - Recency: a check counts half after sixty days.
 * - Difficulty: meeting a check of a senior situation says more than meeting one of a foundation, and missing it less.
 * - Checks of one interview hang together, so that many of them say less than as many from many interviews: each is divided
 *   by Kish's design effect, 1 + (m - 1) r, with m checks of the interview and r = 0.2 assumed.
 *
 * The interval holds nine tenths of what remains possible. Below six checks there is nothing to say.
 */
import { approaches, type Approach } from "../scenarios/approach.ts";
import { competencies, type Competency } from "../scenarios/competency.ts";
import type { ScenarioLevel } from "../scenarios/schema.ts";
import { betaQuantile } from "./beta.ts";

export const fewestChecks = 6;
const halfLifeDays = 60;
const alikeness = 0.2;
const difficulty: Record<ScenarioLevel, number> = { foundation: 0.8, practitioner: 1, senior: 1.25 };
const tail = 0.05;
const dayMs = 86_400_000;

/** One graded check, or one drill. `share` is 1 met, a half partly met, 0 not met. */
export type GradedCheck = {
  /** The interview or drill it was graded in. */
  group: string;
  at: string;
  level: ScenarioLevel;
  competency: Competency;
  approach: Approach | null;
  share: number;
};

/** Shares of 0 to 1; `checks` and `groups` are plain counts. */
export type Estimate = {
  checks: number;
  groups: number;
  enough: boolean;
  mean: number;
  low: number;
  high: number;
  latest: { at: string; met: number; of: number } | null;
};

export function estimateFrom(graded: readonly GradedCheck[], now: Date): Estimate {
  const perGroup = new Map<string, number>();
  for (const { group } of graded) perGroup.set(group, (perGroup.get(group) ?? 0) + 1);
  let [met, missed] = [1, 1];
  for (const { group, at, level, share } of graded) {
    const days = Math.max(0, now.getTime() - Date.parse(at)) / dayMs;
    const weight = 0.5 ** (days / halfLifeDays) / (1 + ((perGroup.get(group) ?? 1) - 1) * alikeness);
    met += weight * share * difficulty[level];
    missed += (weight * (1 - share)) / difficulty[level];
  }
  return {
    checks: graded.length,
    groups: perGroup.size,
    enough: graded.length >= fewestChecks,
    mean: met / (met + missed),
    low: betaQuantile(tail, met, missed),
    high: betaQuantile(1 - tail, met, missed),
    latest: latestOf(graded),
  };
}

function latestOf(graded: readonly GradedCheck[]): Estimate["latest"] {
  const newest = graded.reduce<GradedCheck | null>((last, each) => (last && last.at > each.at ? last : each), null);
  if (newest === null) return null;
  const own = graded.filter(({ group }) => group === newest.group);
  return { at: newest.at, met: own.filter(({ share }) => share === 1).length, of: own.length };
}

export type CompetencyMastery = Estimate & { competency: Competency };
export type ApproachMastery = Estimate & { approach: Approach };
export type Mastery = { competencies: CompetencyMastery[]; approaches: ApproachMastery[] };

export function masteryOf(graded: readonly GradedCheck[], now: Date): Mastery {
  const among = (fits: (check: GradedCheck) => boolean) => estimateFrom(graded.filter(fits), now);
  return {
    competencies: competencies.map((competency) => ({
      competency,
      ...among((check) => check.competency === competency),
    })),
    approaches: approaches.map((approach) => ({ approach, ...among((check) => check.approach === approach) })),
  };
}
