/**
 * The percentile interval of a bootstrap (Efron, 1979): the middle of what resamples gave.
 */
export type Interval = { low: number; high: number };

/** Null where the figure was not defined in more than a tenth of the resamples. `level` is the share it holds. */
export function percentileInterval(
  found: readonly number[],
  { resamples, level = 0.95 }: { resamples: number; level?: number },
): Interval | null {
  if (found.length === 0 || found.length < 0.9 * resamples) return null;
  const sorted = [...found].sort((a, b) => a - b);
  const last = sorted.length - 1;
  const at = (share: number) => sorted[Math.min(last, Math.max(0, Math.round(share * last)))] ?? 0;
  return { low: at((1 - level) / 2), high: at((1 + level) / 2) };
}
