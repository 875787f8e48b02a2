import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Review } from "#app/components/review/review.tsx";
import { useAnswer } from "#app/components/shell/use-answer.ts";
import { requireFound } from "#app/http/not-found.server.ts";
import { readReviewForm } from "#app/http/review-form.server.ts";
import { requireSameOrigin } from "#app/http/same-origin.server.ts";
import { requireViewer } from "#app/http/viewer.server.ts";
import { getReview } from "#app/services/review/get-review.server.ts";
import { recordReview } from "#app/services/review/record-review.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded ? `Review, ${loaded.view.title}` : "No such review"} · Tradeoff` },
];

// Only for reviewers, and not for their own sessions.
export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  return { view: requireFound(await getReview(viewer, params.sessionId ?? "")) };
}

// Only for reviewers, and not for their own sessions.
export async function action({ request, params }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const viewer = await requireViewer(request);
  const sessionId = params.sessionId ?? "";
  const given = readReviewForm(await request.formData());
  const recorded = requireFound(await recordReview(viewer, { sessionId, given }));
  if (recorded.ok) return redirect(`/studio/reviews/${sessionId}`);
  if (recorded.reason === "incomplete") return data({ given, problems: recorded.problems }, { status: 400 });
  const message = "You have given levels to this interview already. They stand as they were.";
  return data({ given, problems: [{ criterion: null, message }] }, { status: 409 });
}

export { stayAsTyped as clientAction } from "#app/components/shell/stay-as-typed.ts";

export default function ReviewPage() {
  const { view } = useLoaderData<typeof loader>();
  const refused = useAnswer<typeof action>();
  return <Review view={view} refused={refused ?? null} />;
}
