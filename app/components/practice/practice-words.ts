import type { Retention } from "#app/domain/practice/recall.ts";
import type { Verdict } from "#app/domain/scenarios/schema.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

const some = (count: number, unit: string) => `${count} ${unit}${count === 1 ? "" : "s"}`;

/** "10 minutes", "3 days", "2 months". */
export function waitWords(ms: number): string {
  if (ms < hourMs) return some(Math.max(1, Math.round(ms / minuteMs)), "minute");
  if (ms < dayMs) return some(Math.round(ms / hourMs), "hour");
  const days = Math.round(ms / dayMs);
  if (days < 60) return some(days, "day");
  return days < 730 ? some(Math.round(days / 30.4), "month") : some(Math.round(days / 365), "year");
}

export const percent = (share: number) => Math.round(100 * share);

export function retentionWords(retention: Retention): string {
  if (!retention.enough) {
    const { n, needed } = retention;
    const had = n === 0 ? "There is none yet" : n === 1 ? "There is one so far" : `There are ${n} so far`;
    return `Too few to say: it takes ${needed} reviews of cards that had been learned before. ${had}.`;
  }
  const { n, recalled, low, high, expected } = retention;
  return `You recalled ${recalled} of ${n} cards that were due: between ${percent(low)} and ${percent(high)} in 100, where the schedule expected ${percent(expected)}.`;
}

export const verdictSentence: Record<Verdict, string> = {
  met: "What counts is in it",
  partial: "Some of what counts is in it",
  insufficient_evidence: "It is not clear enough that what counts is in it",
  not_met: "What counts is not in it",
};
