import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireFound } from "#app/http/not-found.server.ts";
import { requireMember } from "#app/http/viewer.server.ts";
import { getRecord } from "#app/services/hiring/record/get-record.server.ts";

// For the organisation's admins, once the reviewing of the session is complete.
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { viewer, membership } = await requireMember(request, params.organisation, "export_results");
  const { organisationId } = membership;
  const wanted = { organisation: organisationId, sessionId: params.session ?? "", as: "file" } as const;
  const record = requireFound(await getRecord(viewer, wanted));
  return new Response(JSON.stringify(record, null, 2), {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": `attachment; filename="record-${record.candidate}-part-${record.session.part}.json"`,
      "cache-control": "private, no-store",
    },
  });
}
