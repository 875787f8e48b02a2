import { expect, test } from "vitest";
import { openEvidenceGate } from "#app/domain/grading/evidence/evidence.ts";
import { feedbackOn } from "#app/domain/grading/feedback.ts";
import { noFindings } from "#app/domain/grading/findings/findings.ts";
import type { Claim, GradeResult } from "#app/domain/grading/grade.ts";
import { scoreClaims } from "#app/domain/grading/score.ts";
import type { Verdict } from "#app/domain/scenarios/schema.ts";
import { gradedScenario } from "#test/support/graded-scenario.ts";
import { transcriptOf } from "#test/support/graded-scenario.ts";

const { rubric } = gradedScenario;
const said = "The dialect hardly changes, and the tables come from the catalogue.";
const later = "A shorter prompt saves most of the input tokens every day.";
const transcript = transcriptOf(
  { speaker: "interviewer", kind: "question", text: gradedScenario.opening },
  { speaker: "candidate", kind: "answer", text: `${said} ${later}` },
);

type Given = [id: string, verdict: Verdict, quote: string, confidence: number];

function graded(...given: Given[]): GradeResult {
  const claims = given.map(([id, verdict, quote, confidence]): Claim => ({
    id,
    verdict,
    quotes: quote === "" ? [] : [quote],
    confidence,
    reason: "",
  }));
  return { ...scoreClaims(rubric, claims, openEvidenceGate(transcript), []), findings: noFindings };
}

const shown = (before: GradeResult | null, after: GradeResult) =>
  feedbackOn(rubric, { before, after, seqs: [2] }).showed.map(({ id, verdict }) => [id, verdict]);

const dialect: Given = ["dialect-is-behaviour", "met", said, 0.9];

test("what an answer showed is said once, and again only when it has come to more", () => {
  const half: Given = ["dialect-is-behaviour", "partial", said, 0.6];
  expect(shown(null, graded(half))).toEqual([["dialect-is-behaviour", "partial"]]);
  expect(shown(graded(half), graded(half))).toEqual([]);
  expect(shown(graded(half), graded(dialect))).toEqual([["dialect-is-behaviour", "met"]]);
});

test("what is missing is not named", () => {
  const feedback = feedbackOn(rubric, { before: null, after: graded(dialect), seqs: [2] });
  expect(JSON.stringify(feedback)).not.toContain("schema");
  expect([feedback.points, feedback.points < feedback.maxPoints]).toEqual([7, true]);
});

test("words that make one point do not also half make others", () => {
  const schema: Given = ["schema-is-knowledge", "partial", said, 0.5];
  expect(shown(null, graded(dialect, schema))).toEqual([["dialect-is-behaviour", "met"]]);
  const surer: Given = ["dialect-is-behaviour", "partial", said, 0.7];
  expect(shown(null, graded(surer, schema))).toEqual([["dialect-is-behaviour", "partial"]]);
  const other: Given = ["schema-is-knowledge", "partial", later, 0.5];
  expect(shown(null, graded(surer, other))).toHaveLength(2);
});
