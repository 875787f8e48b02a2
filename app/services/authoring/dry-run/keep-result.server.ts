import { DryRunResultSchema, type DryRunResult } from "#app/domain/authoring/dry-run.ts";
import { db } from "#app/db/client.server.ts";
import type { Prisma } from "#app/db/generated/client.ts";

/**
 * Adds to what a run has so far, alone with its row. `add` gives null where it is there already. Also after a cancel:
 * what was being read then is paid for.
 */
export async function keepResult(
  dryRunId: string,
  add: (result: DryRunResult, tx: Prisma.TransactionClient) => Promise<DryRunResult | null> | DryRunResult | null,
): Promise<void> {
  await db().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT "id" FROM "DryRun" WHERE "id" = ${dryRunId} FOR UPDATE`;
    const row = await tx.dryRun.findUnique({ where: { id: dryRunId }, select: { result: true } });
    if (!row) return;
    const result = await add(DryRunResultSchema.parse(row.result ?? {}), tx);
    if (result === null) return;
    const done = result.readings.length + result.drafted.length;
    await tx.dryRun.update({ where: { id: dryRunId }, data: { result, done } });
  });
}
