import { expect, test } from "vitest";
import {
  changeWords,
  problemWords,
  summaryWords,
  type PlannedKind,
} from "#app/components/studio/files/import-words.ts";

const summary = (...kinds: PlannedKind[]) => summaryWords(kinds.map((kind) => ({ kind })));

test("an import is summed up in one sentence", () => {
  expect(summary("changes")).toBe("One scenario changes a draft.");
  expect(summary("same", "same", "refused")).toBe("2 scenarios are the same as their drafts, one cannot be imported.");
  expect(summary("taken", "new", "changes", "changes")).toBe("2 scenarios are new, 2 change a draft.");
});

test("a changed file is told by its lines, and one that is only in another order says so", () => {
  const change = { path: "scenario.md", kind: "changed" as const };
  expect(changeWords({ ...change, added: 1, removed: 2 })).toBe("1 line added, 2 lines removed");
  expect(changeWords({ ...change, added: 0, removed: 0 })).toBe("the same lines in another order");
  expect(changeWords({ path: "hints.yaml", kind: "added", added: 9, removed: 0 })).toBe("new, 9 lines");
});

test("problems and warnings are counted apart", () => {
  const of = (...severities: ("error" | "warning")[]) => problemWords(severities.map((severity) => ({ severity })));
  expect([of("error"), of("warning"), of("error", "error", "warning")]).toEqual([
    "One problem",
    "One warning",
    "2 problems, one warning",
  ]);
});
