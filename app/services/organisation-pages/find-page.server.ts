import { findMembership } from "#app/domain/accounts/permissions.ts";
import type { Membership, Viewer } from "#app/domain/accounts/viewer.ts";
import { db } from "#app/db/client.server.ts";
import type { OrganisationPage } from "#app/db/generated/client.ts";

/** `organisation` is a handle. */
export type WantedPage = { organisation: string; slug: string };

export type FoundPage = { page: OrganisationPage; membership: Membership };

/** One page of an organisation, to be written. Null where it is absent, and for whoever may not write there. */
export async function findPage(viewer: Viewer | null, { organisation, slug }: WantedPage): Promise<FoundPage | null> {
  const membership = findMembership(viewer, organisation, "write_page");
  if (!membership) return null;
  const { organisationId } = membership;
  const page = await db().organisationPage.findUnique({ where: { organisationId_slug: { organisationId, slug } } });
  return page && { page, membership };
}
