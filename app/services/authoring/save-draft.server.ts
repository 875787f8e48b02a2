import { isDeepStrictEqual } from "node:util";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import type { DraftFiles } from "#app/domain/authoring/draft.ts";
import { readFrontMatter } from "#app/domain/scenarios/written-file.ts";
import { db } from "#app/db/client.server.ts";
import { lockAuthored, type Authored } from "./find-authored.server.ts";
import { findName } from "./list-names.server.ts";

export type TheirDraft = { files: DraftFiles; revision: number; editedBy: string | null; editedAt: Date };

export type SavedScenarioDraft =
  { ok: true; revision: number; editedAt: Date } | { ok: false; reason: "conflict"; theirs: TheirDraft };

/** The title that is written in the draft; the one it had while that cannot be read. */
function titleOf(files: DraftFiles, before: string): string {
  const { value } = readFrontMatter({ file: "scenario.md", text: files["scenario.md"] ?? "" });
  const title = typeof value === "object" && value !== null && "title" in value ? value.title : null;
  return typeof title === "string" && title.trim() !== "" ? title.trim().slice(0, 200) : before;
}

async function theirs({ files, revision, editedById, editedAt }: Authored): Promise<TheirDraft> {
  return { files, revision, editedBy: await findName(editedById), editedAt };
}

/**
 * Keeps the draft of a scenario. `seenRevision` is the one the author has seen last: whoever has not seen the newest text
 * gets it instead of overwriting it, also where it is what they send: others may have saved in between, and whoever takes
 * the newest revision has to know all of it. Null for whoever may not write there, and where there is no such scenario.
 */
export async function saveDraft(
  viewer: Viewer,
  {
    organisation,
    slug,
    files,
    seenRevision,
  }: { organisation: string; slug: string; files: DraftFiles; seenRevision: number },
): Promise<SavedScenarioDraft | null> {
  const saved = await db().$transaction(async (tx) => {
    const found = await lockAuthored(tx, viewer, { organisation, slug, action: "write_scenario" });
    if (!found) return null;
    const { authored } = found;
    const { id, revision, editedAt } = authored;
    if (revision !== seenRevision) return { ok: false as const, authored };
    if (isDeepStrictEqual(authored.files, files)) return { ok: true as const, revision, editedAt };
    const data = { files, title: titleOf(files, authored.title), revision: revision + 1, editedById: viewer.id };
    const row = await tx.authoredScenario.update({ where: { id }, data: { ...data, editedAt: new Date() } });
    return { ok: true as const, revision: row.revision, editedAt: row.editedAt };
  });
  if (!saved || saved.ok) return saved;
  return { ok: false, reason: "conflict", theirs: await theirs(saved.authored) };
}
