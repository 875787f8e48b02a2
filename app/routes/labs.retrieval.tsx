import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { RetrievalLab } from "#app/components/labs/retrieval/retrieval-lab.tsx";
import { getRetrievalLab } from "#app/services/retrieval/lab/get-retrieval-lab.server.ts";

export const meta: MetaFunction = () => [
  { title: "Retrieval lab · Tradeoff" },
  {
    name: "description",
    content: "A whole retrieval pipeline over this product’s material, stage by stage, measured as you turn its knobs.",
  },
];

// Anyone may turn the knobs: what is computed is bounded by their positions, and nothing is kept of anybody.
export async function loader({ request }: LoaderFunctionArgs) {
  return getRetrievalLab(new URL(request.url).searchParams);
}

export default function RetrievalLabPage() {
  return <RetrievalLab view={useLoaderData<typeof loader>()} />;
}
