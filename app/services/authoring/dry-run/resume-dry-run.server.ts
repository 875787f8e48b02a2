import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { DryRunResultSchema } from "#app/domain/authoring/dry-run.ts";
import { db } from "#app/db/client.server.ts";
import { lockAuthored, type WantedAuthored } from "../find-authored.server.ts";
import { enqueueDryRun } from "./enqueue-dry-run.server.ts";
import { isUnderWay, refuse, type StartedRun } from "./start-dry-run.server.ts";

/**
 * Goes on with a run that was cancelled or had to stop, on the texts it began with; what it has read is not read again.
 * Whoever resumes it is who asks from here on. Null for whoever may not write there, and where there is no run to go on
 * with.
 */
export async function resumeDryRun(
  viewer: Viewer,
  { organisation, slug }: WantedAuthored,
  dryRunId: string,
): Promise<StartedRun | null> {
  const resumed = await db().$transaction(async (tx): Promise<StartedRun | null> => {
    const found = await lockAuthored(tx, viewer, { organisation, slug, action: "write_scenario" });
    if (!found) return null;
    const scenarioId = found.authored.id;
    // A reading that was under way at the cancel may be kept at this moment.
    await tx.$queryRaw`SELECT "id" FROM "DryRun" WHERE "id" = ${dryRunId} FOR UPDATE`;
    const run = await tx.dryRun.findFirst({
      where: { id: dryRunId, scenarioId, status: { in: ["cancelled", "failed"] } },
    });
    if (!run) return null;
    const { purpose, grader } = run;
    if (await isUnderWay(tx, { scenarioId, purpose, grader })) return refuse("under_way");
    const had = DryRunResultSchema.parse(run.result ?? {});
    const result = { ...had, resumed: had.resumed + 1 };
    await tx.dryRun.update({
      where: { id: dryRunId },
      data: { status: "queued", message: null, finishedAt: null, startedById: viewer.id, result },
    });
    return { ok: true, dryRunId };
  });
  if (resumed?.ok) await enqueueDryRun(dryRunId);
  return resumed;
}
