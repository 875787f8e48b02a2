import type { LoaderFunctionArgs } from "@remix-run/node";
import { readAuditQuery } from "#app/http/audit-query.server.ts";
import { requireFound } from "#app/http/not-found.server.ts";
import { streamFile } from "#app/http/streamed-file.server.ts";
import { requireMember } from "#app/http/viewer.server.ts";
import { exportAudit } from "#app/services/hiring/audit/export-audit.server.ts";

// For the organisation's admins; without the names of candidates.
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { viewer, membership } = await requireMember(request, params.organisation, "see_audit");
  const asked = { organisation: membership.organisationId, ...readAuditQuery(request) };
  const parts = requireFound(await exportAudit(viewer, asked));
  return streamFile({ name: "audit.csv", type: "text/csv; charset=utf-8", parts }, context);
}
