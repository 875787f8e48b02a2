import { redirect, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { HiringStart } from "#app/components/hiring/assessments/hiring-start.tsx";
import { membershipsFor } from "#app/domain/accounts/permissions.ts";
import { requireViewer } from "#app/http/viewer.server.ts";

export const meta: MetaFunction = () => [{ title: "Hiring · Tradeoff" }];

// For anyone with a sign-in; it names only the viewer's own organisations.
export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  const organisations = membershipsFor(viewer, "see_agreement").map(({ handle, name }) => ({ handle, name }));
  const [only] = organisations;
  if (only && organisations.length === 1) throw redirect(`/hiring/${only.handle}`);
  return { organisations, isGuest: viewer.isGuest };
}

export default function HiringPage() {
  return <HiringStart {...useLoaderData<typeof loader>()} />;
}
