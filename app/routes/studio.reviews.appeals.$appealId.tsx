import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AppealReview } from "#app/components/review/appeal-review.tsx";
import { useAnswer } from "#app/components/shell/use-answer.ts";
import { readAppealAnswerForm } from "#app/http/appeal-answer-form.server.ts";
import { requireFound } from "#app/http/not-found.server.ts";
import { requireSameOrigin } from "#app/http/same-origin.server.ts";
import { requireViewer } from "#app/http/viewer.server.ts";
import { answerAppeal } from "#app/services/appeals/answer-appeal.server.ts";
import { getAppeal } from "#app/services/appeals/get-appeal.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded ? `Contested level, ${loaded.view.title}` : "No such appeal"} · Tradeoff` },
];

// Only for reviewers, and not for their own sessions.
export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  return { view: requireFound(await getAppeal(viewer, params.appealId ?? "")) };
}

// Only for reviewers, and not for their own sessions.
export async function action({ request, params }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const viewer = await requireViewer(request);
  const appealId = params.appealId ?? "";
  const given = readAppealAnswerForm(await request.formData());
  const answered = requireFound(await answerAppeal(viewer, { appealId, given }));
  if (!answered.ok && answered.reason === "incomplete") {
    return data({ given, problems: answered.problems }, { status: 400 });
  }
  // A second click finds one's own answer; where somebody else was first there is nothing left to see.
  if (!answered.ok && (await getAppeal(viewer, appealId)) === null) {
    throw new Response("Somebody answered this a moment ago; theirs counts.", { status: 409, statusText: "Conflict" });
  }
  return redirect(`/studio/reviews/appeals/${appealId}`);
}

export { stayAsTyped as clientAction } from "#app/components/shell/stay-as-typed.ts";

export default function AppealPage() {
  const { view } = useLoaderData<typeof loader>();
  const refused = useAnswer<typeof action>();
  return <AppealReview view={view} refused={refused ?? null} />;
}
