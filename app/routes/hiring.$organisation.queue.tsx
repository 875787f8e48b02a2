import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ReviewQueue, type QueueTold } from "#app/components/hiring/queue/review-queue.tsx";
import { useAnswer } from "#app/components/shell/use-answer.ts";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { requireFound } from "#app/http/not-found.server.ts";
import { parseQueueForm, type QueueForm } from "#app/http/queue-form.server.ts";
import { requireSameOrigin } from "#app/http/same-origin.server.ts";
import { requireMember } from "#app/http/viewer.server.ts";
import { claimNext } from "#app/services/hiring/queue/claim-next.server.ts";
import { claimSession } from "#app/services/hiring/queue/claim-session.server.ts";
import { releaseSession } from "#app/services/hiring/queue/leave-session.server.ts";
import { listQueue } from "#app/services/hiring/queue/list-queue.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded ? `Review, ${loaded.organisation.name}` : "No such page"} · Tradeoff` },
];

// For the organisation's reviewers; what they see of a session is its code.
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { viewer, membership } = await requireMember(request, params.organisation, "review_assessment");
  const { handle, name, roles, organisationId } = membership;
  const queue = requireFound(await listQueue(viewer, { organisation: organisationId }));
  return { organisation: { handle, name }, roles, queue };
}

type Step = { taken: string } | QueueTold;

async function take(viewer: Viewer, organisation: string, sent: QueueForm): Promise<Step> {
  if (sent.intent === "release") {
    requireFound(await releaseSession(viewer, { organisation, sessionId: sent.session }));
    return { done: "Given back. Anything you had written is kept.", refused: null };
  }
  if (sent.intent === "take") {
    const claimed = requireFound(await claimSession(viewer, { organisation, sessionId: sent.session }));
    return claimed.ok ? { taken: sent.session } : { done: null, refused: claimed };
  }
  const next = requireFound(await claimNext(viewer, { organisation }));
  return next.ok ? { taken: next.sessionId } : { done: null, refused: next };
}

// For the organisation's reviewers; each service looks again whether they still are.
export async function action({ request, params }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const { viewer, membership } = await requireMember(request, params.organisation, "review_assessment");
  const sent = parseQueueForm(await request.formData());
  if (sent === null) return data({ done: null, refused: null }, { status: 400 });
  const step = await take(viewer, membership.organisationId, sent);
  if ("taken" in step) return redirect(`/hiring/${membership.handle}/reviews/${step.taken}`);
  return data(step, { status: step.refused === null ? 200 : 409 });
}

export { stayAsTyped as clientAction } from "#app/components/shell/stay-as-typed.ts";

export default function QueuePage() {
  const { organisation, roles, queue } = useLoaderData<typeof loader>();
  const told = useAnswer<typeof action>();
  return <ReviewQueue organisation={organisation} roles={roles} queue={queue} told={told ?? null} />;
}
