import { resumeClock } from "#app/domain/interview/clock.ts";
import { paceOf, type Pace } from "#app/domain/interview/pace.ts";
import { clockOf, type FoundSession } from "./find-session.server.ts";

/** How a finished interview went in time. Whoever finished while the clock stood still had it stand until the end. */
export function readPace({ session }: FoundSession, finishedAt: Date): Pace {
  const clock = clockOf(session);
  const ended = clock && resumeClock(clock, finishedAt);
  const { startedAt, spentMs } = session;
  return paceOf(session.turns, {
    startedAt,
    finishedAt,
    spentMs,
    limitMs: ended?.limitMs ?? null,
    endsAt: ended?.endsAt ?? null,
  });
}
