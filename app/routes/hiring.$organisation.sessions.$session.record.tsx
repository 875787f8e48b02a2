import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { RecordPage } from "#app/components/hiring/record/record-page.tsx";
import { requireFound } from "#app/http/not-found.server.ts";
import { requireMember } from "#app/http/viewer.server.ts";
import { getRecord } from "#app/services/hiring/record/get-record.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded ? `Record of ${loaded.record.candidate}` : "No such page"} · Tradeoff` },
];

// For the organisation's admins, once the reviewing of the session is complete.
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { viewer, membership } = await requireMember(request, params.organisation, "export_results");
  const { organisationId, handle, name, roles } = membership;
  const wanted = { organisation: organisationId, sessionId: params.session ?? "", as: "page" } as const;
  return { organisation: { handle, name }, roles, record: requireFound(await getRecord(viewer, wanted)) };
}

export default function RecordRoute() {
  return <RecordPage {...useLoaderData<typeof loader>()} />;
}
