/**
 * Time spent in an interview. The server keeps it; hours away do not count, because a candidate may leave and come back
 * days later.
 */

/** A gap between two signs of life longer than this counts as time away. */
export const awayAfterMs = 5 * 60_000;

/** Adds the time since the last sign of life, unless the candidate was away. */
export function addSpent(spentMs: number, lastActiveAt: Date, now: Date): number {
  const gapMs = now.getTime() - lastActiveAt.getTime();
  return gapMs > 0 && gapMs <= awayAfterMs ? spentMs + gapMs : spentMs;
}
