import { findMembership } from "#app/domain/accounts/permissions.ts";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { freeSlug, slugFrom } from "#app/domain/authoring/scenario-slug.ts";
import { mostPages, newPageText } from "#app/domain/content/organisation-page.ts";
import { db } from "#app/db/client.server.ts";

export type CreatedPage = { ok: true; slug: string } | { ok: false; message: string };

const longestTitle = 200;
const full = `An organisation may have at most ${mostPages} pages, archived ones included. Write in one that is there.`;

/** A new page with a skeleton to fill in; its name in the address is made from the title. Null for whoever may not write. */
export async function createPage(
  viewer: Viewer,
  { organisation, title }: { organisation: string; title: string },
): Promise<CreatedPage | null> {
  const membership = findMembership(viewer, organisation, "write_page");
  if (!membership) return null;
  const written = title.replace(/\s+/g, " ").trim();
  if (written === "") return { ok: false, message: "Give the page a title." };
  if (written.length > longestTitle) {
    return { ok: false, message: `A title may be at most ${longestTitle} characters long.` };
  }
  const wanted = slugFrom(written);
  if (wanted === null)
    return { ok: false, message: "The title needs a letter of a to z: its address is made from it." };
  const { organisationId } = membership;
  // Somebody may take the name between the look and the writing; then the second look finds another.
  for (let tries = 0; tries < 3; tries += 1) {
    const rows = await db().organisationPage.findMany({ where: { organisationId }, select: { slug: true } });
    if (rows.length >= mostPages) return { ok: false, message: full };
    const slug = freeSlug(wanted, new Set(rows.map((row) => row.slug)));
    const text = newPageText(written);
    const made = await db().organisationPage.createMany({
      data: [{ organisationId, slug, title: written, text, editedById: viewer.id }],
      skipDuplicates: true,
    });
    if (made.count === 1) return { ok: true, slug };
  }
  throw new Error("A name for a page was taken three times while it was being written.");
}
