import { modelPurposeName, modelPurposes } from "#app/domain/accounts/model-purpose.ts";

/** Cents, and more digits where there would be none to see: "$12.40", "$0.0042". */
export function dollars(amountUsd: number): string {
  const digits = amountUsd !== 0 && Math.abs(amountUsd) < 0.1 ? 4 : 2;
  const amount = Math.abs(amountUsd).toLocaleString("en-US", {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return amountUsd < 0 ? `−$${amount}` : `$${amount}`;
}

export function costWords(costUsd: number | null): string {
  return costUsd === null ? "unknown" : dollars(costUsd);
}

/** Actual against estimate: "12 % less", "as estimated". */
export function differenceWords(estimatedUsd: number, actualUsd: number): string {
  const percent = Math.round((actualUsd / estimatedUsd - 1) * 100);
  if (percent === 0) return "as estimated";
  return percent < 0 ? `${-percent} % less` : `${percent} % more`;
}

export function countWords(count: number): string {
  return count.toLocaleString("en-US");
}

export function some(count: number, unit: string): string {
  return `${countWords(count)} ${unit}${count === 1 ? "" : "s"}`;
}

export function secondsWords(durationMs: number | null): string {
  return durationMs === null ? "–" : `${(durationMs / 1000).toFixed(1)} s`;
}

export function purposeWords(purpose: string): string {
  const known = modelPurposes.find((each) => each === purpose);
  return known === undefined ? purpose : modelPurposeName[known];
}

const outcomeNames: Readonly<Record<string, string>> = {
  ok: "Done",
  running: "Under way",
  budget: "Not made: over the budget",
  lost: "Its end was not seen",
  cancelled: "Nobody waited any more",
  wrong_key: "The key was not accepted",
  rate_limited: "Too many requests with this key",
  overloaded: "The API was overloaded",
  timeout: "Took too long",
  network: "The connection broke off",
  refusal: "The model declined",
  malformed_reply: "The reply could not be read",
  truncated_reply: "The reply was cut off",
  budget_spent: "The account at Anthropic has no money left",
  request_rejected: "The request was rejected",
  internal: "A fault of this server",
};

export function outcomeWords(outcome: string): string {
  return outcomeNames[outcome] ?? outcome;
}
