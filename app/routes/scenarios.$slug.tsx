import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { Markdown } from "#app/components/content/markdown.tsx";
import { kindWords } from "#app/components/library/kind-words.ts";
import { ScenarioFacts } from "#app/components/library/scenario-facts.tsx";
import { StartForm } from "#app/components/library/start-form.tsx";
import { useAnswer } from "#app/components/shell/use-answer.ts";
import { bandName } from "#app/components/ui/band-scale.tsx";
import { ButtonLink } from "#app/components/ui/button.tsx";
import { DefinitionList } from "#app/components/ui/definition-list.tsx";
import { LabelledSection } from "#app/components/ui/labelled-section.tsx";
import { Message } from "#app/components/ui/message.tsx";
import { sourcesWords } from "#app/components/ui/source-note.tsx";
import { Time } from "#app/components/ui/time.tsx";
import { levelName } from "#app/domain/scenarios/library-filter.ts";
import { requireFound } from "#app/http/not-found.server.ts";
import { requireSameOrigin } from "#app/http/same-origin.server.ts";
import { parseStartForm } from "#app/http/start-form.server.ts";
import { ensureViewer, findViewer } from "#app/http/viewer.server.ts";
import { startSession } from "#app/services/interview/start-session.server.ts";
import { listFiguresOf } from "#app/services/library/material/list-figures-of.server.ts";
import { getScenario, type ScenarioView } from "#app/services/library/get-scenario.server.ts";
import "#app/components/library/scenario-page.css";

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded?.scenario.title ?? "No such scenario"} · Tradeoff` },
  { name: "description", content: loaded?.scenario.summary ?? "" },
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
  requireFound(await getScenario(await findViewer(request), slug));
  const parsed = parseStartForm(await request.formData());
  if (!parsed.ok) return data({ problem: parsed.problem }, { status: 400 });
  const { viewer, headers } = await ensureViewer(request);
  const session = requireFound(await startSession(viewer, { slug, ...parsed.wanted }));
  return redirect(`/sessions/${session.sessionId}`, { headers });
}

export { stayAsTyped as clientAction } from "#app/components/shell/stay-as-typed.ts";

export default function ScenarioPage() {
  const { scenario, figures } = useLoaderData<typeof loader>();
  return (
    <div className="wrap">
      <header className="page-head">
        <p className="crumb">
          <Link to="/scenarios">Scenarios</Link> / {scenario.title}
        </p>
        <h1>{scenario.title}</h1>
        {scenario.owner ? <p className="label">Of {scenario.owner.name}, for its members</p> : null}
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
  const refused = useAnswer<typeof action>();
  const { unfinished, minutes } = scenario;
  return (
    <>
      {refused ? <Message tone="warn" role="alert" title={refused.problem} /> : null}
      {unfinished ? (
        <GoOn unfinished={unfinished} minutes={minutes} />
      ) : (
        <div className="scenario-start">
          <p className="ink-2">
            {kindWords[scenario.kind].start}
            {scenario.owner
              ? ` Instructors, reviewers and admins of ${scenario.owner.name} can read the interview and its scorecard.`
              : null}
          </p>
          <StartForm
            modes={["practice", "mock"]}
            minutes={minutes}
            name={scenario.attempts.length > 0 ? "Start another attempt" : "Start the interview"}
          />
        </div>
      )}
    </>
  );
}

type GoOnProps = { unfinished: NonNullable<ScenarioView["unfinished"]>; minutes: number };

/** What has begun goes on; in the other mode one can begin beside it. */
function GoOn({ unfinished: { sessionId, question, of, mode }, minutes }: GoOnProps) {
  const other = mode === "mock" ? "practice" : "mock";
  return (
    <div className="scenario-start going-on">
      <p className="ink-2">
        You are at question {question} of {of} of{" "}
        {mode === "mock" ? "a mock interview, and its clock runs" : "practice"}. Everything you typed is there.
      </p>
      <ButtonLink look="go" big to={`/sessions/${sessionId}#question`}>
        Go on
      </ButtonLink>
      <details>
        <summary>{other === "mock" ? "Or start a mock interview beside it" : "Or start practising beside it"}</summary>
        <StartForm modes={[other]} minutes={minutes} name={other === "mock" ? "Start the mock" : "Start practising"} />
      </details>
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
            value: `About ${scenario.minutes} minutes. In practice leave whenever you want: the clock stops while you are away, and you come back to the word you typed. In a mock it runs on, but for one pause.`,
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
            value: scenario.owner ? (
              <WhoReads name={scenario.owner.name} />
            ) : (
              "Your answers, questions, drawings and drafts, and how long you were here. It lies in the database of this server and is shown to you alone; without an account it stays with this browser until you make one."
            ),
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

/** Said before anybody starts, and again in the room. */
function WhoReads({ name }: { name: string }) {
  return (
    <>
      Your answers, questions, drawings and drafts, and how long you were here. The interview belongs to {name} too: its
      instructors, reviewers and admins can read what you said and your scorecard, with your name. Drafts you do not
      send are shown to nobody else.
    </>
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
