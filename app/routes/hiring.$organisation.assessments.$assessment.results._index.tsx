import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ResultsPage } from "#app/components/hiring/results/results-page.tsx";
import { readResultsSearch } from "#app/domain/hiring/results.ts";
import { requireFound } from "#app/http/not-found.server.ts";
import { requireMember } from "#app/http/viewer.server.ts";
import { getResults } from "#app/services/hiring/results/get-results.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded ? `Results: ${loaded.assessment.name}` : "No such page"} · Tradeoff` },
];

// For the organisation's admins. Candidates are codes here.
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { viewer, membership } = await requireMember(request, params.organisation, "see_results");
  const { handle, name, organisationId, roles } = membership;
  const { search, problems } = readResultsSearch(new URL(request.url).searchParams);
  const assessment = params.assessment ?? "";
  const results = requireFound(
    await getResults(viewer, { organisation: organisationId, assessment, search, problems }),
  );
  const { membership: _, assessment: of, ...view } = results;
  return { organisation: { handle, name }, roles, assessment: of, view };
}

export default function Results() {
  return <ResultsPage {...useLoaderData<typeof loader>()} />;
}
