/**
 * The file of an assessment's levels: a row for each criterion of each session whose reviewing is complete. Every row ends
 * with a cursor, so that a download that broke off goes on after its last whole row. Only the first part of a file has the
 * mark by which spreadsheets know UTF-8, and the names of the columns: what comes after it can be put at its end.
 */
import type { CsvCell } from "../text/csv.ts";

export const byteOrderMark = "\uFEFF";

export type LevelsCursor = { position: number; sessionId: string; criterionId: string };

export function writeLevelsCursor({ position, sessionId, criterionId }: LevelsCursor): string {
  return `${position}.${sessionId}.${criterionId}`;
}

export function parseLevelsCursor(text: string): LevelsCursor | null {
  const [, position = "", sessionId = "", criterionId = ""] =
    /^(\d{1,3})\.([\w-]{1,64})\.([\w-]{1,100})$/.exec(text) ?? [];
  return position === "" ? null : { position: Number(position), sessionId, criterionId };
}

export type LevelsRow = {
  code: string;
  /** Null where names were not asked for, or while a session of the candidate is still being reviewed. */
  person: { name: string; address: string } | null;
  part: string;
  criterion: string;
  settled: number | null;
  by: string | null;
  spread: number | null;
  people: readonly number[];
  grader: { name: string; level: number; isValidated: boolean } | null;
  handedIn: string;
  cursor: LevelsCursor;
};

type Column = readonly [string, (row: LevelsRow) => CsvCell];

const named: readonly Column[] = [
  ["name", ({ person }) => person?.name ?? null],
  ["address", ({ person }) => person?.address ?? null],
];

const common: readonly Column[] = [
  ["scenario", ({ part }) => part],
  ["criterion", ({ criterion }) => criterion],
  ["level", ({ settled }) => settled],
  ["settled_by", ({ by }) => by],
  ["spread", ({ spread }) => spread],
  ["levels_of_people", ({ people }) => people.join(" ")],
  ["reviewers", ({ people }) => people.length],
  ["grader", ({ grader }) => grader?.name ?? null],
  ["level_of_grader", ({ grader }) => grader?.level ?? null],
  ["grader_validated", ({ grader }) => (grader === null ? null : grader.isValidated ? "yes" : "no")],
  ["handed_in", ({ handedIn }) => handedIn],
  ["cursor", ({ cursor }) => writeLevelsCursor(cursor)],
];

export function levelsColumns({ names }: { names: boolean }): readonly Column[] {
  return [["code", ({ code }: LevelsRow) => code] as const, ...(names ? named : []), ...common];
}
