/**
 * What a person asks of the library: level, time they have, competencies, their progress, and words to find. There is
 * no filter by approach: it would give the answer away. Choices inside one group widen, groups narrow each other.
 */
import { competencies, type Competency } from "./competency.ts";
import type { ScenarioLevel } from "./schema.ts";

export const levelName: Record<ScenarioLevel, string> = {
  foundation: "Foundation",
  practitioner: "Practitioner",
  senior: "Senior",
};
export const levels: readonly ScenarioLevel[] = ["foundation", "practitioner", "senior"];

export const progressKinds = ["untried", "unfinished", "finished"] as const;
export type ProgressKind = (typeof progressKinds)[number];

export const progressKindName: Record<ProgressKind, string> = {
  untried: "Not tried yet",
  unfinished: "In progress",
  finished: "Finished",
};

/** Minutes a person may have; null is any length. */
export const times = [null, 15, 20, 25, 30] as const;

export type LibraryFilter = {
  levels: ScenarioLevel[];
  minutes: number | null;
  competencies: Competency[];
  progress: ProgressKind[];
  find: string;
};
export type FilterGroup = keyof LibraryFilter;

/** What a row of the library must tell to be filtered. */
export type Filterable = {
  title: string;
  summary: string;
  level: ScenarioLevel;
  minutes: number;
  competencies: readonly Competency[];
  progress: { kind: string } | null;
};

export const noFilter: LibraryFilter = { levels: [], minutes: null, competencies: [], progress: [], find: "" };

type Asked = { get(name: string): unknown; getAll(name: string): unknown[] };

/** The choices that are among the asked-for values, in the order of the page. */
function chosen<Choice>(choices: readonly Choice[], asked: unknown[]): Choice[] {
  return choices.filter((choice) => asked.includes(choice));
}

/** Reads a filter from an address or a form. What is not a choice is left out: an old link still shows something. */
export function parseLibraryFilter(asked: Asked): LibraryFilter {
  const minutes = Number(asked.get("minutes"));
  const find = asked.get("find");
  return {
    levels: chosen(levels, asked.getAll("level")),
    minutes: times.find((time) => time === minutes) ?? null,
    competencies: chosen(competencies, asked.getAll("competency")),
    progress: chosen(progressKinds, asked.getAll("progress")),
    find: typeof find === "string" ? find.trim().slice(0, 100) : "",
  };
}

/** The filter as an address, without what it leaves open. */
export function writeLibraryFilter(filter: LibraryFilter): string {
  const params = new URLSearchParams();
  if (filter.find) params.set("find", filter.find);
  for (const level of filter.levels) params.append("level", level);
  if (filter.minutes !== null) params.set("minutes", String(filter.minutes));
  for (const competency of filter.competencies) params.append("competency", competency);
  for (const kind of filter.progress) params.append("progress", kind);
  return params.size > 0 ? `?${params}` : "";
}

export function progressKindOf(row: Pick<Filterable, "progress">): ProgressKind {
  if (row.progress === null) return "untried";
  return row.progress.kind === "unfinished" ? "unfinished" : "finished";
}

function words(text: string): string[] {
  return text.toLowerCase().split(/\s+/).filter(Boolean);
}

const passes: Record<FilterGroup, (row: Filterable, filter: LibraryFilter) => boolean> = {
  levels: (row, filter) => filter.levels.length === 0 || filter.levels.includes(row.level),
  minutes: (row, filter) => filter.minutes === null || row.minutes <= filter.minutes,
  competencies: (row, filter) =>
    filter.competencies.length === 0 || filter.competencies.some((each) => row.competencies.includes(each)),
  progress: (row, filter) => filter.progress.length === 0 || filter.progress.includes(progressKindOf(row)),
  find: (row, filter) => {
    const text = `${row.title} ${row.summary}`.toLowerCase();
    return words(filter.find).every((word) => text.includes(word));
  },
};

const groups: readonly FilterGroup[] = ["find", "levels", "minutes", "competencies", "progress"];

export function filterScenarios<Row extends Filterable>(rows: readonly Row[], filter: LibraryFilter): Row[] {
  return rows.filter((row) => groups.every((group) => passes[group](row, filter)));
}

/** The groups that narrow anything, in the order of the page. */
export function activeGroups(filter: LibraryFilter): FilterGroup[] {
  return groups.filter((group) => (group === "minutes" ? filter.minutes !== null : filter[group].length > 0));
}

/** How many scenarios each choice of each group would leave, given what the other groups ask. */
export function countChoices(rows: readonly Filterable[], filter: LibraryFilter) {
  const countWith = (changed: Partial<LibraryFilter>) => filterScenarios(rows, { ...filter, ...changed }).length;
  return {
    levels: new Map(levels.map((level) => [level, countWith({ levels: [level] })])),
    minutes: new Map(times.map((minutes) => [minutes, countWith({ minutes })])),
    competencies: new Map(competencies.map((each) => [each, countWith({ competencies: [each] })])),
    progress: new Map(progressKinds.map((kind) => [kind, countWith({ progress: [kind] })])),
  };
}

/** Ways out of an empty list: each asked-for group that alone, when dropped, lets something through. */
export function waysOut(rows: readonly Filterable[], filter: LibraryFilter): { drop: FilterGroup; fits: number }[] {
  return activeGroups(filter)
    .map((group) => ({ drop: group, fits: filterScenarios(rows, { ...filter, [group]: noFilter[group] }).length }))
    .filter((way) => way.fits > 0);
}
