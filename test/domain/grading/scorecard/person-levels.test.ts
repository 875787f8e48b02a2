import fc from "fast-check";
import { expect, test } from "vitest";
import { openEvidenceGate } from "#app/domain/grading/evidence/evidence.ts";
import type { GradeResult } from "#app/domain/grading/grade.ts";
import { viewGrade } from "#app/domain/grading/scorecard/grade-view.ts";
import { countedResult } from "#app/domain/grading/scorecard/person-levels.ts";
import { shownResult } from "#app/domain/grading/calibration/recalibration.ts";
import { scoreClaims } from "#app/domain/grading/score.ts";
import type { Verdict } from "#app/domain/scenarios/schema.ts";
import { gradedScenario, gradedTranscript } from "#test/support/graded-scenario.ts";

const { rubric } = gradedScenario;
const quote = "Tables change every week";

function graded(verdicts: Record<string, Verdict>): GradeResult {
  const claims = Object.entries(verdicts).map(([id, verdict]) => ({
    id,
    verdict,
    quotes: verdict === "not_met" ? [] : [quote],
    reason: "",
    confidence: 0.9,
  }));
  return scoreClaims(rubric, claims, openEvidenceGate(gradedTranscript), []);
}

// 6 of 13 points of framing (weight 66): level 2; none of economics (weight 34).
const half = graded({ "schema-is-knowledge": "met" });

test("a person's level stands in place of the grader's, and the score is made with it", () => {
  expect(half).toMatchObject({ score: 30, criteria: [{ level: 2 }, { level: 0 }] });
  const counted = countedResult(rubric, half, { framing: 4 });
  expect(counted).toMatchObject({ score: 66, band: "proficient", criteria: [{ level: 4 }, { level: 0 }] });
  expect(half.score).toBe(30);
});

test("a level that is confirmed, or of a criterion that is not there, changes nothing", () => {
  expect(countedResult(rubric, half, { framing: 2, charm: 4 })).toEqual(half);
});

test("the view keeps the grader's own level and score beside those that count", () => {
  const view = viewGrade(rubric, half, [], { framing: 3 });
  expect(view).toMatchObject({ score: 50, asGraded: { score: 30, band: "beginning" } });
  expect(view.criteria[0]).toMatchObject({ level: 3, rawLevel: 2 });
  expect(viewGrade(rubric, half, []).asGraded).toBeNull();
});

test("of calibrated levels the others stay calibrated, and counting twice changes nothing more", () => {
  const calibrated = { levels: { framing: 2.4, economics: 1 }, score: 48, band: "developing" as const, from: 20 };
  const counted = countedResult(rubric, { ...half, calibrated }, { economics: 3 });
  // (66 * 2.4 / 4 + 34 * 3 / 4) / 100
  expect(counted).toMatchObject({ score: 65, criteria: [{ level: 2.4 }, { level: 3 }] });
  expect(shownResult(counted)).toEqual(counted);
  expect(countedResult(rubric, counted, { economics: 3 })).toEqual(counted);
});

const verdicts = fc.constantFrom<Verdict>("met", "partial", "not_met", "insufficient_evidence");
const levels = fc.integer({ min: 0, max: 4 });

test("a person's higher level never lowers the score, and a lower one never raises it", () => {
  fc.assert(
    fc.property(verdicts, verdicts, verdicts, levels, (a, b, c, level) => {
      const result = graded({ "dialect-is-behaviour": a, "schema-is-knowledge": b, "shorter-prompt": c });
      const own = result.criteria[0]?.level ?? 0;
      const change = countedResult(rubric, result, { framing: level }).score - result.score;
      expect(change * (level - own)).toBeGreaterThanOrEqual(0);
      expect(level === own && change !== 0).toBe(false);
    }),
  );
});
