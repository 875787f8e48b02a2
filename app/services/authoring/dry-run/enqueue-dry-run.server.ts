import { createHash } from "node:crypto";
import { DryRunResultSchema } from "#app/domain/authoring/dry-run.ts";
import { db } from "#app/db/client.server.ts";
import { enqueueJob } from "#app/db/jobs.server.ts";

/** The same key for the same words, as a UUID: asking twice for a stretch of a run is asking once. */
function keyOf(words: string): string {
  const hex = createHash("sha256").update(words).digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    "-",
  );
}

/** Asks for the first stretch of a run, or the first since it was resumed. */
export async function enqueueDryRun(dryRunId: string): Promise<void> {
  const { result } = await db().dryRun.findUniqueOrThrow({ where: { id: dryRunId }, select: { result: true } });
  const { resumed } = DryRunResultSchema.parse(result ?? {});
  await enqueueJob("run-dry-run", { dryRunId }, { singletonKey: keyOf(`${dryRunId} ${resumed}`) });
}

/** Asks for the stretch after the one that left the run as it is. */
export async function enqueueNextStretch(dryRunId: string): Promise<void> {
  const { done, result } = await db().dryRun.findUniqueOrThrow({ where: { id: dryRunId } });
  const { resumed } = DryRunResultSchema.parse(result ?? {});
  await enqueueJob("run-dry-run", { dryRunId }, { singletonKey: keyOf(`${dryRunId} ${resumed} ${done}`) });
}

/**
 * Called at start: a process may have ended between writing a run and asking for its job. A run that has begun has its
 * job, which is taken up with it.
 */
export async function enqueueForgottenDryRuns(): Promise<void> {
  const forgotten = await db().dryRun.findMany({ where: { status: "queued" }, select: { id: true } });
  for (const { id } of forgotten) await enqueueDryRun(id);
}
