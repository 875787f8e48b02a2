import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { answerPath, DraftFilesSchema, type DraftFiles } from "#app/domain/authoring/draft.ts";
import { freeAnswerName, writeSample } from "#app/domain/authoring/dry-run/sample-answer.ts";
import { readFrontMatter } from "#app/domain/scenarios/written-file.ts";
import type { WantedAuthored } from "../find-authored.server.ts";
import { editDraft } from "./edit-draft.server.ts";

export type KeptAnswer = { ok: true; name: string } | { ok: false; message: string };

/** What the interview opens with, also while the rest of the draft cannot be read. */
function openingOf(files: DraftFiles): string {
  const { value } = readFrontMatter({ file: "scenario.md", text: files["scenario.md"] ?? "" });
  const opening = typeof value === "object" && value !== null && "opening" in value ? value.opening : null;
  return typeof opening === "string" && opening.trim() !== "" ? opening.trim() : "How would you build this, and why?";
}

/**
 * Keeps a pasted answer, or a pasted transcript, as a sample answer of the draft that nobody has labelled yet. Null for
 * whoever may not write there.
 */
export async function keepAnswer(
  viewer: Viewer,
  wanted: WantedAuthored,
  { name, text }: { name: string; text: string },
): Promise<KeptAnswer | null> {
  let kept = "";
  const edited = await editDraft<string>(viewer, wanted, (files) => {
    const written = writeSample({ text, opening: openingOf(files), author: viewer.name });
    if (!written.ok) return { ok: false, refusal: written.message };
    kept = freeAnswerName(files, name.trim() || "pasted answer");
    const withIt = DraftFilesSchema.safeParse({ ...files, [answerPath(kept)]: written.text });
    if (withIt.success) return { ok: true, files: withIt.data };
    return { ok: false, refusal: `It was not kept: ${withIt.error.issues[0]?.message ?? "the draft is full"}.` };
  });
  if (edited === null) return null;
  return edited.ok ? { ok: true, name: kept } : { ok: false, message: edited.refusal };
}
