import { expect, test } from "vitest";
import { bearOut, checksOfASentence } from "#app/domain/grading/evidence/bearing.ts";
import { openEvidenceGate } from "#app/domain/grading/evidence/evidence.ts";
import { gradeTranscript } from "#app/domain/grading/grade-transcript.ts";
import type { Claim } from "#app/domain/grading/grade.ts";
import type { Rubric } from "#app/domain/scenarios/schema.ts";
import { readLibrary } from "#app/services/library/load-library.server.ts";
import { honestClaims, handPicked } from "#test/support/fooled-model.ts";
import { answered, gradedScenario } from "#test/support/graded-scenario.ts";

const { rubric } = gradedScenario;
const said =
  "The dialect hardly changes, so I would train it in. Tables change every week, so they come from the catalogue. " +
  "A shorter prompt cuts the cost. Our offices have a lovely view of the sea.";
const transcript = answered(said);
const gate = openEvidenceGate(transcript);

function claim(id: string, ...quotes: string[]): Claim {
  return { id, verdict: "met", quotes, reason: "Said so.", confidence: 1 };
}

function bear(claims: Claim[], of: Rubric = rubric) {
  return bearOut({ rubric: of, transcript, gate }, claims);
}

test("a quote that speaks of what the check asks is kept as it came", () => {
  const claims = [claim("schema-is-knowledge", "Tables change every week, so they come from the catalogue")];
  expect(bear(claims)).toEqual(claims);
});

test("one that stands but speaks of something else is taken away, and kept apart", () => {
  const view = "Our offices have a lovely view of the sea";
  expect(bear([claim("schema-is-knowledge", view)])).toMatchObject([{ quotes: [], beside: [view] }]);
});

test("joining words do not borrow the meaning of the sentence around them", () => {
  expect(bear([claim("dialect-is-behaviour", "so I would")])).toMatchObject([{ quotes: [] }]);
});

test("one quote that bears is enough, and the others stay with it", () => {
  const claims = [claim("shorter-prompt", "A shorter prompt cuts the cost", "a lovely view of the sea")];
  expect(bear(claims)).toEqual(claims);
});

test("what is not in the transcript, and what grants nothing, is left to the gate", () => {
  const claims = [
    claim("shorter-prompt", "I never said this of prompts"),
    { ...claim("trains-facts"), verdict: "not_met" as const },
  ];
  expect(bear(claims)).toEqual(claims);
});

test("one sentence is evidence for a few checks only, those it bears on most", () => {
  const [criterion] = rubric.criteria;
  const model = criterion?.checks[1];
  if (!criterion || !model) throw new Error("The scenario of the tests has changed.");
  const phrasings = ["tables change every week", "tables change", "the catalogue", "every week", "tables"];
  const checks = phrasings.map((phrasing, at) => ({
    ...model,
    id: `check-${at}`,
    asks: "Is it?",
    probe: "",
    met: [phrasing],
    notMet: [],
  }));
  const many = { criteria: [{ ...criterion, checks, redFlags: [] }, ...rubric.criteria.slice(1)] };
  const quote = "Tables change every week, so they come from the catalogue";
  const borne = bear(
    checks.map(({ id }) => claim(id, quote)),
    many,
  ).filter(({ quotes }) => quotes.length > 0);
  expect(borne).toHaveLength(checksOfASentence);
  expect(borne.map(({ id }) => id)).toContain("check-0");
});

test("hand-picked quotes of an honest reader lose at most two in a hundred", async () => {
  const { scenarios } = await readLibrary({ scenariosDir: "scenarios", contentDir: "content" });
  let quoted = 0;
  const lost: string[] = [];
  for (const { scenario, calibration } of scenarios) {
    for (const { name, labels, transcript: turns } of calibration) {
      const picked = handPicked[scenario.slug]?.[name];
      if (!picked) continue;
      const open = openEvidenceGate(turns, { scenario });
      const claims = honestClaims(labels, picked).filter(({ quotes }) => quotes.length > 0);
      for (const { id, quotes } of claims) expect(open(quotes).dropped, `${scenario.slug} ${id}`).toEqual([]);
      const borne = bearOut({ rubric: scenario.rubric, transcript: turns, gate: open }, claims);
      quoted += claims.length;
      lost.push(...borne.filter(({ quotes }) => quotes.length === 0).map(({ id }) => `${scenario.slug} ${id}`));
    }
  }
  expect(quoted).toBeGreaterThan(100);
  expect(lost.length / quoted, lost.join(", ")).toBeLessThanOrEqual(0.02);
});

test.each([
  ["a grader that measures bearing itself is left what it claims", true, "met"],
  ["any other grader is not", undefined, "insufficient_evidence"],
] as const)("%s", async (_, measuresBearing, verdict) => {
  const claims = [claim("schema-is-knowledge", "Our offices have a lovely view of the sea")];
  const making = { model: null, promptVersion: null, usage: null, costUsd: null };
  const grade = async () => ({ ok: true as const, claims, making });
  const grader = { name: "offline" as const, grade, ...(measuresBearing ? { measuresBearing } : {}) };
  const graded = await gradeTranscript(grader, { scenario: gradedScenario, transcript });
  const results = graded.status === "graded" ? graded.result.criteria.flatMap(({ checks }) => checks) : [];
  expect(results.find(({ id }) => id === "schema-is-knowledge")?.verdict).toBe(verdict);
});

test("a rubric whose checks all share their words is still borne on", () => {
  const one = { criteria: [{ ...rubric.criteria[1], checks: rubric.criteria[1]?.checks ?? [] }] } as Rubric;
  expect(bear([claim("shorter-prompt", "A shorter prompt cuts the cost")], one)[0]?.quotes).toHaveLength(1);
});
