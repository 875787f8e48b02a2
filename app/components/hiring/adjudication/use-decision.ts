import { useParams } from "@remix-run/react";
import { useCallback, useEffect, useMemo } from "react";
import { useReviewSaving } from "#app/components/hiring/review/saving/use-review-saving.ts";
import type { ReviewDraft } from "#app/domain/review/review-draft.ts";

/** A decision as the server has it. */
export type DecisionToKeep = {
  sessionId: string;
  draft: ReviewDraft;
  revision: number;
  savedAt: string | null;
  lockedUntil: string | null;
  heldBy: string | null;
};

export type EditDecision = (change: (draft: ReviewDraft) => ReviewDraft) => void;

/** Keeps a decision while it is written, as a review is kept. */
export function useDecision(session: DecisionToKeep, refused: { draft: ReviewDraft | null } | null) {
  const { organisation = "" } = useParams();
  const { sessionId, draft, revision, savedAt, lockedUntil, heldBy } = session;
  const server = useMemo(() => {
    const lost = heldBy === null ? null : { heldBy, isOver: false };
    return { draft, revision, savedAt, lockedUntil, lost };
  }, [draft, revision, savedAt, lockedUntil, heldBy]);
  const address = `/hiring/${organisation}/reviews/${sessionId}/draft`;
  const { state, dispatch } = useReviewSaving({ address, server, returned: refused?.draft ?? null });

  useEffect(() => {
    if (refused !== null) dispatch({ type: "refused" });
  }, [refused, dispatch]);

  const edit = useCallback<EditDecision>(
    (change) => dispatch({ type: "edited", edit: change, nowMs: Date.now() }),
    [dispatch],
  );
  const choose = (which: "mine" | "theirs") => dispatch({ type: "chose", which, nowMs: Date.now() });
  /** What is sent is also a save: it is known as one's own when it comes back refused. */
  const onSubmit = () => {
    dispatch({ type: "sending", draft: state.draft });
    dispatch({ type: "submitting" });
  };
  return { state, edit, choose, onSubmit };
}
