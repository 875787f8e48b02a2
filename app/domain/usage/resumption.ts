/**
 * Which of the sessions that wait for a budget can be graded now: the oldest first, each with its estimate, until the day's
 * budgets hold no more: an organisation's own, and the server's where its key is used. What is left waits for the next day.
 */
import { judgeBudget, type Budgets, type SpentToday } from "./budget.ts";

/** What one payer's day allows, counted on as sessions are taken. */
export type Room = { budgets: Budgets; totalUsd: number; byPersonUsd: Map<string, number> };

/** `full` says that the day of somebody who pays holds nothing more for anybody. */
export type Place = "taken" | "waits" | "full";

export function takePlace(rooms: readonly Room[], userId: string, estimateUsd: number | null): Place {
  for (const { budgets, totalUsd, byPersonUsd } of rooms) {
    const spent: SpentToday = { totalUsd, byPersonUsd: byPersonUsd.get(userId) ?? 0 };
    const over = judgeBudget(budgets, spent, estimateUsd);
    if (over) return over.whose === "total" && !over.isTooSmall ? "full" : "waits";
  }
  for (const room of rooms) {
    room.totalUsd += estimateUsd ?? 0;
    room.byPersonUsd.set(userId, (room.byPersonUsd.get(userId) ?? 0) + (estimateUsd ?? 0));
  }
  return "taken";
}
