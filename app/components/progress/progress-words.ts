/** A graded attempt, as the chart and the forms of this page need it. */
export type Attempt = { sessionId: string; slug: string; title: string; finishedAt: string; score: number };

/** Attempts of each scenario in the order they were made, most attempts first. */
export function byScenario(attempts: readonly Attempt[]): Attempt[][] {
  const groups = new Map<string, Attempt[]>();
  for (const attempt of attempts) groups.set(attempt.slug, [...(groups.get(attempt.slug) ?? []), attempt]);
  return [...groups.values()].sort((a, b) => b.length - a.length);
}

/** The one sentence above the chart: how the scenario tried most often went, or else the best score so far. */
export function progressWords(attempts: readonly Attempt[]): string {
  const best = attempts.reduce<Attempt | null>((top, each) => (top && top.score >= each.score ? top : each), null);
  if (best === null) return "Nothing is graded yet.";
  const [again] = byScenario(attempts);
  const first = again?.at(0);
  const last = again?.at(-1);
  if (!again || !first || !last || again.length < 2) {
    return attempts.length === 1
      ? `Your first score is ${best.score}, for “${best.title}”.`
      : `Your best score is ${best.score}, for “${best.title}”.`;
  }
  const gained = last.score - first.score;
  const span = `from ${first.score} to ${last.score} in ${again.length} attempts`;
  if (gained === 0) return `“${last.title}” stands at ${last.score} after ${again.length} attempts.`;
  const points = Math.abs(gained) === 1 ? "1 point" : `${Math.abs(gained)} points`;
  return `${gained > 0 ? "Up" : "Down"} ${points} on “${last.title}”, ${span}.`;
}
