import { findMembership } from "#app/domain/accounts/permissions.ts";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import {
  whatWords,
  whoWords,
  writeAuditCursor,
  type AuditCursor,
  type AuditFilter,
  type AuditRow,
} from "#app/domain/hiring/audit-log.ts";
import { byteOrderMark } from "#app/domain/hiring/levels-file.ts";
import { csvRow, type CsvCell } from "#app/domain/text/csv.ts";
import { db } from "#app/db/client.server.ts";
import { requireStill } from "#app/services/hiring/export/still-may.server.ts";
import { readAudit } from "./read-audit.server.ts";
import { writeAudit } from "./write-audit.server.ts";

const batch = 500;

const columns: readonly (readonly [string, (row: AuditRow) => CsvCell])[] = [
  ["at", ({ at }) => at],
  ["who", whoWords],
  ["action", ({ action }) => action],
  ["what", whatWords],
  ["assessment", ({ assessment }) => assessment?.name ?? null],
  ["candidate", ({ candidate }) => candidate?.code ?? null],
  ["session", ({ session }) => session?.id ?? null],
  ["more", ({ more }) => more],
  ["cursor", ({ at, id }) => writeAuditCursor({ at: new Date(at), id })],
];

type Asked = { filter: AuditFilter; after: AuditCursor | null };

async function* write(viewer: Viewer, organisationId: string, { filter, after }: Asked): AsyncGenerator<string> {
  if (after === null) yield byteOrderMark + csvRow(columns.map(([name]) => name));
  for (let from = after; ;) {
    await requireStill(viewer, { organisationId, action: "see_audit" });
    const rows = await readAudit(organisationId, filter, { take: batch, after: from, viewerId: viewer.id });
    if (rows.length > 0) yield rows.map((row) => csvRow(columns.map(([, read]) => read(row)))).join("");
    const last = rows.at(-1);
    if (!last || rows.length < batch) return;
    from = { at: new Date(last.at), id: last.id };
  }
}

/** The whole log, newest first, with the entry that says it was exported. Null for whoever may not see it. */
export async function exportAudit(
  viewer: Viewer,
  { organisation, ...asked }: { organisation: string } & Asked,
): Promise<AsyncGenerator<string> | null> {
  const membership = findMembership(viewer, organisation, "see_audit");
  if (!membership) return null;
  const { organisationId } = membership;
  const details = asked.after && { goesOn: true };
  await db().$transaction((tx) =>
    writeAudit(tx, viewer, { organisationId, action: "audit.export", ...(details && { details }) }),
  );
  return write(viewer, organisationId, asked);
}
