import { beforeAll, expect, test } from "vitest";
import type { Role } from "#app/domain/accounts/roles.ts";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { db } from "#app/db/client.server.ts";
import { changeRoles } from "#app/services/organisations/change-roles.server.ts";
import { createOrganisation } from "#app/services/organisations/create-organisation.server.ts";
import { deleteOrganisation } from "#app/services/organisations/delete-organisation.server.ts";
import { leaveOrganisation } from "#app/services/organisations/leave-organisation.server.ts";
import { listMembers } from "#app/services/organisations/list-members.server.ts";
import { listOwnOrganisations } from "#app/services/organisations/list-own-organisations.server.ts";
import { removeMember } from "#app/services/organisations/remove-member.server.ts";
import { useTestDatabase } from "#test/support/database.ts";
import { asOfNow, makeMember, makeOrganisation } from "#test/support/organisation.ts";
import { makeScenario, useTestLibrary } from "#test/support/scenario.ts";
import { makeViewer, startInterview } from "#test/support/session.ts";

// Who belongs to an organisation, who may change it, and that somebody can always manage it.

await useTestLibrary(makeScenario());
useTestDatabase();

let organisation = "";
let admin: Viewer;

beforeAll(async () => {
  organisation = (await makeOrganisation()).id;
  admin = await makeMember({ organisationId: organisation, roles: ["admin"] });
});

const join = (...roles: Role[]) => makeMember({ organisationId: organisation, roles });

async function memberIdOf(viewer: Viewer, organisationId = organisation): Promise<string> {
  const { id } = await db().member.findFirstOrThrow({ where: { organisationId, userId: viewer.id } });
  return id;
}

async function rolesOf(viewer: Viewer): Promise<readonly Role[] | null> {
  return (
    (await asOfNow(viewer)).memberships.find(({ organisationId }) => organisationId === organisation)?.roles ?? null
  );
}

test("whoever creates an organisation is its admin, and a handle that is taken comes back with one that is free", async () => {
  const [ada, grace] = [await makeViewer(), await makeViewer()];
  expect(await createOrganisation(ada, { name: "Lovelace", handle: "lovelace" })).toEqual({
    ok: true,
    handle: "lovelace",
  });
  expect((await asOfNow(ada)).memberships).toMatchObject([{ handle: "lovelace", name: "Lovelace", roles: ["admin"] }]);
  const again = { name: "Lovelace", handle: "lovelace" };
  expect(await createOrganisation(grace, again)).toEqual({ ok: false, reason: "taken", free: "lovelace-2" });
  const reserved = { name: "Studio", handle: "studio" };
  expect(await createOrganisation(grace, reserved)).toEqual({ ok: false, reason: "reserved", free: "studio-2" });
  expect((await asOfNow(grace)).memberships).toEqual([]);
});

test("a guest creates no organisation", async () => {
  const guest: Viewer = { ...(await makeViewer()), email: null, isGuest: true };
  expect(await createOrganisation(guest, { name: "Nobody", handle: "nobody-inc" })).toBeNull();
});

test("only an admin of the organisation sees its members, changes what they are or removes them", async () => {
  const target = await join("candidate");
  const memberId = await memberIdOf(target);
  const other = await makeOrganisation();
  const strangers = [
    await join("candidate"),
    await join("instructor"),
    await join("reviewer"),
    await makeMember({ organisationId: other.id, roles: ["admin"] }),
    await makeViewer(),
  ];
  for (const viewer of strangers) {
    expect(await listMembers(viewer, { organisation })).toBeNull();
    expect(await changeRoles(viewer, { organisation, memberId, roles: ["admin"] })).toBeNull();
    expect(await removeMember(viewer, { organisation, memberId })).toBeNull();
  }
  expect(await rolesOf(target)).toEqual(["candidate"]);
  expect((await listMembers(admin, { organisation }))?.members.map((each) => each.memberId)).toContain(memberId);
});

test("a member of another organisation cannot be reached through one's own", async () => {
  const other = await makeOrganisation();
  const elsewhere = await makeMember({ organisationId: other.id, roles: ["admin"] });
  const memberId = await memberIdOf(elsewhere, other.id);
  expect(await changeRoles(admin, { organisation, memberId, roles: ["candidate"] })).toBeNull();
  expect(await removeMember(admin, { organisation, memberId })).toBeNull();
  const handOver = await leaveOrganisation(admin, { organisation, handOverTo: memberId });
  expect(handOver).toEqual({ ok: false, reason: "no-such-member" });
  expect(await rolesOf(admin)).toEqual(["admin"]);
});

