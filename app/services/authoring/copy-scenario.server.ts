import { findMembership } from "#app/domain/accounts/permissions.ts";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { DraftFilesSchema, type DraftFiles } from "#app/domain/authoring/draft.ts";
import { freeSlug } from "#app/domain/authoring/scenario-slug.ts";
import { splitAddress } from "#app/domain/scenarios/address.ts";
import { db } from "#app/db/client.server.ts";
import { loadLibrary } from "#app/services/library/load-library.server.ts";
import { readShippedFiles } from "#app/services/library/read-scenario-files.server.ts";
import { createScenario, listTakenSlugs, type CreatedScenario } from "./create-scenario.server.ts";

type Original = { title: string; slug: string; files: DraftFiles };

async function findShipped(slug: string): Promise<Original | null> {
  const entry = (await loadLibrary()).scenarios.find(({ scenario }) => scenario.slug === slug);
  const files = entry && (await readShippedFiles(slug));
  return files ? { title: entry.scenario.title, slug, files } : null;
}

/** The newest published version of an organisation in which the viewer may write. */
async function findOwn(viewer: Viewer, { handle, slug }: { handle: string; slug: string }): Promise<Original | null> {
  const membership = findMembership(viewer, handle, "write_scenario");
  if (!membership) return null;
  const { organisationId } = membership;
  const version = await db().publishedVersion.findFirst({
    where: { scenario: { organisationId, slug } },
    orderBy: { number: "desc" },
    include: { scenario: { select: { title: true } } },
  });
  return version && { title: version.scenario.title, slug, files: DraftFilesSchema.parse(version.files) };
}

/**
 * A new draft with the files of a scenario that ships, which itself is never written to, or of a published version. It gets
 * the first name that is free. Null where there is no such scenario, and for whoever may not write in the organisation.
 */
export async function copyScenario(
  viewer: Viewer,
  { organisation, from }: { organisation: string; from: string },
): Promise<CreatedScenario | null> {
  const membership = findMembership(viewer, organisation, "write_scenario");
  if (!membership) return null;
  const { handle, slug } = splitAddress(from);
  const original = handle === null ? await findShipped(slug) : await findOwn(viewer, { handle, slug });
  if (!original) return null;
  const { own, shipped } = await listTakenSlugs(membership.organisationId);
  const free = freeSlug(original.slug, new Set([...own, ...shipped]));
  return createScenario(viewer, { organisation, title: original.title, slug: free, files: original.files });
}
