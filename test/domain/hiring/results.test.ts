import fc from "fast-check";
import { expect, test } from "vitest";
import {
  progressWords,
  readResultsSearch,
  restsOnWords,
  weightedTotal,
  writeSort,
} from "#app/domain/hiring/results.ts";

const read = (query: string) => readResultsSearch(new URLSearchParams(query));

test("an address without anything means the first part, by codes, with nobody chosen", () => {
  expect(read("")).toEqual({
    search: { part: 1, sort: { by: "code" }, chosen: [], after: null },
    problems: [],
  });
});

test("what an address cannot mean is said in words and replaced, whatever it holds", () => {
  const { search, problems } = read("part=x&sort=score&with=7F3K&with=7f3k&with=%27--&after=<b>");
  expect(search).toEqual({ part: 1, sort: { by: "code" }, chosen: ["7F3K"], after: null });
  expect(problems).toHaveLength(2);
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), (part, sort, code) => {
      const params = new URLSearchParams({ part, sort, with: code, after: code });
      const { search: found } = readResultsSearch(params);
      expect(found.part).toBeGreaterThanOrEqual(1);
      for (const each of found.chosen) expect(each).toMatch(/^[0-9A-Z]{1,8}$/);
    }),
  );
});

test("an order is written as it is read", () => {
  for (const sort of ["code", "date", "total", "level:framing"])
    expect(writeSort(read(`sort=${sort}`).search.sort)).toBe(sort);
});

test("of more than six chosen the first six are shown, and that is said", () => {
  const { search, problems } = read(["A1", "A2", "A3", "A4", "A5", "A6", "A7"].map((code) => `with=${code}`).join("&"));
  expect(search.chosen).toEqual(["A1", "A2", "A3", "A4", "A5", "A6"]);
  expect(problems[0]).toContain("At most 6");
});

const criteria = [
  { id: "framing", weight: 66 },
  { id: "economics", weight: 34 },
];

test("a total weighs levels as the rubric does, and there is none where a criterion has no level", () => {
  expect(weightedTotal(criteria, { framing: 4, economics: 4 })).toBe(100);
  expect(weightedTotal(criteria, { framing: 4, economics: 0 })).toBe(66);
  expect(weightedTotal(criteria, { framing: 0, economics: 0 })).toBe(0);
  expect(weightedTotal(criteria, { framing: 4, economics: null })).toBeNull();
  expect(weightedTotal(criteria, { framing: 4 })).toBeNull();
});

test("progress and spread say how many, and nothing of what a session has come to before it is complete", () => {
  expect(progressWords({ state: "waiting", given: 1, wanted: 2 })).toBe("1 of 2 reviews");
  expect(progressWords({ state: "adjudicating", given: 2, wanted: 2 })).toBe("Waits for a third person");
  const words = (people: number[]) => restsOnWords({ by: "median", people });
  expect(restsOnWords({ by: null, people: [] })).toBe("");
  expect(words([3, 2])).toBe("median; reviewers 2–3");
  expect(words([2, 2])).toBe("median; both reviewers 2");
  expect(words([2, 2, 2])).toBe("median; all 3 reviewers 2");
  expect(words([3])).toBe("one reviewer: 3");
  expect(restsOnWords({ by: "change", people: [3] })).toBe("changed by a person; one reviewer: 3");
});
