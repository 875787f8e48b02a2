import { z } from "zod";
import { mostRepeats } from "#app/domain/authoring/dry-run.ts";
import { graderNames } from "#app/domain/grading/grade.ts";
import type { GivenLabels } from "#app/domain/authoring/dry-run/labels.ts";
import { readFields, readText } from "./form.server.ts";

const TryFormSchema = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("run"),
    answers: z.array(z.string()),
    graders: z.array(z.enum(graderNames)),
    repeats: z.coerce.number().int().min(1).max(mostRepeats),
  }),
  z.object({ intent: z.literal("paste"), name: z.string(), text: z.string() }),
  z.object({ intent: z.literal("draft") }),
  z.object({ intent: z.literal("cancel"), run: z.string() }),
  z.object({ intent: z.literal("resume"), run: z.string() }),
]);
export type TryForm = z.infer<typeof TryFormSchema>;

/** What a form of the page sends; null where it is none of them. */
export function parseTryForm(form: FormData): TryForm | null {
  const lists = { answers: form.getAll("answer"), graders: form.getAll("grader") };
  return TryFormSchema.safeParse({ ...readFields(form), ...lists }).data ?? null;
}

/** What the form of labels sends: `band`, and `verdict:<check>` for each check and red flag. */
export function readLabelForm(form: FormData): GivenLabels {
  const verdicts: Record<string, string> = {};
  for (const [name, value] of Object.entries(readFields(form))) {
    const [, check] = /^verdict:([a-z0-9-]+)$/.exec(name) ?? [];
    if (check !== undefined && typeof value === "string") verdicts[check] = value;
  }
  return { band: readText(form, "band"), verdicts };
}
