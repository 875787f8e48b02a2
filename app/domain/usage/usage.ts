/**
 * What the model was called for in an organisation, and what that took: counts, tokens, cost and time over a span of days,
 * as its admins see them. Costs are in US dollars; null is a price that is not known, which is not zero.
 */
import type { Budgets } from "./budget.ts";

/** How many days back the page looks, today among them. */
export const usageDays = 30;

export type Tokens = { input: number; output: number; cacheRead: number; cacheWrite: number };

/** One line for each purpose and model. `calls` are those that were made; what the budget refused is none of them. */
export type UsageLine = Tokens & {
  purpose: string;
  model: string;
  calls: number;
  succeeded: number;
  /** Calls that succeeded at a price nobody knows. */
  unpriced: number;
  costUsd: number | null;
  /** Of calls that have both: what they were taken to cost, and what they did. */
  estimatedUsd: number | null;
  actualUsd: number | null;
  medianLatencyMs: number | null;
  p95LatencyMs: number | null;
};

export type UsageFailure = { outcome: string; calls: number };

/** `userId` is null where nobody's doing it was; `name` is null once the account is gone. */
export type UsagePerson = {
  userId: string | null;
  /** All candidates of assessments together. */
  isCandidates: boolean;
  name: string | null;
  isGuest: boolean;
  calls: number;
  costUsd: number;
  todayUsd: number;
};

/** `costUsd` counts a call that broke off with its estimate, as the budget does. */
export type UsageDay = { day: string; calls: number; costUsd: number };

export type UsageCall = {
  id: string;
  at: string;
  purpose: string;
  model: string;
  promptVersion: string | null;
  person: string | null;
  sessionId: string | null;
  inputTokens: number | null;
  outputTokens: number | null;
  cacheReadTokens: number | null;
  cacheWriteTokens: number | null;
  estimatedUsd: number | null;
  costUsd: number | null;
  latencyMs: number | null;
  outcome: string;
  requestId: string | null;
};

/** Whose key the organisation's calls are made with. */
export type KeyState =
  { kind: "own"; hint: string } | { kind: "cannot_open"; hint: string } | { kind: "server" } | { kind: "none" };

export type UsageView = {
  organisation: { name: string; handle: string };
  budgets: Budgets;
  key: KeyState;
  /** The model that is asked, and the date of its price; null where it is not known. */
  model: string;
  pricedAsOf: string | null;
  today: { costUsd: number; calls: number };
  waiting: number;
  lines: UsageLine[];
  failures: UsageFailure[];
  people: UsagePerson[];
  days: UsageDay[];
  newest: UsageCall[];
  /** Models that were called at a price nobody knows. */
  unpricedModels: string[];
};

/** Every day of the span, the days without a call too. */
export function fillDays(days: readonly UsageDay[], span: readonly string[]): UsageDay[] {
  const byDay = new Map(days.map((each) => [each.day, each]));
  return span.map((day) => byDay.get(day) ?? { day, calls: 0, costUsd: 0 });
}
