import { expect, test } from "vitest";
import { db } from "#app/db/client.server.ts";
import { resumeAfterBudget } from "#app/services/usage/resume-after-budget.server.ts";
import { useTestJobs } from "#test/support/database.ts";
import { idleJobs } from "#test/support/idle-jobs.ts";
import { makeMember, makeOrganisation } from "#test/support/organisation.ts";
import { makeScenario, useTestLibrary } from "#test/support/scenario.ts";
import { startInterview } from "#test/support/session.ts";

process.env.DAILY_BUDGET_USD = "1";
await useTestLibrary(makeScenario());
useTestJobs(idleJobs);

test("what an organisation has graded with the server's key waits for the server's budget too", async () => {
  const { id: organisationId } = await makeOrganisation();
  const candidate = await makeMember({ organisationId, roles: ["candidate"] });
  const sessionId = await startInterview(candidate);
  await db().session.update({ where: { id: sessionId }, data: { organisationId } });
  const ungraded = { status: "ungraded" as const, reason: "budget", grader: "anthropic", rubricHash: "none" };
  await db().grade.create({ data: { ...ungraded, sessionId } });
  await db().modelCall.create({ data: { purpose: "grade", model: "m", outcome: "ok", costUsd: 1, organisationId } });
  await resumeAfterBudget();
  expect(await db().grade.count({ where: { sessionId } })).toBe(1);
  await db().modelCall.updateMany({ data: { onServerKey: false } });
  await resumeAfterBudget();
  expect(await db().grade.count({ where: { sessionId } })).toBe(2);
});
