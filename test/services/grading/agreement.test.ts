import { expect, test } from "vitest";
import { weightedKappa } from "#app/domain/grading/agreement.ts";
import type { Grader } from "#app/domain/grading/grader.ts";
import { offlineGrader } from "#app/domain/grading/offline-grader.ts";
import { calibrateScenario } from "#app/services/grading/calibrate.server.ts";
import { findAgreement, getAgreement } from "#app/services/grading/get-agreement.server.ts";
import { getSample } from "#app/services/grading/get-sample.server.ts";
import { loadLibrary } from "#app/services/library/load-library.server.ts";

// The library as it is shipped: agreement is measured on its labelled answers.

const { scenarios } = await loadLibrary();
const entry = scenarios.find(({ scenario }) => scenario.slug === "legal-document-analysis");
if (!entry) throw new Error("The shipped library has lost a scenario.");

test("every label of every answer is held against the verdict on its check", async () => {
  const { answers, pairs, disagreements, exact, weightedKappa: kappa } = await calibrateScenario(offlineGrader, entry);
  const labels = entry.calibration.flatMap((answer) => Object.values(answer.labels.verdicts));
  expect(pairs.map(({ first }) => first).sort()).toEqual(labels.sort());
  expect(answers.map(({ name }) => name)).toEqual(entry.calibration.map(({ name }) => name));
  expect(disagreements.length).toBe(pairs.filter(({ first, second }) => first !== second).length);
  expect(exact).toBeGreaterThan(0.5);
  expect(kappa).toBe(weightedKappa(pairs));
});

test("an answer that cannot be graded is listed with its reason and left out of the agreement", async () => {
  const making = { model: null, promptVersion: null, usage: null, costUsd: null };
  const busy: Grader = {
    name: "anthropic",
    grade: () => Promise.resolve({ ok: false, reason: "overloaded", message: "Busy.", making }),
  };
  expect(await calibrateScenario(busy, entry)).toMatchObject({
    answers: entry.calibration.map(({ name }) => ({ name, status: "ungraded", reason: "overloaded", score: null })),
    pairs: [],
    exact: null,
    weightedKappa: null,
  });
});

test("agreement over the library counts every answer and verdict of its scenarios", async () => {
  const { scenarios: measured, all } = await getAgreement();
  expect(measured.map(({ slug }) => slug)).toEqual(scenarios.map(({ scenario }) => scenario.slug));
  expect(all.answers).toBe(scenarios.flatMap(({ calibration }) => calibration).length);
  expect(all.verdicts).toBe(measured.reduce((sum, { verdicts }) => sum + verdicts, 0));
  expect(await findAgreement(entry.scenario.slug)).toEqual(
    expect.objectContaining({ answers: 6, exact: measured.find(({ slug }) => slug === entry.scenario.slug)?.exact }),
  );
  expect(await findAgreement("nowhere")).toBeNull();
});

test("the sample of the first page is a real answer with its real grade", async () => {
  const sample = await getSample();
  const [paragraph] = sample?.paragraphs ?? [];
  const text = paragraph?.map((segment) => segment.text).join("") ?? "-";
  expect(entry.calibration.some(({ transcript }) => transcript.some((turn) => turn.text === text))).toBe(true);
  expect(sample?.notes.length).toBeGreaterThan(0);
  const marked = new Set(paragraph?.flatMap(({ marks }) => marks.map(({ checkKey }) => checkKey)));
  for (const { key } of sample?.notes ?? []) expect(marked).toContain(key);
  expect(sample?.agreement).toMatch(/^Offline grader\. The same verdict as its author's label on \d+ % of \d+\.$/);
});
