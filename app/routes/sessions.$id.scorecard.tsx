import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { appealsId } from "#app/components/scorecard/appeal/contest.tsx";
import { Scorecard, type Refused } from "#app/components/scorecard/scorecard.tsx";
import { useAnswer } from "#app/components/shell/use-answer.ts";
import { appealRefusalMessage } from "#app/domain/grading/appeal.ts";
import { requireFound } from "#app/http/not-found.server.ts";
import { requireSameOrigin } from "#app/http/same-origin.server.ts";
import { parseScorecardForm, type ScorecardForm } from "#app/http/scorecard-form.server.ts";
import { requireViewer } from "#app/http/viewer.server.ts";
import { appealCriterion } from "#app/services/appeals/appeal-criterion.server.ts";
import { pursueAppeal } from "#app/services/appeals/pursue-appeal.server.ts";
import { getScorecard } from "#app/services/grading/get-scorecard.server.ts";
import { findAssessmentOf } from "#app/services/hiring/candidacy/find-assessment-of.server.ts";
import { requestGrade, type RequestedGrade } from "#app/services/grading/request-grade.server.ts";

const refusals: Record<Extract<RequestedGrade, { ok: false }>["reason"], string> = {
  unfinished: "The interview is not finished yet, so there is nothing to grade.",
  already_grading: "It is being graded already. What comes of it appears here.",
  no_key: "This server has no key for the Anthropic grader. The offline grader is there.",
};

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded ? `Scorecard, ${loaded.view.session.title}` : "No such scorecard"} · Tradeoff` },
];

// Only the candidate of the session may see how it was graded; of an assessment, what its team has let out, on its own page.
export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  const assessment = await findAssessmentOf(viewer, params.id ?? "");
  if (assessment) throw redirect(`/assessments/${assessment.candidacyId}`);
  return { view: requireFound(await getScorecard(viewer, params.id ?? "")) };
}

type Viewer = Awaited<ReturnType<typeof requireViewer>>;
type Asked<Intent> = { viewer: Viewer; sessionId: string; form: Extract<ScorecardForm, { intent: Intent }> };

const refuse = (status: 400 | 409, problem: string, contest: Refused["contest"] = null) =>
  data<Refused>({ problem, contest }, { status });

async function gradeAgain({ viewer, sessionId, form }: Asked<"retry" | "regrade">) {
  const requested = requireFound(await requestGrade(viewer, { sessionId, grader: form.grader }));
  return requested.ok ? redirect(`/sessions/${sessionId}/scorecard`) : refuse(409, refusals[requested.reason]);
}

async function contest({ viewer, sessionId, form: { grade, criterion, reason } }: Asked<"contest">) {
  const asked = { gradeId: grade, criterionId: criterion, reason };
  const made = requireFound(await appealCriterion(viewer, { sessionId, asked }));
  if (made.ok) return redirect(`/sessions/${sessionId}/scorecard#${appealsId(criterion)}`);
  const isWrong = made.reason === "empty" || made.reason === "too_long";
  return refuse(isWrong ? 400 : 409, appealRefusalMessage[made.reason], { criterion, reason });
}

async function pursue({ viewer, sessionId, form: { appeal, by } }: Asked<"pursue">) {
  const pursued = requireFound(await pursueAppeal(viewer, { sessionId, appealId: appeal, by }));
  if (!pursued.ok) return refuse(409, "This has gone on already. What came of it stands below its criterion.");
  return redirect(`/sessions/${sessionId}/scorecard`);
}

// Only the candidate of the session may have it graded again, or contest a level.
export async function action({ request, params }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const viewer = await requireViewer(request);
  const form = parseScorecardForm(await request.formData());
  const sessionId = params.id ?? "";
  if (form === null) return refuse(400, "This form could not be read. Reload the page.");
  switch (form.intent) {
    case "contest":
      return contest({ viewer, sessionId, form });
    case "pursue":
      return pursue({ viewer, sessionId, form });
    case "retry":
    case "regrade":
      return gradeAgain({ viewer, sessionId, form });
  }
}

export { stayAsTyped as clientAction } from "#app/components/shell/stay-as-typed.ts";

export default function ScorecardPage() {
  const { view } = useLoaderData<typeof loader>();
  const refused = useAnswer<typeof action>();
  return <Scorecard view={view} refused={refused ?? null} />;
}
