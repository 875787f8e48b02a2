import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { Markdown } from "#app/components/content/markdown.tsx";
import { kindWords } from "#app/components/library/kind-words.ts";
import { ScenarioFacts } from "#app/components/library/scenario-facts.tsx";
import { bandName } from "#app/components/ui/band-scale.tsx";
import { Button, ButtonLink } from "#app/components/ui/button.tsx";
import { DefinitionList } from "#app/components/ui/definition-list.tsx";
import { LabelledSection } from "#app/components/ui/labelled-section.tsx";
import { sourcesWords } from "#app/components/ui/source-note.tsx";
import { Time } from "#app/components/ui/time.tsx";
import { levelName } from "#app/domain/scenarios/library-filter.ts";
import { requireFound } from "#app/http/not-found.server.ts";
import { requireSameOrigin } from "#app/http/same-origin.server.ts";
import { ensureViewer, findViewer } from "#app/http/viewer.server.ts";
import { startSession } from "#app/services/interview/start-session.server.ts";
import { listFiguresOf } from "#app/services/library/material/list-figures-of.server.ts";
import { getScenario } from "#app/services/library/get-scenario.server.ts";
import "#app/components/library/scenario-page.css";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.scenario.title ?? "No such scenario"} · Tradeoff` },
  { name: "description", content: data?.scenario.summary ?? "" },
];

// Anyone may read a scenario; attempts are the viewer's own.
export async function loader({ request, params }: LoaderFunctionArgs) {
  const scenario = requireFound(await getScenario(await findViewer(request), params.slug ?? ""));
  // What became of a figure is part of the answer: it is shown once an interview is finished.
  const figures = scenario.attempts.length > 0 ? await listFiguresOf(scenario.facts) : {};
  return { scenario, figures };
}

// Anyone may start: a visitor becomes a guest first, so that there is somebody to keep it for.
export async function action({ request, params }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const slug = params.slug ?? "";
  // A guest is made only for a scenario that exists.
  requireFound(await getScenario(null, slug));
  const { viewer, headers } = await ensureViewer(request);
  const session = requireFound(await startSession(viewer, { slug, mode: "practice" }));
  return redirect(`/sessions/${session.sessionId}`, { headers });
}

export default function ScenarioPage() {
  const { scenario, figures } = useLoaderData<typeof loader>();
  return (
    <div className="wrap">
      <header className="page-head">
        <p className="crumb">
          <Link to="/scenarios">Scenarios</Link> / {scenario.title}
        </p>
        <h1>{scenario.title}</h1>
        <p className="lead">{scenario.summary}</p>
        <p className="scenario-meta num">
          <span>{levelName[scenario.level]}</span>
          <span>About {scenario.minutes} minutes</span>
          <span>Up to {scenario.questions} questions</span>
        </p>
      </header>
      <Start />
      <LabelledSection id="brief" label="The brief">
        <Markdown blocks={scenario.brief} />
      </LabelledSection>
      <LabelledSection id="given" label="What is given">
        <ScenarioFacts facts={scenario.facts} figures={figures} />
        <p className="small muted fig-caption">{kindWords[scenario.kind].given}</p>
      </LabelledSection>
      <WhatYouWillDo />
      <Attempts />
    </div>
  );
}

function Start() {
  const { scenario } = useLoaderData<typeof loader>();
  if (scenario.unfinished) {
    return (
      <div className="scenario-start">
        <p className="ink-2">
          You are at question {scenario.unfinished.question} of {scenario.unfinished.of}. Everything you typed is there.
        </p>
        <ButtonLink look="go" big to={`/sessions/${scenario.unfinished.sessionId}#question`}>
          Go on
        </ButtonLink>
      </div>
    );
  }
  return (
    <div className="scenario-start">
      <p className="ink-2">{kindWords[scenario.kind].start}</p>
      <Form method="post">
        <Button look="go" big>
          {scenario.attempts.length > 0 ? "Start another attempt" : "Start the interview"}
        </Button>
      </Form>
    </div>
  );
}

function WhatYouWillDo() {
  const { scenario } = useLoaderData<typeof loader>();
  return (
    <LabelledSection id="what" label="What you will do">
      <DefinitionList
        items={[
          {
            term: "Time",
            value: `About ${scenario.minutes} minutes. Leave whenever you want: the clock stops while you are away, and you come back to the word you typed.`,
          },
          {
            term: "Questions",
            value: kindWords[scenario.kind].questions(scenario.questions),
          },
          {
            term: "Answers",
            value: kindWords[scenario.kind].answers,
          },
          {
            term: "Result",
            value: (
              <>
                A level for each criterion, tied to the words of yours it rests on.{" "}
                <Link to="/how-grading-works">How grading works</Link>
              </>
            ),
          },
          {
            term: "What is recorded",
            value:
              "Your answers, questions, drawings and drafts, and how long you were here. It lies in the database of this server and is shown to you alone; without an account it stays with this browser until you make one.",
          },
          {
            term: "Sources",
            value: <cite className="scenario-sources">{sourcesWords(scenario.sources)}</cite>,
          },
        ]}
      />
    </LabelledSection>
  );
}

function Attempts() {
  const { attempts } = useLoaderData<typeof loader>().scenario;
  if (attempts.length === 0) return null;
  return (
    <LabelledSection id="attempts" label="Your attempts">
      <table className="ledger">
        <caption className="visually-hidden">Your attempts at this scenario</caption>
        <thead>
          <tr>
            <th scope="col">Finished</th>
            <th scope="col">Result</th>
            <th scope="col" className="r">
              <span className="visually-hidden">Scorecard</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {attempts.map((attempt) => (
            <tr key={attempt.sessionId}>
              <th scope="row">
                <Time iso={attempt.finishedAt} form="date-time" />
              </th>
              <td className="num">
                {attempt.score === null || attempt.band === null
                  ? "Not graded yet"
                  : `${attempt.score} of 100, ${bandName[attempt.band].toLowerCase()}`}
              </td>
              <td className="r">
                <Link to={`/sessions/${attempt.sessionId}/scorecard`}>Scorecard</Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </LabelledSection>
  );
}
