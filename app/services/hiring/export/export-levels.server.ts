import { findMembership } from "#app/domain/accounts/permissions.ts";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { byteOrderMark, levelsColumns, type LevelsCursor } from "#app/domain/hiring/levels-file.ts";
import { csvRow } from "#app/domain/text/csv.ts";
import { db } from "#app/db/client.server.ts";
import { writeAudit } from "#app/services/hiring/audit/write-audit.server.ts";
import { readLevels, type LevelsOf } from "./read-levels.server.ts";
import { requireStill } from "./still-may.server.ts";

type Asked = { names: boolean; after: LevelsCursor | null };

async function* write(viewer: Viewer, assessment: LevelsOf, asked: Asked): AsyncGenerator<string> {
  const columns = levelsColumns(asked);
  if (asked.after === null) yield byteOrderMark + csvRow(columns.map(([name]) => name));
  for await (const rows of readLevels(assessment, { ...asked, exceptUserId: viewer.id })) {
    await requireStill(viewer, { organisationId: assessment.organisationId, action: "export_results" });
    if (rows.length > 0) yield rows.map((row) => csvRow(columns.map(([, read]) => read(row)))).join("");
  }
}

/**
 * The levels of every session of an assessment whose reviewing is complete, written down as exported before the first row
 * is read. Null for whoever may not, and for no such assessment.
 */
export async function exportLevels(
  viewer: Viewer,
  { organisation, assessmentId, ...asked }: { organisation: string; assessmentId: string } & Asked,
): Promise<AsyncGenerator<string> | null> {
  const membership = findMembership(viewer, organisation, "export_results");
  if (!membership) return null;
  const { organisationId } = membership;
  const assessment = await db().assessment.findFirst({
    where: { id: assessmentId, organisationId },
    include: { parts: true },
  });
  if (!assessment) return null;
  const details = { names: asked.names, ...(asked.after && { goesOn: true }) };
  await db().$transaction((tx) =>
    writeAudit(tx, viewer, { organisationId, action: "results.export", assessmentId, details }),
  );
  return write(viewer, assessment, asked);
}
