import { z } from "zod";
import { GraderNameSchema } from "#app/domain/grading/grade.ts";

const id = z.string().max(100);

const ScorecardFormSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.enum(["retry", "regrade"]), grader: GraderNameSchema.optional() }),
  /** Browsers send line breaks as two characters; what is kept and counted has one. */
  z.object({
    intent: z.literal("contest"),
    grade: id,
    criterion: id,
    reason: z.string().transform((text) => text.replace(/\r\n?/g, "\n")),
  }),
  z.object({ intent: z.literal("pursue"), appeal: id, by: z.enum(["grader", "person"]) }),
]);
export type ScorecardForm = z.infer<typeof ScorecardFormSchema>;

/** What the scorecard's forms send: a wish to grade again, or to contest a level, or to go on with that. */
export function parseScorecardForm(form: FormData): ScorecardForm | null {
  return ScorecardFormSchema.safeParse(Object.fromEntries(form)).data ?? null;
}
