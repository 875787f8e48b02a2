import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { deletionDate } from "#app/domain/hiring/candidacy.ts";
import { db } from "#app/db/client.server.ts";
import { deleteOrganisation } from "#app/services/organisations/delete-organisation.server.ts";
import { removeMember } from "#app/services/organisations/remove-member.server.ts";
import { inviteCandidates } from "#app/services/hiring/invitations/invite-candidates.server.ts";
import { writeAudit } from "#app/services/hiring/audit/write-audit.server.ts";
import { mailCandidate } from "#app/services/hiring/results/send-feedback.server.ts";
import { applyRetention } from "#app/services/hiring/retention/apply-retention.server.ts";
import { deleteCandidacy } from "#app/services/hiring/retention/delete-candidacy.server.ts";
import { enqueueRetention } from "#app/services/hiring/retention/enqueue-retention.server.ts";
import { useTestJobs } from "#test/support/database.ts";
import { giveReview, handIn, makeAssessment, makeCandidacy, makeTeam } from "#test/support/hiring.ts";
import { idleJobs } from "#test/support/idle-jobs.ts";
import { asOfNow } from "#test/support/organisation.ts";

useTestJobs(idleJobs);

const dayMs = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * dayMs);

/** Everything that can hang on a candidacy, each once. */
async function makeFull() {
  const team = await makeTeam();
  const assessment = await makeAssessment(team, { reviewersPerSession: 1, name: `Role ${randomUUID()}` });
  const { candidate, candidacy, sessionId } = await handIn(assessment, { graded: false });
  await db().grade.create({ data: { sessionId, grader: "offline", rubricHash: "r" } });
  await giveReview(team.first, { sessionId, levels: { framing: 2, economics: 1 } });
  const { organisationId } = team;
  const claim = { sessionId, organisationId, reviewerId: team.second.id, lockedUntil: inDays(1) };
  await db().reviewClaim.create({ data: claim });
  const change = { sessionId, criterionId: "framing", level: 3, reason: "Said later.", byId: team.admin.id };
  await db().levelChange.create({ data: change });
  await db().levelAppeal.create({ data: { sessionId, criterionId: "framing", level: 2, reason: "I said it." } });
  const decision = { candidacyId: candidacy.id, outcome: "advance", reason: "Sound reasoning.", byId: team.admin.id };
  await db().decision.create({ data: decision });
  const card = {
    userId: candidate.id,
    key: "check:x/y",
    content: {},
    memory: {},
    due: new Date(),
    createdAt: new Date(),
  };
  await db().card.create({ data: { ...card, sessionId } });
  const email = candidate.email ?? "";
  await db().mail.create({ data: { to: email, subject: "An assessment", text: "Come in.", about: candidacy.id } });
  await db().mail.create({ data: { to: email, subject: "Choose a new password", text: "Here." } });
  const call = { organisationId, userId: candidate.id, sessionId, purpose: "grade", model: "m", costUsd: 0.5 };
  const { id: callId } = await db().modelCall.create({ data: call });
  const invitation = await db().assessmentInvitation.create({
    data: { assessmentId: assessment.id, email, tokenHash: randomUUID(), uses: 1, expiresAt: inDays(9) },
  });
  await db().candidacy.update({ where: { id: candidacy.id }, data: { invitationId: invitation.id } });
  return { team, assessment, candidate, candidacy, sessionId, callId };
}

const entriesOf = (organisationId: string) =>
  db().auditEntry.findMany({ where: { organisationId, action: "data.delete" }, orderBy: { at: "asc" } });

test("a candidacy whose time has come goes with everything that came of it, and the log says how much and why", async () => {
  const { team, candidate, candidacy, sessionId, callId } = await makeFull();
  await applyRetention(inDays(179));
  expect(await db().candidacy.count({ where: { id: candidacy.id } })).toBe(1);
  await applyRetention(inDays(181));
  expect(await db().candidacy.count({ where: { id: candidacy.id } })).toBe(0);
  const left = { where: { sessionId } };
  expect([
    await db().session.count({ where: { id: sessionId } }),
    await db().turn.count(left),
    await db().grade.count(left),
    await db().review.count(left),
    await db().reviewClaim.count(left),
    await db().sessionLevel.count(left),
    await db().levelChange.count(left),
    await db().levelAppeal.count(left),
    await db().decision.count({ where: { candidacyId: candidacy.id } }),
    await db().card.count({ where: { userId: candidate.id } }),
    await db().assessmentInvitation.count({ where: { email: candidate.email } }),
  ]).toEqual(Array(11).fill(0));
  const mails = await db().mail.findMany({ where: { to: candidate.email ?? "" } });
  expect(mails.map(({ subject }) => subject)).toEqual(["Choose a new password"]);
  expect(await db().modelCall.findUnique({ where: { id: callId } })).toMatchObject({
    costUsd: 0.5,
    sessionId: null,
    userId: null,
  });
  const [entry, ...more] = await entriesOf(team.organisationId);
  expect(more).toEqual([]);
  expect(entry).toMatchObject({ actorId: null, candidacyId: candidacy.id });
  expect(entry?.details).toMatchObject({
    because: "retention",
    sessions: 1,
    grades: 1,
    reviews: 1,
    levels: 2,
    cards: 1,
  });
  expect(JSON.stringify(entry)).not.toContain(candidate.name);
  expect(JSON.stringify(entry)).not.toContain(candidate.email);
  expect(await db().user.count({ where: { id: candidate.id } })).toBe(1);
});

