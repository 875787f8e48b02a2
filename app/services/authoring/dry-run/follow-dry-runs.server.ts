import { setTimeout as wait } from "node:timers/promises";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { db } from "#app/db/client.server.ts";
import { findAuthored, type WantedAuthored } from "../find-authored.server.ts";

export type RunProgress = { id: string; done: number; total: number };

/** The rows are asked, not this process: another one may be reading. */
const pollMs = 400;

async function* poll(scenarioId: string, signal: AbortSignal): AsyncGenerator<RunProgress[]> {
  let last = "";
  while (!signal.aborted) {
    const runs = await db().dryRun.findMany({
      where: { scenarioId, status: { in: ["queued", "running"] } },
      select: { id: true, done: true, total: true },
      orderBy: { createdAt: "desc" },
    });
    const text = JSON.stringify(runs);
    if (text !== last) yield runs;
    last = text;
    if (runs.length === 0) return;
    await wait(pollMs, undefined, { signal }).catch(() => undefined);
  }
}

/** How the runs of a draft come along, until none is under way. Null for whoever may not write there. */
export async function followDryRuns(
  viewer: Viewer,
  { organisation, slug }: WantedAuthored,
  signal: AbortSignal,
): Promise<AsyncIterable<RunProgress[]> | null> {
  const found = await findAuthored(viewer, { organisation, slug, action: "write_scenario" });
  return found && poll(found.authored.id, signal);
}
