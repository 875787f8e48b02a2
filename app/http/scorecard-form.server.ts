import { z } from "zod";
import { GraderNameSchema } from "#app/domain/grading/grade.ts";
import { readFields } from "./form.server.ts";

const id = z.string().max(100);

const ScorecardFormSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.enum(["retry", "regrade"]), grader: GraderNameSchema.optional() }),
  z.object({ intent: z.literal("contest"), grade: id, criterion: id, reason: z.string() }),
  z.object({ intent: z.literal("pursue"), appeal: id, by: z.enum(["grader", "person"]) }),
]);
export type ScorecardForm = z.infer<typeof ScorecardFormSchema>;

/** What the scorecard's forms send: a wish to grade again, or to contest a level, or to go on with that. */
export function parseScorecardForm(form: FormData): ScorecardForm | null {
  return ScorecardFormSchema.safeParse(readFields(form)).data ?? null;
}
