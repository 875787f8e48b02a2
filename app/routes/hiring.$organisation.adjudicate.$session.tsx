import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData, useRouteError, type ClientActionFunctionArgs } from "@remix-run/react";
import { AdjudicationPage, ClosedAdjudication } from "#app/components/hiring/adjudication/adjudication-page.tsx";
import type { RefusedDecision } from "#app/components/hiring/adjudication/decision-form.tsx";
import { sendOrTell } from "#app/components/shell/not-sent.ts";
import { GoneReview } from "#app/components/hiring/queue/gone-review.tsx";
import type { NoPlace } from "#app/components/hiring/queue/place-words.ts";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { readSentDraft } from "#app/http/blind-review-form.server.ts";
import { readText } from "#app/http/form.server.ts";
import { requireReviewed } from "#app/http/gone.server.ts";
import { requireSameOrigin } from "#app/http/same-origin.server.ts";
import { requireMember } from "#app/http/viewer.server.ts";
import { claimAdjudication } from "#app/services/hiring/adjudication/claim-adjudication.server.ts";
import { getAdjudication } from "#app/services/hiring/adjudication/get-adjudication.server.ts";
import { submitAdjudication } from "#app/services/hiring/adjudication/submit-adjudication.server.ts";
import { findGone } from "#app/services/hiring/queue/find-gone.server.ts";
import { releaseSession } from "#app/services/hiring/queue/leave-session.server.ts";

// The code is all that is known of a candidate, here too.
export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => {
  const { title, code } = (loaded?.page.state === "closed" ? loaded.page.closed : loaded?.page.adjudication) ?? {};
  return [{ title: `${title ? `Decide: ${code}, ${title}` : "No such interview"} · Tradeoff` }];
};

// For the organisation's reviewers who have not reviewed the session; the transcript for whoever has taken it.
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { viewer, membership } = await requireMember(request, params.organisation, "adjudicate");
  const { handle, name, roles, organisationId } = membership;
  const wanted = { organisation: organisationId, sessionId: params.session ?? "" };
  const page = await requireReviewed(await getAdjudication(viewer, wanted), () => findGone(viewer, wanted));
  if (page.state === "given") throw redirect(`/hiring/${handle}/reviews/${wanted.sessionId}`);
  return { organisation: { handle, name }, roles, page };
}

type Wanted = { organisation: string; sessionId: string };

type Told = { refused: RefusedDecision | null; noPlace: NoPlace | null; done: string | null; status: 200 | 400 | 409 };
type Outcome = Told | { to: "here" | "list" | "comparison" };

const told = (status: Told["status"], rest: Partial<Told>): Told => ({
  refused: null,
  noPlace: null,
  done: null,
  ...rest,
  status,
});

async function decide(viewer: Viewer, wanted: Wanted, form: FormData): Promise<Outcome | null> {
  const isFinal = readText(form, "intent") === "submit";
  const read = readSentDraft(form);
  if (!read.ok) return told(400, { refused: { draft: null, problems: read.problems } });
  const draft = { ...read.draft, quotes: read.draft.quotes ?? {} };
  const submitted = await submitAdjudication(viewer, { ...wanted, draft, isFinal });
  if (submitted === null) return null;
  if (submitted.ok) return isFinal ? { to: "comparison" } : told(200, { done: "Kept. Nobody else sees it yet." });
  if (submitted.reason === "given") return { to: "comparison" };
  if (submitted.reason === "incomplete") return told(400, { refused: { draft, problems: submitted.problems } });
  const message = submitted.heldBy
    ? `Your hold ended, and ${submitted.heldBy} has this now.`
    : "This has been decided meanwhile.";
  return told(409, { refused: { draft, problems: [{ criterion: null, message }] } });
}

/** Null where there is no such session for the viewer, any more or at all. */
async function take(viewer: Viewer, wanted: Wanted, form: FormData): Promise<Outcome | null> {
  switch (readText(form, "intent")) {
    case "take": {
      const claimed = await claimAdjudication(viewer, wanted);
      if (claimed === null) return null;
      return claimed.ok ? { to: "here" } : told(409, { noPlace: claimed });
    }
    case "release":
      return (await releaseSession(viewer, wanted)) && { to: "list" };
    default:
      return decide(viewer, wanted, form);
  }
}

// For the organisation's reviewers; each service looks again whether they still are, and what they hold.
export async function action({ request, params }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const { viewer, membership } = await requireMember(request, params.organisation, "adjudicate");
  const wanted = { organisation: membership.organisationId, sessionId: params.session ?? "" };
  const outcome = await take(viewer, wanted, await request.formData());
  const step = await requireReviewed(outcome, () => findGone(viewer, wanted));
  if ("status" in step) return data(step, { status: step.status });
  const base = `/hiring/${membership.handle}`;
  if (step.to === "list") return redirect(`${base}/adjudicate`);
  return redirect(`${base}/${step.to === "here" ? "adjudicate" : "reviews"}/${wanted.sessionId}`);
}

/** What did not reach the server is said at its form, and everything stays as it was typed. */
export function clientAction(sent: ClientActionFunctionArgs) {
  return sendOrTell(sent, ({ words }) => {
    const problems = [{ criterion: null, message: words }];
    return { refused: { draft: null, problems }, noPlace: null, done: null };
  });
}

export default function AdjudicatePage() {
  const { page, ...frame } = useLoaderData<typeof loader>();
  const after = useActionData<typeof action>();
  if (page.state === "closed") {
    const problem = after?.refused?.problems[0]?.message ?? null;
    return <ClosedAdjudication {...frame} closed={page.closed} refused={after?.noPlace ?? null} problem={problem} />;
  }
  const { refused = null, done = null } = after ?? {};
  return <AdjudicationPage {...frame} session={page.adjudication} refused={refused} done={done} />;
}

export function ErrorBoundary() {
  return <GoneReview error={useRouteError()} />;
}
