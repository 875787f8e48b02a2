/**
 * Which of the sessions that wait for a budget can be graded now: the oldest first, each with its estimate, until the day's
 * budget holds no more. What is left waits for the next day.
 */
import { judgeBudget, type Budgets, type SpentToday } from "./budget.ts";

/** What one payer's day allows, counted on as sessions are taken. */
export type Room = { budgets: Budgets; totalUsd: number; byPersonUsd: Map<string, number> };

/** `full` says that the payer's day holds nothing more for anybody. */
export type Place = "taken" | "waits" | "full";

export function takePlace(room: Room, userId: string, estimateUsd: number | null): Place {
  const byPersonUsd = room.byPersonUsd.get(userId) ?? 0;
  const spent: SpentToday = { totalUsd: room.totalUsd, byPersonUsd };
  const over = judgeBudget(room.budgets, spent, estimateUsd);
  if (over) return over.whose === "total" && !over.isTooSmall ? "full" : "waits";
  room.totalUsd += estimateUsd ?? 0;
  room.byPersonUsd.set(userId, byPersonUsd + (estimateUsd ?? 0));
  return "taken";
}