test("a change holds from the member's next request on", async () => {
  const member = await join("candidate");
  const memberId = await memberIdOf(member);
  const roles: Role[] = ["instructor", "reviewer"];
  expect(await changeRoles(admin, { organisation, memberId, roles })).toEqual({ ok: true, isViewer: false });
  expect(await rolesOf(member)).toEqual(roles);
  expect(await removeMember(admin, { organisation, memberId })).toEqual({ ok: true, isViewer: false });
  expect(await rolesOf(member)).toBeNull();
  expect(await removeMember(admin, { organisation, memberId })).toBeNull();
});

test("the last admin keeps the role, stays and is not removed, until there is another one", async () => {
  const only = await makeOrganisation();
  const last = await makeMember({ organisationId: only.id, roles: ["admin", "instructor"] });
  const member = await makeMember({ organisationId: only.id, roles: ["candidate"] });
  const memberId = await memberIdOf(last, only.id);
  const of = { organisation: only.id };
  const refused = { ok: false, reason: "last-admin" };
  expect(await changeRoles(last, { ...of, memberId, roles: ["instructor"] })).toEqual(refused);
  expect(await removeMember(last, { ...of, memberId })).toEqual(refused);
  expect(await leaveOrganisation(last, { ...of, handOverTo: null })).toEqual(refused);
  expect(await leaveOrganisation(member, { ...of, handOverTo: null })).toEqual({ ok: true });

  const next = await makeMember({ organisationId: only.id, roles: ["reviewer"] });
  const others = [{ memberId: await memberIdOf(next, only.id), name: "Ada" }];
  expect(await listOwnOrganisations(last)).toMatchObject([{ isLastAdmin: true, others }]);
  expect(await listOwnOrganisations(next)).toMatchObject([{ isLastAdmin: false, others: [] }]);
  const handOverTo = await memberIdOf(next, only.id);
  expect(await leaveOrganisation(last, { ...of, handOverTo })).toEqual({ ok: true });
  const left = await db().member.findMany({ where: { organisationId: only.id } });
  expect(left).toMatchObject([{ userId: next.id, roles: ["reviewer", "admin"] }]);
});

test("whoever is no admin hands nothing over", async () => {
  const [member, friend] = [await join("instructor"), await join("candidate")];
  const handOverTo = await memberIdOf(friend);
  expect(await leaveOrganisation(member, { organisation, handOverTo })).toBeNull();
  expect([await rolesOf(member), await rolesOf(friend)]).toEqual([["instructor"], ["candidate"]]);
});

test("an admin whose role was taken a moment ago changes nothing with what their tab remembers", async () => {
  const former = await join("admin");
  const memberId = await memberIdOf(former);
  await changeRoles(admin, { organisation, memberId, roles: ["candidate"] });
  const target = await memberIdOf(admin);
  expect(await removeMember(former, { organisation, memberId: target })).toBeNull();
  expect(await listOwnOrganisations(await asOfNow(former))).toMatchObject([{ roles: ["candidate"], others: [] }]);
  expect(await rolesOf(admin)).toEqual(["admin"]);
});

test("whoever is alone deletes the organisation, but not with others in it, nor once a scenario of it was taken", async () => {
  const alone = await makeOrganisation();
  const owner = await makeMember({ organisationId: alone.id, roles: ["admin"] });
  const guest = await makeMember({ organisationId: alone.id, roles: ["candidate"] });
  expect(await listOwnOrganisations(owner)).toMatchObject([{ canDelete: false }]);
  expect(await deleteOrganisation(owner, alone.id)).toEqual({ ok: false, reason: "other-members" });
  expect(await deleteOrganisation(guest, alone.id)).toBeNull();
  await leaveOrganisation(guest, { organisation: alone.id, handOverTo: null });

  const sessionId = await startInterview(guest);
  await db().session.update({ where: { id: sessionId }, data: { organisationId: alone.id } });
  expect(await listOwnOrganisations(owner)).toMatchObject([{ isLastAdmin: true, canDelete: false }]);
  expect(await deleteOrganisation(owner, alone.id)).toEqual({ ok: false, reason: "taken" });
  await db().session.deleteMany({ where: { id: sessionId } });
  expect(await listOwnOrganisations(owner)).toMatchObject([{ canDelete: true }]);

  const call = { purpose: "dry_run", model: "m", outcome: "ok", organisationId: alone.id, costUsd: 1 };
  const { id } = await db().modelCall.create({ data: call });
  expect(await deleteOrganisation(owner, alone.id)).toEqual({ ok: true });
  expect(await db().organisation.findUnique({ where: { id: alone.id } })).toBeNull();
  // What it cost whoever runs the server still counts.
  expect(await db().modelCall.findUnique({ where: { id } })).toMatchObject({ organisationId: null, onServerKey: true });
});
