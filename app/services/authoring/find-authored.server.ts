import { findMembership, type Action } from "#app/domain/accounts/permissions.ts";
import type { Membership, Viewer } from "#app/domain/accounts/viewer.ts";
import { DraftFilesSchema, type DraftFiles } from "#app/domain/authoring/draft.ts";
import { addressOf } from "#app/domain/scenarios/address.ts";
import { db } from "#app/db/client.server.ts";
import type { AuthoredScenario, Prisma } from "#app/db/generated/client.ts";

/** `organisation` is a handle or an id. */
export type WantedAuthored = { organisation: string; slug: string };

export type Authored = Omit<AuthoredScenario, "files"> & { files: DraftFiles };

export type FoundAuthored = { authored: Authored; membership: Membership; address: string };

function read(row: AuthoredScenario, membership: Membership): FoundAuthored {
  const authored = { ...row, files: DraftFilesSchema.parse(row.files) };
  return { authored, membership, address: addressOf(membership.handle, row.slug) };
}

/** One scenario of an organisation. Null where it is absent, and for whoever may not do `action` there. */
export async function findAuthored(
  viewer: Viewer | null,
  { organisation, slug, action }: WantedAuthored & { action: Action },
): Promise<FoundAuthored | null> {
  const membership = findMembership(viewer, organisation, action);
  if (!membership) return null;
  const { organisationId } = membership;
  const row = await db().authoredScenario.findUnique({ where: { organisationId_slug: { organisationId, slug } } });
  return row && read(row, membership);
}

/** The same in the caller's transaction, which from now on is alone with the row until it ends. */
export async function lockAuthored(
  tx: Prisma.TransactionClient,
  viewer: Viewer,
  { organisation, slug, action }: WantedAuthored & { action: Action },
): Promise<FoundAuthored | null> {
  const membership = findMembership(viewer, organisation, action);
  if (!membership) return null;
  const { organisationId } = membership;
  await tx.$queryRaw`
    SELECT "id" FROM "AuthoredScenario" WHERE "organisationId" = ${organisationId} AND "slug" = ${slug} FOR UPDATE`;
  const row = await tx.authoredScenario.findUnique({ where: { organisationId_slug: { organisationId, slug } } });
  return row && read(row, membership);
}
