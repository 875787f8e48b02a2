import { z } from "zod";
import { parseForm } from "./form.server.ts";

const session = z.string().min(1);

const QueueFormSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("next") }),
  z.object({ intent: z.literal("take"), session }),
  z.object({ intent: z.literal("release"), session }),
]);

export type QueueForm = z.infer<typeof QueueFormSchema>;

/** Null for what no button of the page sends. */
export function parseQueueForm(form: FormData): QueueForm | null {
  const parsed = parseForm(QueueFormSchema, form);
  return parsed.ok ? parsed.values : null;
}
