import { DryRunResultSchema, type DryRunResult } from "#app/domain/authoring/dry-run.ts";
import { db } from "#app/db/client.server.ts";
import type { Prisma } from "#app/db/generated/client.ts";

const withScenario = {
  scenario: { select: { slug: true, organisationId: true, organisation: { select: { handle: true } } } },
} satisfies Prisma.DryRunInclude;

export type LoadedRun = Prisma.DryRunGetPayload<{ include: typeof withScenario }> & { read: DryRunResult };

/** Why a run cannot go on; null for the next step. */
export type Stop = { message: string } | null;

/** A run that has not ended. */
export async function loadRun(dryRunId: string): Promise<LoadedRun | null> {
  const run = await db().dryRun.findUnique({
    where: { id: dryRunId, status: { in: ["queued", "running"] } },
    include: withScenario,
  });
  return run && { ...run, read: DryRunResultSchema.parse(run.result ?? {}) };
}
