import { useCallback, useEffect, useReducer, useRef, type Dispatch } from "react";
import { listenToLeaving } from "#app/components/saving/listen-to-leaving.ts";
import { findKept, forgetTexts, keepTexts } from "./kept-texts.ts";
import { putTexts, writeSave } from "./put-texts.ts";
import {
  hasUnsent,
  isUnsaved,
  keptOf,
  saveDueAtMs,
  saving,
  startSaving,
  type KeptTexts,
  type Saving,
  type SavingEvent,
  type ServerTexts,
} from "./saving.ts";

type Keeping = {
  /** Where saves go; also what this device keeps unsaved texts under. */
  action: string;
  server: ServerTexts;
};

export type SavingControls = { state: Saving; dispatch: Dispatch<SavingEvent> };

/** Keeps what is written: on the server within seconds, on this device until the server has it. */
export function useSaving({ action, server }: Keeping): SavingControls {
  const [state, dispatch] = useReducer(saving, server, startSaving);
  const latest = useRef(state);
  useEffect(() => {
    latest.current = state;
  });

  const send = useCallback(async () => {
    const sent = latest.current;
    dispatch({ type: "sending", texts: sent.texts });
    dispatch(await putTexts(action, sent));
  }, [action]);

  const dueAtMs = saveDueAtMs(state);
  useEffect(() => {
    if (dueAtMs === null) return;
    const timer = setTimeout(() => void send(), Math.max(0, dueAtMs - Date.now()));
    return () => clearTimeout(timer);
  }, [dueAtMs, send]);

  useEffect(() => dispatch({ type: "loaded", server, nowMs: Date.now() }), [server]);
  useKeepOnDevice(action, state, dispatch);
  useWakeAndLeave({ action, latest, dispatch, send });
  return { state, dispatch };
}

/** The device holds what the server does not have, and forgets it once it does. */
function useKeepOnDevice(action: string, state: Saving, dispatch: Dispatch<SavingEvent>) {
  const own = useRef<KeptTexts | null>(null);
  useEffect(() => {
    own.current = findKept(action);
    if (own.current) dispatch({ type: "restored", kept: own.current, nowMs: Date.now() });
  }, [action, dispatch]);

  const { texts, base, revision, lastEditMs } = state;
  const isWorthKeeping = isUnsaved(state);
  // Before anything was written or put back, what the device has is not this page's to change.
  const isUntouched = lastEditMs === 0;
  useEffect(() => {
    if (isUntouched) return;
    const kept = isWorthKeeping ? keptOf({ texts, base, revision }) : null;
    if (kept) keepTexts(action, kept);
    else if (own.current) forgetTexts(action, own.current);
    own.current = kept;
  }, [action, texts, base, revision, isWorthKeeping, isUntouched]);
}

type Leaving = {
  action: string;
  latest: { readonly current: Saving };
  dispatch: Dispatch<SavingEvent>;
  send: () => Promise<void>;
};

/** Tries again when the network or the person is back, and sends the last words when the page is left. */
function useWakeAndLeave({ action, latest, dispatch, send }: Leaving) {
  useEffect(() => {
    const wake = () => dispatch({ type: "woke" });
    const hide = () => {
      if (latest.current.sending === null && hasUnsent(latest.current)) void send();
    };
    const leave = () => {
      const state = latest.current;
      if (isUnsaved(state)) keepTexts(action, keptOf(state));
      if (!hasUnsent(state)) return;
      const body = new Blob([writeSave(state)], { type: "application/json" });
      if (!navigator.sendBeacon(action, body)) return;
      // Nobody hears the answer. If the page is shown again from memory, this text comes back and is known as its own.
      dispatch({ type: "sending", texts: state.texts });
      dispatch({ type: "failed", trouble: "unreachable", nowMs: Date.now() });
    };
    return listenToLeaving({ wake, hide, leave });
  }, [action, latest, dispatch, send]);
}
