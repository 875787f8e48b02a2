import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { db } from "#app/db/client.server.ts";
import { appealCriterion } from "#app/services/appeals/appeal-criterion.server.ts";
import { pursueAppeal } from "#app/services/appeals/pursue-appeal.server.ts";
import { enqueueRegrade } from "#app/services/authoring/regrade/enqueue-regrade.server.ts";
import { runRegrade } from "#app/services/authoring/regrade/run-regrade.server.ts";
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
import { answer, gradingJobs, startInterview, waitForScorecard } from "#test/support/session.ts";

// Sessions of an organisation, graded by a model over a real socket, with jobs that are really done.

const model = await startAnthropicServer();
process.env.ANTHROPIC_API_KEY = "sk-ant-api03-the-key-of-the-server-itself";
process.env.ANTHROPIC_BASE_URL = model.url;
await useTestLibrary(makeScenario());
useTestJobs({ ...gradingJobs, "run-regrade": ({ gradeId }) => runRegrade(gradeId) });
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
  const candidate = viewer ?? (await makeMember({ organisationId: organisation, roles: ["candidate"] }));
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

type MadeFor = { appealId: string } | { regradeId: string };

async function madeFor(where: MadeFor): Promise<string[]> {
  const grades = await db().grade.findMany({ where, orderBy: { createdAt: "asc" } });
  return grades.map(({ status, reason }) => reason ?? status);
}

const isEnded = async (where: MadeFor) =>
  (await madeFor(where)).every((state) => state !== "queued" && state !== "grading");

async function waitUntil(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await wait(50);
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
  const ada = await makeMember({ organisationId: organisation, roles: ["candidate"] });
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

test("whoever is no member any more has their interview graded offline, and the model is not to be had", async () => {
  await budget(null);
  const { candidate, sessionId } = await interview();
  await db().member.deleteMany({ where: { userId: candidate.id } });
  const received = model.received.length;
  expect(await requestGrade(candidate, { sessionId, grader: "anthropic" })).toEqual({ ok: false, reason: "no_key" });
  expect(await requestGrade(candidate, { sessionId })).toMatchObject({ ok: true });
  const { grade, canUseAnthropic, contests } = await waitForScorecard(candidate, sessionId);
  expect([grade?.grader, canUseAnthropic, contests?.answerer]).toEqual(["offline", false, "person"]);
  expect(model.received).toHaveLength(received);
});

test("a contested level is read again by itself as well, unless a person was asked meanwhile", async () => {
  const appeals: string[] = [];
  for (const by of ["grader", "person"] as const) {
    await budget(null);
    const { candidate, sessionId } = await interview();
    await requestGrade(candidate, { sessionId, grader: "offline" });
    const { grade } = await waitForScorecard(candidate, sessionId);
    await budget(0);
    const asked = { gradeId: grade?.id ?? "", criterionId: "framing", reason: "I name both halves." };
    const made = await appealCriterion(candidate, { sessionId, asked });
    const appealId = made?.ok ? made.appealId : "";
    await waitUntil(() => isEnded({ appealId }));
    if (by === "person") expect(await pursueAppeal(candidate, { sessionId, appealId, by })).toEqual({ ok: true });
    appeals.push(appealId);
  }
  const [contested = "", toPerson = ""] = appeals;
  await budget(5);
  await waitUntil(
    async () => (await db().appeal.findUniqueOrThrow({ where: { id: contested } })).status === "answered",
  );
  expect(await madeFor({ appealId: contested })).toEqual(["budget", "graded"]);
  expect(await madeFor({ appealId: toPerson })).toEqual(["budget"]);
});

/** A regrade that an admin asked for, once all of it has ended. */
async function regrade(sessionIds: readonly string[]) {
  const { scenarioHash, scenarioVersion } = await db().session.findFirstOrThrow({ include: { scenarioVersion: true } });
  const { id: scenarioId } = await db().authoredScenario.create({
    data: { organisationId: organisation, slug: randomUUID(), title: "Refund desk", files: {} },
  });
  const { id: regradeId } = await db().regrade.create({
    data: { scenarioId, hash: scenarioHash, grader: "anthropic", startedById: admin.id },
  });
  const { rubricHash } = scenarioVersion;
  const made = { grader: "anthropic", rubricHash, scenarioHash, regradeId, requestedById: admin.id };
  await db().grade.createMany({ data: sessionIds.map((sessionId) => ({ sessionId, ...made })) });
  await enqueueRegrade(regradeId);
  await waitUntil(async () => (await statusOf(regradeId)) === "done");
  return regradeId;
}

const statusOf = async (id: string) => (await db().regrade.findUniqueOrThrow({ where: { id } })).status;

test("a regrade that the budget stopped goes on by itself, and one that was cancelled does not", async () => {
  await budget(null);
  const sessions = [await interview(), await interview(), await interview()].map(({ sessionId }) => sessionId);
  await budget(0);
  const [stopped, cancelled] = [await regrade(sessions), await regrade(sessions.slice(0, 1))];
  await db().regrade.update({ where: { id: cancelled }, data: { status: "cancelled" } });
  expect(await madeFor({ regradeId: stopped })).toEqual(["budget", "budget", "budget"]);
  await budget(50);
  await waitUntil(async () => (await statusOf(stopped)) === "done");
  expect((await madeFor({ regradeId: stopped })).slice(3)).toEqual(["graded", "graded", "graded"]);
  expect(await db().grade.findFirst({ where: { regradeId: stopped, status: "graded" } })).toMatchObject({
    requestedById: admin.id,
    scenarioHash: expect.any(String),
  });
  expect(await madeFor({ regradeId: cancelled })).toEqual(["budget"]);
  for (const sessionId of sessions) expect(await statesOf(sessionId)).toHaveLength(sessionId === sessions[0] ? 4 : 3);
});
