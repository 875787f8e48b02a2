/**
 * Whether a call of a model may be made: what the day has cost so far, with what is reserved for calls under way, and the
 * estimate of this one must stay within the budget of whoever pays, and within that of one person. A price that is not
 * known counts for nothing, so no budget can hold such a model.
 */
import { z } from "zod";
import { startOfNextDay } from "./day.ts";

/** US dollars a day; null where there is no limit. Zero allows no call at all. */
export type Budgets = { totalUsd: number | null; perPersonUsd: number | null };

export type SpentToday = { totalUsd: number; byPersonUsd: number };

/** Whose budget does not allow it. */
export type OverBudget = { whose: "total" | "person"; isTooSmall: boolean };

/** Sums of many small amounts do not come out even. */
const roundingUsd = 1e-9;

function isOver(budgetUsd: number | null, spentUsd: number, estimateUsd: number): boolean {
  if (budgetUsd === null) return false;
  return budgetUsd <= 0 || spentUsd + estimateUsd > budgetUsd + roundingUsd;
}

/** Null where the call may be made. `isTooSmall` says that no day's budget is ever enough for such a call. */
export function judgeBudget(budgets: Budgets, spent: SpentToday, estimateUsd: number | null): OverBudget | null {
  const cost = estimateUsd ?? 0;
  if (isOver(budgets.totalUsd, spent.totalUsd, cost)) {
    return { whose: "total", isTooSmall: isOver(budgets.totalUsd, 0, cost) };
  }
  if (isOver(budgets.perPersonUsd, spent.byPersonUsd, cost)) {
    return { whose: "person", isTooSmall: isOver(budgets.perPersonUsd, 0, cost) };
  }
  return null;
}

const utcDay = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", timeZone: "UTC" });

/**
 * The sentence for whoever waits for the call; amounts are the payer's own business. `payer` is the organisation's name,
 * null for whoever runs the server.
 */
export function explainOverBudget(
  { whose, isTooSmall }: OverBudget,
  { payer, now }: { payer: string | null; now: Date },
): string {
  const owner = payer ?? "this server";
  const budget =
    whose === "total" ? `The daily model budget of ${owner}` : `Your share of the daily model budget of ${owner}`;
  if (isTooSmall) return `${budget} is smaller than what this would cost. It can go on when the budget is raised.`;
  return `${budget} is used up for today. It begins anew on ${utcDay.format(startOfNextDay(now))} at 00:00 UTC.`;
}

const wrongAmount = "Write an amount in US dollars, such as 5 or 2.50, or leave the field empty for no limit.";

/** As it is typed: nothing is no limit. */
export const BudgetAmountSchema = z
  .string()
  .trim()
  .regex(/^(\d{1,6}(\.\d{1,4})?)?$/, wrongAmount)
  .transform((written) => (written === "" ? null : Number(written)));
