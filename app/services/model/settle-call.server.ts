import type { Usage } from "#app/domain/grading/grade.ts";
import { costOf } from "#app/domain/grading/model/prices.ts";
import { db } from "#app/db/client.server.ts";
import { log } from "#app/log.server.ts";

export type EndedCall = {
  model: string;
  /** `ok`, or why not. */
  outcome: string;
  usage: Usage | null;
  /** Whether the API told all there is to pay for: it finished its reply, or refused before it began one. */
  isAccounted: boolean;
  latencyMs: number;
  requestId: string | null;
};

/**
 * What a call took. One that broke off has no cost of its own: nobody knows how much had been written by then, and its
 * estimate goes on counting.
 */
function costOfCall({ model, usage, isAccounted }: EndedCall): number | null {
  if (!isAccounted) return null;
  return usage === null ? 0 : costOf(model, usage);
}

/** Writes down how a call ended. What it brought is not lost because this could not be written. */
export async function settleCall(callId: string, ended: EndedCall): Promise<void> {
  const { outcome, usage, latencyMs, requestId } = ended;
  const tokens = usage && {
    inputTokens: usage.input,
    outputTokens: usage.output,
    cacheReadTokens: usage.cacheRead,
    cacheWriteTokens: usage.cacheWrite,
  };
  try {
    await db().modelCall.updateMany({
      where: { id: callId },
      data: { outcome, latencyMs, requestId, costUsd: costOfCall(ended), ...tokens },
    });
  } catch (error) {
    log().error({ err: error, callId }, "how a call of the model ended could not be written down");
  }
}
