/**
 * Where graders disagree about the same interviews: with each other, check by check, and with people, level by level. Each
 * disagreement keeps the interviews it was in, so that somebody can read who is right.
 */
import type { CriterionResult } from "../../grading/grade.ts";
import { placeOf } from "../../grading/calibration/agreement/verdict-scale.ts";
import { titleOf, titleOfCriterion, type Rubric, type Verdict } from "../../scenarios/schema.ts";

type Judged = Pick<CriterionResult, "id" | "level"> & {
  checks: readonly { id: string; verdict: Verdict }[];
  redFlags: readonly { id: string; verdict: Verdict }[];
};

/** The newest grade of each grader on one interview. */
export type GradedTwice = { sessionId: string; offline: readonly Judged[]; anthropic: readonly Judged[] };

export type CheckDisagreement = {
  id: string;
  title: string;
  /** Of so many interviews that both graded. */
  interviews: number;
  differing: { sessionId: string; offline: Verdict; anthropic: Verdict }[];
};

const verdictsIn = (criteria: readonly Judged[]) =>
  new Map(criteria.flatMap(({ checks, redFlags }) => [...checks, ...redFlags].map((each) => [each.id, each.verdict])));

/** Checks on which the two differ, the one with the most interviews first. Not met and not enough evidence are the same. */
export function compareGraders(rubric: Rubric | null, graded: readonly GradedTwice[]): CheckDisagreement[] {
  const found = new Map<string, CheckDisagreement>();
  const items = (rubric?.criteria ?? []).flatMap(({ checks, redFlags }) => [...checks, ...redFlags]);
  for (const { sessionId, offline, anthropic } of graded) {
    const others = verdictsIn(anthropic);
    for (const [id, verdict] of verdictsIn(offline)) {
      const other = others.get(id);
      if (!other) continue;
      const title = titleOf(items.find((item) => item.id === id) ?? { id });
      const check = found.get(id) ?? { id, title, interviews: 0, differing: [] };
      found.set(id, check);
      check.interviews += 1;
      if (placeOf[verdict] === placeOf[other]) continue;
      check.differing.push({ sessionId, offline: verdict, anthropic: other });
    }
  }
  return [...found.values()]
    .filter(({ differing }) => differing.length > 0)
    .sort((a, b) => b.differing.length - a.differing.length);
}

/** Levels that a person gave to an interview, and those of its grade. */
export type ReadByPerson = {
  sessionId: string;
  grade: readonly Pick<Judged, "id" | "level">[];
  levels: Readonly<Record<string, number>>;
};

export type CriterionDisagreement = {
  id: string;
  title: string;
  /** Levels that people gave. */
  given: number;
  differing: { sessionId: string; grader: number; person: number }[];
};

/** Criteria on which people gave another level than the grade has, the one that differs most often first. */
export function compareWithPeople(rubric: Rubric | null, read: readonly ReadByPerson[]): CriterionDisagreement[] {
  const found = new Map<string, CriterionDisagreement>();
  for (const { sessionId, grade, levels } of read) {
    for (const { id, level } of grade) {
      const person = levels[id];
      if (person === undefined) continue;
      const known = rubric?.criteria.find((criterion) => criterion.id === id);
      const title = known ? titleOfCriterion(known) : titleOf({ id });
      const criterion = found.get(id) ?? { id, title, given: 0, differing: [] };
      found.set(id, criterion);
      criterion.given += 1;
      if (Math.round(level) !== person) criterion.differing.push({ sessionId, grader: level, person });
    }
  }
  return [...found.values()]
    .filter(({ differing }) => differing.length > 0)
    .sort((a, b) => b.differing.length - a.differing.length);
}
