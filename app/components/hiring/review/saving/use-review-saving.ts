import { useCallback, useEffect, useMemo, useReducer, useRef, type Dispatch } from "react";
import { useDueSave } from "#app/components/saving/use-due-save.ts";
import { useKeptOnDevice } from "#app/components/saving/use-kept-on-device.ts";
import { useLatest } from "#app/components/saving/use-latest.ts";
import { useWakeAndLeave } from "#app/components/saving/use-wake-and-leave.ts";
import type { ReviewDraft } from "#app/domain/review/review-draft.ts";
import { keptReviews } from "./kept-review.ts";
import { putReview, writeReview } from "./put-review.ts";
import {
  hasUnsent,
  isUnsaved,
  reviewSaving,
  saveDueAtMs,
  startReviewSaving,
  type ReviewSaving,
  type ReviewSavingEvent,
  type ServerReview,
} from "./review-saving.ts";

type Keeping = {
  /** Where saves go; also what this device keeps an unsaved review under. */
  address: string;
  server: ServerReview;
  /** What came back with a refusal to a page without scripts. */
  returned: ReviewDraft | null;
};

export type ReviewSavingControls = {
  state: ReviewSaving;
  dispatch: Dispatch<ReviewSavingEvent>;
  /** Saves now, also what is saved already, and says what came of it: this is how a lost place is asked for again. */
  saveNow: () => Promise<ReviewSavingEvent>;
};

function start({ server, returned }: Keeping): ReviewSaving {
  const state = startReviewSaving(server);
  return returned ? { ...state, draft: returned } : state;
}

/** Keeps a review as it is being made: on the server within seconds, on this device until the server has it. */
export function useReviewSaving(keeping: Keeping): ReviewSavingControls {
  const { address, server } = keeping;
  const [state, dispatch] = useReducer(reviewSaving, keeping, start);
  const { draft, revision, rival, lastEditMs, held } = state;
  const latest = useLatest(state);
  const running = useRef<Promise<unknown> | null>(null);

  const send = useCallback(() => {
    const sent = latest.current;
    dispatch({ type: "sending", draft: sent.draft });
    const work = putReview(address, sent).then((event) => {
      running.current = null;
      dispatch(event);
      return event;
    });
    running.current = work;
    return work;
  }, [address, latest]);

  const saveNow = useCallback(async () => {
    await running.current;
    // What the save before came to is known to this one once React has taken it in.
    await new Promise((resolve) => setTimeout(resolve));
    return send();
  }, [send]);

  const isWorthKeeping = isUnsaved(state);
  const kept = useMemo(() => (isWorthKeeping ? { draft, revision } : null), [draft, revision, isWorthKeeping]);
  useDueSave(saveDueAtMs(state), send);
  useEffect(() => dispatch({ type: "loaded", server }), [server]);
  useKeptOnDevice({
    store: keptReviews,
    key: address,
    kept,
    isUntouched: lastEditMs === 0 || rival?.from === "device",
    dispatch,
  });
  useWakeAndLeave({
    address,
    state,
    hasUnsent,
    send,
    write: writeReview,
    sending: { type: "sending", draft },
    keep: () => {
      if (kept && !held) keptReviews.keep(address, kept);
    },
    dispatch,
  });
  return { state, dispatch, saveNow };
}
