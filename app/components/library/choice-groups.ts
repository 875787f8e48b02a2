import { competencies, competencyName } from "#app/domain/scenarios/competency.ts";
import {
  countChoices,
  levelName,
  levels,
  progressKindName,
  progressKinds,
  times,
  type Filterable,
  type LibraryFilter,
} from "#app/domain/scenarios/library-filter.ts";

/** `count` is how many scenarios the choice would leave. */
export type Choice = { value: string; words: string; count: number; chosen: boolean };
export type ChoiceGroup = { name: string; legend: string; isOneOf: boolean; choices: Choice[] };

/** Everything that can be chosen, as the form shows it. */
export function choiceGroups(rows: readonly Filterable[], filter: LibraryFilter): ChoiceGroup[] {
  const counts = countChoices(rows, filter);
  const some = <Value extends string>(
    all: readonly Value[],
    { words, count, chosen }: { words: Record<Value, string>; count: Map<Value, number>; chosen: readonly Value[] },
  ): Choice[] =>
    all.map((value) => ({
      value,
      words: words[value],
      count: count.get(value) ?? 0,
      chosen: chosen.includes(value),
    }));
  return [
    {
      name: "level",
      legend: "Level",
      isOneOf: false,
      choices: some(levels, { words: levelName, count: counts.levels, chosen: filter.levels }),
    },
    {
      name: "minutes",
      legend: "Time you have",
      isOneOf: true,
      choices: times.map((minutes) => ({
        value: minutes === null ? "" : String(minutes),
        words: minutes === null ? "Any" : `${minutes} minutes`,
        count: counts.minutes.get(minutes) ?? 0,
        chosen: filter.minutes === minutes,
      })),
    },
    {
      name: "competency",
      legend: "Competency",
      isOneOf: false,
      choices: some(competencies, { words: competencyName, count: counts.competencies, chosen: filter.competencies }),
    },
    {
      name: "progress",
      legend: "Your progress",
      isOneOf: false,
      choices: some(progressKinds, { words: progressKindName, count: counts.progress, chosen: filter.progress }),
    },
  ];
}
