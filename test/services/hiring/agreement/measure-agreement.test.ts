import { expect, test } from "vitest";
import { kappaOf, confusionTable, quadratic } from "#app/domain/grading/calibration/agreement/kappa.ts";
import { alphaOf } from "#app/domain/grading/calibration/agreement/alpha.ts";
import { db } from "#app/db/client.server.ts";
import { findGate } from "#app/services/hiring/agreement/find-gate.server.ts";
import { findReport } from "#app/services/hiring/agreement/find-report.server.ts";
import { measureAgreement } from "#app/services/hiring/agreement/measure-agreement.server.ts";
import { keepSessions, makeSessions } from "#test/support/agreement.ts";
import { useTestJobs } from "#test/support/database.ts";
import { giveReview, handIn, makeAssessment, makeTeam } from "#test/support/hiring.ts";
import { idleJobs } from "#test/support/idle-jobs.ts";

useTestJobs(idleJobs);

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

const rules = { gateKappa: 0.6, gateLeast: 20, hideUnvalidated: true };

async function measured(organisationId: string, scenarioHash: string) {
  await measureAgreement({ organisationId, scenarioHash });
  const found = await findReport({ organisationId, scenarioHash });
  if (!found) throw new Error("Nothing was measured.");
  return found.report;
}

test("the figures are those of the levels themselves, counted in the database", async () => {
  const team = await makeTeam();
  const assessment = await makeAssessment(team);
  const made = makeSessions(40, { criteria: 2, reviewers: 3 });
  await keepSessions(assessment, { sessions: made, reviewers: [team.first, team.second, team.third] });
  const report = await measured(team.organisationId, assessment.part.scenarioHash);
  expect(report.sessions).toBe(40);

  const pairs = made.flatMap(({ grader, settled }) => grader.map((first, at) => ({ first, second: settled[at] ?? 0 })));
  const [whole] = report.graders;
  expect(whole).toMatchObject({ grader: "offline", sessions: 40, levels: 80, notDefined: null });
  expect(whole?.kappa).toBeCloseTo(kappaOf(confusionTable(pairs, 5), quadratic) ?? 0, 9);
  expect(whole?.exact).toBeCloseTo(pairs.filter(({ first, second }) => first === second).length / 80, 12);
  const units = made.flatMap(({ people }) => people);
  expect(report.people.alpha).toBeCloseTo(alphaOf(units, "ordinal") ?? 0, 9);
  expect(report.people.sessions).toBe(40);

  const [first] = report.criteria;
  const ofFirst = made.map(({ grader, settled }) => ({ first: grader[0] ?? 0, second: settled[0] ?? 0 }));
  expect(first?.graders[0]?.confusion).toEqual(confusionTable(ofFirst, 5));
  expect(first?.people.alpha).toBeCloseTo(
    alphaOf(
      made.map(({ people }) => people[0] ?? []),
      "ordinal",
    ) ?? 0,
    9,
  );
  // Three reviewers are three pairs a session.
  expect(first?.peopleConfusion?.flat().reduce((sum, n) => sum + n, 0)).toBe(120);
});

test("a reviewer's own levels are held against the median of the others of the same session, between two middles", async () => {
  const team = await makeTeam();
  const assessment = await makeAssessment(team);
  const made = makeSessions(15, { criteria: 2, reviewers: 3 });
  await keepSessions(assessment, { sessions: made, reviewers: [team.first, team.second, team.third] });
  const { reviewers } = await measured(team.organisationId, assessment.part.scenarioHash);
  const own = made.flatMap(({ people }) => people.map(([a = 0, b = 0, c = 0]) => ({ first: a, second: (b + c) / 2 })));
  const row = reviewers.find(({ reviewerId }) => reviewerId === team.first.id);
  expect(row).toMatchObject({ sessions: 15, levels: 30, notDefined: null });
  // On a scale of halves the same squared differences count, all of them four times.
  const doubled = own.map(({ first, second }) => ({ first: 2 * first, second: 2 * second }));
  expect(row?.kappa).toBeCloseTo(kappaOf(confusionTable(doubled, 9), quadratic) ?? 0, 9);
  expect(row?.difference).toBeCloseTo(sum(own.map(({ first, second }) => first - second)), 9);
  expect(row?.withinOne).toBe(own.filter(({ first, second }) => Math.abs(first - second) <= 1).length);
  // What one is above the others the others are below: over all reviewers with two others each it comes to nothing.
  expect(sum(reviewers.map(({ difference }) => difference))).toBeCloseTo(0, 9);
  expect(reviewers).toHaveLength(3);
});

test("only complete sessions count, of this organisation and this version", async () => {
  const [team, other] = [await makeTeam(), await makeTeam()];
  const assessment = await makeAssessment(team);
  const elsewhere = await makeAssessment(other);
  const kept = { reviewers: [team.first, team.second] };
  await keepSessions(assessment, { sessions: makeSessions(6, { criteria: 2 }), ...kept });
  await keepSessions(assessment, { sessions: makeSessions(30, { criteria: 2 }), ...kept, reviewState: "waiting" });
  await keepSessions(assessment, { sessions: makeSessions(9, { criteria: 2 }), ...kept, reviewState: "adjudicating" });
  await keepSessions(elsewhere, { sessions: makeSessions(12, { criteria: 2 }), ...kept });
  const report = await measured(team.organisationId, assessment.part.scenarioHash);
  expect(report.sessions).toBe(6);
  expect(report.graders[0]).toMatchObject({ sessions: 6, kappa: null, notDefined: "too few" });
  expect(report.graders[0]?.exact).not.toBeNull();
});

