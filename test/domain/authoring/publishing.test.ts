import { expect, test } from "vitest";
import { judgePublishing } from "#app/domain/authoring/publishing.ts";
import type { CalibrationAnswer } from "#app/domain/grading/calibration/calibration.ts";
import type { HeldAnswer, HeldVerdict } from "#app/domain/grading/calibration/held-answer.ts";
import { bandOf } from "#app/domain/grading/score.ts";
import type { Problem } from "#app/domain/scenarios/problem.ts";
import type { Band, Verdict } from "#app/domain/scenarios/schema.ts";
import { makeScenario } from "#test/support/scenario.ts";

type Answer = {
  name: string;
  band: Band;
  score: number;
  verdicts?: Record<string, [Verdict, Verdict]>;
  drafted?: string;
};

const scenario = makeScenario();
const ids = scenario.rubric.criteria.flatMap(({ checks, redFlags }) => [...checks, ...redFlags].map(({ id }) => id));

/** Labelled and given verdicts by check; without any, each check is met in every second answer, as labelled. */
function heldOf({ name, band, score, verdicts = {} }: Answer, at: number): HeldAnswer {
  const usual: [Verdict, Verdict] = at % 2 === 0 ? ["met", "met"] : ["not_met", "not_met"];
  const held = ids.map((check): HeldVerdict => {
    const [labelled, given] = verdicts[check] ?? usual;
    return { check, title: check, labelled, given, quote: null };
  });
  const about = { scenario: scenario.slug, half: "development" as const, name, labelledBand: band };
  return { ...about, status: "graded", reason: null, score, band: bandOf(score), verdicts: held, levels: [] };
}

function judge(answers: Answer[], problems: Problem[] = []) {
  const calibration = answers.map(({ name, band, drafted }): CalibrationAnswer => {
    const labels = { author: "a person", band, half: "development" as const, verdicts: {} };
    return { name, labels: drafted === undefined ? labels : { ...labels, drafted }, transcript: [] };
  });
  return judgePublishing({ scenario, calibration, held: answers.map(heldOf), problems });
}

const strong: Answer = { name: "strong", band: "strong", score: 85 };
const weak: Answer = { name: "weak", band: "beginning", score: 20 };

test("answers in the order of their labels may be published", () => {
  expect(judge([strong, weak, { name: "partial", band: "developing", score: 50 }])).toEqual({
    refusals: [],
    warnings: [],
  });
});

test("a weak answer that scores at or above a strong one is refused with both names, scores and the checks at fault", () => {
  const above = judge([
    { ...strong, score: 55, verdicts: { "schema-is-knowledge": ["met", "not_met"] } },
    { ...weak, score: 62, verdicts: { "dialect-is-behaviour": ["not_met", "met"] } },
  ]);
  expect(above.refusals).toHaveLength(1);
  expect(above.refusals[0]).toBe(
    "weak (labelled beginning) scores 62, above strong (labelled strong) scores 55. In weak the grader finds dialect-is-behaviour, which the labels deny; in strong it misses schema-is-knowledge, which the labels see.",
  );
  expect(judge([strong, { ...weak, score: 85 }]).refusals[0]).toContain("level with strong");
  expect(judge([strong, { ...weak, score: 84 }]).refusals).toEqual([]);
});

test("two answers of one band may come in either order, but there must be two bands", () => {
  const other: Answer = { name: "other", band: "strong", score: 90 };
  expect(judge([strong, other, weak]).refusals).toEqual([]);
  expect(judge([strong, other]).refusals).toEqual([expect.stringContaining("no two labelled sample answers")]);
  expect(judge([]).refusals).toHaveLength(1);
});

test("what a model drafted counts as no label", () => {
  expect(judge([strong, { ...weak, drafted: "a model" }]).refusals).toHaveLength(1);
  expect(judge([strong, weak, { name: "draft", band: "beginning", score: 99, drafted: "a model" }]).refusals).toEqual(
    [],
  );
});

test("errors of the reading refuse, warnings do not", () => {
  const problem: Problem = { file: "rubric.yaml", field: "criteria", message: "needs at least 1", severity: "error" };
  expect(judge([strong, weak], [problem]).refusals).toEqual(["rubric.yaml, criteria: needs at least 1."]);
  expect(judge([strong, weak], [{ ...problem, severity: "warning" }]).refusals).toEqual([]);
  const many = judge(
    [strong, weak],
    Array.from({ length: 40 }, () => problem),
  ).refusals;
  expect(many).toHaveLength(11);
  expect(many.at(-1)).toBe("There are 30 more errors.");
});

test("a check that comes out the same for every answer is a warning, with where to look", () => {
  const never: [Verdict, Verdict] = ["not_met", "insufficient_evidence"];
  const missed: [Verdict, Verdict] = ["met", "not_met"];
  const { refusals, warnings } = judge([
    { ...strong, verdicts: { "dialect-is-behaviour": missed, "trains-facts": never } },
    { ...weak, verdicts: { "dialect-is-behaviour": never, "trains-facts": never } },
  ]);
  expect(refusals).toEqual([]);
  expect(warnings).toEqual([
    "The check dialect-is-behaviour never varies: it is met by no sample answer. The labels of strong say otherwise: look at its phrasings.",
    "The red flag trains-facts never varies: it is raised by no sample answer. Add an answer that differs.",
  ]);
});

test("a label that is two bands off and an answer that could not be graded are warnings", () => {
  const off = judge([{ ...strong, score: 55 }, weak]);
  expect(off.warnings).toEqual([expect.stringContaining("strong is labelled strong and comes out as developing")]);
  expect(judge([{ ...strong, score: 65 }, weak]).warnings).toEqual([]);
  const held = [
    heldOf(strong, 0),
    heldOf(weak, 1),
    { ...heldOf(strong, 2), name: "third", status: "ungraded" as const, score: null },
  ];
  const calibration = held.map(({ name, labelledBand: band }): CalibrationAnswer => {
    return { name, labels: { author: "a", band, half: "development", verdicts: {} }, transcript: [] };
  });
  expect(judgePublishing({ scenario, calibration, held }).warnings).toEqual([
    "third could not be graded: nothing is known of it.",
  ]);
});
