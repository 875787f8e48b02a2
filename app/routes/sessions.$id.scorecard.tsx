import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Scorecard } from "#app/components/scorecard/scorecard.tsx";
import { GraderNameSchema } from "#app/domain/grading/grade.ts";
import { requireFound } from "#app/http/not-found.server.ts";
import { requireSameOrigin } from "#app/http/same-origin.server.ts";
import { requireViewer } from "#app/http/viewer.server.ts";
import { getScorecard } from "#app/services/grading/get-scorecard.server.ts";
import { requestGrade, type RequestedGrade } from "#app/services/grading/request-grade.server.ts";

const AskedSchema = z.object({ intent: z.enum(["retry", "regrade"]), grader: GraderNameSchema.optional() });

const refusals: Record<Extract<RequestedGrade, { ok: false }>["reason"], string> = {
  unfinished: "The interview is not finished yet, so there is nothing to grade.",
  already_grading: "It is being graded already. What comes of it appears here.",
  no_key: "This server has no key for the Anthropic grader. The offline grader is there.",
};

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded ? `Scorecard, ${loaded.view.session.title}` : "No such scorecard"} · Tradeoff` },
];

// Only the candidate of the session may see how it was graded.
export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  return { view: requireFound(await getScorecard(viewer, params.id ?? "")) };
}

// Only the candidate of the session may have it graded again.
export async function action({ request, params }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const viewer = await requireViewer(request);
  const asked = AskedSchema.safeParse(Object.fromEntries(await request.formData()));
  if (!asked.success) return data({ problem: "This form could not be read. Reload the page." }, { status: 400 });
  const sessionId = params.id ?? "";
  const requested = requireFound(await requestGrade(viewer, { sessionId, grader: asked.data.grader }));
  if (!requested.ok) return data({ problem: refusals[requested.reason] }, { status: 409 });
  return redirect(`/sessions/${sessionId}/scorecard`);
}

export default function ScorecardPage() {
  const { view } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return <Scorecard view={view} problem={refused?.problem ?? null} />;
}
