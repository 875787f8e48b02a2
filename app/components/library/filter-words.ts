import { competencyName } from "#app/domain/scenarios/competency.ts";
import {
  filterScenarios,
  levelName,
  progressKindName,
  type Filterable,
  type FilterGroup,
  type LibraryFilter,
} from "#app/domain/scenarios/library-filter.ts";

const orList = new Intl.ListFormat("en", { type: "disjunction" });

/** What nothing fits, as one sentence: "No senior scenario fits in 20 minutes." */
export function nothingFitsWords(filter: LibraryFilter): string {
  const level = orList.format(filter.levels.map((each) => levelName[each].toLowerCase()));
  const on = orList.format(filter.competencies.map((each) => competencyName[each].toLowerCase()));
  const progress = orList.format(filter.progress.map((each) => progressKindName[each].toLowerCase()));
  return [
    `No ${level ? `${level} ` : ""}scenario`,
    on ? ` on ${on}` : "",
    filter.find ? ` with the words “${filter.find}”` : "",
    progress ? `, ${progress},` : "",
    filter.minutes === null ? " fits." : ` fits in ${filter.minutes} minutes.`,
  ].join("");
}

export const dropWords: Record<FilterGroup, string> = {
  levels: "Any level",
  minutes: "Any length",
  competencies: "Any competency",
  progress: "Tried or not",
  find: "Without these words",
};

/** The next best thing when nothing fits: the shortest scenario that the other choices leave, by name. */
export function nearestWords(rows: readonly Filterable[], filter: LibraryFilter, ways: number): string {
  const [shortest] = filterScenarios(rows, { ...filter, minutes: null }).sort((a, b) => a.minutes - b.minutes);
  if (shortest) return `The shortest is ${shortest.title}, at ${shortest.minutes}.`;
  return ways > 0 ? "Leave one of them open and something does." : "Start again from the whole list.";
}

export function countWords(shown: number, all: number): string {
  if (shown === all) return all === 1 ? "1 scenario" : `${all} scenarios`;
  if (shown === 0) return "No scenario fits";
  return `${shown} of ${all} scenarios ${shown === 1 ? "fits" : "fit"}`;
}
