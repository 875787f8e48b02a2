import { randomUUID } from "node:crypto";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { db } from "#app/db/client.server.ts";
import { enqueueJob } from "#app/db/jobs.server.ts";
import { findAuthored, type WantedAuthored } from "../find-authored.server.ts";

/**
 * Goes on with a run that was cancelled or had to stop, on the texts it began with; what it has read is not read again.
 * Null for whoever may not write there, and where there is no run to go on with.
 */
export async function resumeDryRun(
  viewer: Viewer,
  { organisation, slug }: WantedAuthored,
  dryRunId: string,
): Promise<{ ok: true } | null> {
  const found = await findAuthored(viewer, { organisation, slug, action: "write_scenario" });
  if (!found) return null;
  const { count } = await db().dryRun.updateMany({
    where: { id: dryRunId, scenarioId: found.authored.id, status: { in: ["cancelled", "failed"] } },
    data: { status: "queued", message: null, finishedAt: null },
  });
  if (count === 0) return null;
  await enqueueJob("run-dry-run", { dryRunId }, { singletonKey: randomUUID() });
  return { ok: true };
}
