import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { invitationDays, mostInvitationsAnHour, mostOpenInvitations } from "#app/domain/accounts/invitation.ts";
import type { Role } from "#app/domain/accounts/roles.ts";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { db } from "#app/db/client.server.ts";
import { mailsPerAddress } from "#app/services/accounts/links/mails-per-address.ts";
import { acceptInvitation } from "#app/services/organisations/accept-invitation.server.ts";
import { changeRoles } from "#app/services/organisations/change-roles.server.ts";
import { findInvitation } from "#app/services/organisations/find-invitation.server.ts";
import { inviteMember } from "#app/services/organisations/invite-member.server.ts";
import { leaveOrganisation } from "#app/services/organisations/leave-organisation.server.ts";
import { listMembers } from "#app/services/organisations/list-members.server.ts";
import { removeMember } from "#app/services/organisations/remove-member.server.ts";
import { resendInvitation } from "#app/services/organisations/resend-invitation.server.ts";
import { revokeInvitation } from "#app/services/organisations/revoke-invitation.server.ts";
import { useTestJobs } from "#test/support/database.ts";
import { idleJobs } from "#test/support/idle-jobs.ts";
import { asOfNow, makeMember, makeOrganisation, newestToken } from "#test/support/organisation.ts";
import { makeViewer } from "#test/support/session.ts";

// An invitation: for one address, once, for seven days, by a link that only its mail holds.

useTestJobs(idleJobs);

let organisation = "";
let admin: Viewer;

beforeEach(async () => {
  organisation = (await makeOrganisation({ name: "Acme" })).id;
  admin = await makeMember({ organisationId: organisation, roles: ["admin"], name: "Ada" });
});

async function invite(email: string, { roles = ["candidate"], now }: { roles?: Role[]; now?: Date } = {}) {
  const invited = await inviteMember(admin, { organisation, email, roles, ...(now && { now }) });
  if (!invited?.ok) throw new Error(`The invitation was refused: ${invited?.reason}`);
  return newestToken(email);
}

/** Somebody with an account whose address nobody has shown to be theirs yet. */
async function makeInvited(): Promise<Viewer & { email: string }> {
  const id = randomUUID();
  const email = `${id}@example.com`;
  await db().user.create({ data: { id, name: "Grace", email } });
  return { id, name: "Grace", email, isGuest: false, emailVerified: false, memberships: [] };
}

const rolesOf = async (viewer: Viewer) => (await asOfNow(viewer)).memberships.map(({ roles }) => roles);
const dayMs = 86_400_000;

test("the mail says who asks, to what and until when, and holds the only copy of the link", async () => {
  const now = new Date("2026-11-22T10:30:00Z");
  const token = await invite("grace@example.com", { roles: ["instructor", "reviewer"], now });
  const mail = await db().mail.findFirstOrThrow({ where: { to: "grace@example.com" } });
  expect(mail.subject).toBe("Ada invites you to Acme on Tradeoff");
  expect(mail.text).toContain("as an instructor and a reviewer.");
  expect(mail.text).toContain("until 29 November 2026, 10:30 UTC");
  expect(token.length).toBeGreaterThan(40);
  const stored = await db().memberInvitation.findFirstOrThrow({ where: { organisationId: organisation } });
  expect(JSON.stringify(stored)).not.toContain(token);
});

test("whoever has the address becomes a member, once, and the address is as unverified as before: the mail may have been passed on", async () => {
  const grace = await makeInvited();
  const token = await invite(grace.email, { roles: ["reviewer"] });
  const { handle } = await db().organisation.findUniqueOrThrow({ where: { id: organisation } });
  expect(await findInvitation(grace, { token })).toMatchObject({ state: "open", isFor: "viewer", inviter: "Ada" });
  expect(await acceptInvitation({ ...grace, email: grace.email.toUpperCase() }, { token })).toEqual({
    ok: true,
    handle,
  });
  expect(await rolesOf(grace)).toEqual([["reviewer"]]);
  expect(await db().user.findUnique({ where: { id: grace.id } })).toMatchObject({ emailVerified: false });
  // A second click of the same person is no mistake; to anybody else the invitation is used.
  expect(await acceptInvitation(grace, { token })).toEqual({ ok: true, handle });
  expect(await acceptInvitation(await makeViewer(), { token })).toEqual({ ok: false, reason: "used" });
  expect(await findInvitation(await makeViewer(), { token })).toEqual({ state: "used" });
});

