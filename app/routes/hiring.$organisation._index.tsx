import { redirect, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AssessmentList } from "#app/components/hiring/assessments/assessment-list.tsx";
import { mayAs } from "#app/domain/accounts/permissions.ts";
import { storable } from "#app/domain/text/storable.ts";
import { requireFound } from "#app/http/not-found.server.ts";
import { requireMember } from "#app/http/viewer.server.ts";
import { listAssessments } from "#app/services/hiring/assessments/list-assessments.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded ? `${loaded.organisation.name}, assessments` : "No such page"} · Tradeoff` },
];

// For the hiring team; whoever sees only how far people and the grader agree is led there.
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { viewer, membership } = await requireMember(request, params.organisation, "see_agreement");
  const { handle, name, organisationId, roles } = membership;
  if (!mayAs(roles, "see_hiring")) throw redirect(`/hiring/${handle}/agreement`);
  const after = storable(new URL(request.url).searchParams.get("after") ?? "") || null;
  const listed = requireFound(await listAssessments(viewer, { organisation: organisationId, after }));
  return { organisation: { handle, name }, roles, assessments: listed.assessments, next: listed.next };
}

export default function AssessmentsPage() {
  return <AssessmentList {...useLoaderData<typeof loader>()} />;
}
