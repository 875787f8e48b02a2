import { z } from "zod";
import { parseForm } from "./form.server.ts";

const CandidacyFormSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("start"), part: z.string().min(1).max(100) }),
  z.object({ intent: z.literal("warm-up") }),
  z.object({
    intent: z.literal("hand-in"),
    sure: z.literal("on", "Tick the box first: after handing in, nothing can be added."),
  }),
  z.object({
    intent: z.literal("withdraw"),
    sure: z.literal("on", "Tick the box first: withdrawing cannot be taken back."),
  }),
  z.object({ intent: z.literal("ask-deletion") }),
  z.object({ intent: z.literal("appeal") }),
]);
export type CandidacyForm = z.infer<typeof CandidacyFormSchema>;

/** What a candidate sends from the page of an assessment. */
export function parseCandidacyForm(form: FormData): { ok: true; sent: CandidacyForm } | { ok: false; problem: string } {
  const parsed = parseForm(CandidacyFormSchema, form);
  if (parsed.ok) return { ok: true, sent: parsed.values };
  return { ok: false, problem: parsed.problems.fields.sure ?? "This form could not be read. Reload the page." };
}
