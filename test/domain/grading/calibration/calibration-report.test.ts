import { expect, test } from "vitest";
import { reportCalibration } from "#app/domain/grading/calibration/calibration-report.ts";
import { holdAnswer, type HeldAnswer } from "#app/domain/grading/calibration/held-answer.ts";
import { scoreClaims } from "#app/domain/grading/score.ts";
import type { Verdict } from "#app/domain/scenarios/schema.ts";
import { answered, checkIds, gradedScenario } from "#test/support/graded-scenario.ts";

function heldWith(changes: Partial<HeldAnswer>, pairs: readonly [Verdict, Verdict][] = []): HeldAnswer {
  return {
    scenario: "house-dialect",
    half: "development",
    name: "strong",
    status: "graded",
    reason: null,
    score: 50,
    band: "developing",
    labelledBand: "strong",
    verdicts: pairs.map(([labelled, given], at) => ({
      check: `check-${at}`,
      title: `Check ${at}`,
      labelled,
      given,
      quote: given === "met" ? "in my words" : null,
    })),
    levels: [],
    ...changes,
  };
}

test("labels come to levels by the rules of score.ts, without quotes, and stand beside those of the grade", () => {
  const verdicts: Record<string, Verdict> = {
    "dialect-is-behaviour": "met",
    "schema-is-knowledge": "met",
    "trains-facts": "met",
    "shorter-prompt": "partial",
  };
  const labels = { author: "scenario author", half: "test" as const, band: "developing" as const, verdicts };
  const transcript = answered("Tables change every week.");
  const gate = (texts: readonly string[]) => ({
    quotes: texts.map((text) => ({ seq: 2, start: 0, end: text.length, text })),
    dropped: [],
  });
  const claim = { id: "schema-is-knowledge", verdict: "met" as const, quotes: ["Tables"], reason: "", confidence: 1 };
  const result = scoreClaims(gradedScenario.rubric, [claim], gate, []);
  const held = holdAnswer(gradedScenario, { name: "partial", labels, transcript }, { status: "graded", result });
  expect(held).toMatchObject({ scenario: "house-dialect", half: "test", name: "partial", score: result.score });
  // 7 + 6 points less 5 for the red flag are 8 of 13; 4 of 8 for the other.
  expect(held.levels).toEqual([
    { criterion: "framing", title: "Framing the need", labelled: 2, given: 2 },
    { criterion: "economics", title: "Costs and numbers", labelled: 2, given: 0 },
  ]);
  expect(held.verdicts.map(({ check }) => check)).toEqual([...checkIds]);
  expect(held.verdicts[1]).toMatchObject({ labelled: "met", given: "met", quote: "Tables" });
  expect(held.verdicts[3]).toMatchObject({ labelled: "partial", given: "insufficient_evidence", quote: null });
});

test("a disagreement says what was labelled, what was given, on which words, and where to find it", () => {
  const { disagreements, confusion } = reportCalibration([
    heldWith({}, [
      ["met", "met"],
      ["not_met", "met"],
      ["not_met", "insufficient_evidence"],
      ["met", "partial"],
    ]),
  ]);
  expect(disagreements).toEqual([
    {
      scenario: "house-dialect",
      answer: "strong",
      check: "check-1",
      title: "Check 1",
      labelled: "not_met",
      given: "met",
      quote: "in my words",
      link: "/studio/calibration#house-dialect--strong--check-1",
    },
    expect.objectContaining({ check: "check-3", labelled: "met", given: "partial", quote: null }),
  ]);
  expect(confusion).toEqual([
    [1, 0, 1],
    [0, 0, 0],
    [0, 1, 1],
  ]);
});

test("checks are listed by the share of answers that agree, the worst first, each scenario's apart", () => {
  const { byCheck } = reportCalibration([
    heldWith({ name: "strong" }, [
      ["met", "met"],
      ["met", "not_met"],
    ]),
    heldWith({ name: "partial" }, [
      ["met", "met"],
      ["met", "met"],
    ]),
    heldWith({ scenario: "elsewhere" }, [["met", "not_met"]]),
  ]);
  expect(byCheck.map(({ scenario, check, answers, exact }) => [scenario, check, answers, exact])).toEqual([
    ["elsewhere", "check-0", 1, 0],
    ["house-dialect", "check-1", 2, 0.5],
    ["house-dialect", "check-0", 2, 1],
  ]);
});

test("both halves are always reported, and an empty one is undefined rather than nothing", () => {
  const pairs: [Verdict, Verdict][] = Array.from({ length: 6 }, (_, at) =>
    at < 3 ? ["met", "met"] : ["not_met", "met"],
  );
  const { byHalf } = reportCalibration([heldWith({}, pairs), heldWith({ scenario: "elsewhere" }, pairs)]);
  expect(byHalf).toMatchObject([
    { half: "development", scenarios: 2, answers: 2, verdicts: { pairs: 12, exact: 0.5, notDefined: null } },
    { half: "test", scenarios: 0, answers: 0, verdicts: { pairs: 0, exact: null, notDefined: "no pairs" } },
  ]);
});

test("a kind of answer with one verdict throughout has no kappa, and it is said why", () => {
  const { byKind } = reportCalibration([
    heldWith(
      { name: "keyword-stuffed" },
      Array.from({ length: 9 }, () => ["not_met", "insufficient_evidence"]),
    ),
  ]);
  expect(byKind).toMatchObject([
    { kind: "keyword-stuffed", verdicts: { exact: 1, weightedKappa: null, alpha: null, notDefined: "one class" } },
  ]);
});