test("what reviewers and the grader really gave is measured, and below five sessions without any figure", async () => {
  const team = await makeTeam();
  const assessment = await makeAssessment(team);
  const { sessionId } = await handIn(assessment);
  await giveReview(team.first, { sessionId, levels: { framing: 3, economics: 1 } });
  await giveReview(team.second, { sessionId, levels: { framing: 3, economics: 2 } });
  const report = await measured(team.organisationId, assessment.part.scenarioHash);
  expect(report).toMatchObject({ sessions: 1, people: { sessions: 1, exact: null, alpha: null } });
  expect(report.graders[0]).toMatchObject({ grader: "offline", sessions: 1, levels: 2, exact: null, kappa: null });
  expect(report.criteria.map(({ peopleConfusion, graders }) => [peopleConfusion, graders[0]?.confusion])).toEqual([
    [null, null],
    [null, null],
  ]);
});

test("months are told apart by the first review, and graders by name", async () => {
  const team = await makeTeam();
  const assessment = await makeAssessment(team);
  const kept = { reviewers: [team.first, team.second] };
  const at = (month: number) => new Date(Date.UTC(2026, month - 1, 28, 23, 30));
  await keepSessions(assessment, { sessions: makeSessions(12, { criteria: 2 }), ...kept, reviewedAt: at(9) });
  await keepSessions(assessment, {
    sessions: makeSessions(7, { criteria: 2 }),
    ...kept,
    reviewedAt: at(10),
    grader: "anthropic",
  });
  const report = await measured(team.organisationId, assessment.part.scenarioHash);
  expect(
    report.months.map(({ month, graders }) => [month, graders.map(({ grader, sessions }) => [grader, sessions])]),
  ).toEqual([
    ["2026-09", [["offline", 12]]],
    ["2026-10", [["anthropic", 7]]],
  ]);
  expect(report.graders.map(({ grader, sessions }) => [grader, sessions])).toEqual([
    ["anthropic", 7],
    ["offline", 12],
  ]);
});

test("measured twice, and twice at once, it is one row with the same figures; an earlier start never replaces a later", async () => {
  const team = await makeTeam();
  const assessment = await makeAssessment(team);
  const about = { organisationId: team.organisationId, scenarioHash: assessment.part.scenarioHash };
  await keepSessions(assessment, { sessions: makeSessions(25, { criteria: 2 }), reviewers: [team.first, team.second] });
  const at = new Date("2026-11-22T10:00:00.000Z");
  await Promise.all([measureAgreement(about, at), measureAgreement(about, new Date(at.getTime() + 1))]);
  expect(await db().agreementReport.count({ where: about })).toBe(1);
  const one = await findReport(about);
  expect(one?.measuredAt.toISOString()).toBe("2026-11-22T10:00:00.001Z");
  await keepSessions(assessment, { sessions: makeSessions(5, { criteria: 2 }), reviewers: [team.first, team.second] });
  await measureAgreement(about, at);
  expect(await findReport(about)).toEqual(one);
  await measureAgreement(about, new Date(at.getTime() + 60_000));
  expect((await findReport(about))?.report.sessions).toBe(30);
  const again = await findReport(about);
  await measureAgreement(about, new Date(at.getTime() + 120_000));
  expect((await findReport(about))?.report).toEqual(again?.report);
});

test("the gate opens where people and the grader agree on enough sessions, and hides what it should until then", async () => {
  const team = await makeTeam();
  const assessment = await makeAssessment(team);
  const { organisationId, part } = { organisationId: team.organisationId, part: assessment.part };
  const gate = () => findGate(organisationId, part.scenarioHash, rules);
  expect(await gate()).toMatchObject({ isValidated: false, hides: true, n: 0, low: null });
  const sessions = makeSessions(60, { criteria: 2, stray: 0.4 });
  await keepSessions(assessment, { sessions: sessions.slice(0, 19), reviewers: [team.first, team.second] });
  await measureAgreement({ organisationId, scenarioHash: part.scenarioHash });
  expect(await gate()).toMatchObject({ isValidated: false, hides: true, n: 19 });
  await keepSessions(assessment, { sessions: sessions.slice(19), reviewers: [team.first, team.second] });
  await measureAgreement({ organisationId, scenarioHash: part.scenarioHash });
  expect(await gate()).toMatchObject({ isValidated: true, hides: false, n: 60 });
  const strict = await findGate(organisationId, part.scenarioHash, {
    ...rules,
    gateKappa: 0.99,
    hideUnvalidated: false,
  });
  expect(strict).toMatchObject({ isValidated: false, hides: false });
});

test("an organisation that is gone is measured quietly, and so is one without any session", async () => {
  const team = await makeTeam();
  const assessment = await makeAssessment(team);
  const { scenarioHash } = assessment.part;
  await measureAgreement({ organisationId: "gone", scenarioHash });
  const report = await measured(team.organisationId, scenarioHash);
  expect(report).toMatchObject({ sessions: 0, graders: [], reviewers: [], months: [] });
});
