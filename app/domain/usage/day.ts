// Budgets hold for a day, and the day is that of UTC: every machine and every member counts the same one.

/** As 2026-12-03. */
export function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}

export function startOfDay(moment: Date): Date {
  return new Date(`${dayOf(moment)}T00:00:00.000Z`);
}

export function daysBefore(moment: Date, days: number): Date {
  return new Date(moment.getTime() - days * 86_400_000);
}

/** When a budget that is spent begins anew. */
export function startOfNextDay(moment: Date): Date {
  return daysBefore(startOfDay(moment), -1);
}
