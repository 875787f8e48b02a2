import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { db } from "#app/db/client.server.ts";
import { auth } from "#app/services/accounts/auth.server.ts";
import { deleteAccount } from "#app/services/accounts/data/delete-account.server.ts";
import { exportOwnData } from "#app/services/accounts/data/export-own-data.server.ts";
import { findViewer } from "#app/services/accounts/find-viewer.server.ts";
import { requestMagicLink } from "#app/services/accounts/links/request-magic-link.server.ts";
import { requestPasswordReset } from "#app/services/accounts/links/request-password-reset.server.ts";
import { signIn } from "#app/services/accounts/sign-in.server.ts";
import { useTestJobs } from "#test/support/database.ts";
import { giveReview, handIn, makeAssessment, makeTeam } from "#test/support/hiring.ts";
import { idleJobs } from "#test/support/idle-jobs.ts";
import { makeAccount, makeGuest, type Visitor } from "#test/support/visitor.ts";

useTestJobs(idleJobs);

const password = "correct horse battery";
const remove = ({ viewer, headers }: Visitor, given = password) =>
  deleteAccount(viewer, { visitor: headers, password: given });

async function takeAlong({ viewer }: Pick<Visitor, "viewer">) {
  let file = "";
  for await (const part of exportOwnData(viewer)) file += part;
  return { file, data: JSON.parse(file) as Record<string, Record<string, unknown>[]> & { account: object } };
}

/** An account that has been a candidate: what was handed in to a team becomes its own. */
async function makeCandidate(person: Visitor) {
  const team = await makeTeam();
  const made = await handIn(await makeAssessment(team, { reviewersPerSession: 1 }), { graded: false });
  const grade = { grader: "offline", status: "ungraded" as const, score: 87, band: "strong", rubricHash: "r" };
  await db().grade.create({ data: { ...grade, sessionId: made.sessionId } });
  await giveReview(team.first, { sessionId: made.sessionId, levels: { framing: 2, economics: 1 } });
  await db().candidacy.update({ where: { id: made.candidacy.id }, data: { userId: person.viewer.id } });
  await db().session.update({ where: { id: made.sessionId }, data: { userId: person.viewer.id } });
  return { ...made, team };
}

async function makePractice(userId: string): Promise<string> {
  const version = await db().scenarioVersion.findFirstOrThrow();
  const now = new Date();
  const { id } = await db().session.create({
    data: {
      userId,
      scenarioHash: version.hash,
      slug: version.slug,
      startedAt: now,
      lastActiveAt: now,
      draft: { kind: "answer", text: "Not sent yet.", diagram: "" },
      turns: { create: { seq: 1, speaker: "candidate", kind: "answer", text: "A habit of output.", createdAt: now } },
      grades: { create: { grader: "offline", status: "graded", score: 61, band: "proficient", rubricHash: "r" } },
    },
  });
  return id;
}

test("one file holds what is kept of a person, and of an assessment only what they said and what was sent", async () => {
  const person = await makeAccount({ name: "Ottoline Takealong" });
  const { sessionId, candidacy } = await makeCandidate(person);
  const practice = await makePractice(person.viewer.id);
  const { file, data } = await takeAlong(person);
  expect(data.account).toMatchObject({ name: "Ottoline Takealong", email: person.viewer.email, hasPassword: true });
  expect(data.signIns).toHaveLength(1);
  expect(data.candidacies).toMatchObject([{ id: candidacy.id, feedback: null, notice: {} }]);
  const bySession = new Map(data.sessions?.map((session) => [session.id, session]));
  expect(bySession.get(practice)).toMatchObject({
    draft: { text: "Not sent yet." },
    turns: [{ text: "A habit of output." }],
    grades: [{ score: 61 }],
  });
  expect(bySession.get(sessionId)?.grades).toEqual([]);
  expect(bySession.get(sessionId)?.turns).not.toEqual([]);
  expect(file).not.toMatch(/"settled"|"score":87|"strong"/);
  expect(file).not.toContain(candidacy.code);
});

test("whoever has not shown that an address is theirs learns and deletes nothing that was sent there", async () => {
  const victim = "first_last@example.com";
  const squatter = await makeAccount({ email: victim });
  const similar = await makeAccount({ email: "first-last@example.com" });
  const { id: assessmentId } = await makeAssessment(await makeTeam());
  const invitation = { assessmentId, expiresAt: new Date(Date.now() + 86_400_000) };
  for (const email of [victim, similar.viewer.email ?? ""]) {
    await db().assessmentInvitation.create({ data: { ...invitation, email, tokenHash: randomUUID() } });
    await db().mail.create({ data: { to: email, subject: "Invited", text: "https://here.example/assess/token" } });
  }
  const kept = async () => [await db().assessmentInvitation.count({ where: { assessmentId } }), await invitedMails()];
  const invitedMails = () => db().mail.count({ where: { subject: "Invited" } });
  expect((await takeAlong(squatter)).data.mails).toEqual([]);
  expect((await remove(squatter)).ok).toBe(true);
  expect(await kept()).toEqual([2, 2]);

  const owner = await makeAccount({ email: victim });
  await db().user.update({ where: { id: owner.viewer.id }, data: { emailVerified: true } });
  const shown = { ...owner, viewer: { ...owner.viewer, emailVerified: true } };
  expect((await takeAlong(shown)).data.mails?.filter(({ subject }) => subject === "Invited")).toHaveLength(1);
  expect((await remove(shown)).ok).toBe(true);
  expect(await kept()).toEqual([1, 1]);
});

