import { keepsAnAdmin } from "#app/domain/accounts/organisation.ts";
import { readRoles } from "#app/domain/accounts/roles.ts";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { db } from "#app/db/client.server.ts";
import type { Prisma } from "#app/db/generated/client.ts";
import { deleteCandidacy, type DeletedCandidacy } from "#app/services/hiring/retention/delete-candidacy.server.ts";
import { measureAfter } from "#app/services/hiring/retention/measure-after.server.ts";
import { endInvitationsOf } from "#app/services/organisations/hold-organisation.server.ts";
import { callAuth, readOutcome } from "../call-auth.server.ts";
import { forgetAddress } from "./forget-address.server.ts";
import { refuseProof, type ProofRefusal } from "./prove-presence.server.ts";

export type DeletedAccount =
  | { ok: true; headers: Headers }
  | { ok: false; reason: ProofRefusal }
  | { ok: false; reason: "last-admin"; organisations: string[] };

const patienceMs = 60_000;

/**
 * Organisations that would be left without anybody to run them. Nobody changes who is a member meanwhile; whatever else
 * is written there goes on.
 */
async function listLeaderless(tx: Prisma.TransactionClient, userId: string): Promise<string[]> {
  const own = await tx.member.findMany({
    where: { userId },
    include: { organisation: true },
    orderBy: { organisationId: "asc" },
  });
  const leaderless: string[] = [];
  for (const { organisationId, organisation } of own) {
    await tx.$queryRaw`SELECT 1 FROM "Organisation" WHERE "id" = ${organisationId} FOR NO KEY UPDATE`;
    const rows = await tx.member.findMany({ where: { organisationId } });
    const members = rows.map((row) => ({ userId: row.userId, roles: readRoles(row.roles) }));
    if (!keepsAnAdmin(members, userId, null)) leaderless.push(organisation.name);
  }
  return leaderless;
}

/**
 * All that goes with a person; what hangs on their row by itself goes with it. The locks are taken in the order of
 * `holdAround`: what they begin or hand in at this moment comes before or after.
 */
async function deletePerson(tx: Prisma.TransactionClient, viewer: Viewer): Promise<DeletedCandidacy[]> {
  const userId = viewer.id;
  await tx.$queryRaw`SELECT 1 FROM "Organisation" WHERE "id" IN (SELECT a."organisationId" FROM "Assessment" a
    JOIN "Candidacy" c ON c."assessmentId" = a."id" WHERE c."userId" = ${userId}) ORDER BY "id" FOR KEY SHARE`;
  await tx.$queryRaw`SELECT 1 FROM "User" WHERE "id" = ${userId} FOR UPDATE`;
  const deleted: DeletedCandidacy[] = [];
  for (const { id } of await tx.candidacy.findMany({ where: { userId }, select: { id: true } })) {
    const one = await deleteCandidacy(tx, viewer, { candidacyId: id, because: "account" });
    if (one) deleted.push(one);
  }
  const members = await tx.member.findMany({ where: { userId } });
  for (const { organisationId } of members) await endInvitationsOf(tx, { organisationId, userId });
  await tx.$executeRaw`UPDATE "ModelCall" SET "sessionId" = NULL
    WHERE "sessionId" IN (SELECT "id" FROM "Session" WHERE "userId" = ${userId})`;
  await tx.importPlan.deleteMany({ where: { userId } });
  await forgetAddress(tx, viewer);
  await tx.user.delete({ where: { id: userId } });
  return deleted;
}

/**
 * Deletes the viewer's own account, or a guest's work, with everything that is theirs: all or nothing. What they gave as
 * a reviewer and what they published stays without their name.
 */
export async function deleteAccount(
  viewer: Viewer,
  proof: { visitor: Headers; password: string },
): Promise<DeletedAccount> {
  const refusal = await refuseProof(viewer, proof);
  if (refusal) return { ok: false, reason: refusal };
  const done = await db().$transaction(
    async (tx) => {
      const leaderless = await listLeaderless(tx, viewer.id);
      return leaderless.length > 0
        ? { ok: false as const, leaderless }
        : { ok: true as const, deleted: await deletePerson(tx, viewer) };
    },
    { timeout: patienceMs },
  );
  if (!done.ok) return { ok: false, reason: "last-admin", organisations: done.leaderless };
  for (const one of done.deleted) await measureAfter(one);
  const outcome = await readOutcome(await callAuth(proof.visitor, "/sign-out", {}), {});
  return { ok: true, headers: outcome.ok ? outcome.headers : new Headers() };
}
