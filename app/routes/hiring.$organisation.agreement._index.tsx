import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AgreementOverview } from "#app/components/hiring/agreement/agreement-overview.tsx";
import { HiringNav } from "#app/components/hiring/hiring-nav.tsx";
import { requireFound } from "#app/http/not-found.server.ts";
import { requireMember } from "#app/http/viewer.server.ts";
import { listAgreement } from "#app/services/hiring/agreement/list-agreement.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded ? `Agreement at ${loaded.organisation.name}` : "No such page"} · Tradeoff` },
];

// For the team's reviewers, instructors and admins; who a reviewer is, the service tells admins only.
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { viewer, membership } = await requireMember(request, params.organisation, "see_agreement");
  const { versions, reviewers } = requireFound(await listAgreement(viewer, membership.organisationId));
  const { handle, name, roles } = membership;
  return { organisation: { handle, name }, roles, versions, reviewers };
}

export default function AgreementPage() {
  const { organisation, roles, versions, reviewers } = useLoaderData<typeof loader>();
  return (
    <div className="wrap agreement-page">
      <HiringNav organisation={organisation} roles={roles} at="agreement" title="Agreement" />
      <AgreementOverview base={`/hiring/${organisation.handle}/agreement`} versions={versions} reviewers={reviewers} />
    </div>
  );
}