test("a guest takes the work along too, without the address that was made up", async () => {
  const guest = await makeGuest();
  const { email } = await db().user.findUniqueOrThrow({ where: { id: guest.viewer.id } });
  const { file, data } = await takeAlong(guest);
  expect(data.account).toMatchObject({ isGuest: true, email: null });
  expect(file).not.toContain(email);
});

test("a deleted account takes everything along that is a person's, and leaves reviews without a name", async () => {
  const person = await makeAccount();
  const { id, email } = person.viewer;
  const { team, sessionId, candidacy } = await makeCandidate(person);
  const practice = await makePractice(id);
  const other = await handIn(await makeAssessment(team), { graded: false });
  await giveReview(person.viewer, { sessionId: other.sessionId, levels: { framing: 4, economics: 4 } });
  await db().passkey.create({
    data: {
      id: randomUUID(),
      userId: id,
      publicKey: "k",
      credentialID: "c",
      counter: 0,
      deviceType: "d",
      backedUp: true,
    },
  });
  await db().twoFactor.create({ data: { id: randomUUID(), userId: id, secret: "s", backupCodes: "b" } });
  await requestMagicLink(new Headers(), { email: email ?? "", next: "/" });
  await requestPasswordReset(new Headers(), email ?? "");
  await signIn(new Headers(), { email: email ?? "", password: "wrong" });
  expect(await db().verification.count()).toBeGreaterThanOrEqual(2);
  const rates = await db().rateLimit.count();

  const done = await remove(person);
  expect(done.ok).toBe(true);
  expect(await findViewer(person.headers)).toBeNull();
  const own = { where: { userId: id } };
  expect([
    await db().user.count({ where: { id } }),
    await db().authSession.count(own),
    await db().account.count(own),
    await db().passkey.count(own),
    await db().twoFactor.count(own),
    await db().verification.count(),
    await db().session.count({ where: { id: { in: [practice, sessionId] } } }),
    await db().candidacy.count({ where: { id: candidacy.id } }),
    await db().mail.count({ where: { to: email ?? "" } }),
  ]).toEqual(Array(9).fill(0));
  expect(await db().rateLimit.count()).toBeLessThan(rates);
  const [review] = await db().review.findMany({ where: { sessionId: other.sessionId } });
  expect(review).toMatchObject({ reviewerId: null, levels: { framing: 4, economics: 4 } });
  const entry = await db().auditEntry.findFirstOrThrow({ where: { candidacyId: candidacy.id, action: "data.delete" } });
  expect(entry).toMatchObject({ actorId: id, details: { because: "account", sessions: 1 } });
  const again = await signIn(new Headers(), { email: email ?? "", password });
  expect(again).toEqual({ ok: false, reason: "wrong-credentials" });
});

test("whoever does not know the password deletes nothing, however often they try", async () => {
  const person = await makeAccount();
  expect(await remove(person, "something else")).toEqual({ ok: false, reason: "wrong-password" });
  for (let at = 0; at < 9; at++) await remove(person, "something else");
  expect(await remove(person)).toEqual({ ok: false, reason: "too-many-attempts" });
  expect(await db().user.count({ where: { id: person.viewer.id } })).toBe(1);
});

test("without a password a sign-in of just now is asked for", async () => {
  const person = await makeAccount();
  const own = { userId: person.viewer.id };
  await db().account.updateMany({ where: own, data: { password: null } });
  await db().authSession.updateMany({ where: own, data: { createdAt: new Date(Date.now() - 16 * 60_000) } });
  expect(await remove(person)).toEqual({ ok: false, reason: "sign-in-again" });
  await db().authSession.updateMany({ where: own, data: { createdAt: new Date() } });
  expect((await remove(person, "")).ok).toBe(true);
});

test("the last admin of an organisation is told of which; with another admin the account goes", async () => {
  const person = await makeAccount();
  const organisation = await db().organisation.create({ data: { name: "Lonely", handle: "lonely" } });
  const member = { organisationId: organisation.id, roles: ["admin"] };
  await db().member.create({ data: { ...member, userId: person.viewer.id } });
  expect(await remove(person)).toEqual({ ok: false, reason: "last-admin", organisations: ["Lonely"] });
  expect(await auth().api.getSession({ headers: person.headers })).not.toBeNull();
  const next = await makeAccount();
  await db().member.create({ data: { ...member, userId: next.viewer.id } });
  expect((await remove(person)).ok).toBe(true);
  expect(await db().member.count({ where: { organisationId: organisation.id } })).toBe(1);
});

test("a guest deletes the work of the browser without more ado", async () => {
  const guest = await makeGuest();
  await makePractice(guest.viewer.id);
  expect((await remove(guest, "")).ok).toBe(true);
  expect(await db().session.count({ where: { userId: guest.viewer.id } })).toBe(0);
  expect(await findViewer(guest.headers)).toBeNull();
});
