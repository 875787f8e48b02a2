import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useAnswer } from "#app/components/shell/use-answer.ts";
import { RegradesPage, type RegradesOutcome } from "#app/components/studio/regrades/regrades-page.tsx";
import { requireFound } from "#app/http/not-found.server.ts";
import { readRegradeForm, type RegradeForm } from "#app/http/regrade-form.server.ts";
import { requireSameOrigin } from "#app/http/same-origin.server.ts";
import { requireViewer } from "#app/http/viewer.server.ts";
import { listRegradable } from "#app/services/authoring/regrade/list-regradable.server.ts";
import {
  planRegrade,
  startRegrade,
  type RegradeChoice,
  type RegradeRefusal,
} from "#app/services/authoring/regrade/start-regrade.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded ? `Grade again, ${loaded.view.scenario.title}` : "No such scenario"} · Tradeoff` },
];

// For instructors and admins of the organisation.
export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  const wanted = { organisation: params.organisation ?? "", slug: params.slug ?? "" };
  return { view: requireFound(await listRegradable(viewer, wanted)) };
}

const refusalWords: Record<RegradeRefusal, string> = {
  no_version: "There is no such version. Choose one that is published.",
  no_sessions: "No interview is chosen. Tick some below, or choose all on a version.",
  no_key: "There is no key for the model’s API. Choose the offline grader, or have an admin set a key.",
  already_running: "A regrade of this scenario is under way. Wait until it has ended, or stop it.",
};

function choiceOf({ which, on, grader, sessions }: RegradeForm): RegradeChoice {
  return { on, grader, sessions: which === "ticked" ? { ids: sessions } : { of: Number(which) } };
}

const refuse = (outcome: RegradesOutcome, status: number) => data(outcome, { status });

// For instructors and admins of the organisation.
export async function action({ request, params }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const viewer = await requireViewer(request);
  const wanted = { organisation: params.organisation ?? "", slug: params.slug ?? "" };
  const read = readRegradeForm(await request.formData());
  // Who may not is told the same whatever the form says.
  if (!read.ok) {
    requireFound(await listRegradable(viewer, wanted));
    return refuse({ plan: null, chosen: null, message: read.message }, 400);
  }
  const { intent, ...chosen } = read.asked;
  const asked = { ...wanted, choice: choiceOf(read.asked) };
  if (intent === "start") {
    const started = requireFound(await startRegrade(viewer, asked));
    if (started.ok) return redirect(`${new URL(request.url).pathname}/${started.regradeId}`);
    return refuse({ plan: null, chosen, message: refusalWords[started.reason] }, 409);
  }
  const plan = requireFound(await planRegrade(viewer, asked));
  if (!plan.ok) return refuse({ plan: null, chosen, message: refusalWords[plan.reason] }, 422);
  const { sessionIds, estimate } = plan;
  return refuse({ plan: { chosen, count: sessionIds.length, estimate }, chosen, message: null }, 200);
}

export { stayAsTyped as clientAction } from "#app/components/shell/stay-as-typed.ts";

export default function RegradesRoute() {
  const outcome = useAnswer<typeof action>();
  return <RegradesPage {...useLoaderData<typeof loader>()} outcome={outcome ?? null} />;
}
