import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { mostInvitedAnHour } from "#app/domain/hiring/invitation.ts";
import { db } from "#app/db/client.server.ts";
import { mailsPerAddress } from "#app/services/accounts/links/mails-per-address.ts";
import { findAssessInvitation } from "#app/services/hiring/invitations/find-assess-invitation.server.ts";
import { inviteCandidates } from "#app/services/hiring/invitations/invite-candidates.server.ts";
import { makeLink } from "#app/services/hiring/invitations/make-link.server.ts";
import { resendCandidateInvitation } from "#app/services/hiring/invitations/resend-candidate-invitation.server.ts";
import { revokeCandidateInvitation } from "#app/services/hiring/invitations/revoke-candidate-invitation.server.ts";
import { useInvitation } from "#app/services/hiring/invitations/use-invitation.server.ts";
import { useTestJobs } from "#test/support/database.ts";
import { makeAssessment, makeCandidacy, makeTeam } from "#test/support/hiring.ts";
import { idleJobs } from "#test/support/idle-jobs.ts";
import { makeViewer } from "#test/support/session.ts";

// Invitations to an assessment: by address and by link, forwarded, used up, expired, withdrawn and guessed.

useTestJobs(idleJobs);

const dayMs = 86_400_000;

async function makeOpen(changes: Parameters<typeof makeAssessment>[1] = {}) {
  const team = await makeTeam();
  const assessment = await makeAssessment(team, changes);
  return { team, assessment, wanted: { organisation: team.handle, assessment: assessment.id } };
}
type Open = Awaited<ReturnType<typeof makeOpen>>;

const ordinary = { days: 14, extraTimePercent: 0 };

const tokenIn = (text: string) => /\/assess\/([\w-]+)/.exec(text)?.[1] ?? "";

async function newestToken(email: string): Promise<string> {
  const { text } = await db().mail.findFirstOrThrow({ where: { to: email }, orderBy: { id: "desc" } });
  return tokenIn(text);
}

async function invite({ team, wanted }: Open, email: string, more: { now?: Date; extraTimePercent?: number } = {}) {
  const invited = await inviteCandidates(team.admin, { ...wanted, ...ordinary, emails: [email], ...more });
  if (!invited?.ok) throw new Error(`The invitation was refused: ${invited?.reason}`);
  return newestToken(email);
}

async function makeToken({ team, wanted }: Open, mostUses: number): Promise<string> {
  const made = await makeLink(team.admin, { ...wanted, ...ordinary, label: "Careers page", mostUses });
  if (!made?.ok) throw new Error("The link was refused.");
  return tokenIn(made.link);
}

const take = (viewer: Viewer, token: string, now = new Date()) =>
  db().$transaction((tx) => useInvitation(tx, { token, viewer, now }));

const look = (viewer: Viewer | null, token: string, clientAddress = "192.0.2.1") =>
  findAssessInvitation(viewer, { token, clientAddress });

/** Somebody with an account whose address nobody has shown to be theirs yet. */
async function makeUnverified(): Promise<Viewer & { email: string }> {
  const id = randomUUID();
  const email = `${id}@example.com`;
  await db().user.create({ data: { id, name: "Grace", email } });
  return { id, name: "Grace", email, isGuest: false, emailVerified: false, memberships: [] };
}

test("the mail says who invites to what, whom to ask and until when, and holds the only copy of the link", async () => {
  const open = await makeOpen();
  const token = await invite(open, "grace@example.com", { now: new Date("2026-11-22T10:30:00Z") });
  const mail = await db().mail.findFirstOrThrow({ where: { to: "grace@example.com" } });
  expect(mail.subject).toBe("Acme invites you to an assessment");
  expect(mail.text).toContain("Acme invites you to an assessment on Tradeoff: Platform engineer.");
  expect(mail.text).toContain("until 6 December 2026, 10:30 UTC");
  expect(mail.text).toContain("people@acme.example");
  expect(token.length).toBeGreaterThan(40);
  const stored = await db().assessmentInvitation.findFirstOrThrow({ where: { assessmentId: open.assessment.id } });
  expect(JSON.stringify(stored)).not.toContain(token);
});

