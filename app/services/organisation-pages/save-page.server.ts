import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { pageTitle } from "#app/domain/content/organisation-page.ts";
import { db } from "#app/db/client.server.ts";
import { findName } from "#app/services/authoring/list-names.server.ts";
import { findPage, type WantedPage } from "./find-page.server.ts";

export type TheirPage = { text: string; revision: number; editedBy: string | null; editedAt: Date };

export type SavedPage =
  { ok: true; revision: number; editedAt: Date } | { ok: false; reason: "conflict"; theirs: TheirPage };

/**
 * Keeps the draft of a page. `seenRevision` is the one the author has seen last: whoever has not seen the newest text gets
 * it instead of overwriting it. Null for whoever may not write there, and where there is no such page.
 */
export async function savePage(
  viewer: Viewer,
  { text, seenRevision, ...wanted }: WantedPage & { text: string; seenRevision: number },
): Promise<SavedPage | null> {
  const found = await findPage(viewer, wanted);
  if (!found) return null;
  const { id, title, text: before, revision, editedAt } = found.page;
  // A save whose answer was lost comes again.
  if (before === text) return { ok: true, revision, editedAt };
  const now = new Date();
  const changed = await db().organisationPage.updateMany({
    where: { id, revision: seenRevision },
    data: { text, title: pageTitle(text, title), revision: seenRevision + 1, editedById: viewer.id, editedAt: now },
  });
  if (changed.count === 1) return { ok: true, revision: seenRevision + 1, editedAt: now };
  const newest = await findPage(viewer, wanted);
  if (!newest) return null;
  const { page } = newest;
  if (page.text === text) return { ok: true, revision: page.revision, editedAt: page.editedAt };
  const editedBy = await findName(page.editedById);
  return {
    ok: false,
    reason: "conflict",
    theirs: { text: page.text, revision: page.revision, editedBy, editedAt: page.editedAt },
  };
}
