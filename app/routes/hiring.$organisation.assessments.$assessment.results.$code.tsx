import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData, useRouteError } from "@remix-run/react";
import { CandidatePage } from "#app/components/hiring/results/candidate-page.tsx";
import { GoneCandidate, goneCandidate } from "#app/components/hiring/results/gone-candidate.tsx";
import type { GivenResults, ResultsTold } from "#app/components/hiring/results/results-told.ts";
import { useAnswer } from "#app/components/shell/use-answer.ts";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { outcomeWords } from "#app/domain/hiring/decision.ts";
import { readText } from "#app/http/form.server.ts";
import { parseResultsForm, type ResultsForm } from "#app/http/results-form.server.ts";
import { requireSameOrigin } from "#app/http/same-origin.server.ts";
import { requireMember } from "#app/http/viewer.server.ts";
import { changeLevel } from "#app/services/hiring/results/change-level.server.ts";
import { endReviewing } from "#app/services/hiring/results/end-reviewing.server.ts";
import type { CandidateAt } from "#app/services/hiring/results/find-candidate.server.ts";
import { getCandidate } from "#app/services/hiring/results/get-candidate.server.ts";
import { recordDecision } from "#app/services/hiring/results/record-decision.server.ts";
import { previewFeedback, sendFeedback } from "#app/services/hiring/results/send-feedback.server.ts";

// The name of a candidate is in no title: titles stand in histories and on shared screens.
export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded ? `Candidate ${loaded.candidate.code}` : "No such page"} · Tradeoff` },
];

/** Also where there was one as the page was shown: somebody who decides is to know that it came to nothing. */
function requireCandidate<Found>(found: Found | null): Found {
  if (found === null) throw Response.json(goneCandidate, { status: 404, statusText: "Not Found" });
  return found;
}

// For the organisation's admins. Until everything is reviewed there is a code and nothing else.
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { viewer, membership } = await requireMember(request, params.organisation, "see_results");
  const { handle, name, organisationId, roles } = membership;
  const part = Number(new URL(request.url).searchParams.get("part") ?? "1");
  const at = { organisation: organisationId, assessment: params.assessment ?? "", code: params.code ?? "" };
  const page = requireCandidate(await getCandidate(viewer, { ...at, part: Number.isInteger(part) ? part : null }));
  return { organisation: { handle, name }, roles, assessment: page.assessment, candidate: page.candidate };
}

const refusals = {
  same: "That is the level already. Nothing was changed.",
  changed_meanwhile: "Somebody changed this level a moment ago. Look at it again before you change it.",
  none_given: "Nobody has given levels yet, so there is nothing that could count.",
  ended: "The reviewing has moved on meanwhile. The page shows where it stands.",
  nothing_allowed: "This assessment lets nothing of the result out, so nothing was sent.",
  words_missing: "Words are all that this assessment lets out. Write some first.",
  tells_reason:
    "These words hold the reason of a decision, which stays in the team. Say it in other words, or leave it out.",
  levels_changed: "A level has changed since you looked at this. Look at it again before you send it.",
} as const;

type Outcome = { ok: true; told: ResultsTold } | { ok: false; reason: keyof typeof refusals };

const done = (message: string): Outcome => ({ ok: true, told: { tone: "done", message } });

async function take(viewer: Viewer, at: CandidateAt, sent: ResultsForm): Promise<Outcome> {
  switch (sent.intent) {
    case "change-level": {
      const changed = requireCandidate(await changeLevel(viewer, { ...at, ...sent }));
      return changed.ok ? done("The level is changed. What was there before stays on the record.") : changed;
    }
    case "end-reviewing": {
      const ended = requireCandidate(await endReviewing(viewer, { ...at, ...sent }));
      if (!ended.ok) return ended;
      return done(
        ended.state === "complete"
          ? "The reviewing is ended. The levels that were given count."
          : "The reviewing is ended. Two reviewers are far apart, so a third person decides between them.",
      );
    }
    case "decide":
      requireCandidate(await recordDecision(viewer, { ...at, ...sent }));
      return done(`Recorded: ${outcomeWords[sent.outcome]}.`);
    case "preview": {
      const composed = requireCandidate(await previewFeedback(viewer, { ...at, words: sent.words }));
      if (!composed.ok) return composed;
      const { version, fingerprint } = composed;
      return { ok: true, told: { tone: "preview", version, fingerprint, words: sent.words } };
    }
    case "send": {
      const { words, fingerprint } = sent;
      const sentOut = requireCandidate(await sendFeedback(viewer, { ...at, words, fingerprint }));
      return sentOut.ok ? done("Sent. The candidate gets a mail that there is something to read.") : sentOut;
    }
  }
}

function readGiven(form: FormData): GivenResults {
  const [intent, criterion, level] = [readText(form, "intent"), readText(form, "criterion"), readText(form, "level")];
  const [outcome, reason, words] = [readText(form, "outcome"), readText(form, "reason"), readText(form, "words")];
  return { intent, criterion, level, outcome, reason, words };
}

// For the organisation's admins; the services look again in the transaction of what they write.
export async function action({ request, params }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const { viewer, membership } = await requireMember(request, params.organisation, "decide");
  const form = await request.formData();
  const at = {
    organisation: membership.organisationId,
    assessment: params.assessment ?? "",
    code: params.code ?? "",
  };
  const given = readGiven(form);
  const parsed = parseResultsForm(form);
  if (!parsed.ok) {
    const message = parsed.fields.intent ? "This form could not be read. Reload the page." : "Nothing is kept yet.";
    return data<ResultsTold>({ tone: "refused", message, fields: parsed.fields, given }, { status: 400 });
  }
  const outcome = await take(viewer, at, parsed.sent);
  if (outcome.ok) return data<ResultsTold>(outcome.told);
  const message = refusals[outcome.reason];
  return data<ResultsTold>({ tone: "refused", message, fields: {}, given }, { status: 409 });
}

export { stayAsTyped as clientAction } from "#app/components/shell/stay-as-typed.ts";

export default function CandidateRoute() {
  return <CandidatePage {...useLoaderData<typeof loader>()} told={useAnswer<typeof action>() ?? null} />;
}

export function ErrorBoundary() {
  return <GoneCandidate error={useRouteError()} />;
}
