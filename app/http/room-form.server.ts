import { z } from "zod";
import { maxAnswerChars, refusalMessage } from "#app/domain/interview/session.ts";

/** Browsers send line breaks as two characters; what is kept, counted and quoted has one. */
const words = (tooLong: string) =>
  z
    .string()
    .default("")
    .transform((text) => text.replace(/\r\n?/g, "\n"))
    .pipe(z.string().max(maxAnswerChars, tooLong));

const text = words(refusalMessage.too_long);
const diagram = words(
  `A diagram may be at most ${maxAnswerChars.toLocaleString("en")} characters long. Shorten it and send it again.`,
);
const count = z.coerce.number().int().min(0);

const RoomFormSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("answer"), text, diagram, seenSeq: count }),
  z.object({ intent: z.literal("ask"), text, seenSeq: count }),
  z.object({ intent: z.literal("hint"), seenSeq: count }),
  z.object({ intent: z.literal("pause") }),
  z.object({ intent: z.literal("resume") }),
  /** What is typed goes along when the box holds an answer; `revision` is the newest draft this page has seen. */
  z.object({ intent: z.literal("finish"), holds: z.enum(["answer", "ask"]), text, diagram, revision: count }),
]);
export type RoomForm = z.infer<typeof RoomFormSchema>;

/** The button that finishes belongs to the same form as the choice between answering and asking, and outweighs it. */
function intentsOf(form: FormData) {
  const intents = form.getAll("intent");
  if (!intents.includes("finish")) return {};
  return { intent: "finish", holds: intents.includes("ask") ? "ask" : "answer" };
}

/** What the room sends: an answer, a question, or the wish for a hint, a pause or the end. A problem is one sentence for the candidate. */
export function parseRoomForm(form: FormData): { ok: true; sent: RoomForm } | { ok: false; problem: string } {
  const sent = RoomFormSchema.safeParse({ revision: 0, ...Object.fromEntries(form), ...intentsOf(form) });
  if (sent.success) return { ok: true, sent: sent.data };
  return { ok: false, problem: sent.error.issues[0]?.message ?? "This form could not be read." };
}

/** What was typed, however it was sent: whoever is refused keeps it. */
export function readTyped(form: FormData): { kind: "answer" | "clarification"; text: string; diagram: string } {
  const kind = form.getAll("intent").includes("ask") ? "clarification" : "answer";
  const field = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value : "";
  };
  return { kind, text: field("text"), diagram: field("diagram") };
}
