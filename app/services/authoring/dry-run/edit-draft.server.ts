import type { Viewer } from "#app/domain/accounts/viewer.ts";
import type { DraftFiles } from "#app/domain/authoring/draft.ts";
import { findAuthored, type WantedAuthored } from "../find-authored.server.ts";
import { saveDraft } from "../save-draft.server.ts";

const mostTries = 4;

/**
 * Changes the draft as it is now. Somebody else may be writing in it: what they saved meanwhile is read, and the same
 * change is made to that. Null for whoever may not write there; what `edit` refuses is given back as it is.
 */
export async function editDraft<Refusal>(
  viewer: Viewer,
  { organisation, slug }: WantedAuthored,
  edit: (files: DraftFiles) => { ok: true; files: DraftFiles } | { ok: false; refusal: Refusal },
): Promise<{ ok: true; files: DraftFiles } | { ok: false; refusal: Refusal } | null> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const found = await findAuthored(viewer, { organisation, slug, action: "write_scenario" });
    if (!found) return null;
    const edited = edit(found.authored.files);
    if (!edited.ok) return edited;
    const saved = await saveDraft(viewer, {
      organisation,
      slug,
      files: edited.files,
      seenRevision: found.authored.revision,
    });
    if (saved === null) return null;
    if (saved.ok) return edited;
  }
  throw new Error("The draft was saved by others each time before a change of it could be.");
}
