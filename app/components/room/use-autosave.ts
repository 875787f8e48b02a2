import { useCallback, useMemo, useReducer, useRef, type Dispatch } from "react";
import { failed, postSave } from "#app/components/saving/post-save.ts";
import { useDueSave } from "#app/components/saving/use-due-save.ts";
import { useKeptOnDevice } from "#app/components/saving/use-kept-on-device.ts";
import { useLatest } from "#app/components/saving/use-latest.ts";
import { useWakeAndLeave } from "#app/components/saving/use-wake-and-leave.ts";
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
  type KeptText,
  type ServerDraft,
} from "./autosave.ts";
import { keptTexts } from "./kept-text.ts";

type DraftReply =
  | { ok: true; revision: number; savedAt: string }
  | { ok: false; reason: "newer_elsewhere" | "finished" | "time_is_up"; draft: Draft; revision: number };

const write = ({ typed, revision }: KeptText) => JSON.stringify({ draft: draftOf(typed), revision });

async function readAnswer(response: Response): Promise<AutosaveEvent> {
  if (response.status === 401) return failed("signed_out");
  if (response.status !== 200 && response.status !== 409) return failed("unreachable");
  const reply = (await response.json()) as DraftReply;
  if (reply.ok) return { type: "saved", revision: reply.revision, savedAt: reply.savedAt };
  if (reply.reason !== "newer_elsewhere") return failed(reply.reason);
  return { type: "newer_elsewhere", draft: reply.draft, revision: reply.revision };
}

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
  const address = `/sessions/${sessionId}/draft`;
  const [state, dispatch] = useReducer(autosave, keeping, start);
  const { typed, revision, rival, lastEditMs } = state;
  const latest = useLatest(state);
  const running = useRef<Promise<void> | null>(null);

  const send = useCallback((): Promise<void> => {
    const sent = latest.current;
    dispatch({ type: "sending", draft: draftOf(sent.typed) });
    const work = postSave({ address, body: write(sent), read: readAnswer }).then((event) => {
      running.current = null;
      dispatch(event);
    });
    running.current = work;
    return work;
  }, [address, latest]);

  const flush = useCallback(async () => {
    await running.current;
    if (hasUnsentText(latest.current)) await send();
  }, [latest, send]);

  const isWorthKeeping = isUnsaved(state) || isQuestionOnlyHere(typed);
  const kept = useMemo(() => (isWorthKeeping ? { typed, revision } : null), [typed, revision, isWorthKeeping]);
  useDueSave(saveDueAtMs(state), send);
  useKeptOnDevice({
    store: keptTexts,
    key: sessionId,
    kept,
    isUntouched: lastEditMs === 0 || rival?.from === "device",
    dispatch,
  });
  useWakeAndLeave({
    address,
    state,
    hasUnsent: hasUnsentText,
    send,
    write,
    sending: { type: "sending", draft: draftOf(typed) },
    keep: () => {
      if (isUnsaved(state)) keptTexts.keep(sessionId, { typed, revision });
    },
    dispatch,
  });
  return { state, dispatch, flush };
}
