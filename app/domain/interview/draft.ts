/**
 * What a candidate has typed and not yet sent. Saved every few seconds; a save names the revision it started from,
 * so that an older tab cannot overwrite newer text.
 */
import { z } from "zod";
import { storable } from "../text/storable.ts";
import { maxAnswerChars, type Unsent } from "./session.ts";

export const DraftSchema = z.object({
  kind: z.enum(["answer", "clarification"]).catch("answer"),
  text: z.string().transform(storable).pipe(z.string().max(maxAnswerChars)),
  diagram: z.string().transform(storable).pipe(z.string().max(maxAnswerChars)),
  /** Characters of the text that came by pasting, where that is told. */
  pasted: z.int().min(0).max(maxAnswerChars).optional().catch(undefined),
});
export type Draft = z.infer<typeof DraftSchema>;

export const emptyDraft: Draft = { kind: "answer", text: "", diagram: "" };

/** The answer as far as it has come: while a question is being typed, what has been drawn. */
export function unsentAnswer({ kind, text, diagram, pasted }: Draft): Unsent {
  return { text: kind === "answer" ? text : "", diagram, ...(pasted !== undefined && { pasted }) };
}

/** What arrived after time was up: kept and shown to its author, never graded. `at` is when the newest of it came. */
export const LateTextSchema = z.object({ text: z.string(), diagram: z.string(), at: z.iso.datetime() });
export type LateText = z.infer<typeof LateTextSchema>;

/** What whoever reads the interview is told of it: that it came, and how much it is. When it came may tell whose it is. */
export type LateFact = { characters: number; hasDrawing: boolean };

export function lateFactOf(late: LateText | null): LateFact | null {
  return late && { characters: late.text.length, hasDrawing: late.diagram !== "" };
}

/** However often something comes late, no more than this is kept of it. */
const mostLateChars = 3 * maxAnswerChars;

/** A text that goes on from the one before takes its place; any other stands below it. */
function joined(before: string, sent: string): string {
  if (before === "" || sent.startsWith(before)) return sent;
  return sent === "" || before.endsWith(sent) ? before : `${before}\n\n${sent}`;
}

/** Adds what has come to what came before it. Null when it is nothing, or nothing new: some of it may be in `said`. */
export function addLate(
  late: LateText | null,
  { text, diagram }: { text: string; diagram: string },
  { said, now }: { said: readonly string[]; now: Date },
): LateText | null {
  const fresh = (words: string) => (said.includes(words.trim()) ? "" : words.trim());
  const [before, at] = [late ?? { text: "", diagram: "" }, now.toISOString()];
  const sum = { text: joined(before.text, fresh(text)), diagram: joined(before.diagram, fresh(diagram)) };
  const isNew = sum.text !== before.text || sum.diagram !== before.diagram;
  const fits = sum.text.length <= mostLateChars && sum.diagram.length <= mostLateChars;
  return isNew && fits ? { ...sum, at } : null;
}
