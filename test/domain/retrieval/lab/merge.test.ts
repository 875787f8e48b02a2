import { expect, test } from "vitest";
import { mergeLists } from "#app/domain/retrieval/lab/merge.ts";

const lexical = [
  { at: 1, score: 20 },
  { at: 2, score: 10 },
];
const dense = [
  { at: 3, score: 0.9 },
  { at: 1, score: 0.5 },
];

test("by ranks, what stands in both lists comes first", () => {
  expect(mergeLists({ lexical, dense }, { kind: "ranks", k: 60 })).toEqual([
    { at: 1, score: 1 / 61 + 1 / 62 },
    { at: 3, score: 1 / 61 },
    { at: 2, score: 1 / 62 },
  ]);
});

test("by the printed weights, a word score counts as its share of the best", () => {
  const merged = mergeLists({ lexical, dense }, { kind: "weights" });
  expect(merged.map(({ at }) => at)).toEqual([1, 3, 2]);
  expect(merged.map(({ score }) => Number(score.toFixed(6)))).toEqual([0.65, 0.63, 0.15]);
});

test("one after the other, what words found stays in front and nothing comes twice", () => {
  expect(mergeLists({ lexical, dense }, { kind: "none" }).map(({ at }) => at)).toEqual([1, 2, 3]);
});

test("one list alone keeps its order and scores, whatever the fusion", () => {
  for (const kind of ["weights", "none"] as const) expect(mergeLists({ lexical: [], dense }, { kind })).toEqual(dense);
  expect(mergeLists({ lexical, dense: [] }, { kind: "ranks", k: 1 })).toEqual(lexical);
});
