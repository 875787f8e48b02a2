import { expect, test } from "vitest";
import { db } from "#app/db/client.server.ts";
import { changeExtraTime } from "#app/services/hiring/people/change-extra-time.server.ts";
import { deletePerson } from "#app/services/hiring/people/delete-person.server.ts";
import { listPeople } from "#app/services/hiring/people/list-people.server.ts";
import { useTestJobs } from "#test/support/database.ts";
import { giveReview, handIn, makeAssessment, makeCandidacy, makeTeam } from "#test/support/hiring.ts";
import { idleJobs } from "#test/support/idle-jobs.ts";

// The page with names: who has come and how far, and nothing that leads to what they wrote.

useTestJobs(idleJobs);

async function make(changes: Parameters<typeof makeAssessment>[1] = {}) {
  const team = await makeTeam();
  const assessment = await makeAssessment(team, changes);
  return { team, assessment, wanted: { organisation: team.handle, assessment: assessment.id } };
}

test("the people page tells names and states, and no code, score, session or moment", async () => {
  const { team, assessment, wanted } = await make();
  const handed = [];
  for (const name of ["Nell", "Hanna", "Mira"]) handed.push(await handIn(assessment, { name, graded: false }));
  const people = await listPeople(team.admin, wanted);
  expect(people?.people.map(({ name, state }) => [name, state])).toEqual([
    ["Hanna", "taking-part"],
    ["Mira", "taking-part"],
    ["Nell", "taking-part"],
  ]);
  const sent = JSON.stringify(people);
  for (const { candidacy, sessionId } of handed) {
    const { handedInAt, acknowledgedAt, code } = await db().candidacy.findUniqueOrThrow({
      where: { id: candidacy.id },
    });
    const moments = [handedInAt, acknowledgedAt].map((at) => at?.toISOString());
    for (const secret of [code, sessionId, ...moments, "evel"]) expect(sent).not.toContain(secret);
  }
});

test("that somebody has handed in is told once all of it is reviewed", async () => {
  const { team, assessment, wanted } = await make({ reviewersPerSession: 1 });
  const told = async () => {
    const people = (await listPeople(team.admin, wanted))?.people ?? [];
    return people.filter(({ state }) => state === "handed-in").map(({ name }) => name);
  };
  await makeCandidacy(assessment, { name: "Abe, who only came" });
  const made = [];
  for (const name of ["Bea", "Cem", "Dot"]) made.push(await handIn(assessment, { name, graded: false }));
  expect(await told()).toEqual([]);
  for (const { sessionId } of made.slice(0, 2)) {
    await giveReview(team.first, { sessionId, levels: { framing: 2, economics: 1 } });
  }
  expect(await told()).toEqual(["Bea", "Cem"]);
});

test("people stand in the order of their names, not of their coming", async () => {
  const { team, assessment, wanted } = await make();
  for (const name of ["Mira", "Abe", "Zoe", "Bea"]) await makeCandidacy(assessment, { name });
  const names = (await listPeople(team.admin, wanted))?.people.map(({ name }) => name);
  expect(names).toEqual(["Abe", "Bea", "Mira", "Zoe"]);
});

test("whoever looks is told where so few take part that names tell codes", async () => {
  const { team, assessment, wanted } = await make();
  const areFew = async () => (await listPeople(team.admin, wanted))?.areFew;
  expect(await areFew()).toBe(false);
  for (const expected of [true, true, false]) {
    await makeCandidacy(assessment);
    expect(await areFew()).toBe(expected);
  }
});

test("a wish for deletion and a withdrawal are told at once", async () => {
  const { team, assessment, wanted } = await make();
  const { candidacy } = await makeCandidacy(assessment);
  const now = new Date();
  await db().candidacy.update({ where: { id: candidacy.id }, data: { withdrawnAt: now, deletionAskedAt: now } });
  const [person] = (await listPeople(team.admin, wanted))?.people ?? [];
  expect(person).toMatchObject({ state: "withdrawn", asksForDeletion: true });
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

test("extra time answers alike whether somebody has handed in or not, and refuses where nothing begins for anybody", async () => {
  const { team, assessment, wanted } = await make();
  const { candidacy } = await makeCandidacy(assessment, { name: "Abe" });
  const handed = await handIn(assessment, { name: "Abe", graded: false });
  const change = (candidacyId: string) => changeExtraTime(team.admin, { ...wanted, candidacyId, extraTimePercent: 25 });
  expect(await change(handed.candidacy.id)).toEqual(await change(candidacy.id));
  const other = await make();
  const { candidacy: theirs } = await makeCandidacy(other.assessment);
  expect(await change(theirs.id)).toBeNull();
  await db().assessment.update({ where: { id: assessment.id }, data: { state: "closed" } });
  for (const { id } of [candidacy, handed.candidacy]) expect(await change(id)).toEqual({ ok: false, reason: "ended" });
});

test("what somebody did is deleted by those who may, and the record says that it was", async () => {
  const { team, assessment, wanted } = await make();
  const { candidacy, sessionId } = await handIn(assessment, { graded: false });
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