test("a subject says who asks, and has no room for a message", async () => {
  const name = "Win a prize today, collect it at prizes.example";
  const { id } = await makeOrganisation({ name: `Acme: ${name}` });
  const sender = await makeMember({ organisationId: id, roles: ["admin"], name });
  await inviteMember(sender, { organisation: id, email: "grace@example.com", roles: ["candidate"] });
  const mail = await db().mail.findFirstOrThrow({ where: { subject: { contains: "Win" } } });
  expect(mail.subject).toBe("Win a prize today, collect it… invites you to Acme: Win a prize today, coll… on Tradeoff");
});

test("whoever has not verified an address of their own invites nobody", async () => {
  const email = "by-nobody@example.com";
  const unverified = { ...admin, emailVerified: false };
  const refused = { ok: false, reason: "address-unverified" };
  expect(await inviteMember(unverified, { organisation, email, roles: ["candidate"] })).toEqual(refused);
  await invite(email);
  const invitationId = (await listMembers(admin, { organisation }))?.invitations[0]?.invitationId ?? "";
  expect(await resendInvitation(unverified, { organisation, invitationId })).toEqual({ ...refused, email });
  expect(await db().mail.count({ where: { to: email } })).toBe(1);
});

test("an address is sent a bounded number of invitations, from however many organisations", async () => {
  const email = "often@example.com";
  for (let time = 0; time < mailsPerAddress.max; time += 1) await invite(email);
  const elsewhere = (await makeOrganisation()).id;
  const other = await makeMember({ organisationId: elsewhere, roles: ["admin"] });
  const again = await inviteMember(other, {
    organisation: elsewhere,
    email: email.toUpperCase(),
    roles: ["candidate"],
  });
  expect(again).toEqual({ ok: false, reason: "too-many-mails" });
  expect(await db().mail.count({ where: { to: email } })).toBe(mailsPerAddress.max);
});

test("an admin's invitations end with what let them send any: removed, gone, or with another role", async () => {
  const ways: ((sender: Viewer, memberId: string) => Promise<unknown>)[] = [
    (_, memberId) => removeMember(admin, { organisation, memberId }),
    (sender) => leaveOrganisation(sender, { organisation, handOverTo: null }),
    (_, memberId) => changeRoles(admin, { organisation, memberId, roles: ["instructor"] }),
  ];
  for (const end of ways) {
    const sender = await makeMember({ organisationId: organisation, roles: ["admin"] });
    const [grace, alan] = [await makeInvited(), await makeInvited()];
    await inviteMember(sender, { organisation, email: grace.email, roles: ["admin"] });
    await invite(alan.email);
    const token = await newestToken(grace.email);
    const member = await db().member.findFirstOrThrow({ where: { userId: sender.id } });
    expect(await end(sender, member.id)).toMatchObject({ ok: true });
    expect(await acceptInvitation(grace, { token })).toEqual({ ok: false, reason: "revoked" });
    expect(await acceptInvitation(alan, { token: await newestToken(alan.email) })).toMatchObject({ ok: true });
  }
});

test("another address is told for whom it is, masked, and joins nothing", async () => {
  const token = await invite("grace@example.com");
  const mallory = await makeInvited();
  const guest = { ...(await makeInvited()), email: null, isGuest: true };
  expect(await findInvitation(mallory, { token })).toMatchObject({ isFor: "other", maskedAddress: "g…@example.com" });
  expect(await findInvitation(guest, { token })).toMatchObject({ isFor: "unknown" });
  for (const viewer of [mallory, guest]) {
    expect(await acceptInvitation(viewer, { token })).toEqual({ ok: false, reason: "other-address" });
    expect(await rolesOf(viewer)).toEqual([]);
  }
  expect(await db().user.findUnique({ where: { id: mallory.id } })).toMatchObject({ emailVerified: false });
});

test("what has ended says how, and nothing else", async () => {
  const grace = await makeInvited();
  const longAgo = new Date(Date.now() - invitationDays * dayMs);
  const expired = await invite(grace.email, { now: longAgo });
  expect(await findInvitation(grace, { token: expired })).toEqual({ state: "expired" });
  expect(await acceptInvitation(grace, { token: expired })).toEqual({ ok: false, reason: "expired" });

  const revoked = await invite(grace.email);
  const listed = await listMembers(admin, { organisation });
  const invitationId = listed?.invitations[0]?.invitationId ?? "";
  expect(await revokeInvitation(admin, { organisation, invitationId })).toEqual({ ok: true });
  expect(await revokeInvitation(admin, { organisation, invitationId })).toBeNull();
  expect(await findInvitation(grace, { token: revoked })).toEqual({ state: "revoked" });
  expect(await acceptInvitation(grace, { token: revoked })).toEqual({ ok: false, reason: "revoked" });

  expect(await findInvitation(grace, { token: "nonsense" })).toEqual({ state: "unknown" });
  expect(await acceptInvitation(grace, { token: "" })).toEqual({ ok: false, reason: "unknown" });
  expect(await rolesOf(grace)).toEqual([]);
});

