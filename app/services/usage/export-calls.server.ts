import { findMembership } from "#app/domain/accounts/permissions.ts";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { csvRow, type CsvCell } from "#app/domain/text/csv.ts";
import { daysBefore, startOfDay } from "#app/domain/usage/day.ts";
import { usageDays, type UsageCall } from "#app/domain/usage/usage.ts";
import { listCalls } from "./list-calls.server.ts";

/** How many calls are read and written at a time: the file may be longer than memory should hold. */
const batch = 500;

const columns: readonly [string, (call: UsageCall) => CsvCell][] = [
  ["at", ({ at }) => at],
  ["purpose", ({ purpose }) => purpose],
  ["model", ({ model }) => model],
  ["prompt_version", ({ promptVersion }) => promptVersion],
  ["person", ({ person }) => person],
  ["session", ({ sessionId }) => sessionId],
  ["input_tokens", ({ inputTokens }) => inputTokens],
  ["cache_write_tokens", ({ cacheWriteTokens }) => cacheWriteTokens],
  ["cache_read_tokens", ({ cacheReadTokens }) => cacheReadTokens],
  ["output_tokens", ({ outputTokens }) => outputTokens],
  ["estimated_usd", ({ estimatedUsd }) => estimatedUsd],
  ["cost_usd", ({ costUsd }) => costUsd],
  ["latency_ms", ({ latencyMs }) => latencyMs],
  ["outcome", ({ outcome }) => outcome],
  ["request_id", ({ requestId }) => requestId],
];

async function* write(organisationId: string, since: Date): AsyncGenerator<string> {
  yield csvRow(columns.map(([name]) => name));
  let after: string | undefined;
  for (;;) {
    const calls = await listCalls({ organisationId, since }, { take: batch, after });
    if (calls.length > 0) yield calls.map((call) => csvRow(columns.map(([, read]) => read(call)))).join("");
    if (calls.length < batch) return;
    after = calls.at(-1)?.id;
  }
}

/** Every call of the last thirty days, the newest first. Null for whoever may not see them. */
export function exportCalls(
  viewer: Viewer,
  { organisation, now = new Date() }: { organisation: string; now?: Date },
): AsyncGenerator<string> | null {
  const membership = findMembership(viewer, organisation, "see_usage");
  return membership && write(membership.organisationId, startOfDay(daysBefore(now, usageDays - 1)));
}
