import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AgreementVersion } from "#app/components/hiring/agreement/agreement-version.tsx";
import { versionWords } from "#app/components/hiring/agreement/agreement-words.ts";
import { HiringNav } from "#app/components/hiring/hiring-nav.tsx";
import { betweenNames } from "#app/domain/hiring/agreement/shown.ts";
import { requireFound } from "#app/http/not-found.server.ts";
import { requireMember } from "#app/http/viewer.server.ts";
import { getAgreement } from "#app/services/hiring/agreement/get-agreement.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded ? `Agreement on ${versionWords(loaded.version)}` : "No such page"} · Tradeoff` },
];

// For the team's reviewers, instructors and admins. Sessions are named to admins, and to reviewers those they reviewed.
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { viewer, membership } = await requireMember(request, params.organisation, "see_agreement");
  const { organisationId, handle, name, roles } = membership;
  const { searchParams } = new URL(request.url);
  const asked = {
    organisation: organisationId,
    hash: params.hash ?? "",
    between: betweenNames.find((each) => each === searchParams.get("between")) ?? "grader",
    criterion: searchParams.get("criterion"),
  };
  return { organisation: { handle, name }, roles, ...requireFound(await getAgreement(viewer, asked)) };
}

export default function AgreementOfVersionPage() {
  const { organisation, roles, ...shown } = useLoaderData<typeof loader>();
  const hiring = `/hiring/${organisation.handle}`;
  return (
    <div className="wrap agreement-page">
      <HiringNav
        organisation={organisation}
        roles={roles}
        at="agreement"
        title={versionWords(shown.version)}
        crumbs={[{ to: `${hiring}/agreement`, label: "Agreement" }]}
      />
      <AgreementVersion hiring={hiring} {...shown} />
    </div>
  );
}
