/**
 * The time left, counted on by the page between two figures of the server. It goes by the time since the page was opened,
 * which no change of the machine's clock touches, and never claims more than the server gave.
 */
export type Counting = { remainingMs: number; sinceMs: number };

export function leftAt({ remainingMs, sinceMs }: Counting, nowMs: number): number {
  return Math.max(0, remainingMs - Math.max(0, nowMs - sinceMs));
}

const announcedAtMs = [5 * 60_000, 60_000];

/** What is said aloud as the time left goes from one figure to a lower one; null for nothing. */
export function announcement(beforeMs: number, leftMs: number): string | null {
  if (leftMs === 0) return beforeMs > 0 ? "Time is up. What stands in the box goes along." : null;
  const passed = announcedAtMs.findLast((each) => beforeMs > each && leftMs <= each);
  if (passed === undefined) return null;
  const minutes = passed / 60_000;
  return minutes === 1 ? "One minute left." : `${minutes} minutes left.`;
}
