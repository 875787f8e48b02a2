import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { addSpent, isUp, pauseClock } from "#app/domain/interview/clock.ts";
import { db } from "#app/db/client.server.ts";
import { clockOf, findSession } from "../find-session.server.ts";

export type PauseRefusal = "finished" | "time_is_up" | "no_clock" | "no_pause" | "no_pause_left";

/** Stops the clock, once an interview. Null when the session is absent or not the viewer's. */
export async function pauseSession(
  viewer: Viewer,
  sessionId: string,
): Promise<{ ok: true } | { ok: false; reason: PauseRefusal } | null> {
  const found = await findSession(viewer, sessionId);
  if (!found) return null;
  const { session } = found;
  const clock = clockOf(session);
  const now = new Date();
  if (session.phase === "finished") return { ok: false, reason: "finished" };
  if (!clock) return { ok: false, reason: "no_clock" };
  // Everybody who takes an assessment has the same time, and what was agreed beforehand.
  if (session.mode === "assessment") return { ok: false, reason: "no_pause" };
  if (isUp(clock, now)) return { ok: false, reason: "time_is_up" };
  const paused = pauseClock(clock, now);
  if (!paused) return { ok: false, reason: "no_pause_left" };
  const { count } = await db().session.updateMany({
    where: { id: sessionId, phase: "answering", pausedAt: null, pauseUsed: false },
    data: {
      pausedAt: paused.pausedAt,
      pauseUsed: paused.pauseUsed,
      spentMs: addSpent(session.spentMs, session.lastActiveAt, now),
      lastActiveAt: now,
    },
  });
  return count === 1 ? { ok: true } : { ok: false, reason: "no_pause_left" };
}
