import { expect, test } from "vitest";
import { parseStudyPage } from "#app/domain/content/parse.ts";
import { openEvidenceGate } from "#app/domain/grading/evidence/evidence.ts";
import type { Claim } from "#app/domain/grading/grade.ts";
import { viewGrade } from "#app/domain/grading/scorecard/grade-view.ts";
import { markTranscript } from "#app/domain/grading/scorecard/marked-transcript.ts";
import { scoreClaims } from "#app/domain/grading/score.ts";
import { answered, gradedScenario } from "#test/support/graded-scenario.ts";
import { studyPages } from "#test/support/scenario.ts";

const { rubric } = gradedScenario;
const said = "The dialect barely changes, so train it in. Also fine-tune on the tables every night.";
const transcript = answered(said);
const pages = studyPages.flatMap((file) => parseStudyPage(file).page ?? []);

const claims: Claim[] = [
  {
    id: "dialect-is-behaviour",
    verdict: "met",
    quotes: ["dialect barely changes"],
    reason: "Says so.",
    confidence: 0.9,
  },
  { id: "schema-is-knowledge", verdict: "partial", quotes: ["train it in"], reason: "Half.", confidence: 0.5 },
  { id: "trains-facts", verdict: "met", quotes: ["fine-tune on the tables"], reason: "A mistake.", confidence: 1 },
  { id: "shorter-prompt", verdict: "not_met", quotes: ["every night"], reason: "Nothing.", confidence: 0.2 },
];

const view = viewGrade(rubric, scoreClaims(rubric, claims, openEvidenceGate(transcript), []), pages);

test("criteria have letters, checks their letter and number, red flags an F between", () => {
  expect(view.criteria.map(({ key }) => key)).toEqual(["A", "B"]);
  expect(view.criteria.map(({ checks }) => checks.map(({ key }) => key))).toEqual([["A1", "A2"], ["B1"]]);
  expect(view.redFlags.map(({ key }) => key)).toEqual(["AF1"]);
});

test("a criterion shows the descriptor of its level and the name of its competency where it has no title", () => {
  expect(view.criteria[0]).toMatchObject({
    title: "Framing the need",
    level: 2,
    points: 5,
    maxPoints: 13,
    descriptor: "Separates them in general, not for this case.",
  });
  expect(view.criteria[0]?.checks[0]?.title).toBe("Dialect is behaviour");
});

test("a level that adds to a lower one is told in full", () => {
  const levels = { 0: "None.", 1: "One.", 2: "Two.", 3: "Names the split.", 4: "As 3, and tests it." };
  const adding = { criteria: rubric.criteria.map((criterion) => ({ ...criterion, redFlags: [], levels })) };
  const all = adding.criteria.flatMap(({ checks }) => checks);
  const met = all.map(
    ({ id }) => ({ id, verdict: "met", quotes: ["train it in"], reason: "", confidence: 1 }) as const,
  );
  const full = viewGrade(
    adding,
    scoreClaims(
      adding,
      met.map((claim) => ({ ...claim, quotes: [...claim.quotes] })),
      openEvidenceGate(transcript),
      [],
    ),
    pages,
  );
  expect(full.criteria[0]).toMatchObject({ level: 4, descriptor: "Names the split, and tests it." });
});

test("study references lead to the section of their page, and one that leads nowhere is no link", () => {
  expect(view.criteria[0]?.checks[1]?.study).toEqual({
    page: "knowledge-or-behaviour",
    section: "freshness",
    pageTitle: "knowledge-or-behaviour",
    sectionTitle: "Freshness",
    minutes: 2,
    href: "/learn/knowledge-or-behaviour#freshness",
  });
  expect(
    viewGrade(rubric, scoreClaims(rubric, claims, openEvidenceGate(transcript), []), []).criteria[0]?.checks[1]?.study,
  ).toBeNull();
  expect(view.redFlags[0]?.study).toBeNull();
});

test("what was missing is listed by what it would have added to the score", () => {
  expect(view.missing.map(({ checkKey }) => checkKey)).toEqual(["B1", "A2"]);
  expect(view.missing[0]?.scoreLost).toBeCloseTo(34, 9);
  expect(view.missing[1]?.scoreLost).toBeCloseTo((66 * 3) / 13, 9);
});

test("low confidence is shown where a verdict rests on something", () => {
  const shown = view.criteria.flatMap(({ checks }) => checks.map(({ key, lowConfidence }) => [key, lowConfidence]));
  expect(shown).toEqual([
    ["A1", false],
    ["A2", true],
    ["B1", false],
  ]);
});

test("a red flag that is not raised is listed as such and costs nothing", () => {
  const kept = claims.map((claim) => (claim.id === "trains-facts" ? { ...claim, verdict: "not_met" as const } : claim));
  const { redFlags } = viewGrade(rubric, scoreClaims(rubric, kept, openEvidenceGate(transcript), []), pages);
  expect(redFlags).toMatchObject([{ raised: false, minus: 5, quotes: [] }]);
  expect(view.redFlags).toMatchObject([{ raised: true, minus: 5 }]);
});

test("every quote is marked in its turn with the key of its check, a raised red flag counts against", () => {
  const [question, answer] = markTranscript(transcript, view);
  expect(question).toMatchObject({ speaker: "interviewer", questionNumber: 1, segments: [{ marks: [] }] });
  expect(answer?.segments.map(({ text }) => text).join("")).toBe(said);
  expect(
    answer?.segments.flatMap(({ text, marks }) => marks.map(({ checkKey, kind, id }) => [text, checkKey, kind, id])),
  ).toEqual([
    ["dialect barely changes", "A1", "met", "A1-1"],
    ["train it in", "A2", "partial", "A2-1"],
    ["fine-tune on the tables", "AF1", "against", "AF1-1"],
  ]);
});

test("without a grade the transcript is shown unmarked", () => {
  expect(markTranscript(transcript, null).flatMap(({ segments }) => segments.flatMap(({ marks }) => marks))).toEqual(
    [],
  );
});
