import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { db } from "#app/db/client.server.ts";
import { findAuthored, type WantedAuthored } from "../find-authored.server.ts";

/**
 * Ends a run: no further reading begins, and what is read or being read is kept. A run that has ended stays as it is.
 * Null for whoever may not write there.
 */
export async function cancelDryRun(
  viewer: Viewer,
  { organisation, slug }: WantedAuthored,
  dryRunId: string,
): Promise<{ ok: true } | null> {
  const found = await findAuthored(viewer, { organisation, slug, action: "write_scenario" });
  if (!found) return null;
  const where = { id: dryRunId, scenarioId: found.authored.id };
  const run = await db().dryRun.findFirst({ where, select: { id: true } });
  if (!run) return null;
  await db().dryRun.updateMany({
    where: { ...where, status: { in: ["queued", "running"] } },
    data: { status: "cancelled", finishedAt: new Date() },
  });
  return { ok: true };
}
