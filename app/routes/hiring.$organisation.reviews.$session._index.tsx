import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData, useRouteError, type ClientActionFunctionArgs } from "@remix-run/react";
import { ComparisonPage } from "#app/components/hiring/comparison/comparison-page.tsx";
import { FramedPage } from "#app/components/hiring/framed-page.tsx";
import { sendOrTell } from "#app/components/shell/not-sent.ts";
import { ClosedReview } from "#app/components/hiring/queue/closed-review.tsx";
import { GoneReview } from "#app/components/hiring/queue/gone-review.tsx";
import type { NoPlace } from "#app/components/hiring/queue/place-words.ts";
import { BlindReviewPage } from "#app/components/hiring/review/blind-review-page.tsx";
import type { RefusedReview } from "#app/components/hiring/review/review-view.ts";
import type { ShellHandle } from "#app/components/shell/shell-handle.ts";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { parseBlindReviewForm, type BlindReviewForm } from "#app/http/blind-review-form.server.ts";
import { requireReviewed } from "#app/http/gone.server.ts";
import { requireSameOrigin } from "#app/http/same-origin.server.ts";
import { requireMember } from "#app/http/viewer.server.ts";
import { claimSession } from "#app/services/hiring/queue/claim-session.server.ts";
import { findGone } from "#app/services/hiring/queue/find-gone.server.ts";
import { releaseSession, skipSession } from "#app/services/hiring/queue/leave-session.server.ts";
import { getBlindReview } from "#app/services/hiring/review/get-blind-review.server.ts";
import { keepComment, removeComment } from "#app/services/hiring/review/reuse-comments.server.ts";
import { submitReview, type SubmittedReview } from "#app/services/hiring/review/submit-review.server.ts";

export const handle = { shell: "bare" } satisfies ShellHandle;

// The code is all that is known of a candidate, here too.
const titleWords = { reading: "Review of ", closed: "", given: "Levels of " } as const;

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => {
  if (!loaded) return [{ title: "No such interview · Tradeoff" }];
  const { page } = loaded;
  const { title, code } = page.state === "closed" ? page.closed : page.review;
  return [{ title: `${titleWords[page.state]}${code}, ${title} · Tradeoff` }];
};

// For the organisation's reviewers: the transcript for whoever has taken it, what others gave for whoever has given theirs.
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { viewer, membership } = await requireMember(request, params.organisation, "review_assessment");
  const { handle: organisation, name, roles, organisationId } = membership;
  const wanted = { organisation: organisationId, sessionId: params.session ?? "" };
  const page = await requireReviewed(await getBlindReview(viewer, wanted), () => findGone(viewer, wanted));
  if (page.state === "adjudication") throw redirect(`/hiring/${organisation}/adjudicate/${wanted.sessionId}`);
  return { organisation: { handle: organisation, name }, roles, page };
}

type Wanted = { organisation: string; sessionId: string };
type Refused = { status: 400 | 409; refused: RefusedReview | null; noPlace: NoPlace | null };
type Outcome = { to: "queue" | "here" } | Refused;

type Problems = RefusedReview["problems"];

function refuse(intent: RefusedReview["intent"], problems: Problems, draft: RefusedReview["draft"] = null): Refused {
  return { status: 400, refused: { intent, draft, problems }, noPlace: null };
}

function lostWords({ heldBy, isOver }: Extract<SubmittedReview, { reason: "lock_lost" }>): string {
  const kept = "What you wrote is kept, and is no part of the result.";
  if (heldBy !== null) return `Your hold ended, and ${heldBy} took the place. ${kept}`;
  return isOver ? `Others have given their levels meanwhile: no place is left. ${kept}` : `You have left it. ${kept}`;
}

async function give(viewer: Viewer, wanted: Wanted, { draft }: Extract<BlindReviewForm, { intent: "submit" }>) {
  const submitted = await submitReview(viewer, { ...wanted, draft });
  if (submitted === null) return null;
  if (submitted.ok || submitted.reason === "given") return { to: "here" as const };
  const sent = { ...draft, quotes: draft.quotes ?? {} };
  if (submitted.reason === "incomplete") return refuse("submit", submitted.problems, sent);
  const refused = refuse("submit", [{ criterion: null, message: lostWords(submitted) }], sent);
  return { ...refused, status: 409 as const };
}

const notKept = {
  empty: "Write something to keep first.",
  too_long: "A note has at most 2,000 characters.",
  too_many: "You keep a hundred notes already. Remove one first.",
};

/** Null where there is no such session for the viewer, any more or at all. */
async function take(viewer: Viewer, wanted: Wanted, sent: BlindReviewForm): Promise<Outcome | null> {
  switch (sent.intent) {
    case "submit":
      return give(viewer, wanted, sent);
    case "skip":
      return (await skipSession(viewer, { ...wanted, reason: sent.reason })) && { to: "queue" };
    case "release":
      return (await releaseSession(viewer, wanted)) && { to: "queue" };
    case "take": {
      const claimed = await claimSession(viewer, wanted);
      if (claimed === null) return null;
      return claimed.ok ? { to: "here" } : { status: 409, refused: null, noPlace: claimed };
    }
    case "keep-comment": {
      const kept = await keepComment(viewer, { ...wanted, text: sent.text });
      if (kept === null) return null;
      return kept.ok ? { to: "here" } : refuse(sent.intent, [{ criterion: null, message: notKept[kept.reason] }]);
    }
    case "remove-comment":
      return (await removeComment(viewer, { ...wanted, id: sent.id })) && { to: "here" };
  }
}

// For the organisation's reviewers; each service looks again whether they still are, and what they hold.
export async function action({ request, params }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const { viewer, membership } = await requireMember(request, params.organisation, "review_assessment");
  const wanted = { organisation: membership.organisationId, sessionId: params.session ?? "" };
  const parsed = parseBlindReviewForm(await request.formData());
  if (!parsed.ok) {
    const { intent, problems } = parsed;
    const isShown = intent === "take" || intent === "release" ? "submit" : intent;
    return data(refuse(isShown, problems), { status: 400 });
  }
  const outcome = await requireReviewed(await take(viewer, wanted, parsed.sent), () => findGone(viewer, wanted));
  if ("status" in outcome) return data(outcome, { status: outcome.status });
  const base = `/hiring/${membership.handle}`;
  return redirect(outcome.to === "queue" ? `${base}/queue` : `${base}/reviews/${wanted.sessionId}`);
}

/** What did not reach the server is said at its form, and everything stays as it was typed. */
export async function clientAction(sent: ClientActionFunctionArgs) {
  const isSkip = (await sent.request.clone().formData()).get("intent") === "skip";
  return sendOrTell(sent, ({ words }) => refuse(isSkip ? "skip" : "submit", [{ criterion: null, message: words }]));
}

export default function ReviewPage() {
  const { organisation, roles, page } = useLoaderData<typeof loader>();
  const told = useActionData<typeof action>();
  if (page.state === "reading") return <BlindReviewPage review={page.review} refused={told?.refused ?? null} />;
  return (
    <FramedPage>
      {page.state === "closed" ? (
        <ClosedReview
          organisation={organisation}
          roles={roles}
          closed={page.closed}
          refused={told?.noPlace ?? null}
          problem={told?.refused?.problems[0]?.message ?? null}
        />
      ) : (
        <ComparisonPage organisation={organisation} roles={roles} review={page.review} />
      )}
    </FramedPage>
  );
}

export function ErrorBoundary() {
  const error = useRouteError();
  return (
    <FramedPage>
      <GoneReview error={error} />
    </FramedPage>
  );
}
