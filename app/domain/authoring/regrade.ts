/**
 * Finished sessions graded again on another version of their scenario: in which order, and what moved. The grades stand
 * beside the old ones, which were made on the questions the candidates were asked.
 */
import type { GraderName, GradeResult } from "#app/domain/grading/grade.ts";
import { titleOfCriterion, type Band, type Rubric } from "#app/domain/scenarios/schema.ts";

export const mostRegraded = 500;

/** How many grades are made at the same time: those of candidates who wait go before. */
export const regradeLanes = 2;

type Queued = { id: string; isEnded: boolean };

/** The first in each lane that is still to be made, for a regrade that begins or goes on after a stop. */
export function firstInLanes(grades: readonly Queued[]): string[] {
  return Array.from({ length: regradeLanes }, (_, lane) =>
    grades.find(({ isEnded }, at) => at % regradeLanes === lane && !isEnded),
  ).flatMap((grade) => grade?.id ?? []);
}

/** What comes after a grade in its lane. Each grade has one predecessor, so none is asked for twice. */
export function nextInLane(grades: readonly Queued[], gradeId: string): string | null {
  const from = grades.findIndex(({ id }) => id === gradeId);
  const next = grades.find(({ isEnded }, at) => at > from && at % regradeLanes === from % regradeLanes && !isEnded);
  return from < 0 ? null : (next?.id ?? null);
}

export type Scored = { grader: GraderName; score: number; band: Band; result: GradeResult; rubric: Rubric };

/** Null where the criterion is not in that version. */
export type MovedLevel = { title: string; before: number | null; after: number | null };

export type Movement = {
  difference: number;
  /** Only criteria whose level is another one now. */
  levels: MovedLevel[];
  /** Whether one grader made both: otherwise the difference is also that of two graders. */
  sameGrader: boolean;
};

function levelsOf({ result, rubric }: Scored): Map<string, { title: string; level: number }> {
  const titles = new Map(rubric.criteria.map((criterion) => [criterion.id, titleOfCriterion(criterion)]));
  return new Map(result.criteria.map(({ id, level }) => [id, { title: titles.get(id) ?? id, level }]));
}

/** Criteria are paired by id, in the order of the newer rubric. */
export function movementOf(before: Scored, after: Scored): Movement {
  const [was, is] = [levelsOf(before), levelsOf(after)];
  const levels = [...new Set([...is.keys(), ...was.keys()])].flatMap((id): MovedLevel[] => {
    const [old, now] = [was.get(id), is.get(id)];
    if (old?.level === now?.level) return [];
    return [{ title: now?.title ?? old?.title ?? id, before: old?.level ?? null, after: now?.level ?? null }];
  });
  return { difference: after.score - before.score, levels, sameGrader: before.grader === after.grader };
}

/** Over those that have both scores. */
export type MovementSummary = { compared: number; unchanged: number; mean: number | null };

export function summariseMovements(movements: readonly Pick<Movement, "difference">[]): MovementSummary {
  const compared = movements.length;
  const sum = movements.reduce((all, { difference }) => all + difference, 0);
  return {
    compared,
    unchanged: movements.filter(({ difference }) => difference === 0).length,
    mean: compared === 0 ? null : sum / compared,
  };
}
