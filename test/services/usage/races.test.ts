import { afterAll, expect, test } from "vitest";
import { db } from "#app/db/client.server.ts";
import { finishSession } from "#app/services/interview/finish-session.server.ts";
import { callAnthropic } from "#app/services/model/call-anthropic.server.ts";
import { resumeAfterBudget } from "#app/services/usage/resume-after-budget.server.ts";
import * as replies from "#test/support/anthropic-replies.ts";
import { startAnthropicServer } from "#test/support/anthropic-server.ts";
import { idleJobs } from "#test/support/idle-jobs.ts";
import { makeOrganisation } from "#test/support/organisation.ts";
import { skipWithoutPostgres, usePostgres } from "#test/support/postgres.ts";
import { makeScenario, useTestLibrary } from "#test/support/scenario.ts";
import { answer, makeViewer, startInterview } from "#test/support/session.ts";

// On a server, requests really cross: what the embedded database does one after the other is done at once here.

const model = await startAnthropicServer();
process.env.ANTHROPIC_API_KEY = "sk-ant-api03-the-key-of-the-server-itself";
process.env.ANTHROPIC_BASE_URL = model.url;
process.env.DAILY_BUDGET_USD = "0.45";
await useTestLibrary(makeScenario());
usePostgres(idleJobs);
skipWithoutPostgres();
afterAll(() => model.close());

/** Calls that break off, so that each keeps its estimate of ten cents. `keyOf` is the organisation whose key they use. */
async function callAtOnce({
  organisationId,
  keyOf,
}: {
  organisationId: string | null;
  keyOf?: string;
}): Promise<number> {
  model.reply(...Array.from({ length: 20 }, () => replies.cutMidStream));
  const before = model.received.length;
  const account = {
    apiKey: "sk-ant-api03-test",
    baseURL: model.url,
    model: "claude-sonnet-5-5",
    organisationId: keyOf,
  };
  const spend = { purpose: "question", organisationId, userId: null, estimatedUsd: 0.1 } as const;
  const request = { max_tokens: 100, system: "Answer.", user: "Why?" };
  await Promise.all(
    Array.from({ length: 20 }, () => callAnthropic({ account, spend, request, idleMs: 9_000, deadlineMs: 9_000 })),
  );
  return model.received.length - before;
}

test("many calls at once stay within the budget of an organisation, and within the server's", async () => {
  const { id } = await makeOrganisation();
  await db().organisation.update({ where: { id }, data: { dailyBudgetUsd: 0.65 } });
  expect(await callAtOnce({ organisationId: id, keyOf: id })).toBe(6);
  const { id: keyless } = await makeOrganisation();
  expect(await callAtOnce({ organisationId: keyless })).toBe(4);
  expect(await callAtOnce({ organisationId: null })).toBe(0);
});

test("many that take up one waiting session at once ask for one grade", async () => {
  await db().modelCall.deleteMany();
  const viewer = await makeViewer();
  const sessionId = await startInterview(viewer);
  await answer(viewer, sessionId, "Tables change every week, so I look them up.");
  await finishSession(viewer, sessionId);
  await db().grade.updateMany({ where: { sessionId }, data: { status: "ungraded", reason: "budget" } });
  await Promise.all(Array.from({ length: 8 }, () => resumeAfterBudget()));
  const grades = await db().grade.findMany({ where: { sessionId }, orderBy: { createdAt: "asc" } });
  expect(grades.map(({ status }) => status)).toEqual(["ungraded", "queued"]);
});
