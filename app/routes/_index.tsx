import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { Balance } from "#app/components/home/balance.tsx";
import { ScoredSample } from "#app/components/home/scored-sample.tsx";
import { ApproachMark } from "#app/components/ui/approach.tsx";
import { Button, ButtonLink } from "#app/components/ui/button.tsx";
import { approachChanges, approaches } from "#app/domain/scenarios/approach.ts";
import { levelName } from "#app/domain/scenarios/library-filter.ts";
import { retrievalLines } from "#app/domain/simulator/retraining.ts";
import { findViewer } from "#app/http/viewer.server.ts";
import { getSample } from "#app/services/grading/get-sample.server.ts";
import { listFiguresOf } from "#app/services/library/material/list-figures-of.server.ts";
import { listScenarios } from "#app/services/library/list-scenarios.server.ts";
import "#app/components/home/home.css";

const firstSlug = "customer-support-chatbot";

export const meta: MetaFunction = () => [
  { title: "Prompt, retrieve, fine-tune or combine? · Tradeoff" },
  {
    name: "description",
    content:
      "Practise the architecture question of AI engineering: an interview about a real system, scored with your own words as the evidence.",
  },
];

// Anyone may see the first page; what a person was in the middle of is only theirs.
export async function loader({ request }: LoaderFunctionArgs) {
  const scenarios = await listScenarios(await findViewer(request));
  const asked = Number(new URL(request.url).searchParams.get("retrains") ?? 2);
  return {
    scenarios,
    sample: await getSample(),
    billFigures: await listFiguresOf(
      retrievalLines.map(({ label, printedUsd, source }) => ({ id: label, value: printedUsd, unit: "$", source })),
    ),
    retrains: Number.isFinite(asked) ? Math.min(4.4, Math.max(0, asked)) : 2,
  };
}

export default function Home() {
  const { scenarios, sample, billFigures, retrains } = useLoaderData<typeof loader>();
  const systems = scenarios.filter(({ kind }) => kind !== "code-reading");
  const first = scenarios.find((scenario) => scenario.slug === firstSlug) ?? scenarios[0];
  return (
    <>
      <section className="wrap hero">
        <div>
          <h1>
            Prompt, retrieve, <span className="nowrap">fine-tune</span>, or&nbsp;combine?
          </h1>
          <p className="lead">
            Anyone can name one. Tradeoff puts you in front of a real system, interviews you about it, and scores your
            reasons, with your own words as the evidence.
          </p>
          {first ? <StartHere scenario={first} /> : null}
          <p className="small hero-other">
            <Link to="/scenarios">Choose another scenario</Link>
          </p>
          <dl className="four-approaches">
            {approaches.map((approach) => (
              <div key={approach}>
                <dt>
                  <ApproachMark approach={approach} />
                </dt>
                <dd>{approachChanges[approach]}</dd>
              </div>
            ))}
          </dl>
        </div>
        <Balance retrains={retrains} figures={billFigures} />
      </section>
      <div className="wrap">
        {sample ? <ScoredSample sample={sample} /> : null}
        <FirstScenarios scenarios={systems} />
        <WillNotDo />
      </div>
    </>
  );
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>["scenarios"][number];

function StartHere({ scenario }: { scenario: Row }) {
  const unfinished = scenario.progress?.kind === "unfinished" ? scenario.progress : null;
  return (
    <div className="row hero-start">
      {unfinished ? (
        <ButtonLink look="go" big to={`/sessions/${unfinished.sessionId}#question`}>
          Go on with your interview
        </ButtonLink>
      ) : (
        <Form method="post" action={`/scenarios/${scenario.slug}`}>
          <Button look="go" big>
            Start an interview
          </Button>
        </Form>
      )}
      <p className="small muted">
        {scenario.title},{" "}
        {unfinished ? `question ${unfinished.question} of ${unfinished.of}.` : `${scenario.minutes} minutes.`}
        <br />
        Nothing to install, no account, no key.
      </p>
    </div>
  );
}

function FirstScenarios({ scenarios }: { scenarios: Row[] }) {
  return (
    <section className="spread first-scenarios" aria-labelledby="first-scenarios">
      <h2 className="label" id="first-scenarios">
        Systems to reason about
      </h2>
      <ul>
        {scenarios.slice(0, 5).map((scenario) => (
          <li key={scenario.slug}>
            <Link to={`/scenarios/${scenario.slug}`}>{scenario.title}</Link>
            <span className="small ink-2">{levelName[scenario.level]}</span>
            <span className="small ink-2 num">{scenario.minutes} min</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function WillNotDo() {
  return (
    <section className="spread will-not" aria-labelledby="will-not">
      <h2 id="will-not">Four things it will not do</h2>
      <ol>
        <li>
          <b>Score a label.</b> Every situation has several defensible positions, each with the conditions that select
          it. Reasons are graded.
        </li>
        <li>
          <b>Count words you did not say.</b> A quote that is not in your transcript is worth nothing, whoever the
          grader is.
        </li>
        <li>
          <b>Turn a failure into a zero.</b> When a grader times out or refuses, the result says ungraded, and keeps
          your transcript.
        </li>
        <li>
          <b>Decide about people.</b> A score is one reading of one transcript, shown with its evidence. What follows
          from it is for a person to say.
        </li>
      </ol>
    </section>
  );
}
