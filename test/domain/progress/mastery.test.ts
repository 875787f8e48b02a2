import { expect, test } from "vitest";
import type { CriterionResult } from "#app/domain/grading/grade.ts";
import { masteryOf } from "#app/domain/progress/mastery.ts";
import { competencies, type Competency } from "#app/domain/scenarios/competency.ts";

function criterion(competency: Competency, points: number, checks = 2): CriterionResult {
  const check = { id: "c", verdict: "met" as const, quotes: [], droppedQuotes: [], reason: "", confidence: 1 };
  return {
    id: competency,
    competency,
    level: Math.round(points),
    points,
    maxPoints: 4,
    redFlags: [],
    checks: Array.from({ length: checks }, () => ({ ...check, points: 1, maxPoints: 1 })),
  };
}

function framing(...points: number[]) {
  const attempts = points.map((each) => [criterion("framing", each)]);
  return masteryOf(attempts).find(({ competency }) => competency === "framing");
}

test("every competency is listed in its order, unknown without a graded criterion", () => {
  const mastery = masteryOf([]);
  expect(mastery.map(({ competency }) => competency)).toEqual([...competencies]);
  for (const { level, checks, trend } of mastery) expect([level, checks, trend]).toEqual([null, 0, null]);
});

test("one attempt is its own level, without a trend", () => {
  expect(framing(3)).toEqual({ competency: "framing", level: 3, checks: 2, trend: null });
});

test("the newest attempt counts most: each older one seven tenths of the next", () => {
  expect(framing(0, 4)?.level).toBeCloseTo(4 / 1.7, 12);
  expect(framing(4, 0)?.level).toBeCloseTo((4 * 0.7) / 1.7, 12);
  expect(framing(1, 2, 3)?.level).toBeCloseTo((3 + 2 * 0.7 + 0.49) / 2.19, 12);
});

test("levels are not rounded before they are averaged", () => {
  expect(framing(1.4, 1.4)?.level).toBeCloseTo(1.4, 12);
});

test("the trend holds the newest against those before, and half a level is the least that counts", () => {
  expect(framing(1, 3)?.trend).toBe("up");
  expect(framing(3, 1)?.trend).toBe("down");
  expect(framing(2, 2.4)?.trend).toBe("flat");
  expect(framing(2, 2.5)?.trend).toBe("up");
});

test("checks are counted over all attempts, and competencies do not mix", () => {
  const mastery = masteryOf([[criterion("framing", 4, 3)], [criterion("framing", 4, 1), criterion("economics", 0, 2)]]);
  const of = (name: Competency) => mastery.find(({ competency }) => competency === name);
  expect(of("framing")).toMatchObject({ level: 4, checks: 4 });
  expect(of("economics")).toMatchObject({ level: 0, checks: 2 });
});
