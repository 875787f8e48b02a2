import { useCallback, useEffect, useReducer, useRef, type Dispatch } from "react";
import { listenToLeaving } from "#app/components/saving/listen-to-leaving.ts";
import type { ReviewDraft } from "#app/domain/review/review-draft.ts";
import { findKeptReview, forgetReview, keepReview, type KeptReview } from "./kept-review.ts";
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
  const latest = useRef(state);
  useEffect(() => {
    latest.current = state;
  });
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
  }, [address]);

  const saveNow = useCallback(async () => {
    await running.current;
    // What the save before came to is known to this one once React has taken it in.
    await new Promise((resolve) => setTimeout(resolve));
    return send();
  }, [send]);

  const dueAtMs = saveDueAtMs(state);
  useEffect(() => {
    if (dueAtMs === null) return;
    const timer = setTimeout(() => void send(), Math.max(0, dueAtMs - Date.now()));
    return () => clearTimeout(timer);
  }, [dueAtMs, send]);

  useEffect(() => dispatch({ type: "loaded", server }), [server]);
  useKeepOnDevice(address, state, dispatch);
  useWakeAndLeave({ address, latest, dispatch, send });
  return { state, dispatch, saveNow };
}

/** The device holds what the server does not have, and forgets it once it does. */
function useKeepOnDevice(address: string, state: ReviewSaving, dispatch: Dispatch<ReviewSavingEvent>) {
  const own = useRef<KeptReview | null>(null);
  useEffect(() => {
    own.current = findKeptReview(address);
    if (own.current) dispatch({ type: "restored", ...own.current, nowMs: Date.now() });
  }, [address, dispatch]);

  const { draft, revision, rival, lastEditMs } = state;
  const isWorthKeeping = isUnsaved(state);
  // Before anything was made or put back, what the device has is not this page's to change.
  const isUntouched = lastEditMs === 0 || rival?.from === "device";
  useEffect(() => {
    if (isUntouched) return;
    const kept = isWorthKeeping ? { draft, revision } : null;
    if (kept) keepReview(address, kept);
    else if (own.current) forgetReview(address, own.current);
    own.current = kept;
  }, [address, draft, revision, isWorthKeeping, isUntouched]);
}

type Leaving = {
  address: string;
  latest: { readonly current: ReviewSaving };
  dispatch: Dispatch<ReviewSavingEvent>;
  send: () => Promise<unknown>;
};

/** Tries again when the network or the person is back, and sends the last words when the page is left. */
function useWakeAndLeave({ address, latest, dispatch, send }: Leaving) {
  useEffect(() => {
    const wake = () => dispatch({ type: "woke" });
    const hide = () => {
      if (latest.current.sending === null && hasUnsent(latest.current)) void send();
    };
    const leave = () => {
      const state = latest.current;
      if (state.held) return;
      if (isUnsaved(state)) keepReview(address, state);
      if (!hasUnsent(state)) return;
      const body = new Blob([writeReview(state)], { type: "application/json" });
      if (!navigator.sendBeacon(address, body)) return;
      // Nobody hears the answer. If the page is shown again from memory, this draft comes back and is known as its own.
      dispatch({ type: "sending", draft: state.draft });
      dispatch({ type: "failed", trouble: "unreachable", nowMs: Date.now() });
    };
    return listenToLeaving({ wake, hide, leave });
  }, [address, latest, dispatch, send]);
}
