import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { DraftFilesSchema } from "#app/domain/authoring/draft.ts";
import { db } from "#app/db/client.server.ts";
import { findAuthored, type WantedAuthored } from "./find-authored.server.ts";
import { saveDraft, type SavedScenarioDraft } from "./save-draft.server.ts";

/**
 * Makes the files of a version the draft again, unless somebody has written on meanwhile. Nothing is published. Null
 * where there is no such version, and for whoever may not write there.
 */
export async function restoreVersion(
  viewer: Viewer,
  { organisation, slug, number, seenRevision }: WantedAuthored & { number: number; seenRevision: number },
): Promise<SavedScenarioDraft | null> {
  const found = await findAuthored(viewer, { organisation, slug, action: "write_scenario" });
  if (!found) return null;
  const version = await db().publishedVersion.findUnique({
    where: { scenarioId_number: { scenarioId: found.authored.id, number } },
    select: { files: true },
  });
  if (!version) return null;
  return saveDraft(viewer, { organisation, slug, files: DraftFilesSchema.parse(version.files), seenRevision });
}
