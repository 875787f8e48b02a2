import { z } from "zod";
import { GraderNameSchema } from "#app/domain/grading/grade.ts";
import { mostRegraded } from "#app/domain/authoring/regrade.ts";

const RegradeFormSchema = z.object({
  intent: z.enum(["plan", "start"]),
  which: z.union([z.literal("ticked"), z.string().regex(/^\d{1,6}$/)], "Choose which interviews."),
  on: z.coerce.number("Choose a version.").int().positive("Choose a version."),
  grader: GraderNameSchema,
  sessions: z.array(z.string().max(64)).max(mostRegraded, `Choose at most ${mostRegraded} interviews.`),
});
export type RegradeForm = z.infer<typeof RegradeFormSchema>;

/** `session` comes once for each ticked interview. */
export function readRegradeForm(form: FormData): { ok: true; asked: RegradeForm } | { ok: false; message: string } {
  const sessions = form.getAll("session").filter((value) => typeof value === "string");
  const parsed = RegradeFormSchema.safeParse({ ...Object.fromEntries(form), sessions });
  if (parsed.success) return { ok: true, asked: parsed.data };
  return { ok: false, message: parsed.error.issues[0]?.message ?? "This form could not be read." };
}
