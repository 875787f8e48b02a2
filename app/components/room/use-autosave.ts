import { useCallback, useEffect, useReducer, useRef, type Dispatch } from "react";
import { listenToLeaving } from "#app/components/saving/listen-to-leaving.ts";
import type { Draft } from "#app/domain/interview/draft.ts";
import {
  autosave,
  draftOf,
  hasUnsentText,
  isQuestionOnlyHere,
  isUnsaved,
  saveDueAtMs,
  startAutosave,
  typedOf,
  type Autosave,
  type AutosaveEvent,
  type ServerDraft,
  type Trouble,
} from "./autosave.ts";
import { findKeptText, forgetText, keepText, type KeptText } from "./kept-text.ts";

type DraftReply =
  | { ok: true; revision: number; savedAt: string }
  | { ok: false; reason: "newer_elsewhere" | "finished" | "time_is_up"; draft: Draft; revision: number };

const slowestSaveMs = 15_000;

/** Puts one save to the server; whatever comes of it is an event. */
async function save(sessionId: string, body: string): Promise<AutosaveEvent> {
  const failed = (trouble: Trouble): AutosaveEvent => ({ type: "failed", trouble, nowMs: Date.now() });
  try {
    const response = await fetch(`/sessions/${sessionId}/draft`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      signal: AbortSignal.timeout(slowestSaveMs),
      body,
    });
    if (response.status === 401) return failed("signed_out");
    if (response.status !== 200 && response.status !== 409) return failed("unreachable");
    const reply = (await response.json()) as DraftReply;
    if (reply.ok) return { type: "saved", revision: reply.revision, savedAt: reply.savedAt };
    if (reply.reason !== "newer_elsewhere") return failed(reply.reason);
    return { type: "newer_elsewhere", draft: reply.draft, revision: reply.revision };
  } catch {
    return failed(navigator.onLine ? "unreachable" : "offline");
  }
}

const bodyOf = (state: Autosave) => JSON.stringify({ draft: draftOf(state.typed), revision: state.revision });

export type AutosaveControls = {
  state: Autosave;
  dispatch: Dispatch<AutosaveEvent>;
  /** Saves what is unsaved now, and resolves when the server has answered. */
  flush: () => Promise<void>;
};

type Keeping = {
  sessionId: string;
  server: ServerDraft;
  /** What came back with a refusal to a page without scripts. */
  returned: Partial<Draft> | null;
};

function start({ server, returned }: Keeping): Autosave {
  const state = startAutosave(server);
  const { kind = "answer", text, diagram = "" } = returned ?? {};
  return text === undefined ? state : { ...state, typed: typedOf({ kind, text, diagram }) };
}

/** Keeps what is typed: on the server within seconds, on this device until the server has it. */
export function useAutosave(keeping: Keeping): AutosaveControls {
  const { sessionId } = keeping;
  const [state, dispatch] = useReducer(autosave, keeping, start);
  const latest = useRef(state);
  useEffect(() => {
    latest.current = state;
  });
  const running = useRef<Promise<void> | null>(null);

  const send = useCallback((): Promise<void> => {
    const current = latest.current;
    dispatch({ type: "sending", draft: draftOf(current.typed) });
    const work = save(sessionId, bodyOf(current)).then((event) => {
      running.current = null;
      dispatch(event);
    });
    running.current = work;
    return work;
  }, [sessionId]);

  const flush = useCallback(async () => {
    await running.current;
    if (hasUnsentText(latest.current)) await send();
  }, [send]);

  const dueAtMs = saveDueAtMs(state);
  useEffect(() => {
    if (dueAtMs === null) return;
    const timer = setTimeout(() => void send(), Math.max(0, dueAtMs - Date.now()));
    return () => clearTimeout(timer);
  }, [dueAtMs, send]);

  useKeepOnDevice(sessionId, state, dispatch);
  useWakeAndLeave({ sessionId, latest, dispatch, send });
  return { state, dispatch, flush };
}

/** The device holds what the server does not have, and forgets it once it does. */
function useKeepOnDevice(sessionId: string, state: Autosave, dispatch: Dispatch<AutosaveEvent>) {
  const own = useRef<KeptText | null>(null);
  useEffect(() => {
    own.current = findKeptText(sessionId);
    if (own.current) dispatch({ type: "restored", ...own.current, nowMs: Date.now() });
  }, [sessionId, dispatch]);

  const { typed, revision, rival, lastEditMs } = state;
  const worthKeeping = isUnsaved(state) || isQuestionOnlyHere(typed);
  // Before anything was typed or put back, what the device has is not this page's to change.
  const untouched = lastEditMs === 0 || rival?.from === "device";
  useEffect(() => {
    if (untouched) return;
    const kept = worthKeeping ? { typed, revision } : null;
    if (kept) keepText(sessionId, kept);
    else if (own.current) forgetText(sessionId, own.current);
    own.current = kept;
  }, [sessionId, typed, revision, worthKeeping, untouched]);
}

type Leaving = {
  sessionId: string;
  latest: { readonly current: Autosave };
  dispatch: Dispatch<AutosaveEvent>;
  send: () => Promise<void>;
};

/** Tries again when the network or the person is back, and sends the last words when the page or the room is left. */
function useWakeAndLeave({ sessionId, latest, dispatch, send }: Leaving) {
  useEffect(() => {
    const wake = () => dispatch({ type: "woke" });
    const hide = () => {
      if (latest.current.sending === null && hasUnsentText(latest.current)) void send();
    };
    const leave = () => {
      const state = latest.current;
      if (isUnsaved(state)) keepText(sessionId, { typed: state.typed, revision: state.revision });
      if (!hasUnsentText(state)) return;
      const body = new Blob([bodyOf(state)], { type: "application/json" });
      if (!navigator.sendBeacon(`/sessions/${sessionId}/draft`, body)) return;
      // Nobody hears the answer. If the page is shown again from memory, this text comes back and is known as its own.
      dispatch({ type: "sending", draft: draftOf(state.typed) });
      dispatch({ type: "failed", trouble: "unreachable", nowMs: Date.now() });
    };
    return listenToLeaving({ wake, hide, leave });
  }, [sessionId, latest, dispatch, send]);
}
