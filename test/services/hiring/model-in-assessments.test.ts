import { afterAll, expect, test } from "vitest";
import { db } from "#app/db/client.server.ts";
import { accountFor, canUseModel, graderFor } from "#app/services/model/account-for.server.ts";
import { startAnthropicServer } from "#test/support/anthropic-server.ts";
import { beginBy, takePart } from "#test/support/candidacy.ts";
import { useTestJobs } from "#test/support/database.ts";
import { gradedScenario } from "#test/support/graded-scenario.ts";
import { makeAssessment, makeTeam } from "#test/support/hiring.ts";
import { idleJobs } from "#test/support/idle-jobs.ts";
import { useTestLibrary } from "#test/support/scenario.ts";
import { makeViewer } from "#test/support/session.ts";

const model = await startAnthropicServer();
process.env.ANTHROPIC_API_KEY = "sk-ant-api03-the-key-of-the-server-itself";
process.env.ANTHROPIC_BASE_URL = model.url;
await useTestLibrary(gradedScenario);
useTestJobs(idleJobs);
afterAll(() => model.close());

async function taken(modelMayGrade: boolean) {
  const team = await makeTeam();
  const assessment = await makeAssessment(team, { modelMayGrade });
  const candidate = await makeViewer();
  const candidacyId = await beginBy(candidate, assessment.id);
  const answers = ["The dialect is a habit of output, so it belongs in the weights."];
  const sessionId = await takePart(candidate, { candidacyId, partId: assessment.part.id, answers });
  const turns = await db().turn.findMany({ where: { sessionId } });
  const grade = await db().grade.findFirstOrThrow({ where: { sessionId } });
  const spender = { organisationId: team.organisationId, userId: candidate.id, candidacyId };
  return { spender, turns, grade };
}

test("where the team lets no model take part, none words a question, finds a fact or grades", async () => {
  const { spender, turns, grade } = await taken(false);
  expect(await canUseModel(spender)).toBe(false);
  expect((await accountFor(spender)).noKeyBecause).toMatch(/no model/);
  expect(await graderFor(spender)).toBe("offline");
  expect(grade.grader).toBe("offline");
  expect(turns.every(({ voice }) => voice === null || voice === "authored")).toBe(true);
});

test("where it does, the organisation pays for a candidate who is nobody's member", async () => {
  const { spender, grade } = await taken(true);
  expect(await canUseModel(spender)).toBe(true);
  expect(await graderFor(spender)).toBe("anthropic");
  expect(grade.grader).toBe("anthropic");
  expect(await canUseModel({ ...spender, candidacyId: null })).toBe(false);
});
