import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { MemberSession } from "#app/components/studio/learners/member-session.tsx";
import { requireFound } from "#app/http/not-found.server.ts";
import { requireMember } from "#app/http/viewer.server.ts";
import { getMemberSession } from "#app/services/authoring/learners/get-member-session.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded ? `Interview, ${loaded.view.session.title}` : "No such interview"} · Tradeoff` },
];

// Only for instructors, reviewers and admins of the organisation whose scenario it is.
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { viewer, membership } = await requireMember(request, params.organisation, "see_session");
  const { handle, name } = membership;
  const found = requireFound(await getMemberSession(viewer, { organisation: handle, sessionId: params.id ?? "" }));
  const { slug, candidate, view } = found;
  return { organisation: { handle, name }, slug, candidate, view };
}

export default function MemberSessionPage() {
  return <MemberSession {...useLoaderData<typeof loader>()} />;
}
