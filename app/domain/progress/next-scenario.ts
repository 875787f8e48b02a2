/**
 * What to practise next, and why: the weakest competency, at a scenario that asks most for it, new ones first. The first
 * one of all is a whole situation: an exercise in reading code shows too little of what an interview asks for.
 */
import { competencyName, type Competency } from "../scenarios/competency.ts";
import type { Rubric } from "../scenarios/schema.ts";
import type { CompetencyMastery } from "./mastery.ts";

export type Candidate = { slug: string; title: string; isExercise: boolean; rubric: Rubric; bestScore: number | null };

export type Suggestion = { slug: string; title: string; why: string };

function weightFor({ rubric }: Candidate, competency: Competency): number {
  const total = rubric.criteria.reduce((sum, { weight }) => sum + weight, 0);
  const asked = rubric.criteria.filter((criterion) => criterion.competency === competency);
  return asked.reduce((sum, { weight }) => sum + weight, 0) / total;
}

/** Those not tried yet, or all of them once each has been tried. */
function newOnesOf(candidates: readonly Candidate[]): readonly Candidate[] {
  const untried = candidates.filter(({ bestScore }) => bestScore === null);
  return untried.length > 0 ? untried : candidates;
}

/** Null only without scenarios. */
export function suggestNext(
  mastery: readonly CompetencyMastery[],
  candidates: readonly Candidate[],
): Suggestion | null {
  const askingFor = (competency: Competency) => candidates.filter((each) => weightFor(each, competency) > 0);
  const known = mastery.flatMap(({ competency, level }) => (level === null ? [] : [{ competency, level }]));
  const weakest = known.sort((a, b) => a.level - b.level).find(({ competency }) => askingFor(competency).length > 0);
  if (!weakest) {
    const situations = candidates.filter(({ isExercise }) => !isExercise);
    const [first] = newOnesOf(situations.length > 0 ? situations : candidates);
    return first ? { ...pick(first), why: "Start here: it shows what an interview asks for." } : null;
  }
  const rank = (each: Candidate) => weightFor(each, weakest.competency) - (each.bestScore ?? 0) / 1000;
  const chosen = newOnesOf(askingFor(weakest.competency)).reduce((best, each) =>
    rank(each) > rank(best) ? each : best,
  );
  const weakness = `Your lowest is “${competencyName[weakest.competency]}”, at level ${Number(weakest.level.toFixed(1))} of 4`;
  const share = Math.round(100 * weightFor(chosen, weakest.competency));
  const again = chosen.bestScore === null ? "a scenario you have not tried" : `your best there is ${chosen.bestScore}`;
  return { ...pick(chosen), why: `${weakness}. It carries ${share} % of the points here; ${again}.` };
}

function pick({ slug, title }: Candidate) {
  return { slug, title };
}
