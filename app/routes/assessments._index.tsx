import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CandidacyList } from "#app/components/candidacy/candidacy-list.tsx";
import { requireViewer } from "#app/http/viewer.server.ts";
import { listCandidacies } from "#app/services/hiring/candidacy/list-candidacies.server.ts";

export const meta: MetaFunction = () => [{ title: "Your assessments · Tradeoff" }];

// One's own, whoever one is.
export async function loader({ request }: LoaderFunctionArgs) {
  return { candidacies: await listCandidacies(await requireViewer(request)) };
}

export default function AssessmentsPage() {
  return <CandidacyList {...useLoaderData<typeof loader>()} />;
}
