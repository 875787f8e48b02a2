import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { remainingMs } from "#app/domain/interview/clock.ts";
import type { Phase } from "#app/domain/interview/session.ts";
import { db } from "#app/db/client.server.ts";
import { endOverdueInterview } from "./end-overdue-interview.server.ts";
import { clockOf } from "../find-session.server.ts";

export type ClockView = { phase: Phase; remainingMs: number | null; isPaused: boolean };

/**
 * What the server's clock says now; `remainingMs` is null where there is no limit. An interview whose time has run out is
 * ended. Null when the session is absent or not the viewer's.
 */
export async function getClock(viewer: Viewer, sessionId: string): Promise<ClockView | null> {
  const where = { id: sessionId, userId: viewer.id };
  if (!(await db().session.findFirst({ where, select: { id: true } }))) return null;
  const now = new Date();
  await endOverdueInterview(sessionId, now);
  const session = await db().session.findFirstOrThrow({ where });
  const clock = clockOf(session);
  const isPaused = clock !== null && clock.pausedAt !== null;
  return { phase: session.phase, remainingMs: clock && remainingMs(clock, now), isPaused };
}
