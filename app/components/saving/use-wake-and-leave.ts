import { useEffect, type Dispatch } from "react";
import { failed } from "./post-save.ts";
import type { Failed } from "./save-progress.ts";
import { useLatest } from "./use-latest.ts";

type Leaving<State, Sending> = {
  /** Where saves go. */
  address: string;
  state: State;
  /** Whether there is something that may be put to the server now. */
  hasUnsent: (state: State) => boolean;
  send: () => Promise<unknown>;
  /** What a save says to the server, and the event that says so here. */
  write: (state: State) => string;
  sending: Sending;
  /** Keeps on this device what the server does not have. */
  keep: () => void;
  dispatch: Dispatch<Sending | Failed<"unreachable"> | { type: "woke" }>;
};

/** Tries again when the network or the person is back, and sends the last words when the page, or the part that saves, is left. */
export function useWakeAndLeave<State extends { sending: unknown }, Sending>(leaving: Leaving<State, Sending>): void {
  const { address, dispatch } = leaving;
  const latest = useLatest(leaving);
  useEffect(() => {
    const wake = () => dispatch({ type: "woke" });
    const hide = () => {
      const { state, hasUnsent, send } = latest.current;
      if (state.sending === null && hasUnsent(state)) void send();
    };
    const turn = () => (document.visibilityState === "visible" ? wake() : hide());
    const leave = () => {
      const { state, hasUnsent, write, sending, keep } = latest.current;
      keep();
      if (!hasUnsent(state)) return;
      const body = new Blob([write(state)], { type: "application/json" });
      if (!navigator.sendBeacon(address, body)) return;
      // Nobody hears the answer. If the page is shown again from memory, this work comes back and is known as its own.
      dispatch(sending);
      dispatch(failed("unreachable"));
    };
    addEventListener("online", wake);
    addEventListener("pagehide", leave);
    document.addEventListener("visibilitychange", turn);
    return () => {
      removeEventListener("online", wake);
      removeEventListener("pagehide", leave);
      document.removeEventListener("visibilitychange", turn);
      leave();
    };
  }, [address, latest, dispatch]);
}
