import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AdjudicationList } from "#app/components/hiring/adjudication/adjudication-list.tsx";
import { requireFound } from "#app/http/not-found.server.ts";
import { requireMember } from "#app/http/viewer.server.ts";
import { listWaitingAppeals } from "#app/services/hiring/results/list-waiting-appeals.server.ts";
import { listAdjudications } from "#app/services/hiring/adjudication/list-adjudications.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded ? `Adjudicate, ${loaded.organisation.name}` : "No such page"} · Tradeoff` },
];

// For the organisation's reviewers: sessions that they have not reviewed.
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { viewer, membership } = await requireMember(request, params.organisation, "adjudicate");
  const { handle, name, roles, organisationId } = membership;
  const waiting = requireFound(await listAdjudications(viewer, { organisation: organisationId }));
  const appeals = await listWaitingAppeals(viewer, { organisation: organisationId });
  return { organisation: { handle, name }, roles, waiting, appeals };
}

export default function AdjudicatePage() {
  return <AdjudicationList {...useLoaderData<typeof loader>()} />;
}
