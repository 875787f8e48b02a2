import { z } from "zod";
import { storable } from "#app/domain/text/storable.ts";
import { maxAnswerChars, refusalMessage } from "#app/domain/interview/session.ts";

const words = (tooLong: string) =>
  z.string().default("").transform(storable).pipe(z.string().max(maxAnswerChars, tooLong));

const text = words(refusalMessage.too_long);
const diagram = words(
  `A diagram may be at most ${maxAnswerChars.toLocaleString("en")} characters long. Shorten it and send it again.`,
);
const count = z.coerce.number().int().min(0);
const holds = z.enum(["answer", "ask"]).default("answer");

const RoomFormSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("answer"), text, diagram, seenSeq: count, pasted: count.max(maxAnswerChars).catch(0) }),
  z.object({ intent: z.literal("ask"), text, seenSeq: count }),
  /** Without scripts nothing is saved while it is typed: what stands in the box comes along. */
  z.object({ intent: z.literal("hint"), seenSeq: count, holds, text, diagram, revision: count }),
  z.object({ intent: z.literal("pause"), holds, text, diagram, revision: count }),
  z.object({ intent: z.literal("resume") }),
  /** What is typed goes along when the box holds an answer; `revision` is the newest draft this page has seen. */
  z.object({ intent: z.literal("finish"), holds, text, diagram, revision: count }),
]);
export type RoomForm = z.infer<typeof RoomFormSchema>;

/** A button of the same form as the choice between answering and asking outweighs it. */
function intentsOf(form: FormData) {
  const intents = form.getAll("intent");
  const intent = ["finish", "pause", "hint"].find((button) => intents.includes(button));
  return intent ? { intent, holds: intents.includes("ask") ? "ask" : "answer" } : {};
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
    return typeof value === "string" ? storable(value) : "";
  };
  return { kind, text: field("text"), diagram: field("diagram") };
}
