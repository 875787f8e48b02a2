/**
 * What a candidate has typed and not yet sent. Saved every few seconds; a save names the revision it started from,
 * so that an older tab cannot overwrite newer text.
 */
import { z } from "zod";
import { maxAnswerChars } from "./session.ts";

export const DraftSchema = z.object({
  kind: z.enum(["answer", "clarification"]).catch("answer"),
  text: z.string().max(maxAnswerChars),
  diagram: z.string().max(maxAnswerChars),
});
export type Draft = z.infer<typeof DraftSchema>;

export const emptyDraft: Draft = { kind: "answer", text: "", diagram: "" };

/** The answer as far as it has come: while a question is being typed, what has been drawn. */
export function unsentAnswer({ kind, text, diagram }: Draft): { text: string; diagram: string } {
  return { text: kind === "answer" ? text : "", diagram };
}