test("an invitation by address is for an account with that address, once, and does not show that it is theirs", async () => {
  const open = await makeOpen();
  const grace = await makeUnverified();
  const token = await invite(open, grace.email, { extraTimePercent: 25 });
  expect(await look(null, token)).toMatchObject({ state: "open", organisation: "Acme", isFor: "unknown" });
  expect(await look(grace, token)).toMatchObject({ state: "open", isFor: "viewer", candidacyId: null });
  const other = await makeViewer();
  expect(await look(other, token)).toMatchObject({ state: "open", isFor: "other", maskedAddress: expect.anything() });
  expect(await take(other, token)).toEqual({ ok: false, reason: "other-address" });
  const shouted = { ...grace, email: grace.email.toUpperCase() };
  expect(await take(shouted, token)).toMatchObject({ ok: true, extraTimePercent: 25 });
  expect(await db().user.findUnique({ where: { id: grace.id } })).toMatchObject({ emailVerified: false });
  expect(await take(grace, token)).toEqual({ ok: false, reason: "used" });
  expect(await look(other, token)).toMatchObject({ state: "used" });
});

test("whoever is not signed in is told an address of which only its owner knows enough", async () => {
  const open = await makeOpen();
  const token = await invite(open, "grace.hopper@example.com");
  expect(JSON.stringify(await look(null, token))).not.toContain("hopper");
});

test("inviting an address again ends the link before; so does sending it again, for as many days", async () => {
  const open = await makeOpen();
  const first = await invite(open, "grace@again.example");
  const second = await invite(open, "grace@again.example", { extraTimePercent: 50 });
  expect(await look(null, first)).toMatchObject({ state: "revoked" });
  const { id: invitationId } = await db().assessmentInvitation.findFirstOrThrow({
    where: { email: "grace@again.example", revokedAt: null },
  });
  const resent = await resendCandidateInvitation(open.team.admin, { ...open.wanted, invitationId });
  expect(resent).toMatchObject({ email: "grace@again.example", outcome: { ok: true } });
  expect(await look(null, second)).toMatchObject({ state: "revoked" });
  const third = await look(null, await newestToken("grace@again.example"));
  expect(third).toMatchObject({ state: "open", extraTimePercent: 50 });
  const days = "expiresAt" in third ? (Date.parse(third.expiresAt) - Date.now()) / dayMs : 0;
  expect(Math.round(days)).toBe(14);
});

test("an invitation that has expired or was withdrawn lets nobody in", async () => {
  const open = await makeOpen();
  const grace = await makeUnverified();
  const expired = await invite(open, grace.email, { now: new Date(Date.now() - 15 * dayMs) });
  expect(await take(grace, expired)).toEqual({ ok: false, reason: "expired" });
  const token = await invite(open, grace.email);
  const { id: invitationId } = await db().assessmentInvitation.findFirstOrThrow({
    where: { email: grace.email, revokedAt: null },
  });
  const revoke = () => revokeCandidateInvitation(open.team.admin, { ...open.wanted, invitationId });
  expect(await revoke()).toEqual({ ok: true });
  expect(await revoke()).toBeNull();
  expect(await take(grace, token)).toEqual({ ok: false, reason: "revoked" });
  expect(await resendCandidateInvitation(open.team.admin, { ...open.wanted, invitationId })).toBeNull();
});

test("nobody comes in, and nobody is invited, before it is open, after it is closed and past its deadline", async () => {
  for (const changes of [{ state: "closed" as const }, { deadline: new Date(Date.now() - 1) }]) {
    const open = await makeOpen();
    const token = await makeToken(open, 5);
    await db().assessment.update({ where: { id: open.assessment.id }, data: changes });
    expect(await take(await makeViewer(), token)).toEqual({ ok: false, reason: "closed" });
    expect(await look(null, token)).toMatchObject({ state: "closed" });
    const emails = ["grace@late.example"];
    const invited = await inviteCandidates(open.team.admin, { ...open.wanted, ...ordinary, emails });
    expect(invited).toEqual({ ok: false, reason: "not-open" });
    const linked = await makeLink(open.team.admin, { ...open.wanted, ...ordinary, label: "Late", mostUses: 1 });
    expect(linked).toEqual({ ok: false, reason: "not-open" });
  }
});