test("the log keeps what was done to somebody deleted, and neither who it was nor what else was told of it", async () => {
  const { team, candidate, candidacy, sessionId } = await makeFull();
  const { organisationId } = team;
  const about = { organisationId, candidacyId: candidacy.id };
  const others = { organisationId, details: { changed: ["name"] } };
  await db().$transaction(async (tx) => {
    await writeAudit(tx, candidate, { ...about, action: "candidacy.begin", details: { extraTimePercent: 50 } });
    await writeAudit(tx, team.admin, { ...about, action: "decision.record", details: { outcome: "decline" } });
    await writeAudit(tx, team.admin, { organisationId, sessionId, action: "level.change", details: { level: 1 } });
    await writeAudit(tx, team.admin, { ...others, action: "assessment.change" });
    await deleteCandidacy(tx, team.admin, { candidacyId: candidacy.id, because: "team" });
  });
  const entries = await db().auditEntry.findMany({ where: { organisationId }, orderBy: { id: "asc" } });
  const told = entries.map(({ action, actorId, details }) => [action, actorId, details]);
  const { id: admin } = team.admin;
  expect(told).toContainEqual(["candidacy.begin", null, null]);
  expect(told).toContainEqual(["decision.record", admin, null]);
  expect(told).toContainEqual(["level.change", admin, null]);
  expect(told).toContainEqual(["assessment.change", admin, others.details]);
  expect(told).toContainEqual(["data.delete", admin, expect.objectContaining({ because: "team", sessions: 1 })]);
  expect(JSON.stringify(entries)).not.toContain(candidate.id);
});

test("mails go with the candidacy or the invitation that they are about, and no others to the same address do", async () => {
  const team = await makeTeam();
  const name = `Role ${randomUUID()}`;
  const assessment = await makeAssessment(team, { name });
  const same = await makeAssessment(team, { name });
  const { candidacy, candidate } = await makeCandidacy(assessment);
  const email = `${randomUUID()}@example.com`;
  const ordinary = { organisation: team.handle, days: 14, extraTimePercent: 0, emails: [email] };
  for (const { id } of [assessment, assessment, same]) {
    expect(await inviteCandidates(team.admin, { ...ordinary, assessment: id })).toMatchObject({ ok: true });
  }
  await db().mail.updateMany({ where: { to: email }, data: { text: "" } }); // as once it is sent
  const used = await db().assessmentInvitation.findFirstOrThrow({
    where: { email, assessmentId: assessment.id, revokedAt: null },
  });
  await db().user.update({ where: { id: candidate.id }, data: { email } });
  await db().candidacy.update({ where: { id: candidacy.id }, data: { invitationId: used.id } });
  await mailCandidate(candidacy.id, { organisation: "Acme", assessment: name, about: "result" });
  const deleted = await db().$transaction((tx) =>
    deleteCandidacy(tx, team.admin, { candidacyId: candidacy.id, because: "team" }),
  );
  expect(deleted?.counts).toMatchObject({ mails: 3, invitations: 2 });
  const left = await db().mail.findMany({ where: { to: email } });
  const standing = await db().assessmentInvitation.findMany({ where: { email } });
  expect(left.map(({ about }) => about)).toEqual(standing.map(({ id }) => id));
  expect(standing.map(({ assessmentId }) => assessmentId)).toEqual([same.id]);
});

test("applied by two at once, what is due is deleted once and told once", async () => {
  const { team } = await makeFull();
  await Promise.all([applyRetention(inDays(181)), applyRetention(inDays(181))]);
  expect(await entriesOf(team.organisationId)).toHaveLength(1);
});

