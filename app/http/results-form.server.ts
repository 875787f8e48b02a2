import { z } from "zod";
import { DecisionSchema } from "#app/domain/hiring/decision.ts";
import { FeedbackWordsSchema } from "#app/domain/hiring/feedback.ts";
import { EndReviewingSchema, LevelChangeSchema } from "#app/domain/hiring/level-change.ts";
import { storable } from "#app/domain/text/storable.ts";
import { readFields } from "./form.server.ts";

const part = z
  .string()
  .regex(/^[1-9]$/)
  .transform(Number);
const criterion = z.string().min(1).max(100).transform(storable);
const seen = z
  .string()
  .regex(/^([0-4]|none)$/)
  .transform((level) => (level === "none" ? null : Number(level)));
const words = FeedbackWordsSchema.default("");

const ResultsFormSchema = z.discriminatedUnion("intent", [
  LevelChangeSchema.extend({ intent: z.literal("change-level"), part, criterion, seen }),
  EndReviewingSchema.extend({ intent: z.literal("end-reviewing"), part }),
  DecisionSchema.extend({ intent: z.literal("decide") }),
  z.object({ intent: z.literal("preview"), words }),
  z.object({ intent: z.literal("send"), words, fingerprint: z.string().max(20_000) }),
]);
export type ResultsForm = z.infer<typeof ResultsFormSchema>;

/** What the forms of a candidate's page send: a problem is told for each field in words. */
export function parseResultsForm(
  form: FormData,
): { ok: true; sent: ResultsForm } | { ok: false; fields: Record<string, string> } {
  const sent = ResultsFormSchema.safeParse(readFields(form));
  if (sent.success) return { ok: true, sent: sent.data };
  const fields: Record<string, string> = {};
  for (const { path, message } of sent.error.issues) fields[String(path[0] ?? "form")] ??= message;
  return { ok: false, fields };
}
