import type { ActionFunctionArgs } from "@remix-run/node";
import { expect, test } from "vitest";
import { db } from "#app/db/client.server.ts";
import { action as decide } from "#app/routes/hiring.$organisation.assessments.$assessment.results.$code.tsx";
import { action as saveDraft } from "#app/routes/hiring.$organisation.reviews.$session.draft.ts";
import { claimSession } from "#app/services/hiring/queue/claim-session.server.ts";
import { withdrawCandidacy } from "#app/services/hiring/candidacy/withdraw.server.ts";
import { deletePerson } from "#app/services/hiring/people/delete-person.server.ts";
import { useTestJobs } from "#test/support/database.ts";
import { giveReview, handIn, makeAssessment, makeTeam } from "#test/support/hiring.ts";
import { idleJobs } from "#test/support/idle-jobs.ts";
import { makeAccount } from "#test/support/visitor.ts";

// What whoever reviews or decides is told once the candidate has left.

useTestJobs(idleJobs);

const site = "http://localhost:3000";

async function makeHandedIn() {
  const team = await makeTeam();
  const assessment = await makeAssessment(team, { reviewersPerSession: 1 });
  const { headers, viewer } = await makeAccount();
  const { organisationId } = team;
  await db().member.create({ data: { organisationId, userId: viewer.id, roles: ["admin"] } });
  const handed = await handIn(assessment, { graded: false });
  const claimed = await claimSession({ ...team.admin, id: viewer.id }, { organisation: organisationId, ...handed });
  if (!claimed?.ok) throw new Error("The session was not taken.");
  const leave = {
    withdraws: () => withdrawCandidacy(handed.candidate, { candidacyId: handed.candidacy.id }),
    "is deleted": () =>
      deletePerson(team.admin, {
        organisation: organisationId,
        assessment: assessment.id,
        candidacyId: handed.candidacy.id,
      }),
  };
  return { team, assessment, headers, leave, ...handed };
}

type Made = Awaited<ReturnType<typeof makeHandedIn>>;
type Sent = { body: BodyInit; params: Record<string, string> };

async function send(action: (args: ActionFunctionArgs) => unknown, made: Made, { body, params }: Sent) {
  const headers = new Headers([...made.headers, ["origin", site]]);
  const request = new Request(`${site}/hiring`, { method: "POST", headers, body });
  const all = { organisation: made.team.handle, ...params };
  const answered = await Promise.resolve()
    .then(() => action({ request, params: all, context: { cspNonce: "" } } as unknown as ActionFunctionArgs))
    .catch((thrown: unknown) => thrown);
  if (!(answered instanceof Response)) return answered;
  return { status: answered.status, told: (await answered.json()) as unknown };
}

const draft = { levels: {}, comments: {}, quotes: {} };
const save = (made: Made) =>
  send(saveDraft, made, { body: JSON.stringify({ draft, revision: 0 }), params: { session: made.sessionId } });

test("a draft that is saved once its candidate has left is told why it is not kept", async () => {
  const told = { withdraws: "withdrawn", "is deleted": "deleted" };
  for (const how of ["withdraws", "is deleted"] as const) {
    const made = await makeHandedIn();
    await made.leave[how]();
    expect(await save(made)).toEqual({ status: 404, told: { gone: told[how] } });
  }
});

test("a decision on a candidate who has left is refused in words of its own, and nothing is written", async () => {
  for (const how of ["withdraws", "is deleted"] as const) {
    const made = await makeHandedIn();
    await giveReview(made.team.first, { sessionId: made.sessionId, levels: { framing: 2, economics: 1 } });
    const body = new URLSearchParams({ intent: "decide", outcome: "advance", reason: "Sound reasoning throughout." });
    const params = { assessment: made.assessment.id, code: made.candidacy.code };
    await made.leave[how]();
    expect(await send(decide, made, { body, params })).toEqual({ status: 404, told: { gone: "candidate" } });
    expect(await db().decision.count({ where: { candidacyId: made.candidacy.id } })).toBe(0);
  }
});
