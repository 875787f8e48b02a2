import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData, type ShouldRevalidateFunctionArgs } from "@remix-run/react";
import { Invitation } from "#app/components/organisation/invitation.tsx";
import { notSentStatus } from "#app/components/shell/not-sent.ts";
import { requireSameOrigin } from "#app/http/same-origin.server.ts";
import { findViewer, requireAccount } from "#app/http/viewer.server.ts";
import { acceptInvitation } from "#app/services/organisations/accept-invitation.server.ts";
import { findInvitation } from "#app/services/organisations/find-invitation.server.ts";

export const meta: MetaFunction = () => [{ title: "Invitation · Tradeoff" }, { name: "robots", content: "noindex" }];

const statuses = { open: 200, used: 410, revoked: 410, expired: 410, unknown: 404 };

// For whoever holds the link.
export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await findViewer(request);
  const invitation = await findInvitation(viewer, { token: params.token ?? "" });
  const { pathname } = new URL(request.url);
  const view = { invitation, path: pathname, ownAddress: viewer?.email ?? null };
  return data(view, { status: statuses[invitation.state] });
}

// For an account with the address that the link was sent to.
export async function action({ request, params }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const viewer = await requireAccount(request);
  const accepted = await acceptInvitation(viewer, { token: params.token ?? "" });
  if (accepted.ok) return redirect(`/admin?joined=${accepted.handle}`);
  return data(null, { status: accepted.reason === "other-address" ? 409 : statuses[accepted.reason] });
}

/** Also after a refusal: what stands there now says why. */
export const shouldRevalidate = ({ actionStatus }: ShouldRevalidateFunctionArgs) => actionStatus !== notSentStatus;

export { stayAsTyped as clientAction } from "#app/components/shell/stay-as-typed.ts";

export default function InvitationPage() {
  return <Invitation {...useLoaderData<typeof loader>()} />;
}
