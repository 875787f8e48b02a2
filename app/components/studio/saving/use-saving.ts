import { useCallback, useEffect, useMemo, useReducer, type Dispatch } from "react";
import { useDueSave } from "#app/components/saving/use-due-save.ts";
import { useKeptOnDevice } from "#app/components/saving/use-kept-on-device.ts";
import { useLatest } from "#app/components/saving/use-latest.ts";
import { useWakeAndLeave } from "#app/components/saving/use-wake-and-leave.ts";
import { keptTexts } from "./kept-texts.ts";
import { putTexts, writeSave } from "./put-texts.ts";
import {
  hasUnsent,
  isUnsaved,
  keptOf,
  saveDueAtMs,
  saving,
  startSaving,
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
  const { texts, base, revision, lastEditMs } = state;
  const latest = useLatest(state);

  const send = useCallback(async () => {
    const sent = latest.current;
    dispatch({ type: "sending", texts: sent.texts });
    dispatch(await putTexts(action, sent));
  }, [action, latest]);

  const isWorthKeeping = isUnsaved(state);
  const kept = useMemo(
    () => (isWorthKeeping ? keptOf({ texts, base, revision }) : null),
    [texts, base, revision, isWorthKeeping],
  );
  useDueSave(saveDueAtMs(state), send);
  useEffect(() => dispatch({ type: "loaded", server, nowMs: Date.now() }), [server]);
  useKeptOnDevice({ store: keptTexts, key: action, kept, isUntouched: lastEditMs === 0, dispatch });
  useWakeAndLeave({
    address: action,
    state,
    hasUnsent,
    send,
    write: writeSave,
    sending: { type: "sending", texts },
    keep: () => {
      if (kept) keptTexts.keep(action, kept);
    },
    dispatch,
  });
  return { state, dispatch };
}
