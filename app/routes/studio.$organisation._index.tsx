import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AuthoredLedger } from "#app/components/studio/author/list/authored-ledger.tsx";
import { mayAs } from "#app/domain/accounts/permissions.ts";
import { requireFound } from "#app/http/not-found.server.ts";
import { requireViewer } from "#app/http/viewer.server.ts";
import { listAuthored } from "#app/services/authoring/list-authored.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded ? `${loaded.organisation.name}, studio` : "No such studio"} · Tradeoff` },
];

// For instructors, reviewers and admins of the organisation; reviewers see the list and cannot write.
export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  const { membership, scenarios } = requireFound(await listAuthored(viewer, params.organisation ?? ""));
  const { handle, name, roles } = membership;
  const can = {
    write: mayAs(roles, "write_scenario"),
    review: mayAs(roles, "review_session"),
    manage: mayAs(roles, "see_members"),
  };
  return { organisation: { handle, name }, scenarios, can };
}

export default function OrganisationStudioPage() {
  return <AuthoredLedger {...useLoaderData<typeof loader>()} />;
}
