import { expect, test } from "vitest";
import { db } from "#app/db/client.server.ts";
import { changeExtraTime } from "#app/services/hiring/people/change-extra-time.server.ts";
import { deletePerson } from "#app/services/hiring/people/delete-person.server.ts";
import { listPeople } from "#app/services/hiring/people/list-people.server.ts";
import { useTestJobs } from "#test/support/database.ts";
import { handIn, makeAssessment, makeCandidacy, makeTeam } from "#test/support/hiring.ts";
import { idleJobs } from "#test/support/idle-jobs.ts";

// The page with names: who has come and how far, and nothing that leads to what they wrote.

useTestJobs(idleJobs);

async function make(changes: Parameters<typeof makeAssessment>[1] = {}) {
  const team = await makeTeam();
  const assessment = await makeAssessment(team, changes);
  return { team, assessment, wanted: { organisation: team.handle, assessment: assessment.id } };
}

test("the people page tells names and states, and no code, score, session or moment of handing in", async () => {
  const { team, assessment, wanted } = await make();
  await makeCandidacy(assessment, { name: "Nell Notice" });
  const { candidacy, sessionId } = await handIn(assessment, { name: "Hanna Handed" });
  const people = await listPeople(team.admin, wanted);
  expect(people?.people.map(({ name, state }) => [name, state])).toEqual([
    ["Hanna Handed", "handed-in"],
    ["Nell Notice", "read-notice"],
  ]);
  const { handedInAt, deleteAt } = await db().candidacy.findUniqueOrThrow({ where: { id: candidacy.id } });
  const levels = await db().sessionLevel.findMany({ where: { sessionId } });
  expect(levels.length).toBeGreaterThan(0);
  const sent = JSON.stringify(people);
  for (const secret of [candidacy.code, sessionId, handedInAt?.toISOString(), deleteAt.toISOString(), "evel"]) {
    expect(sent).not.toContain(secret);
  }
});

test("states are said as they come: notice, under way, withdrawn, and a wish for deletion beside them", async () => {
  const { team, assessment, wanted } = await make();
  const { candidacy } = await makeCandidacy(assessment);
  const state = async () => (await listPeople(team.admin, wanted))?.people[0];
  expect(await state()).toMatchObject({ state: "read-notice", partsFinished: 0, asksForDeletion: false });
  const now = new Date();
  await db().session.create({
    data: {
      userId: candidacy.userId,
      candidacyId: candidacy.id,
      partId: assessment.part.id,
      mode: "assessment",
      scenarioHash: assessment.part.scenarioHash,
      slug: assessment.part.slug,
      phase: "answering",
      startedAt: now,
      lastActiveAt: now,
    },
  });
  expect(await state()).toMatchObject({ state: "under-way", partsFinished: 0 });
  await db().session.updateMany({ where: { candidacyId: candidacy.id }, data: { phase: "finished", finishedAt: now } });
  expect(await state()).toMatchObject({ state: "under-way", partsFinished: 1 });
  await db().candidacy.update({ where: { id: candidacy.id }, data: { withdrawnAt: now, deletionAskedAt: now } });
  expect(await state()).toMatchObject({ state: "withdrawn", asksForDeletion: true });
});

test("only admins see the people, and that they looked is noted once an hour", async () => {
  const { team, wanted } = await make();
  expect(await listPeople(team.first, wanted)).toBeNull();
  await listPeople(team.admin, wanted);
  await listPeople(team.admin, wanted);
  const noted = await db().auditEntry.findMany({ where: { assessmentId: wanted.assessment } });
  expect(noted).toMatchObject([{ action: "people.see", actorId: team.admin.id }]);
});

test("long lists are paged, and everybody is on one page", async () => {
  const { team, assessment, wanted } = await make();
  for (let n = 0; n < 60; n++) await makeCandidacy(assessment, { name: `Person ${n}` });
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const listed = await listPeople(team.admin, { ...wanted, after });
    seen.push(...(listed?.people ?? []).map(({ name }) => name));
    after = listed?.nextPeople ?? null;
  } while (after !== null);
  expect(new Set(seen).size).toBe(60);
  expect(seen).toHaveLength(60);
});

test("whoever was invited by address and came is among those who have come, and not invited any more", async () => {
  const { team, assessment, wanted } = await make();
  const { candidate } = await makeCandidacy(assessment);
  const emails = ["not-yet@come.example", candidate.email ?? ""];
  await db().assessmentInvitation.createMany({
    data: emails.map((email) => ({
      assessmentId: assessment.id,
      email,
      tokenHash: `hash of ${email}`,
      expiresAt: new Date(Date.now() + 86_400_000),
    })),
  });
  const people = await listPeople(team.admin, wanted);
  expect(people?.invited.map(({ email }) => email)).toEqual(["not-yet@come.example"]);
  expect(people?.people.map(({ email }) => email)).toEqual([candidate.email]);
});

test("extra time changes for what is not begun, in the record without a name", async () => {
  const { team, assessment, wanted } = await make();
  const { candidacy } = await makeCandidacy(assessment, { name: "Ava Accommodated" });
  const asked = { ...wanted, candidacyId: candidacy.id, extraTimePercent: 50 };
  expect(await changeExtraTime(team.first, asked)).toBeNull();
  expect(await changeExtraTime(team.admin, asked)).toEqual({ ok: true, name: "Ava Accommodated" });
  expect(await changeExtraTime(team.admin, asked)).toEqual({ ok: true, name: "Ava Accommodated" });
  expect(await db().candidacy.findUnique({ where: { id: candidacy.id } })).toMatchObject({ extraTimePercent: 50 });
  const entries = await db().auditEntry.findMany({ where: { candidacyId: candidacy.id } });
  expect(entries).toMatchObject([{ action: "accommodation.change", details: { before: 0, after: 50 } }]);
  expect(JSON.stringify(entries)).not.toContain("Ava");
});

test("extra time is refused once nothing more can begin, and for candidates of another assessment", async () => {
  const { team, assessment, wanted } = await make();
  const { candidacy } = await handIn(assessment);
  const asked = { ...wanted, candidacyId: candidacy.id, extraTimePercent: 25 };
  expect(await changeExtraTime(team.admin, asked)).toEqual({ ok: false, reason: "ended" });
  await db().candidacy.update({ where: { id: candidacy.id }, data: { handedInAt: null } });
  expect(await changeExtraTime(team.admin, asked)).toEqual({ ok: false, reason: "all-begun" });
  const other = await make();
  const { candidacy: theirs } = await makeCandidacy(other.assessment);
  expect(await changeExtraTime(team.admin, { ...asked, candidacyId: theirs.id })).toBeNull();
});

test("what somebody did is deleted by those who may, and the record says that it was", async () => {
  const { team, assessment, wanted } = await make();
  const { candidacy, sessionId } = await handIn(assessment);
  const asked = { ...wanted, candidacyId: candidacy.id };
  expect(await deletePerson(team.first, asked)).toBeNull();
  const other = await make();
  expect(await deletePerson(other.team.admin, { ...other.wanted, candidacyId: candidacy.id })).toBeNull();
  expect(await deletePerson(team.admin, asked)).toEqual({ ok: true });
  expect(await db().session.findUnique({ where: { id: sessionId } })).toBeNull();
  expect(await deletePerson(team.admin, asked)).toBeNull();
  const entries = await db().auditEntry.findMany({ where: { candidacyId: candidacy.id, action: "data.delete" } });
  expect(entries).toMatchObject([{ actorId: team.admin.id, details: { because: "team", sessions: 1 } }]);
});
