import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { db } from "#app/db/client.server.ts";
import { acceptInvitation } from "#app/services/organisations/accept-invitation.server.ts";
import { changeRoles } from "#app/services/organisations/change-roles.server.ts";
import { inviteMember } from "#app/services/organisations/invite-member.server.ts";
import { leaveOrganisation } from "#app/services/organisations/leave-organisation.server.ts";
import { removeMember } from "#app/services/organisations/remove-member.server.ts";
import { useTestJobs } from "#test/support/database.ts";
import { idleJobs } from "#test/support/idle-jobs.ts";
import { makeMember, makeOrganisation, newestToken } from "#test/support/organisation.ts";
import { postgresServer, usePostgres } from "#test/support/postgres.ts";
import { makeViewer } from "#test/support/session.ts";

// What happens at the same moment. On the server that TEST_DATABASE_URL names requests really cross; the embedded
// database takes one transaction at a time. Each race is run several times.

if (postgresServer === undefined) useTestJobs(idleJobs);
else usePostgres(idleJobs);

const times = Array.from({ length: 5 }, (_, at) => at);

/** Two admins who know each other, and nobody else. */
async function makeTwoAdmins() {
  const { id: organisation } = await makeOrganisation();
  const admins = [
    await makeMember({ organisationId: organisation, roles: ["admin"] }),
    await makeMember({ organisationId: organisation, roles: ["admin"] }),
  ] as const;
  return { organisation, admins };
}

async function memberIdOf(viewer: Viewer): Promise<string> {
  return (await db().member.findFirstOrThrow({ where: { userId: viewer.id } })).id;
}

const countAdmins = (organisationId: string) =>
  db().member.count({ where: { organisationId, roles: { has: "admin" } } });

test("two admins who take each other's role at once leave one admin", async () => {
  for (const _ of times) {
    const { organisation, admins } = await makeTwoAdmins();
    const [first, second] = [await memberIdOf(admins[0]), await memberIdOf(admins[1])];
    const results = await Promise.all([
      changeRoles(admins[0], { organisation, memberId: second, roles: ["candidate"] }),
      changeRoles(admins[1], { organisation, memberId: first, roles: ["candidate"] }),
    ]);
    expect(results.filter((result) => result?.ok)).toHaveLength(1);
    expect(await countAdmins(organisation)).toBe(1);
  }
});

test("two admins who remove each other, or leave, at once leave one admin", async () => {
  for (const _ of times) {
    const { organisation, admins } = await makeTwoAdmins();
    const [first, second] = [await memberIdOf(admins[0]), await memberIdOf(admins[1])];
    await Promise.all([
      removeMember(admins[0], { organisation, memberId: second }),
      removeMember(admins[1], { organisation, memberId: first }),
    ]);
    expect(await countAdmins(organisation)).toBe(1);

    const other = await makeTwoAdmins();
    const leave = (viewer: Viewer) => leaveOrganisation(viewer, { organisation: other.organisation, handOverTo: null });
    const left = await Promise.all(other.admins.map(leave));
    expect(left.filter((result) => result?.ok)).toHaveLength(1);
    expect(await countAdmins(other.organisation)).toBe(1);
  }
});

test("an invitation that is accepted many times at once makes one membership", async () => {
  for (const _ of times) {
    const { organisation, admins } = await makeTwoAdmins();
    const viewer = await makeViewer();
    const email = viewer.email ?? "";
    await inviteMember(admins[0], { organisation, email, roles: ["reviewer"] });
    const token = await newestToken(email);
    const results = await Promise.all([1, 2, 3].map(() => acceptInvitation(viewer, { token })));
    expect(results.every((result) => result.ok)).toBe(true);
    const members = await db().member.findMany({ where: { organisationId: organisation, userId: viewer.id } });
    expect(members).toMatchObject([{ roles: ["reviewer"] }]);
  }
});

test("an address that is invited twice at once has one invitation that stands", async () => {
  for (const _ of times) {
    const { organisation, admins } = await makeTwoAdmins();
    const email = `${randomUUID()}@example.com`;
    await Promise.all(admins.map((admin) => inviteMember(admin, { organisation, email, roles: ["candidate"] })));
    const invitations = await db().memberInvitation.findMany({ where: { organisationId: organisation, email } });
    expect(invitations).toHaveLength(2);
    expect(invitations.filter(({ revokedAt }) => revokedAt === null)).toHaveLength(1);
  }
});
