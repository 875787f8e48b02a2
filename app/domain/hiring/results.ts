/**
 * Results of an assessment, candidates side by side at one part. They are listed by their codes; any other order is a
 * person's choice, and a total exists only where somebody asks for one. What is not complete has a state and no level.
 */
import type { Criterion } from "../scenarios/schema.ts";
import type { DecisionOutcome } from "./decision.ts";
import { settledByNames, type SettledBy } from "./settled.ts";

/** As many stand beside each other at once. */
export const mostCompared = 6;

export type ResultsSort = { by: "code" | "date" | "total" } | { by: "level"; criterion: string };

/** What the address of the page says; what it cannot mean is left out. */
export type ResultsSearch = {
  /** 1, 2, 3 … */
  part: number;
  sort: ResultsSort;
  chosen: string[];
  /** The code of the last candidate of the page before. */
  after: string | null;
};

const isCode = (value: string) => /^[0-9A-Z]{1,8}$/.test(value);

function readSort(sort: string): ResultsSort | null {
  if (sort === "code" || sort === "date" || sort === "total") return { by: sort };
  const [, criterion] = /^level:([a-z0-9-]{1,100})$/.exec(sort) ?? [];
  return criterion === undefined ? null : { by: "level", criterion };
}

/** The value of the field, as it stands in the address. */
export function writeSort(sort: ResultsSort): string {
  return sort.by === "level" ? `level:${sort.criterion}` : sort.by;
}

type Readable = { get: (name: string) => string | null; getAll: (name: string) => string[] };

/** Reads the address, and says in words what of it could not be meant. */
export function readResultsSearch(params: Readable): { search: ResultsSearch; problems: string[] } {
  const problems: string[] = [];
  const given = params.get("sort") ?? "code";
  const sort = readSort(given);
  if (sort === null) problems.push("There is no such order. They are in the order of their codes.");
  const part = params.get("part") ?? "1";
  if (!/^[1-9]$/.test(part)) problems.push("There is no such part. The first is shown.");
  const chosen = [...new Set(params.getAll("with").map((code) => code.trim().toUpperCase()))].filter(isCode);
  if (chosen.length > mostCompared) {
    problems.push(
      `At most ${mostCompared} candidates stand side by side. The first ${mostCompared} you chose are shown.`,
    );
  }
  const after = params.get("after")?.trim().toUpperCase() ?? "";
  return {
    search: {
      part: /^[1-9]$/.test(part) ? Number(part) : 1,
      sort: sort ?? { by: "code" },
      chosen: chosen.slice(0, mostCompared),
      after: isCode(after) ? after : null,
    },
    problems,
  };
}

export type ReviewProgress = { state: "waiting" | "adjudicating" | "complete"; given: number; wanted: number };

/** Where the reviewing of a session stands, without anything that it has come to. */
export function progressWords({ state, given, wanted }: ReviewProgress): string {
  if (state === "complete") return "Complete";
  if (state === "adjudicating") return "Waits for a third person";
  return `${given} of ${Math.max(wanted, given)} reviews`;
}

/**
 * Levels that count, weighted as the rubric weighs its criteria: 0 to 100, where 100 is level 4 on every one. Null where a
 * criterion has none: a sum without it would compare nothing.
 */
export function weightedTotal(
  criteria: readonly Pick<Criterion, "id" | "weight">[],
  levels: Readonly<Record<string, number | null>>,
): number | null {
  let [sum, weights] = [0, 0];
  for (const { id, weight } of criteria) {
    const level = levels[id] ?? null;
    if (level === null) return null;
    sum += weight * level;
    weights += weight;
  }
  return weights === 0 ? null : Math.round((25 * sum) / weights);
}

/** Between reviewers: "2–3" where they differ, "both 3" and the like where they do not. */
function spreadWords(people: readonly number[]): string | null {
  if (people.length === 0) return null;
  const [low, high] = [Math.min(...people), Math.max(...people)];
  if (people.length === 1) return `one reviewer: ${low}`;
  if (low !== high) return `reviewers ${low}–${high}`;
  return people.length === 2 ? `both reviewers ${low}` : `all ${people.length} reviewers ${low}`;
}

/** What stands in the database, read again. */
export function readSettledBy(value: string | null): SettledBy | null {
  return settledByNames.find((name) => name === value) ?? null;
}

export const settledByWords: Record<SettledBy, string> = {
  median: "median",
  adjudication: "decided by a third person",
  change: "changed by a person",
};

/** What a level rests on: who settled it, and what people gave. One reviewer’s level is no median. */
export function restsOnWords({ by, people }: { by: SettledBy | null; people: readonly number[] }): string {
  const settledBy = by === null || (by === "median" && people.length === 1) ? null : settledByWords[by];
  return [settledBy, spreadWords(people)].filter((words) => words !== null).join("; ");
}

/** What of the measured agreement the pages say, and whether the grader's levels are shown at all. */
export type ShownGate = { isValidated: boolean; words: string; hides: boolean };

export type ListedCandidate = ReviewProgress & {
  code: string;
  /** A day, no finer: the moment might tell who it was. */
  handedInOn: string | null;
  /** The newest decision, of the whole candidacy. */
  outcome: DecisionOutcome | null;
  isChosen: boolean;
  /** What they are sorted by, where it is a figure. */
  total: number | null;
};

/** `drawing` is the source of the drawing that it is from; null where it is from words. */
export type ComparedQuote = { text: string; drawing: string | null };

export type ComparedCell = {
  settled: number | null;
  by: SettledBy | null;
  people: number[];
  /** Null where there is none, or where it is hidden. */
  grader: number | null;
  quotes: ComparedQuote[];
};

/** Null cells: the session is not complete. */
export type ComparedCandidate = ReviewProgress & { code: string; cells: Record<string, ComparedCell> | null };

export type WaitingAppeal = {
  appealId: string;
  code: string;
  assessment: string;
  title: string;
  criterion: string;
  askedAt: string;
  /** Whether the viewer may answer it: who has had a hand in the levels may not. */
  mayAnswer: boolean;
};

export type ResultsView = {
  parts: { position: number; title: string }[];
  part: number;
  criteria: { id: string; key: string; title: string; weight: number }[];
  sort: ResultsSort;
  problems: string[];
  candidates: ListedCandidate[];
  after: string | null;
  next: string | null;
  compared: ComparedCandidate[];
  gate: ShownGate;
  appeals: WaitingAppeal[];
};
