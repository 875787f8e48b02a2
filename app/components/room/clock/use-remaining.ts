import { useRevalidator } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import type { RoomClock } from "../room-view.ts";
import { announcement, leftAt, type Counting } from "./counting-down.ts";

type ServerClock = { phase: "answering" | "finished"; remainingMs: number | null; isPaused: boolean };

const tickMs = 1_000;
const askEveryMs = 30_000;
/** A tick that comes later than this was held back: the machine slept, or its clock was set. */
const longestTickMs = 5_000;
/** The server takes what is under way for ten seconds more, and then ends the interview. */
const endsAfterMs = 12_000;

async function askServer(sessionId: string): Promise<ServerClock | null> {
  try {
    const response = await fetch(`/sessions/${sessionId}/clock`, { signal: AbortSignal.timeout(10_000) });
    return response.ok ? ((await response.json()) as ServerClock) : null;
  } catch {
    return null; // offline: the page counts on, and asks again
  }
}

/** The time left and what to say of it. Ends the room, or covers it, when the server says so. */
export function useRemaining(sessionId: string, clock: RoomClock): { leftMs: number; said: string } {
  const { revalidate } = useRevalidator();
  const counting = useRef<Counting | null>(null);
  const [shown, setShown] = useState({ leftMs: clock.remainingMs, said: "" });
  const isRunning = !clock.isPaused;

  useEffect(() => {
    if (!isRunning) return;
    counting.current = { remainingMs: clock.remainingMs, sinceMs: performance.now() };
    const show = () =>
      setShown(({ leftMs: before, said }) => {
        const leftMs = counting.current ? leftAt(counting.current, performance.now()) : before;
        return { leftMs, said: announcement(before, leftMs) ?? said };
      });
    const ask = async () => {
      const heard = await askServer(sessionId);
      if (heard === null) return;
      if (heard.phase === "finished" || heard.isPaused) return revalidate();
      counting.current = { remainingMs: heard.remainingMs ?? 0, sinceMs: performance.now() };
      show();
    };
    show();
    return keepAsking(show, () => void ask());
  }, [sessionId, clock.remainingMs, isRunning, revalidate]);

  const isUp = isRunning && shown.leftMs === 0;
  useEffect(() => {
    if (!isUp) return;
    // Loading the room while offline would lose it from the screen, with what is typed: the server is asked first.
    const timer = setInterval(() => {
      void askServer(sessionId).then((heard) => (heard === null ? undefined : revalidate()));
    }, endsAfterMs);
    return () => clearInterval(timer);
  }, [isUp, revalidate, sessionId]);
  return isRunning ? shown : { leftMs: clock.remainingMs, said: "" };
}

/** Shows every second, and asks the server now and then, and whenever the page may have lost count. */
function keepAsking(show: () => void, ask: () => void): () => void {
  let [tickedMs, askedMs] = [Date.now(), Date.now()];
  const timer = setInterval(() => {
    const nowMs = Date.now();
    const lostCount = Math.abs(nowMs - tickedMs) > longestTickMs || Math.abs(nowMs - askedMs) > askEveryMs;
    tickedMs = nowMs;
    if (lostCount) {
      askedMs = nowMs;
      ask();
    }
    show();
  }, tickMs);
  const wake = () => {
    if (document.visibilityState === "visible") ask();
  };
  addEventListener("online", ask);
  document.addEventListener("visibilitychange", wake);
  return () => {
    clearInterval(timer);
    removeEventListener("online", ask);
    document.removeEventListener("visibilitychange", wake);
  };
}
