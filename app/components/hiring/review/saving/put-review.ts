import type { SaveReply } from "../review-view.ts";
import type { ReviewSaving, ReviewSavingEvent, Trouble } from "./review-saving.ts";

const slowestSaveMs = 15_000;

export const writeReview = ({ draft, revision }: Pick<ReviewSaving, "draft" | "revision">) =>
  JSON.stringify({ draft, revision });

const troubleOf: Partial<Record<number, Trouble>> = { 400: "refused", 401: "signed_out", 404: "gone" };

function eventOf(reply: SaveReply): ReviewSavingEvent {
  if (reply.ok) return { type: "saved", ...reply };
  if (reply.reason === "given") return { type: "failed", trouble: "given", nowMs: Date.now() };
  if (reply.reason === "newer_elsewhere") return { type: "newer_elsewhere", ...reply };
  const { revision, savedAt, heldBy, isOver } = reply;
  return { type: "lock_lost", revision, savedAt, lost: { heldBy, isOver } };
}

/** Puts one save to the server; whatever comes of it is an event. */
export async function putReview(
  address: string,
  saving: Pick<ReviewSaving, "draft" | "revision">,
): Promise<ReviewSavingEvent> {
  const failed = (trouble: Trouble): ReviewSavingEvent => ({ type: "failed", trouble, nowMs: Date.now() });
  try {
    const response = await fetch(address, {
      method: "POST",
      headers: { "content-type": "application/json" },
      signal: AbortSignal.timeout(slowestSaveMs),
      body: writeReview(saving),
    });
    if (response.ok || response.status === 409) return eventOf((await response.json()) as SaveReply);
    return failed(troubleOf[response.status] ?? "unreachable");
  } catch {
    return failed(navigator.onLine ? "unreachable" : "offline");
  }
}
