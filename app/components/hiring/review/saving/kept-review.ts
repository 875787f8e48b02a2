/** An unsaved review kept in the browser: what a closed lid, a lost network or an ended sign-in would otherwise take along. */
import { attemptStorage } from "#app/components/saving/attempt-storage.ts";
import { ReviewDraftSchema, type ReviewDraft } from "#app/domain/review/review-draft.ts";

export type KeptReview = { draft: ReviewDraft; revision: number };

const keyOf = (address: string) => `tradeoff.review.${address}`;

export function findKeptReview(address: string): KeptReview | null {
  const value: unknown = attemptStorage(() => JSON.parse(localStorage.getItem(keyOf(address)) ?? "null"));
  if (typeof value !== "object" || value === null) return null;
  const { draft, revision } = value as Partial<Record<keyof KeptReview, unknown>>;
  const read = ReviewDraftSchema.safeParse(draft);
  return read.success && typeof revision === "number" ? { draft: read.data, revision } : null;
}

export function keepReview(address: string, { draft, revision }: KeptReview): void {
  attemptStorage(() => localStorage.setItem(keyOf(address), JSON.stringify({ draft, revision })));
}

/** Forgets this review; what another tab has kept in its place meanwhile stays. */
export function forgetReview(address: string, { draft, revision }: KeptReview): void {
  attemptStorage(() => {
    const isSame = localStorage.getItem(keyOf(address)) === JSON.stringify({ draft, revision });
    if (isSame) localStorage.removeItem(keyOf(address));
  });
}
