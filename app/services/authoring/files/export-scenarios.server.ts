import { findMembership } from "#app/domain/accounts/permissions.ts";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { DraftFilesSchema, type DraftFiles } from "#app/domain/authoring/draft.ts";
import { db } from "#app/db/client.server.ts";
import { findAuthored } from "#app/services/authoring/find-authored.server.ts";
import { writeArchive } from "./write-archive.server.ts";

export type ExportedArchive = { name: string; bytes: Buffer };

/**
 * One scenario as a zip: its draft, or a published version by its number. Null where there is none, and for whoever may
 * not write there: the files hold the rubric and strong answers.
 */
export async function exportScenario(
  viewer: Viewer,
  { organisation, slug, version }: { organisation: string; slug: string; version: number | null },
): Promise<ExportedArchive | null> {
  const found = await findAuthored(viewer, { organisation, slug, action: "write_scenario" });
  if (!found) return null;
  const { authored } = found;
  if (version === null) return { name: `${slug}.zip`, bytes: await writeArchive([{ slug, files: authored.files }]) };
  const published = await db().publishedVersion.findUnique({
    where: { scenarioId_number: { scenarioId: authored.id, number: version } },
    select: { files: true },
  });
  if (!published) return null;
  const files = DraftFilesSchema.parse(published.files);
  return { name: `${slug}-version-${version}.zip`, bytes: await writeArchive([{ slug, files }]) };
}

/** The drafts of all scenarios of an organisation that are not archived. */
export async function listExportable(organisationId: string): Promise<{ slug: string; files: DraftFiles }[]> {
  const rows = await db().authoredScenario.findMany({
    where: { organisationId, archivedAt: null },
    select: { slug: true, files: true },
    orderBy: { slug: "asc" },
  });
  return rows.map(({ slug, files }) => ({ slug, files: DraftFilesSchema.parse(files) }));
}

/** All of them in one zip. Null for whoever may not write there. */
export async function exportScenarios(viewer: Viewer, organisation: string): Promise<ExportedArchive | null> {
  const membership = findMembership(viewer, organisation, "write_scenario");
  if (!membership) return null;
  const scenarios = await listExportable(membership.organisationId);
  return { name: `${membership.handle}-scenarios.zip`, bytes: await writeArchive(scenarios) };
}
