/**
 * What graders made of the sample answers, side by side: a row for each check and red flag, a column for each answer, in
 * each cell the verdict of each grader. Where an answer was read several times the verdict is the most frequent one.
 */
import type { GraderName } from "../../grading/grade.ts";
import { bandOf } from "../../grading/score.ts";
import {
  BandSchema,
  titleOf,
  titleOfCriterion,
  type Band,
  type Criterion,
  type Rubric,
  type Verdict,
} from "../../scenarios/schema.ts";
import { placeOf } from "../../grading/calibration/agreement/verdict-scale.ts";
import type { GradedReading, Reading, ReadItem } from "../dry-run.ts";
import { itemsOf, type SampleAnswer } from "./sample-answer.ts";

/** The readings of one grader; `isCurrent` says whether an answer and its rubric still are what was read. */
export type GraderReadings = {
  grader: GraderName;
  readings: readonly Reading[];
  isCurrent: (answer: string) => boolean;
};

export type ColumnReading = {
  grader: GraderName;
  /** Of every reading that was graded. */
  scores: number[];
  /** Of the score in the middle; null where none was graded. */
  band: Band | null;
  /** Why it was not graded, where it was not. */
  message: string | null;
  isCurrent: boolean;
};

export type TableColumn = { answer: string; labelledBand: Band | null; read: ColumnReading[] };

export type CellReading = Pick<ReadItem, "verdict" | "quotes" | "reason"> & {
  grader: GraderName;
  /** In so many of so many readings. */
  same: number;
  of: number;
  /** Whether the label says otherwise; not met and not enough evidence count as the same. */
  differs: boolean;
};

export type TableCell = { answer: string; labelled: Verdict | null; read: CellReading[] };

export type TableItem = {
  key: string;
  id: string;
  title: string;
  asks: string;
  isRedFlag: boolean;
  cells: TableCell[];
};

export type TableCriterion = { key: string; id: string; title: string; items: TableItem[] };

export type ReadingTable = { columns: TableColumn[]; criteria: TableCriterion[] };

export const isGraded = (reading: Reading): reading is GradedReading => reading.status === "graded";

export function readingsOf(readings: readonly Reading[], answer: string): Reading[] {
  return readings.filter((reading) => reading.answer === answer);
}

/** The score in the middle, of an even number the lower one. */
export function middleScore(scores: readonly number[]): number | null {
  const sorted = scores.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
}

/** The most frequent verdict on an item with the first reading that gave it; null where it was not judged. */
export function settledItem(readings: readonly GradedReading[], id: string) {
  const items = readings.flatMap(({ items: { [id]: item } }) => item ?? []);
  const counts = new Map<Verdict, number>();
  for (const { verdict } of items) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  const [first] = [...counts].sort((a, b) => b[1] - a[1]);
  const item = items.find(({ verdict }) => verdict === first?.[0]);
  return first && item ? { ...item, same: first[1], of: items.length } : null;
}

function viewColumn({ name, state, band }: SampleAnswer, runs: readonly GraderReadings[]): TableColumn {
  const read = runs.flatMap(({ grader, readings, isCurrent }): ColumnReading[] => {
    const own = readingsOf(readings, name);
    if (own.length === 0) return [];
    const scores = own.filter(isGraded).map(({ score }) => score);
    const middle = middleScore(scores);
    const failed = own.find((reading) => reading.status === "ungraded");
    return [
      {
        grader,
        scores,
        band: middle === null ? null : bandOf(middle),
        message: failed?.status === "ungraded" ? failed.message : null,
        isCurrent: isCurrent(name),
      },
    ];
  });
  return { answer: name, labelledBand: state === "labelled" ? band : null, read };
}

