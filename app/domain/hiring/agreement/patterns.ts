/** Sessions as counted patterns: how many there are with the same sums. */
/** `n` sessions, each of which adds these sums. */
export type Pattern = { n: number; sums: readonly number[] };

export function addUp(patterns: readonly Pattern[]): Float64Array {
  const total = new Float64Array(patterns[0]?.sums.length ?? 0);
  for (const { n, sums } of patterns) {
    for (const [place, sum] of sums.entries()) total[place] = (total[place] ?? 0) + n * sum;
  }
  return total;
}

/** Patterns with equal sums become one, in an order that does not hang on the order they came in. */
export function mergePatterns(patterns: readonly Pattern[]): Pattern[] {
  const merged = new Map<string, Pattern>();
  for (const { n, sums } of patterns) {
    const key = sums.join(" ");
    merged.set(key, { n: n + (merged.get(key)?.n ?? 0), sums });
  }
  return [...merged.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, pattern]) => pattern);
}
