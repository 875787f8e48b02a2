import { expect, test } from "vitest";
import { calibrationKinds } from "#app/domain/grading/calibration/calibration.ts";
import { calibrateOffline, reportOffline } from "#app/services/grading/calibrate.server.ts";
import { loadLibrary } from "#app/services/library/load-library.server.ts";

// What the offline grader must reach on the labelled answers that are shipped.

const { scenarios } = await loadLibrary();
const bySlug = new Map(scenarios.map((entry) => [entry.scenario.slug, entry]));

type Kind = (typeof calibrationKinds)[number];

async function scoresOf(slug: string): Promise<Record<Kind, number>> {
  const entry = bySlug.get(slug);
  if (!entry) throw new Error(`The library has lost ${slug}.`);
  const scores = (await calibrateOffline(entry)).map(({ name, score }) => [name, score] as const);
  return Object.fromEntries(scores) as Record<Kind, number>;
}

test.each([...bySlug.keys()])("the offline grader orders the answers to %s as their labels do", async (slug) => {
  const scores = await scoresOf(slug);
  expect(Object.keys(scores).sort()).toEqual([...calibrationKinds].sort());
  expect(scores.strong).toBeGreaterThan(scores.partial);
  expect(scores.partial).toBeGreaterThan(scores["confidently-wrong"]);
  expect(scores.partial).toBeGreaterThan(scores["right-label-wrong-reasons"]);
  expect(scores["keyword-stuffed"]).toBeLessThanOrEqual(scores.partial);
  expect(scores["instructs-the-grader"]).toBeLessThanOrEqual(scores.partial);
});

test("over the library its verdicts reach a weighted kappa of .70 with the author labels", async () => {
  const { verdicts } = await reportOffline(scenarios);
  expect(verdicts.weightedKappa).toBeGreaterThanOrEqual(0.7);
});
