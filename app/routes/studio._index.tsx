import { redirect, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { StudioStart } from "#app/components/studio/author/list/studio-start.tsx";
import { requireViewer } from "#app/http/viewer.server.ts";
import { getStudioStart } from "#app/services/authoring/get-studio-start.server.ts";

export const meta: MetaFunction = () => [
  { title: "Studio · Tradeoff" },
  {
    name: "description",
    content: "Write scenarios, try them on sample answers, and publish them to your organisation.",
  },
];

// For anyone with a sign-in; it names only the viewer's own organisations.
export async function loader({ request }: LoaderFunctionArgs) {
  const view = getStudioStart(await requireViewer(request));
  const [only] = view.organisations;
  return only && view.organisations.length === 1 ? redirect(`/studio/${only.handle}`) : { view };
}

export default function StudioPage() {
  return <StudioStart view={useLoaderData<typeof loader>().view} />;
}
