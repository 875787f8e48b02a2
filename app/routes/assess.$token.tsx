import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData, type ShouldRevalidateFunctionArgs } from "@remix-run/react";
import { AssessInvitation, type ShownAssessInvitation } from "#app/components/candidacy/assess-invitation.tsx";
import { notSentStatus } from "#app/components/shell/not-sent.ts";
import { useAnswer } from "#app/components/shell/use-answer.ts";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { readText } from "#app/http/form.server.ts";
import { requireSameOrigin } from "#app/http/same-origin.server.ts";
import { findViewer, requireAccount } from "#app/http/viewer.server.ts";
import { clientAddressHeader } from "#app/services/accounts/client-address.server.ts";
import { getNotice } from "#app/services/hiring/assessments/get-notice.server.ts";
import {
  beginCandidacy,
  noticeKey,
  type BegunCandidacy,
} from "#app/services/hiring/candidacy/begin-candidacy.server.ts";
import {
  findAssessInvitation,
  type AssessInvitation as Invitation,
} from "#app/services/hiring/invitations/find-assess-invitation.server.ts";

export const meta: MetaFunction = () => [
  { title: "Invitation to an assessment · Tradeoff" },
  { name: "robots", content: "noindex" },
];

const statuses: Record<Invitation["state"], number> = {
  open: 200,
  used: 410,
  revoked: 410,
  expired: 410,
  closed: 410,
  unknown: 404,
  "too-many": 429,
};

const problems: Partial<Record<Extract<BegunCandidacy, { ok: false }>["reason"], string>> = {
  "notice-changed": "What you are told has changed since you opened this page. Read it as it stands now, then go on.",
};

async function find(request: Request, viewer: Viewer | null, token: string): Promise<Invitation> {
  return findAssessInvitation(viewer, { token, clientAddress: request.headers.get(clientAddressHeader) });
}

/** Only what the page shows: an invitation that has ended says no more than how. */
async function show(invitation: Invitation): Promise<ShownAssessInvitation> {
  if (invitation.state !== "open") return { state: invitation.state };
  const { state, assessment, organisation, deadline, expiresAt, maskedAddress, isFor } = invitation;
  const { assessmentId, extraTimePercent } = invitation;
  const text = isFor === "viewer" ? await getNotice({ assessmentId, extraTimePercent }) : null;
  const notice = text && { text, key: noticeKey(text) };
  return { state, assessment, organisation, deadline, expiresAt, maskedAddress, isFor, notice };
}

// For whoever holds the link; whoever has begun already goes on.
export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await findViewer(request);
  const invitation = await find(request, viewer, params.token ?? "");
  if ("candidacyId" in invitation && invitation.candidacyId) throw redirect(`/assessments/${invitation.candidacyId}`);
  const { pathname: path } = new URL(request.url);
  const view = { invitation: await show(invitation), path, ownAddress: viewer?.email ?? null };
  return data(view, { status: statuses[invitation.state] });
}

// For an account, and where the invitation names an address for one with it.
export async function action({ request, params }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const viewer = await requireAccount(request);
  const token = params.token ?? "";
  const invitation = await find(request, viewer, token);
  if (!("candidacyId" in invitation)) return data({ problem: null }, { status: statuses[invitation.state] });
  const form = await request.formData();
  if (readText(form, "read") === "")
    return data({ problem: "Read it, and tick the box that says so." }, { status: 400 });
  const begun = await beginCandidacy(viewer, { token, noticeKey: readText(form, "notice") });
  if (begun.ok) return redirect(`/assessments/${begun.candidacyId}`);
  const { reason } = begun;
  const status = reason === "other-address" || reason === "notice-changed" ? 409 : statuses[reason];
  return data({ problem: problems[reason] ?? null }, { status });
}

/** Also after a refusal: what stands there now says why. */
export const shouldRevalidate = ({ actionStatus }: ShouldRevalidateFunctionArgs) => actionStatus !== notSentStatus;

export { stayAsTyped as clientAction } from "#app/components/shell/stay-as-typed.ts";

export default function AssessPage() {
  const refused = useAnswer<typeof action>();
  return <AssessInvitation {...useLoaderData<typeof loader>()} problem={refused?.problem ?? null} />;
}
