import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { db } from "#app/db/client.server.ts";
import { requestGrade } from "#app/services/grading/request-grade.server.ts";
import { finishSession } from "#app/services/interview/finish-session.server.ts";
import { resumeAfterBudget } from "#app/services/usage/resume-after-budget.server.ts";
import { setBudget } from "#app/services/usage/set-budget.server.ts";
import { setKey } from "#app/services/usage/set-key.server.ts";
import * as replies from "#test/support/anthropic-replies.ts";
import { startAnthropicServer } from "#test/support/anthropic-server.ts";
import { useTestJobs } from "#test/support/database.ts";
import { makeMember, makeOrganisation } from "#test/support/organisation.ts";
import { makeScenario, useTestLibrary } from "#test/support/scenario.ts";
import { answer, gradingJobs, makeViewer, startInterview, waitForScorecard } from "#test/support/session.ts";

// Sessions of an organisation, graded by a model over a real socket, with jobs that are really done.

const model = await startAnthropicServer();
process.env.ANTHROPIC_API_KEY = "sk-ant-api03-the-key-of-the-server-itself";
process.env.ANTHROPIC_BASE_URL = model.url;
await useTestLibrary(makeScenario());
useTestJobs(gradingJobs);
afterAll(() => model.close());

const said = "Tables change every week, so I look them up. The dialect goes into the weights.";
const spent = { purpose: "grade", model: "claude-sonnet-5-5", outcome: "ok" };

/** What grading a session is taken to cost. */
async function estimated(sessionId: string): Promise<number> {
  const { estimatedUsd } = await db().modelCall.findFirstOrThrow({ where: { sessionId, purpose: "grade" } });
  return estimatedUsd ?? 0;
}

let admin: Viewer;
let organisation: string;
beforeAll(async () => {
  const acme = await makeOrganisation({ name: "Acme" });
  organisation = acme.id;
  admin = await makeMember({ organisationId: acme.id, roles: ["admin"] });
});
beforeEach(async () => {
  await db().$executeRaw`DELETE FROM pgboss.job WHERE name = 'resume-after-budget'`;
  await db().modelCall.deleteMany();
  await db().session.deleteMany();
});

/** A finished interview that belongs to the organisation, once its grade has ended. */
async function interview({ viewer, of = organisation }: { viewer?: Viewer; of?: string | null } = {}) {
  const candidate = viewer ?? (await makeViewer());
  const sessionId = await startInterview(candidate);
  await db().session.update({ where: { id: sessionId }, data: { organisationId: of } });
  await answer(candidate, sessionId, said);
  await finishSession(candidate, sessionId);
  return { candidate, sessionId, scorecard: await waitForScorecard(candidate, sessionId) };
}

const budget = (totalUsd: number | null, perPersonUsd: number | null = null) =>
  setBudget(admin, { organisation, totalUsd, perPersonUsd });

async function statesOf(sessionId: string): Promise<string[]> {
  const grades = await db().grade.findMany({ where: { sessionId }, orderBy: { createdAt: "asc" } });
  return grades.map(({ status, reason }) => reason ?? status);
}

async function waitUntilGraded(sessionId: string): Promise<void> {
  for (;;) {
    const newest = (await statesOf(sessionId)).at(-1);
    if (newest === "graded") return;
    if (newest !== "queued" && newest !== "grading") throw new Error(`The newest grade is ${newest}.`);
    await wait(50);
  }
}

test("at the budget an interview is not graded, which is no zero and says so", async () => {
  await budget(0.001);
  const { scorecard, sessionId } = await interview();
  expect(scorecard.state).toBe("ungraded");
  expect(scorecard.grade).toBeNull();
  expect(scorecard.ungraded).toEqual({
    reason: "budget",
    message:
      "The daily model budget of Acme is smaller than what this would cost. It can go on when the budget is raised.",
  });
  expect(await statesOf(sessionId)).toEqual(["budget"]);
  const [job] = await db().$queryRaw<{ at: Date }[]>`
    SELECT start_after AS at FROM pgboss.job WHERE name = 'resume-after-budget'`;
  expect(job?.at.toISOString()).toMatch(/T00:00:10.000Z$/);
});

test("when the budget is raised what waits is graded by itself, each once", async () => {
  await budget(0);
  const waiting = [await interview(), await interview()];
  await budget(5);
  for (const { sessionId } of waiting) {
    await waitUntilGraded(sessionId);
    expect(await statesOf(sessionId)).toEqual(["budget", "graded"]);
  }
  await budget(6);
  await resumeAfterBudget();
  for (const { sessionId } of waiting) expect(await statesOf(sessionId)).toEqual(["budget", "graded"]);
});

test("of many that take it up at the same moment one asks for the grade", async () => {
  await budget(0);
  const { sessionId } = await interview();
  await db().organisation.update({ where: { id: organisation }, data: { dailyBudgetUsd: 5 } });
  await Promise.all(Array.from({ length: 6 }, () => resumeAfterBudget()));
  await waitUntilGraded(sessionId);
  expect(await statesOf(sessionId)).toEqual(["budget", "graded"]);
});

test("no more are taken up than the day holds; the rest go on waiting without another try", async () => {
  await budget(0);
  const [first, second] = [await interview(), await interview()];
  const estimate = await estimated(first.sessionId);
  await budget(estimate * 1.5);
  await waitUntilGraded(first.sessionId);
  expect(await statesOf(second.sessionId)).toEqual(["budget"]);
});

test("who has used up their own share waits, and the others do not", async () => {
  await budget(0);
  const ada = await makeViewer();
  const [hers, grace] = [await interview({ viewer: ada }), await interview()];
  const estimate = await estimated(hers.sessionId);
  await db().modelCall.create({
    data: { ...spent, organisationId: organisation, userId: ada.id, costUsd: estimate },
  });
  await budget(null, estimate * 1.5);
  await waitUntilGraded(grace.sessionId);
  expect(await statesOf(hers.sessionId)).toEqual(["budget"]);
  await db().modelCall.updateMany({ data: { createdAt: new Date(Date.now() - 86_400_000) } });
  await resumeAfterBudget();
  await waitUntilGraded(hers.sessionId);
});

test("a key that is set takes up what a bad one left", async () => {
  await budget(null);
  model.reply(replies.wrongKey);
  const { sessionId, scorecard } = await interview();
  expect(scorecard.ungraded?.reason).toBe("wrong_key");
  await setKey(admin, { organisation, apiKey: "sk-ant-api03-the-key-of-acme-and-nobody-else" });
  await waitUntilGraded(sessionId);
  expect(model.received.at(-1)?.headers.authorization).toBe("Bearer sk-ant-api03-the-key-of-acme-and-nobody-else");
});

test("a key of its own that is not accepted is named as the organisation's", async () => {
  model.reply(replies.wrongKey);
  const { scorecard } = await interview();
  expect(scorecard.ungraded?.message).toMatch(/^The model's API did not accept the key; check the key of Acme \(401/);
});

test("the budget of one organisation holds back nobody else", async () => {
  await budget(0);
  const { scorecard } = await interview({ of: null });
  expect(scorecard.state).toBe("graded");
});

test("a grade a candidate asks for at the budget waits as well, and the one before stands", async () => {
  await budget(null);
  const { candidate, sessionId, scorecard } = await interview();
  await budget(0);
  await requestGrade(candidate, { sessionId });
  const after = await waitForScorecard(candidate, sessionId);
  expect(after.ungraded?.reason).toBe("budget");
  expect(after.grade?.id).toBe(scorecard.grade?.id);
});
