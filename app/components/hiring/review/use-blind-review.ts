import { useLocation } from "@remix-run/react";
import { useCallback, useMemo } from "react";
import type { ReviewDraft } from "#app/domain/review/review-draft.ts";
import type { BlindReviewView, RefusedReview } from "./review-view.ts";
import { useReviewSaving, type ReviewSavingControls } from "./saving/use-review-saving.ts";
import { useEditing, type Editing } from "./use-editing.ts";

export type BlindReviewControls = ReviewSavingControls & Editing;

function useServerReview({ draft, revision, savedAt, claim }: BlindReviewView, refused: RefusedReview | null) {
  const { isMine, heldBy, lockedUntil } = claim;
  const sent = refused?.draft ?? null;
  return useMemo(() => {
    const lost = isMine || heldBy === null ? null : { heldBy, isOver: false };
    // Sent by a page without scripts, and not taken: the quotes of the draft were not part of what was sent.
    const returned = sent && { ...sent, quotes: { ...draft.quotes, ...sent.quotes } };
    return { server: { draft, revision, savedAt, lockedUntil, lost }, returned };
  }, [draft, revision, savedAt, isMine, heldBy, lockedUntil, sent]);
}

/** Everything that changes on the page while a review is made. */
export function useBlindReview(review: BlindReviewView, refused: RefusedReview | null): BlindReviewControls {
  const { pathname } = useLocation();
  const { server, returned } = useServerReview(review, refused);
  const saving = useReviewSaving({ address: `${pathname.replace(/\/$/, "")}/draft`, server, returned });
  const { state, dispatch } = saving;
  const edit = useCallback(
    (change: (draft: ReviewDraft) => ReviewDraft) => dispatch({ type: "edited", edit: change, nowMs: Date.now() }),
    [dispatch],
  );
  return { ...saving, ...useEditing(review, state.draft, edit) };
}
