import { storable } from "#app/domain/text/storable.ts";
import { isAuditAction, parseAuditCursor, type AuditCursor, type AuditFilter } from "#app/domain/hiring/audit-log.ts";

const mostChars = 64;

/** What the address of the log asks for; what it cannot be read as is asked of nothing. */
export function readAuditQuery(request: Request): { filter: AuditFilter; after: AuditCursor | null } {
  const query = new URL(request.url).searchParams;
  const action = query.get("action") ?? "";
  const idIn = (name: string) => storable(query.get(name) ?? "").slice(0, mostChars) || null;
  return {
    filter: {
      action: isAuditAction(action) ? action : null,
      assessmentId: idIn("assessment"),
      personId: idIn("person"),
    },
    after: parseAuditCursor(query.get("after") ?? ""),
  };
}
