import fc from "fast-check";
import { expect, test } from "vitest";
import { openEvidenceGate, type EvidenceGate } from "#app/domain/grading/evidence/evidence.ts";
import type { Claim } from "#app/domain/grading/grade.ts";
import { bandOf, levelOf, scoreClaims } from "#app/domain/grading/score.ts";
import type { Rubric, Verdict } from "#app/domain/scenarios/schema.ts";
import { answered, gradedScenario } from "#test/support/graded-scenario.ts";

const { rubric } = gradedScenario;
const gate = openEvidenceGate(answered("We look tables up and train the dialect in."));
const quote = "look tables up";

/** Lets every quote pass: what is scored then depends on verdicts alone. */
const trusting: EvidenceGate = (quotes) => ({
  quotes: quotes.map((text) => ({ text, seq: 2, start: 0, end: text.length })),
  dropped: [],
});

function claim(id: string, verdict: Verdict, changes: Partial<Claim> = {}): Claim {
  return { id, verdict, quotes: [quote], reason: "Because.", confidence: 0.9, ...changes };
}

const score = (claims: Claim[], of: Rubric = rubric) => scoreClaims(of, claims, gate, []);

test("points are those of met checks and half of those partly met, weighed by criterion", () => {
  const result = score([
    claim("dialect-is-behaviour", "met"),
    claim("schema-is-knowledge", "partial"),
    claim("trains-facts", "not_met"),
    claim("shorter-prompt", "not_met"),
  ]);
  expect(result.criteria).toMatchObject([
    { id: "framing", points: 10, maxPoints: 13, level: 3 },
    { id: "economics", points: 0, maxPoints: 8, level: 0 },
  ]);
  // 66 of 100 points of weight are for framing: 66 * 10 / 13 is 50.77.
  expect(result).toMatchObject({ score: 51, band: "developing" });
});

test("a raised red flag costs its points, but a criterion never falls below zero", () => {
  const flagged = (verdict: Verdict) => score([claim("schema-is-knowledge", verdict), claim("trains-facts", "met")]);
  expect(flagged("met").criteria[0]).toMatchObject({ points: 1, redFlags: [{ id: "trains-facts", minus: 5 }] });
  expect(flagged("partial").criteria[0]).toMatchObject({ points: 0, level: 0 });
});

test("a red flag that is only partly met, or has no quote that stands, costs nothing", () => {
  const flag = (changes: Partial<Claim>) => score([claim("trains-facts", "met", changes)]).criteria[0]?.redFlags[0];
  expect(flag({ verdict: "partial" })).toMatchObject({ minus: 0 });
  expect(flag({ quotes: ["never said"] })).toMatchObject({ verdict: "insufficient_evidence", minus: 0 });
});

test("a verdict in the candidate's favour without a quote that stands is insufficient evidence, at no points", () => {
  for (const quotes of [[], ["we never said this"]]) {
    const result = score([claim("dialect-is-behaviour", "met", { quotes })]);
    expect(result.criteria[0]?.checks[0]).toMatchObject({
      verdict: "insufficient_evidence",
      points: 0,
      quotes: [],
      droppedQuotes: quotes,
      reason: "The words given as evidence are not in what you said.",
      confidence: 0,
    });
    expect(result.flags.includes("quote_dropped")).toBe(quotes.length > 0);
  }
});

test("one quote that stands is enough, and the others are kept as dropped", () => {
  const result = score([claim("dialect-is-behaviour", "met", { quotes: ["never said this", quote] })]);
  expect(result.criteria[0]?.checks[0]).toMatchObject({ verdict: "met", droppedQuotes: ["never said this"] });
  expect(result.flags).toContain("quote_dropped");
});

test("a check without a claim is insufficient evidence, and a claim about another check changes nothing", () => {
  const result = score([claim("no-such-check", "met")]);
  expect(result.score).toBe(0);
  expect(result.criteria.flatMap(({ checks }) => checks.map(({ verdict }) => verdict))).toEqual([
    "insufficient_evidence",
    "insufficient_evidence",
    "insufficient_evidence",
  ]);
});

