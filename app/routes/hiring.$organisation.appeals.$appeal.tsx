import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LevelAppealPage, type RefusedAnswer } from "#app/components/hiring/appeal/level-appeal-page.tsx";
import { useAnswer } from "#app/components/shell/use-answer.ts";
import { readLevelAppealForm } from "#app/http/level-appeal-form.server.ts";
import { requireFound } from "#app/http/not-found.server.ts";
import { requireSameOrigin } from "#app/http/same-origin.server.ts";
import { requireMember } from "#app/http/viewer.server.ts";
import { answerLevelAppeal } from "#app/services/hiring/results/answer-level-appeal.server.ts";
import { getLevelAppeal } from "#app/services/hiring/results/get-level-appeal.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded ? `An appeal of candidate ${loaded.appeal.code}` : "No such page"} · Tradeoff` },
];

// For whoever may adjudicate and has had no hand in the session's levels: without a name and without a grader's level.
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { viewer, membership } = await requireMember(request, params.organisation, "adjudicate");
  const { handle, name, organisationId, roles } = membership;
  const at = { organisation: organisationId, appealId: params.appeal ?? "" };
  const appeal = requireFound(await getLevelAppeal(viewer, at));
  return { organisation: { handle, name }, roles, appeal };
}

// For the same; the service looks again under the session's lock.
export async function action({ request, params }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const { viewer, membership } = await requireMember(request, params.organisation, "adjudicate");
  const at = { organisation: membership.organisationId, appealId: params.appeal ?? "" };
  const read = readLevelAppealForm(await request.formData());
  if (!read.ok) return data<RefusedAnswer>(read.refused, { status: 400 });
  const answered = requireFound(await answerLevelAppeal(viewer, { ...at, ...read.answer }));
  if (answered.ok) return redirect(`/hiring/${membership.handle}/appeals/${at.appealId}`);
  const message = "Somebody answered this a moment ago. Theirs counts; yours was not kept, but it is still here.";
  const given = { level: String(read.answer.level), answer: read.answer.answer };
  return data<RefusedAnswer>({ message, fields: {}, given }, { status: 409 });
}

export { stayAsTyped as clientAction } from "#app/components/shell/stay-as-typed.ts";

export default function LevelAppealRoute() {
  return <LevelAppealPage {...useLoaderData<typeof loader>()} refused={useAnswer<typeof action>() ?? null} />;
}
