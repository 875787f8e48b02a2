import { expect, test } from "vitest";
import { kappaOf, quadratic } from "#app/domain/grading/calibration/agreement/kappa.ts";
import { reportCalibration } from "#app/domain/grading/calibration/calibration-report.ts";
import type { Grader } from "#app/domain/grading/grader.ts";
import { offlineGrader } from "#app/domain/grading/offline/offline-grader.ts";
import { calibrateOffline, calibrateScenario, reportOffline } from "#app/services/grading/calibrate.server.ts";
import { findAgreement, getAgreement } from "#app/services/grading/get-agreement.server.ts";
import { getCalibration } from "#app/services/grading/get-calibration.server.ts";
import { getSample } from "#app/services/grading/get-sample.server.ts";
import { loadLibrary } from "#app/services/library/load-library.server.ts";
import { useTestDatabase } from "#test/support/database.ts";

// The library as it is shipped: agreement is measured on its labelled answers.

useTestDatabase();
const { scenarios } = await loadLibrary();
const entry = scenarios.find(({ scenario }) => scenario.slug === "legal-document-analysis");
if (!entry) throw new Error("The shipped library has lost a scenario.");

const account = {
  id: "ada",
  name: "Ada",
  email: "ada@example.com",
  isGuest: false,
  emailVerified: true,
  memberships: [],
};

test("every label of every answer is held against the verdict on its check, and every criterion's level", async () => {
  const held = await calibrateScenario(offlineGrader, entry);
  const verdicts = held.flatMap((answer) => answer.verdicts);
  const labels = entry.calibration.flatMap((answer) => Object.values(answer.labels.verdicts));
  expect(verdicts.map(({ labelled }) => labelled).sort()).toEqual(labels.sort());
  expect(held.map(({ name }) => name)).toEqual(entry.calibration.map(({ name }) => name));
  const criteria = entry.scenario.rubric.criteria.map(({ id }) => id);
  for (const { levels } of held) expect(levels.map(({ criterion }) => criterion)).toEqual(criteria);

  const report = reportCalibration(held);
  expect(report.verdicts.exact).toBeGreaterThan(0.5);
  expect(report.verdicts.weightedKappa).toBe(kappaOf(report.confusion, quadratic));
  expect(report.confusion.flat().reduce((sum, count) => sum + count, 0)).toBe(labels.length);
  const agreeing = report.confusion.reduce((sum, row, place) => sum + (row[place] ?? 0), 0);
  expect(report.disagreements).toHaveLength(labels.length - agreeing);
});

test("the level that a strong answer's labels come to is near the top in every criterion", async () => {
  const strong = (await calibrateOffline(entry)).find(({ name }) => name === "strong");
  expect(Math.min(...(strong?.levels.map(({ labelled }) => labelled) ?? [0]))).toBeGreaterThanOrEqual(3);
});

test("an answer that cannot be graded is listed with its reason and left out of the agreement", async () => {
  const making = { model: null, promptVersion: null, usage: null, costUsd: null };
  const busy: Grader = {
    name: "anthropic",
    grade: () => Promise.resolve({ ok: false, reason: "overloaded", message: "Busy.", making }),
  };
  const held = await calibrateScenario(busy, entry);
  expect(held).toMatchObject(
    entry.calibration.map(({ name }) => ({ name, status: "ungraded", reason: "overloaded", score: null })),
  );
  expect(reportCalibration(held)).toMatchObject({
    answers: entry.calibration.length,
    verdicts: { pairs: 0, exact: null, weightedKappa: null, alpha: null, notDefined: "no pairs" },
    alphaInterval: null,
    disagreements: [],
  });
});

test("the same content is measured once, other content anew", async () => {
  expect(calibrateOffline(entry)).toBe(calibrateOffline({ ...entry }));
  const fewer = { ...entry, calibration: entry.calibration.slice(1) };
  expect(await calibrateOffline(fewer)).toHaveLength(entry.calibration.length - 1);
  expect(reportOffline(scenarios)).toBe(reportOffline(scenarios));
});

test("agreement over the library counts every answer and verdict of its scenarios", async () => {
  const { scenarios: measured, all, people, readByPeople } = await getAgreement(null);
  expect(measured.map(({ slug }) => slug)).toEqual(scenarios.map(({ scenario }) => scenario.slug));
  expect(all.answers).toBe(scenarios.flatMap(({ calibration }) => calibration).length);
  expect(all.verdicts).toBe(measured.reduce((sum, { verdicts }) => sum + verdicts, 0));
  expect(await findAgreement(entry)).toEqual(
    expect.objectContaining({ answers: 6, exact: measured.find(({ slug }) => slug === entry.scenario.slug)?.exact }),
  );
  expect(await findAgreement(null)).toBeNull();
  expect({ people: people.levels.pairs, readByPeople }).toEqual({ people: 0, readByPeople: false });
});

test("calibration is shown to an account, not to a guest or a stranger, and splits into halves without a rest", async () => {
  expect(await getCalibration(null)).toBeNull();
  expect(await getCalibration({ ...account, email: null, isGuest: true })).toBeNull();
  const view = await getCalibration(account);
  if (!view) throw new Error("An account may see the studio where no reviewers are named.");
  const { report, titles, people } = view;
  expect(report.byHalf.map(({ half }) => half)).toEqual(["development", "test"]);
  const sum = (groups: readonly { answers: number }[]) => groups.reduce((all, { answers }) => all + answers, 0);
  for (const groups of [report.byHalf, report.byScenario, report.byKind]) expect(sum(groups)).toBe(report.answers);
  expect(report.byScenario.map(({ scenario }) => titles[scenario])).toEqual(
    scenarios.map(({ scenario }) => scenario.title),
  );
  expect(people).toMatchObject({ sessions: 0, levels: { notDefined: "no pairs" } });
  expect((await getAgreement(account)).canSeeStudio).toBe(true);
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