function viewCell(id: string, { name, state, verdicts }: SampleAnswer, runs: readonly GraderReadings[]): TableCell {
  const labelled = state === "labelled" ? (verdicts[id] ?? null) : null;
  const read = runs.flatMap(({ grader, readings }): CellReading[] => {
    const item = settledItem(readingsOf(readings, name).filter(isGraded), id);
    if (!item) return [];
    return [{ ...item, grader, differs: labelled !== null && placeOf[labelled] !== placeOf[item.verdict] }];
  });
  return { answer: name, labelled, read };
}

const letter = (at: number) => String.fromCharCode(65 + at);

function viewCriterion(
  criterion: Criterion,
  at: number,
  { answers, runs }: { answers: readonly SampleAnswer[]; runs: readonly GraderReadings[] },
): TableCriterion {
  const cells = (id: string) => answers.map((answer) => viewCell(id, answer, runs));
  const named =
    (isRedFlag: boolean) => (item: { id: string; title?: string | undefined; asks: string }, nth: number) => ({
      key: `${letter(at)}${isRedFlag ? "F" : ""}${nth + 1}`,
      id: item.id,
      title: titleOf(item),
      asks: item.asks,
      isRedFlag,
      cells: cells(item.id),
    });
  const items = [...criterion.checks.map(named(false)), ...criterion.redFlags.map(named(true))];
  return { key: letter(at), id: criterion.id, title: titleOfCriterion(criterion), items };
}

/** From the weakest to the strongest as they are labelled; what has no labels comes last. */
function byBand(answers: readonly SampleAnswer[]): SampleAnswer[] {
  const place = ({ state, band }: SampleAnswer) =>
    state === "labelled" && band !== null ? BandSchema.options.indexOf(band) : BandSchema.options.length;
  return answers.toSorted((a, b) => place(a) - place(b));
}

/** Only answers that somebody has read have a column. */
export function viewReadings(
  rubric: Rubric,
  { answers, runs }: { answers: readonly SampleAnswer[]; runs: readonly GraderReadings[] },
): ReadingTable {
  const shown = byBand(answers).filter(({ name }) =>
    runs.some(({ readings }) => readingsOf(readings, name).length > 0),
  );
  return {
    columns: shown.map((answer) => viewColumn(answer, runs)),
    criteria: rubric.criteria.map((criterion, at) => viewCriterion(criterion, at, { answers: shown, runs })),
  };
}

/** How steady a grader was on one answer that it read several times. */
export type Steadiness = {
  answer: string;
  grader: GraderName;
  readings: number;
  lowest: number;
  highest: number;
  items: number;
  /** Items with the same verdict in every reading. */
  steady: number;
  /** The others, with how often each verdict was given. */
  changed: { key: string; title: string; verdicts: { verdict: Verdict; count: number }[] }[];
};

function countVerdicts(readings: readonly GradedReading[], id: string) {
  const counts = new Map<Verdict, number>();
  for (const { items } of readings) {
    const verdict = items[id]?.verdict;
    if (verdict) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  }
  return [...counts].map(([verdict, count]) => ({ verdict, count })).sort((a, b) => b.count - a.count);
}

/** For each answer that a grader has graded at least twice. */
export function steadinessOf(
  rubric: Rubric,
  { table, runs }: { table: ReadingTable; runs: readonly GraderReadings[] },
): Steadiness[] {
  const keyed = table.criteria.flatMap(({ items }) => items);
  return table.columns.flatMap(({ answer }) =>
    runs.flatMap(({ grader, readings }): Steadiness[] => {
      const graded = readingsOf(readings, answer).filter(isGraded);
      if (graded.length < 2) return [];
      const scores = graded.map(({ score }) => score);
      const ids = itemsOf(rubric).map(({ id }) => id);
      const changed = keyed.flatMap(({ key, id, title }) => {
        const verdicts = countVerdicts(graded, id);
        return verdicts.length > 1 ? [{ key, title, verdicts }] : [];
      });
      return [
        {
          answer,
          grader,
          readings: graded.length,
          lowest: Math.min(...scores),
          highest: Math.max(...scores),
          items: ids.length,
          steady: ids.length - changed.length,
          changed,
        },
      ];
    }),
  );
}
