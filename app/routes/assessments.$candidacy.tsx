import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CandidacyPage } from "#app/components/candidacy/candidacy-page.tsx";
import { handInRefusalWords, startRefusalWords } from "#app/components/candidacy/candidacy-words.ts";
import { CandidateResult } from "#app/components/hiring/result/candidate-result.tsx";
import { useAnswer } from "#app/components/shell/use-answer.ts";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import type { RefusedLevelAppeal } from "#app/domain/hiring/candidate-result.ts";
import { levelAppealRefusals } from "#app/domain/hiring/level-appeal.ts";
import { parseCandidacyForm, type CandidacyForm } from "#app/http/candidacy-form.server.ts";
import { readCandidateAppeal, refusedAppeal } from "#app/http/candidate-appeal.server.ts";
import { requireFound } from "#app/http/not-found.server.ts";
import { requireSameOrigin } from "#app/http/same-origin.server.ts";
import { requireViewer } from "#app/http/viewer.server.ts";
import { findCandidacy } from "#app/services/hiring/candidacy/find-candidacy.server.ts";
import { handInCandidacy } from "#app/services/hiring/candidacy/hand-in.server.ts";
import { startPart } from "#app/services/hiring/candidacy/start-part.server.ts";
import { startWarmUp } from "#app/services/hiring/candidacy/start-warm-up.server.ts";
import { askForDeletion, withdrawCandidacy } from "#app/services/hiring/candidacy/withdraw.server.ts";
import { getCandidateResult } from "#app/services/hiring/results/get-candidate-result.server.ts";
import { takeAppeal } from "#app/services/hiring/results/take-appeal.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded?.candidacy.name ?? "No such assessment"} · Tradeoff` },
];

// Only for the candidate whose way through the assessment it is.
export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  const candidacy = requireFound(await findCandidacy(viewer, params.candidacy ?? ""));
  return { candidacy, result: await getCandidateResult(viewer, candidacy.id) };
}

type Told = { problem: string | null; refused: RefusedLevelAppeal | null };

const refuse = (status: 400 | 409, problem: string) => data<Told>({ problem, refused: null }, { status });

async function contest(viewer: Viewer, candidacyId: string, form: FormData) {
  const read = readCandidateAppeal(form);
  if (!read.ok) return data<Told>({ problem: null, refused: read.refused }, { status: 400 });
  const taken = requireFound(await takeAppeal(viewer, { candidacyId, ...read.asked }));
  if (taken.ok) return redirect(`/assessments/${candidacyId}`);
  const refused = refusedAppeal(form, levelAppealRefusals[taken.reason]);
  return data<Told>({ problem: null, refused }, { status: 409 });
}

async function take(viewer: Viewer, candidacyId: string, sent: Exclude<CandidacyForm, { intent: "appeal" }>) {
  const here = `/assessments/${candidacyId}`;
  switch (sent.intent) {
    case "start": {
      const started = requireFound(await startPart(viewer, { candidacyId, partId: sent.part }));
      return started.ok ? redirect(`/sessions/${started.sessionId}`) : refuse(409, startRefusalWords[started.reason]);
    }
    case "warm-up": {
      const started = requireFound(await startWarmUp(viewer, { candidacyId }));
      return started.ok ? redirect(`/sessions/${started.sessionId}`) : refuse(409, startRefusalWords[started.reason]);
    }
    case "hand-in": {
      const handed = requireFound(await handInCandidacy(viewer, { candidacyId }));
      return handed.ok ? redirect(here) : refuse(409, handInRefusalWords[handed.reason]);
    }
    case "withdraw":
      requireFound(await withdrawCandidacy(viewer, { candidacyId }));
      return redirect(here);
    case "ask-deletion":
      requireFound(await askForDeletion(viewer, { candidacyId }));
      return redirect(here);
  }
}

// Only for the candidate whose way through the assessment it is.
export async function action({ request, params }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const viewer = await requireViewer(request);
  const candidacyId = params.candidacy ?? "";
  requireFound(await findCandidacy(viewer, candidacyId));
  const form = await request.formData();
  const parsed = parseCandidacyForm(form);
  if (!parsed.ok) return refuse(400, parsed.problem);
  return parsed.sent.intent === "appeal" ? contest(viewer, candidacyId, form) : take(viewer, candidacyId, parsed.sent);
}

export { stayAsTyped as clientAction } from "#app/components/shell/stay-as-typed.ts";

export default function CandidacyRoute() {
  const { candidacy, result } = useLoaderData<typeof loader>();
  const told = useAnswer<typeof action>();
  return (
    <CandidacyPage
      candidacy={candidacy}
      problem={told?.problem ?? null}
      result={
        result ? (
          <CandidateResult result={result} team={candidacy.organisation} refused={told?.refused ?? null} />
        ) : null
      }
    />
  );
}