test("low confidence is flagged below 0.6, and not for what is simply not met", () => {
  const flags = (verdict: Verdict, confidence: number) => {
    const rest = ["schema-is-knowledge", "trains-facts", "shorter-prompt"].map((id) => claim(id, "not_met"));
    return score([claim("dialect-is-behaviour", verdict, { confidence }), ...rest]).flags;
  };
  expect(flags("met", 0.59)).toEqual(["low_confidence"]);
  expect(flags("met", 0.6)).toEqual([]);
  expect(flags("not_met", 0.1)).toEqual([]);
});

test("flags raised while reading are kept", () => {
  expect(scoreClaims(rubric, [], gate, ["keyword_list"]).flags).toContain("keyword_list");
});

test.each([
  [0, "beginning"],
  [39, "beginning"],
  [40, "developing"],
  [59, "developing"],
  [60, "proficient"],
  [79, "proficient"],
  [80, "strong"],
  [100, "strong"],
])("a score of %i is %s", (points, band) => {
  expect(bandOf(points)).toBe(band);
});

test("levels change at eighths of the points", () => {
  const levels = [0, 0.124, 0.125, 0.374, 0.375, 0.624, 0.625, 0.874, 0.875, 1].map((share) => levelOf(share * 8, 8));
  expect(levels).toEqual([0, 0, 1, 1, 2, 2, 3, 3, 4, 4]);
  expect(levelOf(0, 0)).toBe(0);
});

// From worst to best for a check; insufficient evidence and not met are worth the same.
const order: readonly Verdict[] = ["not_met", "insufficient_evidence", "partial", "met"];
const ids = ["dialect-is-behaviour", "schema-is-knowledge", "shorter-prompt", "trains-facts"];
const someVerdicts = fc.array(fc.nat(3), { minLength: 4, maxLength: 4 });
const weights = fc.tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 99 }));

function scoreOf(verdicts: readonly number[], [first, second]: readonly [number, number]) {
  const weighed: Rubric = {
    criteria: rubric.criteria.map((criterion, at) => ({ ...criterion, weight: at === 0 ? first : second })),
  };
  const claims = ids.map((id, at) => claim(id, order[verdicts[at] ?? 0] ?? "not_met"));
  return scoreClaims(weighed, claims, trusting, []);
}

test("a better verdict on a check never lowers the score, its level or its points; a raised red flag never lifts them", () => {
  fc.assert(
    fc.property(someVerdicts, weights, fc.nat(3), (verdicts, weighed, at) => {
      const isFlag = at === 3;
      const worse = scoreOf(verdicts.with(at, isFlag ? 3 : 0), weighed);
      const better = scoreOf(verdicts.with(at, isFlag ? 0 : 3), weighed);
      expect(better.score).toBeGreaterThanOrEqual(worse.score);
      for (const [nth, criterion] of better.criteria.entries()) {
        expect(criterion.points).toBeGreaterThanOrEqual(worse.criteria[nth]?.points ?? Infinity);
        expect(criterion.level).toBeGreaterThanOrEqual(worse.criteria[nth]?.level ?? Infinity);
      }
    }),
  );
});

test("the score is the weighted share of the points, whatever the weights add up to", () => {
  fc.assert(
    fc.property(someVerdicts, weights, (verdicts, weighed) => {
      const share = (at: number) => [0, 0, 0.5, 1][verdicts[at] ?? 0] ?? 0;
      const flag = verdicts[3] === 3 ? 5 : 0;
      const framing = Math.max(0, 7 * share(0) + 6 * share(1) - flag) / 13;
      const [first, second] = weighed;
      const expected = (100 * (first * framing + second * share(2))) / (first + second);
      const { score: computed, band } = scoreOf(verdicts, weighed);
      expect(Math.abs(computed - expected)).toBeLessThanOrEqual(0.5 + 1e-9);
      expect(band).toBe(bandOf(computed));
    }),
  );
});