test("inviting an address again, or sending it again, ends the link before", async () => {
  const grace = await makeInvited();
  const first = await invite(grace.email, { roles: ["candidate"] });
  const second = await invite(grace.email, { roles: ["instructor"] });
  expect(await acceptInvitation(grace, { token: first })).toEqual({ ok: false, reason: "revoked" });
  const listed = await listMembers(admin, { organisation });
  expect(listed?.invitations).toMatchObject([{ email: grace.email, roles: ["instructor"], state: "open" }]);
  const invitationId = listed?.invitations[0]?.invitationId ?? "";
  expect(await resendInvitation(admin, { organisation, invitationId })).toEqual({ ok: true, email: grace.email });
  expect(await acceptInvitation(grace, { token: second })).toEqual({ ok: false, reason: "revoked" });
  expect(await acceptInvitation(grace, { token: await newestToken(grace.email) })).toMatchObject({ ok: true });
  expect(await rolesOf(grace)).toEqual([["instructor"]]);
});

test("somebody who became a member meanwhile keeps their roles and gets the others", async () => {
  const grace = await makeInvited();
  const token = await invite(grace.email, { roles: ["reviewer", "candidate"] });
  await db().member.create({
    data: { organisationId: organisation, userId: grace.id, roles: ["instructor", "candidate"] },
  });
  expect(await acceptInvitation(grace, { token })).toMatchObject({ ok: true });
  expect((await rolesOf(grace)).map((roles) => [...roles].sort())).toEqual([["candidate", "instructor", "reviewer"]]);
});

test("a member is not invited, and a removed one comes back by no old link", async () => {
  const grace = await makeInvited();
  const token = await invite(grace.email);
  await acceptInvitation(grace, { token });
  const { email } = grace;
  expect(await inviteMember(admin, { organisation, email, roles: ["admin"] })).toEqual({
    ok: false,
    reason: "member-already",
  });
  const { id: memberId } = await db().member.findFirstOrThrow({ where: { userId: grace.id } });
  await removeMember(admin, { organisation, memberId });
  expect(await acceptInvitation(grace, { token })).toEqual({ ok: false, reason: "used" });
  expect(await rolesOf(grace)).toEqual([]);
});

test("only an admin of the organisation invites, sends again and withdraws", async () => {
  await invite("grace@example.com");
  const listed = await listMembers(admin, { organisation });
  const invitationId = listed?.invitations[0]?.invitationId ?? "";
  const elsewhere = await makeOrganisation();
  const strangers = [
    await makeMember({ organisationId: organisation, roles: ["instructor", "reviewer"] }),
    await makeMember({ organisationId: elsewhere.id, roles: ["admin"] }),
    await makeViewer(),
  ];
  for (const viewer of strangers) {
    expect(await inviteMember(viewer, { organisation, email: "eve@example.com", roles: ["admin"] })).toBeNull();
    expect(await resendInvitation(viewer, { organisation, invitationId })).toBeNull();
    expect(await revokeInvitation(viewer, { organisation, invitationId })).toBeNull();
  }
  const [, ownAdmin] = strangers;
  const of = { organisation: elsewhere.id, invitationId };
  expect(ownAdmin && (await revokeInvitation(ownAdmin, of))).toBeNull();
  expect(await db().mail.count({ where: { to: "eve@example.com" } })).toBe(0);
  expect((await listMembers(admin, { organisation }))?.invitations).toHaveLength(1);
});

test("an admin sends a bounded number of invitations an hour, and an organisation has a bounded number open", async () => {
  const now = new Date();
  const write = (createdAt: Date, many: number, invitedById: string | null) =>
    db().memberInvitation.createMany({
      data: Array.from({ length: many }, () => ({
        organisationId: organisation,
        email: `${randomUUID()}@example.com`,
        roles: ["candidate"],
        tokenHash: randomUUID(),
        invitedById,
        createdAt,
        expiresAt: new Date(now.getTime() + dayMs),
      })),
    });
  await write(new Date(now.getTime() - 3_500_000), mostInvitationsAnHour, admin.id);
  const email = "one-more@example.com";
  const ask = (at: Date) => inviteMember(admin, { organisation, email, roles: ["candidate"], now: at });
  expect(await ask(now)).toEqual({ ok: false, reason: "too-many-this-hour" });
  await write(now, mostOpenInvitations - mostInvitationsAnHour, null);
  const anHourLater = new Date(now.getTime() + 3_600_000);
  expect(await ask(anHourLater)).toEqual({ ok: false, reason: "too-many-open" });
  expect(await db().mail.count({ where: { to: email } })).toBe(0);
  expect(await ask(new Date(now.getTime() + 2 * dayMs))).toEqual({ ok: true });
});
