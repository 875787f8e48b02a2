import { failed, postSave } from "#app/components/saving/post-save.ts";
import type { SaveReply } from "../review-view.ts";
import type { KeptReview, ReviewSavingEvent, Trouble } from "./review-saving.ts";

export const writeReview = ({ draft, revision }: KeptReview) => JSON.stringify({ draft, revision });

const troubleOf: Partial<Record<number, Trouble>> = { 400: "refused", 401: "signed_out", 404: "gone" };

async function readAnswer(response: Response): Promise<ReviewSavingEvent> {
  if (!response.ok && response.status !== 409) return failed(troubleOf[response.status] ?? "unreachable");
  const reply = (await response.json()) as SaveReply;
  if (reply.ok) return { type: "saved", ...reply };
  if (reply.reason === "given") return failed("given");
  if (reply.reason === "newer_elsewhere") return { type: "newer_elsewhere", ...reply };
  const { revision, savedAt, heldBy, isOver } = reply;
  return { type: "lock_lost", revision, savedAt, lost: { heldBy, isOver } };
}

export function putReview(address: string, review: KeptReview): Promise<ReviewSavingEvent> {
  return postSave({ address, body: writeReview(review), read: readAnswer });
}