test("of many who take the last uses of a link at once, exactly as many come in as there are", async () => {
  const open = await makeOpen();
  for (const mostUses of [1, 3]) {
    const token = await makeToken(open, mostUses);
    const people = await Promise.all(Array.from({ length: 6 }, () => makeViewer()));
    const taken = await Promise.all(people.map((viewer) => take(viewer, token)));
    expect(taken.filter(({ ok }) => ok)).toHaveLength(mostUses);
    const refused = taken.flatMap((each) => (each.ok ? [] : [each.reason]));
    expect(new Set(refused)).toEqual(new Set(["used"]));
  }
});

test("a use is given back when the transaction that took it does not come through", async () => {
  const token = await makeToken(await makeOpen(), 1);
  const viewer = await makeViewer();
  const broken = db().$transaction(async (tx) => {
    await useInvitation(tx, { token, viewer, now: new Date() });
    throw new Error("The candidacy could not be made.");
  });
  await expect(broken).rejects.toThrow("could not be made");
  expect(await take(viewer, token)).toMatchObject({ ok: true });
});

test("who guesses tokens is stopped, for right ones too, and others are not", async () => {
  const token = await makeToken(await makeOpen(), 1);
  const states = new Set<string>();
  for (let n = 0; n < 40; n++) states.add((await look(null, `guess-${n}`, "198.51.100.7")).state);
  expect([...states]).toEqual(["unknown", "too-many"]);
  expect(await look(null, token, "198.51.100.7")).toEqual({ state: "too-many" });
  expect(await look(null, token, "198.51.100.8")).toMatchObject({ state: "open" });
  expect(await take(await makeViewer(), "guess")).toEqual({ ok: false, reason: "unknown" });
});

test("whoever has begun is not asked again, and is named to the team", async () => {
  const open = await makeOpen();
  const { candidate } = await makeCandidacy(open.assessment);
  const email = candidate.email ?? "";
  const emails = [email, "new@begun.example"];
  const invited = await inviteCandidates(open.team.admin, { ...open.wanted, ...ordinary, emails });
  expect(invited).toEqual({ ok: true, sent: ["new@begun.example"], begun: [email], slowed: [] });
  expect(await db().mail.count({ where: { to: email } })).toBe(0);
});

test("nobody's mailbox is filled: after several mails to one address the next one waits", async () => {
  const open = await makeOpen();
  for (let n = 0; n < mailsPerAddress.max; n++) await invite(open, "full@mailbox.example");
  const emails = ["full@mailbox.example"];
  const invited = await inviteCandidates(open.team.admin, { ...open.wanted, ...ordinary, emails });
  expect(invited).toMatchObject({ ok: true, sent: [], slowed: emails });
  // The newest that was sent still stands.
  expect(await look(null, await newestToken("full@mailbox.example"))).toMatchObject({ state: "open" });
});

test("an organisation sends no more than so many within an hour", async () => {
  const open = await makeOpen();
  const now = new Date();
  await db().assessmentInvitation.createMany({
    data: Array.from({ length: mostInvitedAnHour }, (_, n) => ({
      assessmentId: open.assessment.id,
      email: `p${n}@many.example`,
      tokenHash: randomUUID(),
      expiresAt: now,
      createdAt: now,
    })),
  });
  const emails = ["one-more@many.example"];
  expect(await inviteCandidates(open.team.admin, { ...open.wanted, ...ordinary, emails })).toEqual({
    ok: false,
    reason: "too-many-this-hour",
  });
});

test("only an admin with an address of their own invites; to others there is nothing to invite to", async () => {
  const open = await makeOpen();
  const asked = { ...open.wanted, ...ordinary, emails: ["grace@admins.example"] };
  expect(await inviteCandidates(open.team.first, asked)).toBeNull();
  expect(await makeLink(open.team.first, { ...open.wanted, ...ordinary, label: "x", mostUses: 1 })).toBeNull();
  const unverified = { ...open.team.admin, emailVerified: false };
  expect(await inviteCandidates(unverified, asked)).toEqual({ ok: false, reason: "address-unverified" });
  expect(await db().mail.count({ where: { to: "grace@admins.example" } })).toBe(0);
});
