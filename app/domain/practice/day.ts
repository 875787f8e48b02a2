/**
 * Days as "2026-12-03", counted in UTC: a server does not know where a person's midnight is, and two that guess differently
 * would disagree about what is due.
 */
import { z } from "zod";

const dayMs = 86_400_000;

function startOf(day: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null;
  const at = new Date(`${day}T00:00:00.000Z`);
  // "2026-02-31" would become a day in March.
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day) ? at : null;
}

export const DaySchema = z.string().refine((day) => startOf(day) !== null, "must be a day of the calendar");

export function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10);
}

/** The day so many days after another. */
export function addDays(day: string, days: number): string {
  return dayOf(new Date(Date.parse(`${day}T00:00:00.000Z`) + days * dayMs));
}

/** How many days the second lies after the first; negative where it lies before. */
export function daysBetween(first: string, second: string): number {
  return Math.round((Date.parse(`${second}T00:00:00.000Z`) - Date.parse(`${first}T00:00:00.000Z`)) / dayMs);
}
