import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { compareWords } from "#app/components/progress/compare-words.ts";
import { ComparedCriterion } from "#app/components/progress/compared-criterion.tsx";
import { ScoreWords } from "#app/components/ui/band-scale.tsx";
import { Message } from "#app/components/ui/message.tsx";
import { Time } from "#app/components/ui/time.tsx";
import { requireFound } from "#app/http/not-found.server.ts";
import { requireViewer } from "#app/http/viewer.server.ts";
import { compareAttempts } from "#app/services/progress/compare-attempts.server.ts";
import "#app/components/progress/progress.css";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Two attempts at ${data?.compared.title ?? "a scenario"} · Tradeoff` },
  { name: "description", content: "Two of your attempts at one scenario, criterion by criterion." },
];

// Only for the person both attempts belong to.
export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  const asked = new URL(request.url).searchParams;
  const pair = { first: asked.get("first") ?? "", second: asked.get("second") ?? "" };
  return { compared: requireFound(await compareAttempts(viewer, pair)) };
}

export default function ComparePage() {
  const { compared } = useLoaderData<typeof loader>();
  return (
    <div className="wrap">
      <header className="page-head">
        <p className="crumb">
          <Link to="/progress">Progress</Link> / <Link to={`/scenarios/${compared.slug}`}>{compared.title}</Link>
        </p>
        <h1>{compareWords(compared.attempts)}</h1>
      </header>
      {compared.sameRubric ? null : (
        <Message tone="warn" title="The rubric changed between these two.">
          Levels and scores are not measured by the same ruler; compare the words instead.
        </Message>
      )}
      <div className="compare-sides">
        <p className="label">{compared.title}</p>
        {compared.attempts.map((attempt, side) => (
          <section key={side} className="compare-side" aria-label={side === 0 ? "First attempt" : "Second attempt"}>
            <ScoreWords score={attempt.score} band={attempt.band} />
            <p className="small muted">
              <Time iso={attempt.finishedAt} form="date-time" />
              <br />
              {attempt.answers === 1 ? "1 answer" : `${attempt.answers} answers`}, {attempt.grader} grader
            </p>
            <p className="small">
              <Link to={`/sessions/${attempt.sessionId}/scorecard`}>Scorecard</Link>,{" "}
              <Link to={`/sessions/${attempt.sessionId}/replay`}>turn by turn</Link>
            </p>
          </section>
        ))}
      </div>
      {compared.criteria.map((criterion) => (
        <ComparedCriterion key={criterion.key} criterion={criterion} />
      ))}
    </div>
  );
}
