import { expect, test } from "vitest";
import { headlineOf } from "#app/domain/grading/scorecard/headline.ts";
import type { CriterionResult } from "#app/domain/grading/grade.ts";
import { gradedScenario } from "#test/support/graded-scenario.ts";

const { rubric } = gradedScenario; // framing with weight 66, economics with weight 34

function headline(...levels: number[]): string {
  const results = rubric.criteria.map(({ id, competency }, at): CriterionResult => {
    return { id, competency, level: levels[at] ?? 0, points: 0, maxPoints: 4, checks: [], redFlags: [] };
  });
  return headlineOf(rubric, results);
}

test("the best criterion speaks first, then the one that is missing most", () => {
  expect(headline(4, 1)).toBe("You framed the need well. The numbers are missing.");
  expect(headline(0, 2)).toBe("You used the numbers. What the need is stayed blurred.");
});

test("where all holds, nothing is said to be missing", () => {
  expect(headline(4, 3)).toBe("You framed the need well, and the rest holds too.");
});

test("where hardly anything holds, no part is praised", () => {
  expect(headline(1, 0)).toBe("There is little here yet to score. Most points are still open.");
  expect(headline(0, 0)).toBe("There is little here yet to score. Most points are still open.");
});

test("among equals the heavier criterion speaks, and the same one is never praised and blamed at once", () => {
  expect(headline(3, 3)).toBe("You framed the need well, and the rest holds too.");
  expect(headline(2, 2)).toBe("All of it is half there: nothing is missing altogether, nothing is complete.");
});

test("without criteria there is nothing to show", () => {
  expect(headlineOf({ criteria: [] }, [])).toBe("There is nothing to show yet.");
});
