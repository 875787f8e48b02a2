import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { resumeClock } from "#app/domain/interview/clock.ts";
import { db } from "#app/db/client.server.ts";
import { clockOf, findSession } from "../find-session.server.ts";
import { scheduleEnd } from "./schedule-end.server.ts";

/** Sets the clock going again; one that runs stays as it is. Null when the session is absent or not the viewer's. */
export async function resumeSession(viewer: Viewer, sessionId: string): Promise<{ ok: true } | null> {
  const found = await findSession(viewer, sessionId);
  if (!found) return null;
  const { pausedAt } = found.session;
  const clock = clockOf(found.session);
  if (!clock || pausedAt === null) return { ok: true };
  const now = new Date();
  const { endsAt } = resumeClock(clock, now);
  const { count } = await db().session.updateMany({
    where: { id: sessionId, phase: "answering", pausedAt },
    data: { endsAt, pausedAt: null, lastActiveAt: now },
  });
  if (count === 1) await scheduleEnd({ sessionId, endsAt });
  return { ok: true };
}