test("the hours follow one another, each once, whoever asks", async () => {
  const now = new Date("2026-03-29T00:59:59Z"); // clocks in Europe change at 01:00 UTC
  await Promise.all([enqueueRetention(now), enqueueRetention(now)]);
  await applyRetention(now);
  await applyRetention(now);
  const jobs = await db().$queryRaw<{ hour: string }[]>`
    SELECT data->>'hour' AS hour FROM pgboss.job WHERE name = 'apply-retention' AND data->>'hour' LIKE '2026-03-29%' ORDER BY 1`;
  expect(jobs.map(({ hour }) => hour)).toEqual(["2026-03-29T00:00:00.000Z", "2026-03-29T01:00:00.000Z"]);
});

test.each(["2026-03-28T23:30:00Z", "2026-10-24T22:30:00Z"])("no change of the clocks moves the end: %s", (from) => {
  const start = new Date(from);
  const end = deletionDate(start, 30);
  expect(end.getTime() - start.getTime()).toBe(30 * dayMs);
  expect(end.toISOString().slice(10)).toBe(start.toISOString().slice(10));
});

test("a member who may and the candidate delete a candidacy, a reviewer does not", async () => {
  const { team, candidate, candidacy } = await makeFull();
  const remove = (viewer: Parameters<typeof deleteCandidacy>[1]) =>
    db().$transaction((tx) => deleteCandidacy(tx, viewer, { candidacyId: candidacy.id, because: "team" }));
  expect(await remove(team.first)).toBeNull();
  expect(await db().candidacy.count({ where: { id: candidacy.id } })).toBe(1);
  expect((await remove(team.admin))?.counts.sessions).toBe(1);
  expect(await remove(candidate)).toBeNull();
  const [entry] = await entriesOf(team.organisationId);
  expect(entry?.actorId).toBe(team.admin.id);
});

test("the agreement of the version is measured again", async () => {
  const { team, assessment } = await makeFull();
  await applyRetention(inDays(181));
  const jobs = await db().$queryRaw<unknown[]>`
    SELECT 1 FROM pgboss.job WHERE name = 'measure-agreement' AND data->>'organisationId' = ${team.organisationId}
      AND data->>'scenarioHash' = ${assessment.part.scenarioHash}`;
  expect(jobs.length).toBeGreaterThan(0);
});

test("addresses of those who never came go after the retention that follows the end of their invitation", async () => {
  const team = await makeTeam();
  const assessment = await makeAssessment(team, { retentionDays: 30 });
  const { candidacy } = await makeCandidacy(assessment);
  const invite = (email: string | null, rest: object = {}) =>
    db().assessmentInvitation.create({
      data: { assessmentId: assessment.id, email, tokenHash: randomUUID(), expiresAt: inDays(10), ...rest },
    });
  await invite("never@example.com");
  await invite("revoked@example.com", { revokedAt: new Date() });
  const used = await invite("came@example.com", { uses: 1 });
  await db().candidacy.update({ where: { id: candidacy.id }, data: { invitationId: used.id, deleteAt: inDays(90) } });
  const left = async () =>
    (await db().assessmentInvitation.findMany({ where: { assessmentId: assessment.id } }))
      .map(({ email }) => email)
      .sort();
  await applyRetention(inDays(31));
  expect(await left()).toEqual(["came@example.com", "never@example.com"]);
  await applyRetention(inDays(41));
  expect(await left()).toEqual(["came@example.com"]);
  const [first, second] = await entriesOf(team.organisationId);
  expect([first?.details, second?.details]).toEqual(
    [1, 1].map((invitations) => ({ because: "retention", invitations })),
  );
});

test("somebody who reviews leaves the organisation, and what they gave stays; a tried organisation stays too", async () => {
  const { team, sessionId } = await makeFull();
  const member = await db().member.findFirstOrThrow({ where: { userId: team.first.id } });
  const removed = await removeMember(team.admin, { organisation: team.organisationId, memberId: member.id });
  expect(removed).toEqual({ ok: true, isViewer: false });
  expect(await db().review.count({ where: { sessionId, reviewerId: team.first.id } })).toBe(1);
  for (const { userId } of [team.second, team.third].map(({ id }) => ({ userId: id }))) {
    await db().member.deleteMany({ where: { userId } });
  }
  const admin = await asOfNow(team.admin);
  expect(await deleteOrganisation(admin, team.organisationId)).toEqual({ ok: false, reason: "taken" });
  await applyRetention(inDays(181));
  expect(await deleteOrganisation(admin, team.organisationId)).toEqual({ ok: true });
  expect(await db().assessment.count({ where: { organisationId: team.organisationId } })).toBe(0);
  expect(await db().auditEntry.count({ where: { organisationId: team.organisationId } })).toBe(0);
});
