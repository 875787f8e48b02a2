/** When what is typed is saved: once typing rests, in the middle of long typing, and less and less often while it fails. */

const quietMs = 1_000;
const longestWaitMs = 3_000;
const longestBackOffMs = 30_000;

type Unsaved = {
  firstEditMs: number;
  lastEditMs: number;
  trouble: { sinceMs: number; failures: number } | null;
};

/** In milliseconds since 1970. */
export function dueAtMs({ firstEditMs, lastEditMs, trouble }: Unsaved): number {
  const typedDueMs = Math.min(lastEditMs + quietMs, firstEditMs + longestWaitMs);
  if (trouble === null) return typedDueMs;
  const backOffMs = Math.min(longestBackOffMs, quietMs * 2 ** (trouble.failures - 1));
  return Math.max(typedDueMs, trouble.sinceMs + backOffMs);
}
