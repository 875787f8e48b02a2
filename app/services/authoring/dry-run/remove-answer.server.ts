import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { answerPath } from "#app/domain/authoring/draft.ts";
import type { WantedAuthored } from "../find-authored.server.ts";
import { editDraft } from "./edit-draft.server.ts";

/** Takes a sample answer out of the draft; versions that were published with it keep it. Null where it is not there. */
export async function removeAnswer(viewer: Viewer, wanted: WantedAuthored, name: string): Promise<{ ok: true } | null> {
  const path = answerPath(name);
  const edited = await editDraft<null>(viewer, wanted, (files) => {
    if (!(path in files)) return { ok: false, refusal: null };
    return { ok: true, files: Object.fromEntries(Object.entries(files).filter(([each]) => each !== path)) };
  });
  return edited?.ok ? { ok: true } : null;
}
