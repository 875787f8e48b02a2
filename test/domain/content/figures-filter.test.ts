import fc from "fast-check";
import { expect, test } from "vitest";
import {
  countStatuses,
  filterFigures,
  noFigureFilter,
  readFigureFilter,
  writeFigureFilter,
} from "#app/domain/content/figures-filter.ts";
import { figureStatuses, type Figure } from "#app/domain/content/figures.ts";
import { sourceKeys } from "#app/domain/content/source-document.ts";

const figures: Figure[] = figureStatuses.flatMap((status) =>
  sourceKeys.map((key) => ({ id: `${key}-${status}`, source: `${key}:1`, statement: "So.", value: 1, status })),
);
const total: Figure = {
  id: "s0-total",
  source: "S0:40",
  statement: "Retrieval costs about so much.",
  value: 1630,
  unit: "USD a month",
  status: "recomputed",
  recomputed: { value: 1320, unit: "USD a month", how: "30 + 200 + 940 + 150", holds: false },
  contradictions: ["C1"],
  note: "The café line is wrong.",
};

const read = (address: string) => readFigureFilter(new URLSearchParams(address));
const idsOf = (address: string, among: readonly Figure[] = figures) =>
  filterFigures(among, read(address).filter).map(({ id }) => id);

test("filters by status and source as an address says", () => {
  expect(idsOf("")).toHaveLength(20);
  expect(idsOf("status=dated&source=S2")).toEqual(["S2-dated"]);
  expect(idsOf("status=dated")).toEqual(["S0-dated", "S1-dated", "S2-dated", "S3-dated"]);
  expect(idsOf("source=S3")).toHaveLength(5);
});

test("what there is not is named at its field and filters nothing", () => {
  const { filter, problems } = read(`status=guessed&source=S9&find=${"x".repeat(300)}`);
  expect(filter).toEqual({ status: null, source: null, find: "x".repeat(100) });
  expect(problems.map(({ field }) => field)).toEqual(["find", "status", "source"]);
  expect(problems[1]?.message).toContain("“guessed”");
  expect(problems[1]?.message).toContain("contradicted");
});

test.each([
  ["1630", true],
  ["$1,630", true],
  ["1,320 month", true],
  ["s0:40", true],
  ["c1 differs", true],
  ["CAFE", true],
  ["  costs   retrieval ", true],
  ["tuned", false],
])("finds an entry by %j: %s", (find, isFound) => {
  expect(filterFigures([total], { ...noFigureFilter, find })).toHaveLength(isFound ? 1 : 0);
});

test("a filter comes back from its own address, whatever it is", () => {
  const filters = fc.record({
    status: fc.option(fc.constantFrom(...figureStatuses)),
    source: fc.option(fc.constantFrom(...sourceKeys)),
    find: fc.string({ maxLength: 90 }).map((text) => text.trim()),
  });
  fc.assert(
    fc.property(filters, (filter) => {
      expect(read(writeFigureFilter(filter)).filter).toEqual(filter);
    }),
  );
  expect(writeFigureFilter(noFigureFilter)).toBe("");
});

test("counts every figure once, by its status", () => {
  const counts = countStatuses([...figures, total]);
  expect(counts.map(({ status }) => status)).toEqual([...figureStatuses]);
  expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(21);
  expect(counts[0]).toEqual({ status: "recomputed", name: "Recomputed", count: 5 });
});
