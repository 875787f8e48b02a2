/**
 * Time in an interview. The server keeps it. Time at work leaves out the hours away, because a candidate may leave and come
 * back days later; a clock with a limit runs on, stands still once while paused, and ends the interview.
 */

/** A gap between two signs of life longer than this counts as time away. */
export const awayAfterMs = 5 * 60_000;

/** Adds the time since the last sign of life, unless the candidate was away. */
export function addSpent(spentMs: number, lastActiveAt: Date, now: Date): number {
  const gapMs = now.getTime() - lastActiveAt.getTime();
  return gapMs > 0 && gapMs <= awayAfterMs ? spentMs + gapMs : spentMs;
}

export type Clock = { limitMs: number; endsAt: Date; pausedAt: Date | null; pauseUsed: boolean };

/** A request that is under way when time is up still counts. */
export const graceMs = 10_000;

/** Extra time in per cent, an accommodation. */
export const extraTimes = [0, 25, 50, 100] as const;

const minuteMs = 60_000;

const later = (time: Date, ms: number) => new Date(time.getTime() + ms);

export function limitFor(minutes: number, extraTimePercent: number): number {
  return Math.round(minutes * minuteMs * (1 + extraTimePercent / 100));
}

export function startClock(limitMs: number, now: Date): Clock {
  return { limitMs, endsAt: later(now, limitMs), pausedAt: null, pauseUsed: false };
}

/** From 0 to the limit: a machine's clock that is set back gives nobody more than they had. */
export function remainingMs({ limitMs, endsAt, pausedAt }: Clock, now: Date): number {
  const left = endsAt.getTime() - (pausedAt ?? now).getTime();
  return Math.min(limitMs, Math.max(0, left));
}

export function isUp({ endsAt, pausedAt }: Clock, now: Date): boolean {
  return pausedAt === null && now.getTime() > endsAt.getTime() + graceMs;
}

/** Null where the one pause has been taken, or no time is left to keep. */
export function pauseClock(clock: Clock, now: Date): Clock | null {
  if (clock.pauseUsed || clock.pausedAt !== null || remainingMs(clock, now) === 0) return null;
  return { ...clock, pausedAt: now, pauseUsed: true };
}

/** The end moves on by as long as the clock stood still; a clock that runs is left as it is. */
export function resumeClock(clock: Clock, now: Date): Clock {
  if (clock.pausedAt === null) return clock;
  return { ...clock, endsAt: later(now, remainingMs(clock, now)), pausedAt: null };
}
