import { findMembership } from "#app/domain/accounts/permissions.ts";
import type { Membership, Viewer } from "#app/domain/accounts/viewer.ts";
import { pageState, type PageState } from "#app/domain/content/page-state.ts";
import { addressOf } from "#app/domain/scenarios/address.ts";
import { db } from "#app/db/client.server.ts";
import { listNames } from "#app/services/authoring/list-names.server.ts";

export type PageRow = {
  slug: string;
  address: string;
  title: string;
  state: PageState;
  editedAt: string;
  editedBy: string | null;
};

/** The pages of an organisation for whoever may write them, newest first and archived ones last; null for all others. */
export async function listPages(
  viewer: Viewer | null,
  organisation: string,
): Promise<{ membership: Membership; pages: PageRow[] } | null> {
  const membership = findMembership(viewer, organisation, "write_page");
  if (!membership) return null;
  const { organisationId, handle } = membership;
  const rows = await db().organisationPage.findMany({ where: { organisationId }, orderBy: { editedAt: "desc" } });
  const names = await listNames(rows.map(({ editedById }) => editedById));
  const pages = rows.map((row) => ({
    slug: row.slug,
    address: addressOf(handle, row.slug),
    title: row.title,
    state: pageState(row),
    editedAt: row.editedAt.toISOString(),
    editedBy: names.get(row.editedById ?? "") ?? null,
  }));
  const isArchived = ({ state }: PageRow) => state === "archived";
  return { membership, pages: [...pages.filter((page) => !isArchived(page)), ...pages.filter(isArchived)] };
}
