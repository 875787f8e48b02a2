import type { UngradedReason } from "#app/domain/grading/grade.ts";
import type { Fault } from "#app/services/model/explain-fault.server.ts";

const maxAttempts = 3;
const firstBackOffMs = 500;

/** Faults of a reply that a model is likely to avoid when told of them. */
const repairable: ReadonlySet<UngradedReason> = new Set([
  "malformed_reply",
  "truncated_reply",
  "missing_check",
  "unknown_check",
  "duplicate_check",
]);

type RetryPlan =
  | { again: true; waitMs: number; repair: string | undefined }
  | { again: false; reason: UngradedReason; message: string };

/** Half a second, doubled each time, less up to a quarter so that many callers do not come back at once. */
function backOffMs(attempt: number): number {
  return firstBackOffMs * 2 ** (attempt - 1) * (1 - Math.random() / 4);
}

/** To the minute, rounded up: a moment that is told must not be too early. */
function toMinute(time: number): string {
  const minute = 60_000;
  return `${new Date(Math.ceil(time / minute) * minute).toISOString().slice(0, 16).replace("T", " ")} UTC`;
}

function giveUp({ reason, message, retryAfterMs }: Fault, { attempt, now }: { attempt: number; now: Date }): RetryPlan {
  const tried = attempt > 1 ? ` Tried ${attempt} times.` : "";
  const when = retryAfterMs === null ? "" : ` Try again after ${toMinute(now.getTime() + retryAfterMs)}.`;
  return { again: false, reason, message: `${message}${tried}${when}` };
}

/**
 * Whether to call again after a fault: after a wait if the fault may pass and the wait fits into what is left of the
 * deadline, or once more with `repair` if the reply itself was at fault and no repair has been tried.
 */
export function planRetry({
  fault,
  attempt,
  repair,
  leftMs,
  now,
}: {
  fault: Fault;
  attempt: number;
  repair: string | undefined;
  leftMs: number;
  now: Date;
}): RetryPlan {
  if (attempt >= maxAttempts) return giveUp(fault, { attempt, now });
  if (fault.retriable) {
    const waitMs = Math.max(backOffMs(attempt), fault.retryAfterMs ?? 0);
    return waitMs < leftMs ? { again: true, waitMs, repair } : giveUp(fault, { attempt, now });
  }
  if (repair === undefined && repairable.has(fault.reason)) {
    return { again: true, waitMs: 0, repair: fault.message };
  }
  return giveUp(fault, { attempt, now });
}
