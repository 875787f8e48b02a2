import { z } from "zod";
import { extraTimes } from "#app/domain/interview/clock.ts";

const StartFormSchema = z.object({
  mode: z.enum(["practice", "mock"], "Choose practice or mock.").default("practice"),
  extraTimePercent: z.coerce
    .number()
    .pipe(z.literal(extraTimes, "Choose one of the extra times that are offered."))
    .default(0),
});
export type StartForm = z.infer<typeof StartFormSchema>;

/** How somebody wants to start; a form without fields, as on the first page, means practice. */
export function parseStartForm(form: FormData): { ok: true; wanted: StartForm } | { ok: false; problem: string } {
  const parsed = StartFormSchema.safeParse(Object.fromEntries(form));
  if (parsed.success) return { ok: true, wanted: parsed.data };
  return { ok: false, problem: parsed.error.issues[0]?.message ?? "This form could not be read." };
}
