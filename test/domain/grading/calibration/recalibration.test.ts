import fc from "fast-check";
import { expect, test } from "vitest";
import { GradeResultSchema, type GradeResult } from "#app/domain/grading/grade.ts";
import {
  fewestReviewedSessions,
  fitLevels,
  levelAt,
  recalibrate,
  shownResult,
  type Knot,
  type ReviewedSession,
} from "#app/domain/grading/calibration/recalibration.ts";
import { scoreClaims } from "#app/domain/grading/score.ts";
import { viewGrade } from "#app/domain/grading/scorecard/grade-view.ts";
import { gradedScenario } from "#test/support/graded-scenario.ts";

const { rubric } = gradedScenario;

/** Framing at 6 of 13 points (level 2 of 4), economics at none: 30 of 100. */
function rawResult(): GradeResult {
  const claim = { id: "schema-is-knowledge", verdict: "met" as const, quotes: [""], reason: "", confidence: 1 };
  const gate = () => ({ quotes: [{ seq: 2, start: 0, end: 1, text: "T" }], dropped: [] });
  return scoreClaims(rubric, [claim], gate, []);
}

function sessionWith(levels: Record<string, number>): ReviewedSession {
  return { levels, criteria: rawResult().criteria };
}

const sessions = (many: number, levels: Record<string, number> = { framing: 3, economics: 1 }) =>
  Array.from({ length: many }, () => sessionWith(levels));

test("points that rise are kept as they are, and those between them lie on the line", () => {
  const knots = fitLevels([
    { share: 1, level: 4 },
    { share: 0, level: 1 },
    { share: 0.5, level: 2 },
  ]);
  expect(knots).toEqual([
    { share: 0, level: 1 },
    { share: 0.5, level: 2 },
    { share: 1, level: 4 },
  ]);
  expect(levelAt(knots, 0.25)).toBeCloseTo(1.5, 12);
  expect(levelAt(knots, 0.75)).toBeCloseTo(3, 12);
});

test("neighbours that fall are pooled to their mean: the textbook sequence 1, 3, 2, 4", () => {
  const points = [1, 3, 2, 4].map((level, at) => ({ share: at / 3, level }));
  expect(fitLevels(points).map(({ level }) => level)).toEqual([1, 2.5, 2.5, 4]);
});

test("several levels at one share count as their mean, by how many they are", () => {
  const points = [
    { share: 0.2, level: 4 },
    { share: 0.2, level: 4 },
    { share: 0.2, level: 1 },
    { share: 0.8, level: 2 },
  ];
  // Three at 0.2 with mean 3, one at 0.8 with 2: pooled (3 * 3 + 2) / 4.
  expect(fitLevels(points)).toEqual([
    { share: 0.2, level: 2.75 },
    { share: 0.8, level: 2.75 },
  ]);
});

test("outside what was seen the nearest level holds", () => {
  const knots = fitLevels([
    { share: 0.25, level: 1 },
    { share: 0.5, level: 3 },
  ]);
  expect([levelAt(knots, 0), levelAt(knots, 1)]).toEqual([1, 3]);
  expect(() => levelAt([], 0.5)).toThrow(RangeError);
});

const somePoints = fc.array(
  fc.record({
    share: fc.integer({ min: 0, max: 8 }).map((eighth) => eighth / 8),
    level: fc.integer({ min: 0, max: 4 }),
  }),
  { minLength: 1, maxLength: 30 },
);

test("the map never falls, stays between 0 and 4, and does not depend on the order of its points", () => {
  fc.assert(
    fc.property(somePoints, (points) => {
      const knots = fitLevels(points);
      const levels = Array.from({ length: 41 }, (_, at) => levelAt(knots, at / 40));
      for (const [at, level] of levels.entries()) {
        expect(level).toBeGreaterThanOrEqual((levels[at - 1] ?? 0) - 1e-12);
        expect(level).toBeLessThanOrEqual(4);
      }
      expect(fitLevels(points.toReversed())).toEqual(knots);
    }),
  );
});

/** Isotonic regression by its min-max formula: at each share the smallest of the largest means of what lies around it. */
function levelByDefinition(points: readonly Knot[], share: number): number {
  const shares = [...new Set(points.map((point) => point.share))];
  const meanBetween = (from: number, to: number) => {
    const own = points.filter((point) => point.share >= from && point.share <= to).map(({ level }) => level);
    return own.reduce((sum, level) => sum + level, 0) / own.length;
  };
  const ends = shares.filter((end) => end >= share);
  return Math.min(
    ...ends.map((to) => Math.max(...shares.filter((s) => s <= share).map((from) => meanBetween(from, to)))),
  );
}

test("the map is the least-squares one: it is what the min-max formula of isotonic regression gives", () => {
  fc.assert(
    fc.property(somePoints, (points) => {
      const knots = fitLevels(points);
      for (const { share } of points) expect(levelAt(knots, share)).toBeCloseTo(levelByDefinition(points, share), 9);
    }),
  );
});

test("below the number of sessions a grade stays raw and says how many there are", () => {
  const result = recalibrate(rubric, rawResult(), sessions(fewestReviewedSessions - 1));
  expect(result).toMatchObject({ score: 30, calibrated: null, reviewedSessions: 19 });
  expect(shownResult(result)).toBe(result);
  expect(viewGrade(rubric, result, []).levels).toEqual({
    shown: "raw",
    sessions: 19,
    needed: 20,
    raw: { score: 30, band: "beginning" },
  });
});

test("from the number on, calibrated levels, score and band stand beside the raw ones, and are shown", () => {
  const result = recalibrate(rubric, rawResult(), sessions(fewestReviewedSessions));
  // Weights 66 and 34: (66 * 3 / 4 + 34 * 1 / 4) / 100.
  expect(result).toMatchObject({
    score: 30,
    band: "beginning",
    reviewedSessions: 20,
    calibrated: { levels: { framing: 3, economics: 1 }, score: 58, band: "developing", from: 20 },
  });
  expect(result.criteria.map(({ level }) => level)).toEqual([2, 0]);
  const view = viewGrade(rubric, result, []);
  expect(view).toMatchObject({
    score: 58,
    band: "developing",
    criteria: [
      { level: 3, rawLevel: 2, descriptor: rubric.criteria[0]?.levels[3] },
      { level: 1, rawLevel: 0 },
    ],
    levels: { shown: "calibrated", sessions: 20, needed: 20, raw: { score: 30, band: "beginning" } },
  });
});

test("levels on criteria that the rubric does not have are no levels of it", () => {
  const strange = sessions(fewestReviewedSessions, { elsewhere: 4 });
  expect(recalibrate(rubric, rawResult(), strange)).toMatchObject({ calibrated: null, reviewedSessions: 0 });
});

test("a level on some criteria only is enough to count a session", () => {
  const result = recalibrate(rubric, rawResult(), sessions(fewestReviewedSessions, { framing: 3 }));
  // Every point was at the same share, so its level holds everywhere.
  expect(result.calibrated?.levels).toEqual({ framing: 3, economics: 3 });
});

test("a grade that was stored before there was recalibration is read as raw", () => {
  const { calibrated: _calibrated, reviewedSessions: _sessions, ...stored } = rawResult();
  expect(GradeResultSchema.parse(stored)).toMatchObject({ calibrated: null, reviewedSessions: 0 });
});
