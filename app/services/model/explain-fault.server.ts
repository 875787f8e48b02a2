import { AnthropicError, APIConnectionError, APIError } from "@anthropic-ai/sdk";
import type { UngradedReason } from "#app/domain/grading/grade.ts";

/** A fault of one call. `retriable` says that the same request may succeed if sent again after a wait. */
export type Fault = {
  ok: false;
  reason: UngradedReason;
  message: string;
  retriable: boolean;
  /** How long the API asks to wait, where it does. */
  retryAfterMs: number | null;
};

export function fault(
  reason: UngradedReason,
  message: string,
  { retriable = false, retryAfterMs = null }: { retriable?: boolean; retryAfterMs?: number | null } = {},
): Fault {
  return { ok: false, reason, message, retriable, retryAfterMs };
}

type Kind = { reason: UngradedReason; retriable: boolean; says: string };

const wrongKey: Kind = {
  reason: "wrong_key",
  retriable: false,
  says: "did not accept the key",
};
const budgetSpent: Kind = { reason: "budget_spent", retriable: false, says: "says that the account's budget is spent" };
const timedOut: Kind = { reason: "timeout", retriable: true, says: "gave up on the request because it took too long" };
const conflict: Kind = { reason: "request_rejected", retriable: true, says: "was busy with a conflicting request" };
const rateLimited: Kind = { reason: "rate_limited", retriable: true, says: "is limiting this key's requests" };
const overloaded: Kind = { reason: "overloaded", retriable: true, says: "is overloaded" };
const broken: Kind = { reason: "overloaded", retriable: true, says: "had a fault of its own" };
const rejected: Kind = { reason: "request_rejected", retriable: false, says: "rejected the request" };
const notFound: Kind = { ...rejected, says: "did not find what was asked for; check ANTHROPIC_MODEL" };

const kindByStatus: Readonly<Record<number, Kind>> = {
  401: wrongKey,
  402: budgetSpent,
  403: wrongKey,
  404: notFound,
  408: timedOut,
  409: conflict,
  429: rateLimited,
  529: overloaded,
};

/** An error event inside a stream has a type and no status. */
const kindByType: Readonly<Record<string, Kind>> = {
  authentication_error: wrongKey,
  permission_error: wrongKey,
  billing_error: budgetSpent,
  not_found_error: notFound,
  timeout_error: timedOut,
  conflict_error: conflict,
  rate_limit_error: rateLimited,
  overloaded_error: overloaded,
  api_error: broken,
};

function kindOf({ status, type, errorCode, headers }: APIError): Kind {
  if (errorCode?.endsWith("spend_limit_reached")) return budgetSpent;
  const byStatus = status === undefined ? undefined : (kindByStatus[status] ?? (status >= 500 ? broken : rejected));
  const kind = byStatus ?? kindByType[type ?? ""] ?? rejected;
  const hint = headers?.get("x-should-retry");
  return hint === "true" || hint === "false" ? { ...kind, retriable: hint === "true" } : kind;
}

function retryAfterOf(headers: Headers | undefined, now: Date): number | null {
  const milliseconds = Number.parseFloat(headers?.get("retry-after-ms") ?? "");
  if (milliseconds > 0) return milliseconds;
  const header = headers?.get("retry-after") ?? "";
  const wait = /^[\d.]+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now.getTime();
  return wait > 0 ? wait : null;
}

/** The system's code (ECONNREFUSED, UND_ERR_SOCKET) wherever in the chain of causes it stands. */
function codeOf(error: unknown): string | null {
  for (let each = error; each instanceof Error; each = each.cause) {
    if ("code" in each && typeof each.code === "string") return each.code;
  }
  return null;
}

function explainStreamFault(error: AnthropicError): Fault {
  if (error.cause instanceof SyntaxError) {
    return fault("malformed_reply", "The model's reply could not be read.", { retriable: true });
  }
  return fault("network", "The connection to the model's API ended before the reply was complete.", {
    retriable: true,
  });
}

/**
 * Says what an error of the SDK means and whether to try again. `apiMessage` is the API's own account of it, which the
 * caller adds after making sure that it repeats nothing private. Errors that are not the SDK's are bugs: they are thrown.
 */
export function explainFault(
  error: unknown,
  { host, keyName, now }: { host: string; keyName: string; now: Date },
): Fault & { apiMessage: string | null } {
  if (error instanceof APIConnectionError) {
    const message = `The model's API at ${host} could not be reached (${codeOf(error) ?? "no connection"}).`;
    return { ...fault("network", message, { retriable: true }), apiMessage: null };
  }
  if (error instanceof APIError) {
    const { reason, retriable, says } = kindOf(error);
    const advice = reason === "wrong_key" ? `; check ${keyName}` : "";
    const message = `The model's API ${says}${advice} (${[error.status, error.type].filter(Boolean).join(" ") || "no status"}).`;
    const retryAfterMs = retryAfterOf(error.headers, now);
    return { ...fault(reason, message, { retriable, retryAfterMs }), apiMessage: error.apiMessage };
  }
  if (error instanceof AnthropicError) return { ...explainStreamFault(error), apiMessage: null };
  throw error;
}
