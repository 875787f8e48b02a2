import fc from "fast-check";
import { expect, test } from "vitest";
import { competencies } from "#app/domain/scenarios/competency.ts";
import {
  activeGroups,
  countChoices,
  filterScenarios,
  levels,
  noFilter,
  parseLibraryFilter,
  progressKinds,
  times,
  waysOut,
  writeLibraryFilter,
  type Filterable,
  type LibraryFilter,
} from "#app/domain/scenarios/library-filter.ts";

const row = (row: Partial<Filterable>): Filterable => ({
  title: "The help bot",
  summary: "Two trials point in different directions.",
  level: "practitioner",
  minutes: 25,
  competencies: ["framing", "economics"],
  progress: null,
  ...row,
});

const bot = row({});
const clauses = row({ title: "Clauses compared", level: "senior", minutes: 30, progress: { kind: "unfinished" } });
const answers = row({ title: "The answers", level: "foundation", minutes: 20, progress: { kind: "scored" } });
const rows = [bot, clauses, answers];

const filters: fc.Arbitrary<LibraryFilter> = fc.record({
  levels: fc.subarray([...levels]),
  minutes: fc.constantFrom(...times),
  competencies: fc.subarray([...competencies]),
  progress: fc.subarray([...progressKinds]),
  find: fc.constantFrom("", "the", "trials help", "nothing like it"),
});

test("without a filter everything is shown", () => {
  expect(filterScenarios(rows, noFilter)).toEqual(rows);
});

test("choices in one group widen, groups narrow each other", () => {
  expect(filterScenarios(rows, { ...noFilter, levels: ["senior", "foundation"] })).toEqual([clauses, answers]);
  expect(filterScenarios(rows, { ...noFilter, levels: ["senior", "foundation"], minutes: 20 })).toEqual([answers]);
});

test("time is what a person has, so shorter scenarios fit too", () => {
  expect(filterScenarios(rows, { ...noFilter, minutes: 25 })).toEqual([bot, answers]);
});

test("progress tells apart what was never tried, what is under way and what is finished, graded or not", () => {
  const ungraded = row({ progress: { kind: "ungraded" } });
  const all = [...rows, ungraded];
  expect(filterScenarios(all, { ...noFilter, progress: ["untried"] })).toEqual([bot]);
  expect(filterScenarios(all, { ...noFilter, progress: ["unfinished"] })).toEqual([clauses]);
  expect(filterScenarios(all, { ...noFilter, progress: ["finished"] })).toEqual([answers, ungraded]);
});

test("every word must be in the title or the summary, in any order and case", () => {
  expect(filterScenarios(rows, { ...noFilter, find: "TRIALS help" })).toEqual([bot]);
  expect(filterScenarios(rows, { ...noFilter, find: "help wiki" })).toEqual([]);
});

test("what is not a choice is left out of a filter read from an address", () => {
  const asked = new URLSearchParams("level=senior&level=wizard&minutes=7&competency=magic&progress=lost&find=%20x%20");
  expect(parseLibraryFilter(asked)).toEqual({ ...noFilter, levels: ["senior"], find: "x" });
});

test("a filter written as an address reads back as itself", () => {
  fc.assert(
    fc.property(filters, (filter) => {
      expect(parseLibraryFilter(new URLSearchParams(writeLibraryFilter(filter)))).toEqual(filter);
    }),
  );
  expect(writeLibraryFilter(noFilter)).toBe("");
});

test("the count beside a choice is what choosing it alone in its group would show", () => {
  const counts = countChoices(rows, { ...noFilter, minutes: 25, levels: ["senior"] });
  expect(Object.fromEntries(counts.levels)).toEqual({ foundation: 1, practitioner: 1, senior: 0 });
  expect(counts.minutes.get(30)).toBe(1);
  expect(counts.minutes.get(null)).toBe(1);
});

test("when nothing fits, each way out leads to as many scenarios as it says", () => {
  const filter: LibraryFilter = { ...noFilter, levels: ["senior"], minutes: 20 };
  expect(filterScenarios(rows, filter)).toEqual([]);
  expect(waysOut(rows, filter)).toEqual([
    { drop: "levels", fits: 1 },
    { drop: "minutes", fits: 1 },
  ]);
  fc.assert(
    fc.property(filters, (any) => {
      for (const { drop, fits } of waysOut(rows, any)) {
        expect(activeGroups(any)).toContain(drop);
        expect(filterScenarios(rows, { ...any, [drop]: noFilter[drop] })).toHaveLength(fits);
      }
    }),
  );
});
