import fc from "fast-check";
import { expect, test } from "vitest";
import { firstInLanes, movementOf, nextInLane, summariseMovements } from "#app/domain/authoring/regrade.ts";
import { versionTaken } from "#app/domain/authoring/version-taken.ts";
import type { GradeResult } from "#app/domain/grading/grade.ts";
import { gradedScenario } from "#test/support/graded-scenario.ts";

const { rubric } = gradedScenario;

/** A result with these levels by criterion; movement reads nothing else of it. */
function resultOf(levels: Record<string, number>): GradeResult {
  const criteria = Object.entries(levels).map(([id, level]) => ({
    id,
    level,
    competency: "framing" as const,
    points: 0,
    maxPoints: 0,
    checks: [],
    redFlags: [],
  }));
  const none = { flags: [], findings: { numbers: [], diagrams: [] }, secondLook: null, calibrated: null };
  return { score: 0, band: "beginning", criteria, ...none, reviewedSessions: 0 };
}

function scored(score: number, levels: Record<string, number>, grader: "offline" | "anthropic" = "offline") {
  return { grader, score, band: "beginning" as const, result: resultOf(levels), rubric };
}

test("what moved is the score and every level that is another one, criteria paired by id", () => {
  const before = scored(40, { framing: 2, economics: 1, gone: 3 });
  const after = scored(52, { framing: 4, economics: 1, fresh: 2 }, "anthropic");
  expect(movementOf(before, after)).toEqual({
    difference: 12,
    sameGrader: false,
    levels: [
      { title: "Framing the need", before: 2, after: 4 },
      { title: "fresh", before: null, after: 2 },
      { title: "gone", before: 3, after: null },
    ],
  });
});

test("movements are summed over what can be compared", () => {
  expect(summariseMovements([])).toEqual({ compared: 0, unchanged: 0, mean: null });
  const some = [{ difference: 6 }, { difference: 0 }, { difference: -3 }];
  expect(summariseMovements(some)).toEqual({ compared: 3, unchanged: 1, mean: 1 });
});

test("however a regrade is cut off and goes on, each grade is made once and none is left", () => {
  const runs = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.array(fc.nat(11), { maxLength: 30 }));
  fc.assert(
    fc.property(runs, ([many, stops]) => {
      const grades = Array.from({ length: many }, (_, at) => ({ id: `g${at}`, isEnded: false }));
      const made: string[] = [];
      let asked = new Set(firstInLanes(grades));
      const turns = [...stops];
      for (let guard = 0; asked.size > 0; guard++) {
        expect(guard).toBeLessThan(200);
        const turn = turns.pop();
        // A process that ends loses what it was asked for; the next one asks anew.
        if (turn === 0) asked = new Set(firstInLanes(grades));
        const gradeId = [...asked][(turn ?? 0) % asked.size] ?? "";
        asked.delete(gradeId);
        const grade = grades.find(({ id }) => id === gradeId);
        if (grade && !grade.isEnded) made.push(gradeId);
        if (grade) grade.isEnded = true;
        const next = nextInLane(grades, gradeId);
        if (next) asked.add(next);
      }
      expect(made.toSorted()).toEqual(grades.map(({ id }) => id).toSorted());
    }),
  );
});

test("an interview was on the newest version with its text that was there when it began", () => {
  const day = (date: number) => new Date(Date.UTC(2026, 10, date));
  const versions = [
    { number: 3, hash: "a", publishedAt: day(9) },
    { number: 1, hash: "a", publishedAt: day(3) },
    { number: 2, hash: "b", publishedAt: day(5) },
  ];
  const taken = (scenarioHash: string, date: number) => versionTaken(versions, { scenarioHash, startedAt: day(date) });
  expect([taken("a", 4), taken("a", 8), taken("a", 9), taken("b", 20)]).toEqual([1, 1, 3, 2]);
  // Clocks of two machines differ: it was on a version all the same.
  expect(taken("a", 1)).toBe(1);
  expect(taken("c", 20)).toBeNull();
});
