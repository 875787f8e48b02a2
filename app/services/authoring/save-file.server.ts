import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { DraftFilesSchema } from "#app/domain/authoring/draft.ts";
import { withLineEndsOf } from "#app/domain/authoring/line-ends.ts";
import { mergeTexts, type Conflict } from "#app/domain/authoring/merging.ts";
import { storable } from "#app/domain/text/storable.ts";
import { findAuthored, type WantedAuthored } from "./find-authored.server.ts";
import { saveDraft } from "./save-draft.server.ts";

export type SavedFile =
  | { ok: true }
  | { ok: false; reason: "refused"; message: string }
  | { ok: false; reason: "conflict"; conflict: FileConflict };

/** `revision` is the one that a decision takes into account. */
export type FileConflict = Conflict & { revision: number; editedBy: string | null; savedAt: string };

type Sent = WantedAuthored & { file: string; text: string; was: string; seenRevision: number };

/**
 * Keeps one file of a draft, as a plain form sends it: with the text it was filled with, so that what others changed in
 * other files meanwhile is no conflict. Null for whoever may not write there.
 */
export async function saveFile(viewer: Viewer, sent: Sent): Promise<SavedFile | null> {
  const { organisation, slug, file } = sent;
  // Somebody may save between the look and the writing; then the second look sees it.
  for (let tries = 0; tries < 3; tries += 1) {
    const found = await findAuthored(viewer, { organisation, slug, action: "write_scenario" });
    if (!found) return null;
    const { files: theirs, revision } = found.authored;
    const was = withLineEndsOf(storable(sent.was), theirs[file] ?? "");
    const base = revision === sent.seenRevision ? theirs : { ...theirs, [file]: was };
    const mine = { ...base, [file]: withLineEndsOf(storable(sent.text), base[file] ?? "") };
    const merged = mergeTexts({ base, mine, theirs });
    const files = DraftFilesSchema.safeParse(merged.texts);
    if (!files.success) return { ok: false, reason: "refused", message: `${file} ${messageOf(files.error)}.` };
    const [conflict] = merged.conflicts;
    const seenRevision = conflict ? sent.seenRevision : revision;
    const saved = await saveDraft(viewer, { organisation, slug, files: files.data, seenRevision });
    if (!saved) return null;
    if (saved.ok) return { ok: true };
    const { editedBy, editedAt, revision: newest } = saved.theirs;
    if (!conflict || newest !== revision) continue;
    return {
      ok: false,
      reason: "conflict",
      conflict: { ...conflict, revision, editedBy, savedAt: editedAt.toISOString() },
    };
  }
  throw new Error("A draft was saved by others three times while one file of it was being saved.");
}

function messageOf({ issues: [issue] }: { issues: readonly { message: string }[] }): string {
  return issue?.message ?? "cannot be kept";
}
