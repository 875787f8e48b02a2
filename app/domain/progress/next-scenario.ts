/**
 * What to practise next, and why: the competency that is weakest with some certainty, or else the one about which least is
 * known; at a scenario that asks much for it, new ones first, then the one not tried for longest. The first one of all is a
 * whole situation: an exercise in reading code shows too little of what an interview asks for.
 */
import { competencyName, type Competency } from "../scenarios/competency.ts";
import type { Rubric } from "../scenarios/schema.ts";
import type { CompetencyMastery } from "./mastery.ts";

/** `lastTried` is the day of the newest attempt, as 2026-12-03; null without one. */
export type Candidate = { slug: string; title: string; isExercise: boolean; rubric: Rubric; lastTried: string | null };

export type Suggestion = { slug: string; title: string; why: string };

export function weightFor({ rubric }: Pick<Candidate, "rubric">, competency: Competency): number {
  const total = rubric.criteria.reduce((sum, { weight }) => sum + weight, 0);
  const asked = rubric.criteria.filter((criterion) => criterion.competency === competency);
  return asked.reduce((sum, { weight }) => sum + weight, 0) / total;
}

/** Nearest to what is wanted first: not tried, then tried longest ago; of those the one that asks most. */
export function byNeed(candidates: readonly Candidate[], competency: Competency): Candidate[] {
  return candidates
    .filter((each) => weightFor(each, competency) > 0)
    .toSorted(
      (a, b) =>
        (a.lastTried ?? "").localeCompare(b.lastTried ?? "") || weightFor(b, competency) - weightFor(a, competency),
    );
}

type Aim = { competency: Competency; why: string };

const outOf = (share: number) => Math.round(100 * share);

/** Weakest with some certainty: even the upper end of what is possible lies below the middle of the others. */
function weakestOf(mastery: readonly CompetencyMastery[]): Aim | null {
  const known = mastery.filter(({ enough }) => enough);
  const surely = known.filter(({ competency, high }) => {
    const others = known.filter((other) => other.competency !== competency);
    const mean = others.reduce((sum, other) => sum + other.mean, 0) / others.length;
    return others.length > 0 && high < mean;
  });
  const [weakest] = surely.toSorted((a, b) => a.mean - b.mean);
  if (!weakest) return null;
  const { competency, low, high, checks } = weakest;
  const range = `${outOf(low)} to ${outOf(high)} of 100 checks like these`;
  return {
    competency,
    why: `“${competencyName[competency]}” is your weakest with some certainty: you would meet ${range}, judging by ${checks}`,
  };
}

function leastKnownOf(mastery: readonly CompetencyMastery[], isAsked: (competency: Competency) => boolean): Aim | null {
  const [least] = mastery
    .filter(({ competency }) => isAsked(competency))
    .toSorted((a, b) => a.checks - b.checks || b.high - b.low - (a.high - a.low));
  if (!least) return null;
  const { competency, checks } = least;
  const known =
    checks === 0
      ? "nothing is known yet"
      : `least is known so far, from ${checks} ${checks === 1 ? "check" : "checks"}`;
  return { competency, why: `Of “${competencyName[competency]}” ${known}` };
}

/** Null only without scenarios. */
export function suggestNext(
  mastery: readonly CompetencyMastery[],
  candidates: readonly Candidate[],
): Suggestion | null {
  const isAsked = (competency: Competency) => candidates.some((each) => weightFor(each, competency) > 0);
  const situations = candidates.filter(({ isExercise }) => !isExercise);
  if (mastery.every(({ checks }) => checks === 0)) {
    const [first] = situations.length > 0 ? situations : candidates;
    return first ? { ...pick(first), why: "Start here: it shows what an interview asks for." } : null;
  }
  const weakest = weakestOf(mastery);
  const aim = weakest && isAsked(weakest.competency) ? weakest : leastKnownOf(mastery, isAsked);
  const [chosen] = aim ? byNeed(candidates, aim.competency) : [];
  if (!aim || !chosen) return null;
  const share = outOf(weightFor(chosen, aim.competency));
  const tried =
    chosen.lastTried === null ? "you have not tried it" : `you tried it last on ${dayWords(chosen.lastTried)}`;
  return { ...pick(chosen), why: `${aim.why}. It carries ${share} % of the points here, and ${tried}.` };
}

const months = "January February March April May June July August September October November December".split(" ");

/** "3 December 2026". */
export function dayWords(day: string): string {
  const [year, month, date] = day.split("-").map(Number);
  return `${date} ${months[(month ?? 1) - 1]} ${year}`;
}

function pick({ slug, title }: Candidate) {
  return { slug, title };
}
