/**
 * What the schedule comes to: how many cards fall due on each day, and how often what was due was recalled. A share is
 * told with Wilson's interval (Wilson 1927, "Probable Inference, the Law of Succession, and Statistical Inference"), and
 * below twenty reviews not at all.
 */
import { addDays, dayOf } from "./day.ts";
import { isLearned, type ReviewLog } from "./schedule.ts";

export const forecastDays = 14;
export const fewestReviews = 20;

export type DueDay = { day: string; count: number };

/** Cards by the day they are due on; what is overdue is due today. */
export function forecast(dues: readonly string[], now: Date, days = forecastDays): DueDay[] {
  const today = dayOf(now);
  const dueOn = (due: string) => (due.slice(0, 10) < today ? today : due.slice(0, 10));
  return Array.from({ length: days }, (_, at) => {
    const day = addDays(today, at);
    return { day, count: dues.filter((due) => dueOn(due) === day).length };
  });
}

/** 95 %: the standard normal number below which 97.5 % lie. */
const z = 1.959963984540054;

export function wilson(successes: number, n: number): { low: number; high: number } {
  if (n === 0) return { low: 0, high: 1 };
  const share = successes / n;
  const centre = share + (z * z) / (2 * n);
  const spread = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  const scale = 1 + (z * z) / n;
  return { low: Math.max(0, (centre - spread) / scale), high: Math.min(1, (centre + spread) / scale) };
}

export type Retention =
  | { enough: false; n: number; needed: number }
  | { enough: true; n: number; recalled: number; low: number; high: number; expected: number };

/** Of reviews of cards that had been learned, the share rated above again, beside what the scheduler expected. */
export function retentionOf(log: readonly ReviewLog[]): Retention {
  const due = log.filter(({ before }) => isLearned(before));
  const n = due.length;
  if (n < fewestReviews) return { enough: false, n, needed: fewestReviews };
  const recalled = due.filter(({ rating }) => rating > 1).length;
  const expected = due.reduce((sum, { retrievability }) => sum + (retrievability ?? 0), 0) / n;
  return { enough: true, n, recalled, ...wilson(recalled, n), expected };
}
