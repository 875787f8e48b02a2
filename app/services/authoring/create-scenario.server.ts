import { findMembership } from "#app/domain/accounts/permissions.ts";
import type { Membership, Viewer } from "#app/domain/accounts/viewer.ts";
import { newDraft, type DraftFiles } from "#app/domain/authoring/draft.ts";
import { nameScenario } from "#app/domain/authoring/scenario-slug.ts";
import { db } from "#app/db/client.server.ts";
import { loadLibrary } from "#app/services/library/load-library.server.ts";

/** A refusal says what to write instead; `proposal` is a name for the address that is free. */
export type CreatedScenario =
  { ok: true; slug: string } | { ok: false; field: "title" | "slug"; message: string; proposal: string | null };

const longestTitle = 200;

/** Names that may not be given again: those of the organisation, archived ones too, and those that ship. */
export async function listTakenSlugs(organisationId: string): Promise<{ own: Set<string>; shipped: Set<string> }> {
  const [rows, { scenarios }] = await Promise.all([
    db().authoredScenario.findMany({ where: { organisationId }, select: { slug: true } }),
    loadLibrary(),
  ]);
  return {
    own: new Set(rows.map(({ slug }) => slug)),
    shipped: new Set(scenarios.map(({ scenario }) => scenario.slug)),
  };
}

type New = { title: string; slug: string | null; files: DraftFiles };

async function keep(viewer: Viewer, { organisationId }: Membership, wanted: New): Promise<CreatedScenario> {
  // Somebody may take the name between the look and the writing; then the second look says so.
  for (let tries = 0; tries < 3; tries++) {
    const named = nameScenario({ ...wanted, ...(await listTakenSlugs(organisationId)) });
    if (!named.ok) return { ...named, field: "slug" };
    const { title, files } = wanted;
    const made = await db().authoredScenario.createMany({
      data: [{ organisationId, slug: named.slug, title, files, createdById: viewer.id, editedById: viewer.id }],
      skipDuplicates: true,
    });
    if (made.count === 1) return { ok: true, slug: named.slug };
  }
  throw new Error("A name for a scenario was taken three times while it was being written.");
}

/**
 * A new draft: a skeleton that says what to fill in, or `files` that are there already. Its name in addresses is made
 * from the title unless `slug` says another. Null for whoever may not write there.
 */
export async function createScenario(
  viewer: Viewer,
  {
    organisation,
    title,
    slug = null,
    files,
  }: { organisation: string; title: string; slug?: string | null; files?: DraftFiles },
): Promise<CreatedScenario | null> {
  const membership = findMembership(viewer, organisation, "write_scenario");
  if (!membership) return null;
  const written = title.replace(/\s+/g, " ").trim();
  if (written === "") return { ok: false, field: "title", message: "Give it a title.", proposal: null };
  if (written.length > longestTitle) {
    const message = `The title may be at most ${longestTitle} characters long.`;
    return { ok: false, field: "title", message, proposal: null };
  }
  return keep(viewer, membership, { title: written, slug, files: files ?? newDraft({ title: written }) });
}
