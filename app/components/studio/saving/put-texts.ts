import { failed, postSave } from "#app/components/saving/post-save.ts";
import { changesBetween, type Texts } from "#app/domain/authoring/merging.ts";
import type { Problem } from "#app/domain/scenarios/problem.ts";
import type { SavingEvent, ServerTexts, Trouble } from "./saving.ts";

/** What a page that keeps texts answers to a save; 409 with `theirs` where somebody else has saved meanwhile. */
export type SaveReply =
  /** `problems` are those that only the server finds. */
  { ok: true; revision: number; savedAt: string; problems?: readonly Problem[] } | { ok: false; theirs: ServerTexts };

export type SentTexts = { texts: Texts; base: Texts; revision: number };

/** Only what changed goes over the wire: the revision says on top of what. */
export function writeSave({ texts, base, revision }: SentTexts): string {
  return JSON.stringify({ changes: changesBetween(base, texts), seenRevision: revision });
}

const troubleOf: Record<number, Trouble> = { 400: "refused", 401: "signed_out", 404: "gone", 413: "refused" };

async function readAnswer(response: Response): Promise<SavingEvent> {
  const trouble = troubleOf[response.status];
  if (trouble === "refused") return { ...failed(trouble), message: (await response.text()).slice(0, 300) };
  if (trouble) return failed(trouble);
  if (response.status !== 200 && response.status !== 409) return failed("unreachable");
  const reply = (await response.json()) as SaveReply;
  if (!reply.ok) return { type: "refused_as_old", theirs: reply.theirs, nowMs: Date.now() };
  return { type: "saved", revision: reply.revision, savedAt: reply.savedAt, problems: reply.problems ?? [] };
}

export function putTexts(address: string, sent: SentTexts): Promise<SavingEvent> {
  return postSave({ address, body: writeSave(sent), read: readAnswer });
}
