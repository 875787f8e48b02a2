/**
 * From counted patterns of levels to the figures that are kept. Each part is worked out by itself, so that whoever does
 * it in a server can let others go first in between.
 */
import { z } from "zod";
import {
  fewestSessions,
  type GraderFigures,
  type MeasuredCriterion,
  type MeasuredMonth,
  type MeasuredReviewer,
} from "./measured.ts";
import { figuresOfPairs, kappaOfPairs, pairPattern, PairPatternSchema, sumPairs } from "./pairs.ts";
import { figuresOfUnits, levelsIn, UnitPatternSchema } from "./units.ts";

const level = z.int().min(0).max(4);

/** What a criterion came to in n sessions; `people` are the reviewers' levels as digits, in rising order. */
export const CriterionRowSchema = z.object({
  criterion: z.string(),
  grader: z.string().nullable(),
  graderLevel: level.nullable(),
  settled: level.nullable(),
  people: z.string().regex(/^[0-4]*$/u),
  n: z.int().positive(),
});
export type CriterionRow = z.infer<typeof CriterionRowSchema>;

/** A grader's levels and those that count, session by session. */
export const GraderRowSchema = PairPatternSchema.extend({ grader: z.string(), month: z.string() });
export type GraderRow = z.infer<typeof GraderRowSchema>;

export const PeopleRowSchema = UnitPatternSchema.extend({ month: z.string() });
export type PeopleRow = z.infer<typeof PeopleRowSchema>;

/** One reviewer's levels and the median of the others', session by session. */
export const ReviewerRowSchema = PairPatternSchema.extend({ reviewerId: z.string() });
export type ReviewerRow = z.infer<typeof ReviewerRowSchema>;

const keysOf = <T>(rows: readonly T[], keyOf: (row: T) => string) => [...new Set(rows.map(keyOf))].sort();

function emptyTable(): number[][] {
  return Array.from({ length: 5 }, () => Array.from({ length: 5 }, () => 0));
}

function count(table: number[][], { down, across, n }: { down: number; across: number; n: number }): void {
  const row = table[down];
  if (row?.[across] !== undefined) row[across] += n;
}

export function measureGraders(rows: readonly GraderRow[], seed: string): GraderFigures[] {
  return keysOf(rows, ({ grader }) => grader).map((grader) => ({
    grader,
    ...figuresOfPairs(
      rows.filter((row) => row.grader === grader),
      `${seed} ${grader}`,
    ),
  }));
}

function measureCriterionGraders(rows: readonly CriterionRow[], seed: string): MeasuredCriterion["graders"] {
  const paired = rows.flatMap(({ grader, graderLevel, settled, n }) =>
    grader === null || graderLevel === null || settled === null
      ? []
      : [{ grader, month: "", down: graderLevel, across: settled, ...pairPattern(graderLevel, settled, n) }],
  );
  return measureGraders(paired, seed).map((figures) => {
    if (figures.sessions < fewestSessions) return { ...figures, confusion: null };
    const confusion = emptyTable();
    for (const row of paired) if (row.grader === figures.grader) count(confusion, row);
    return { ...figures, confusion };
  });
}

function pairReviewers(rows: readonly CriterionRow[]): number[][] {
  const table = emptyTable();
  for (const { people, n } of rows) {
    const levels = levelsIn(people).sort((a, b) => a - b);
    for (const [at, down] of levels.entries()) {
      for (const across of levels.slice(at + 1)) count(table, { down, across, n });
    }
  }
  return table;
}

/** All rows of one criterion. */
export function measureCriterion(
  criterion: string,
  { rows, seed }: { rows: readonly CriterionRow[]; seed: string },
): MeasuredCriterion {
  const several = rows.filter((row) => row.people.length >= 2);
  const people = figuresOfUnits(
    several.map((row) => ({ n: row.n, units: [row.people] })),
    `${seed} ${criterion} people`,
  );
  return {
    criterion,
    graders: measureCriterionGraders(rows, `${seed} ${criterion}`),
    people,
    peopleConfusion: people.sessions < fewestSessions ? null : pairReviewers(several),
  };
}

export function measureReviewer(
  reviewerId: string,
  { rows, seed }: { rows: readonly ReviewerRow[]; seed: string },
): MeasuredReviewer {
  return { reviewerId, ...sumPairs(rows), ...kappaOfPairs(rows, `${seed} ${reviewerId}`) };
}

export function measureMonth(
  month: string,
  { graders, people, seed }: { graders: readonly GraderRow[]; people: readonly PeopleRow[]; seed: string },
): MeasuredMonth {
  return {
    month,
    graders: measureGraders(graders, `${seed} ${month}`),
    people: figuresOfUnits(people, `${seed} ${month} people`),
  };
}
