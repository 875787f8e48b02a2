import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AuditLog } from "#app/components/hiring/audit/audit-log.tsx";
import { readAuditQuery } from "#app/http/audit-query.server.ts";
import { requireFound } from "#app/http/not-found.server.ts";
import { requireMember } from "#app/http/viewer.server.ts";
import { listAudit } from "#app/services/hiring/audit/list-audit.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded ? `Record of ${loaded.organisation.name}` : "No such page"} · Tradeoff` },
];

// For the organisation's admins; without the names of candidates.
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { viewer, membership } = await requireMember(request, params.organisation, "see_audit");
  const { handle, name, roles, organisationId } = membership;
  const { filter, after } = readAuditQuery(request);
  const view = requireFound(await listAudit(viewer, { organisation: organisationId, filter, after }));
  return { organisation: { handle, name }, roles, filter, view, isFirst: after === null };
}

export default function AuditPage() {
  return <AuditLog {...useLoaderData<typeof loader>()} />;
}
