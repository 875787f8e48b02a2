import { expect, test } from "vitest";
import { judgeGate } from "#app/domain/hiring/agreement/gate.ts";
import type { GraderFigures, MeasuredAgreement } from "#app/domain/hiring/agreement/measured.ts";

const figures = (over: Partial<GraderFigures> = {}): GraderFigures => ({
  grader: "offline",
  sessions: 30,
  levels: 90,
  exact: 0.7,
  withinOne: 0.95,
  kappa: 0.75,
  interval: { low: 0.62, high: 0.84 },
  notDefined: null,
  ...over,
});

const report = (...graders: GraderFigures[]): MeasuredAgreement => ({
  sessions: 30,
  graders,
  people: { sessions: 0, exact: null, alpha: null, interval: null, notDefined: "too few" },
  criteria: [],
  reviewers: [],
  months: [],
});

const rules = { gateKappa: 0.6, gateLeast: 20 };

test("validated once there are enough sessions and the low end reaches the threshold, at it too", () => {
  expect(judgeGate(report(figures()), rules)).toEqual({
    isValidated: true,
    words: "Validated: over 30 sessions weighted kappa lies between 0.62 and 0.84.",
    n: 30,
    low: 0.62,
  });
  expect(judgeGate(report(figures({ sessions: 20 })), rules).isValidated).toBe(true);
  expect(judgeGate(report(figures({ interval: { low: 0.6, high: 0.8 } })), rules).isValidated).toBe(true);
});

test("not validated without a measurement, with too few sessions, below the threshold and with one class", () => {
  const words = (found: MeasuredAgreement | null) => {
    const gate = judgeGate(found, rules);
    expect(gate.isValidated).toBe(false);
    return gate.words;
  };
  expect(words(null)).toMatch(/^Not validated: people’s levels have not been held against the grader’s/);
  expect(words(report())).toBe(words(null));
  expect(words(report(figures({ sessions: 19 })))).toBe(
    "Not validated: 19 sessions with people’s levels beside the grader’s; at least 20 are asked for.",
  );
  expect(words(report(figures({ interval: { low: 0.41, high: 0.78 } })))).toBe(
    "Not validated: over 30 sessions weighted kappa lies between 0.41 and 0.78; at least 0.60 is asked for at its low end.",
  );
  expect(words(report(figures({ kappa: null, interval: null, notDefined: "one class" })))).toMatch(
    /every level is the same/,
  );
});

test("a high kappa with a wide interval does not pass: its low end counts", () => {
  expect(judgeGate(report(figures({ kappa: 0.9, interval: { low: 0.55, high: 0.99 } })), rules).isValidated).toBe(
    false,
  );
});

test("of several graders each has to pass, unless it is said whose levels it is about", () => {
  const both = report(
    figures(),
    figures({ grader: "anthropic", sessions: 8, interval: null, kappa: null, notDefined: "too few" }),
  );
  expect(judgeGate(both, rules)).toMatchObject({ isValidated: false, n: 8, low: null });
  expect(judgeGate(both, { ...rules, grader: "offline" })).toMatchObject({ isValidated: true, n: 30 });
  expect(judgeGate(both, { ...rules, grader: "anthropic" }).isValidated).toBe(false);
});

test("a threshold of fewer sessions than an interval needs says what is lacking", () => {
  const few = report(figures({ sessions: 7, kappa: null, interval: null, notDefined: "too few" }));
  expect(judgeGate(few, { gateKappa: 0.6, gateLeast: 5 }).words).toBe(
    "Not validated: 7 sessions with people’s levels beside the grader’s; at least 10 are asked for.",
  );
});
