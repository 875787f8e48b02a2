import fc from "fast-check";
import { expect, test } from "vitest";
import type { EvidenceGate } from "#app/domain/grading/evidence/evidence.ts";
import type { Claim, GradeResult } from "#app/domain/grading/grade.ts";
import { permuted } from "#app/domain/grading/model/question-order.ts";
import { scoreClaims } from "#app/domain/grading/score.ts";
import { needsSecondLook, reconcile } from "#app/domain/grading/model/second-look.ts";
import type { Verdict } from "#app/domain/scenarios/schema.ts";
import { checkIds, gradedScenario } from "#test/support/graded-scenario.ts";

const { rubric } = gradedScenario;

const trusting: EvidenceGate = (quotes) => ({
  quotes: quotes.map((text) => ({ text, seq: 2, start: 0, end: text.length })),
  dropped: [],
});

type Reading = Partial<Record<(typeof checkIds)[number], Verdict>>;

function read(verdicts: Reading, confidence = 0.9): GradeResult {
  const claims = checkIds.map((id): Claim => {
    const verdict = verdicts[id] ?? "not_met";
    return { id, verdict, quotes: verdict === "not_met" ? [] : ["tables change"], reason: "Said so.", confidence };
  });
  return scoreClaims(rubric, claims, trusting, []);
}

/** 66 of 100 for framing, all of it: 66 is not near an edge. */
const sure = { "dialect-is-behaviour": "met", "schema-is-knowledge": "met" } as const;

const verdictOf = ({ criteria }: GradeResult, id: string) =>
  criteria.flatMap(({ checks, redFlags }) => [...checks, ...redFlags]).find((each) => each.id === id);

test("a grade that is sure, with quotes that stand and a score away from the edges, is not looked at again", () => {
  expect(read(sure).score).toBe(66);
  expect(needsSecondLook(read(sure))).toEqual([]);
});

test("doubt below 0.7, a dropped quote and words to the grader each ask for a second look", () => {
  expect(needsSecondLook(read(sure, 0.69))).toEqual(["low_confidence"]);
  expect(needsSecondLook(read(sure, 0.7))).toEqual([]);
  for (const [flag, reason] of [
    ["quote_dropped", "quote_dropped"],
    ["instructs_the_grader", "attack"],
    ["keyword_list", "attack"],
  ] as const) {
    expect(needsSecondLook({ ...read(sure), flags: [flag] })).toEqual([reason]);
  }
});

test.each([
  [37, false],
  [38, true],
  [42, true],
  [43, false],
  [56, false],
  [57, true],
  [63, true],
  [64, false],
  [75, false],
  [76, true],
  [84, true],
  [85, false],
  [0, false],
  [100, false],
])("a score of %i is near the edge of a band: %s", (score, isNear) => {
  expect(needsSecondLook({ ...read(sure), score })).toEqual(isNear ? ["near_band_edge"] : []);
});

function reconciled(first: Reading, second: Reading) {
  return reconcile(rubric, { first: read(first), second: read(second), reasons: ["near_band_edge"] });
}

test("where two readings differ the less generous verdict counts, is told as such and is in doubt", () => {
  for (const [first, second] of [
    ["met", "partial"],
    ["partial", "met"],
  ] as const) {
    const result = reconciled({ ...sure, "schema-is-knowledge": first }, { ...sure, "schema-is-knowledge": second });
    expect(result.secondLook).toEqual({ reasons: ["near_band_edge"], disagreed: ["schema-is-knowledge"] });
    expect(verdictOf(result, "schema-is-knowledge")).toMatchObject({ verdict: "partial", points: 3 });
    expect(verdictOf(result, "schema-is-knowledge")?.confidence).toBeLessThan(0.6);
    expect(verdictOf(result, "schema-is-knowledge")?.reason).toContain("Two readings differed");
    expect(result.criteria[0]).toMatchObject({ points: 10, level: 3 });
    expect(result.score).toBe(51);
    expect(result.flags).toContain("low_confidence");
  }
});

test("two verdicts that grant nothing are no disagreement", () => {
  const result = reconciled(sure, { ...sure, "shorter-prompt": "insufficient_evidence" });
  expect(result.secondLook?.disagreed).toEqual([]);
  expect(verdictOf(result, "shorter-prompt")?.verdict).toBe("not_met");
});

test("a red flag that one reading only sees is not raised", () => {
  const flagged = { ...sure, "trains-facts": "met" } as const;
  expect(reconciled(sure, flagged).score).toBe(66);
  expect(reconciled(flagged, sure).score).toBe(66);
  expect(reconciled(flagged, flagged).score).toBeLessThan(66);
});

test("two readings that agree are surer than the first was", () => {
  const result = reconcile(rubric, { first: read(sure, 0.5), second: read(sure, 0.8), reasons: ["low_confidence"] });
  expect(verdictOf(result, "schema-is-knowledge")?.confidence).toBe(0.8);
  expect(result.flags).not.toContain("low_confidence");
});

const verdict = fc.constantFrom<Verdict>("met", "partial", "not_met", "insufficient_evidence");
const reading = fc.record({
  "dialect-is-behaviour": verdict,
  "schema-is-knowledge": verdict,
  "shorter-prompt": verdict,
});

test("two readings never score above either of them, whichever came first", () => {
  fc.assert(
    fc.property(reading, reading, (one, other) => {
      const both = reconciled(one, other);
      expect(both.score).toBeLessThanOrEqual(Math.min(read(one).score, read(other).score));
      expect(reconciled(other, one).score).toBe(both.score);
    }),
  );
});

test("another order holds the same questions, is the same for the same seed and never the first one", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string(), { minLength: 2, maxLength: 30 }), fc.string(), (ids, seed) => {
      const order = permuted(ids, seed);
      expect([...order].sort()).toEqual([...ids].sort());
      expect(order).toEqual(permuted(ids, seed));
      expect(order).not.toEqual(ids);
    }),
  );
});
