import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { AttemptsChart } from "#app/components/progress/attempts-chart.tsx";
import { CompareForms } from "#app/components/progress/compare-form.tsx";
import { GoalPart } from "#app/components/progress/goal-part.tsx";
import { Estimates } from "#app/components/progress/estimates.tsx";
import { NextPractice } from "#app/components/progress/next-practice.tsx";
import { byScenario } from "#app/components/progress/progress-words.ts";
import { useAnswer } from "#app/components/shell/use-answer.ts";
import { bandName } from "#app/components/ui/band-scale.tsx";
import { ButtonLink } from "#app/components/ui/button.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { QuestionStrokes } from "#app/components/ui/question-strokes.tsx";
import { Time } from "#app/components/ui/time.tsx";
import { dayOf } from "#app/domain/practice/day.ts";
import { GoalTargetSchema, problemOfDay } from "#app/domain/progress/goal.ts";
import { requireSameOrigin } from "#app/http/same-origin.server.ts";
import { ensureViewer, findViewer, requireViewer } from "#app/http/viewer.server.ts";
import { clearGoal, setGoal } from "#app/services/progress/set-goal.server.ts";
import { getProgress } from "#app/services/progress/get-progress.server.ts";
import "#app/components/progress/progress.css";

export const meta: MetaFunction = () => [
  { title: "Progress · Tradeoff" },
  {
    name: "description",
    content: "Your attempts over time, your level in each competency, and what to practise next.",
  },
];

// Anyone may come; what is shown is the viewer's own, and a visitor who has done nothing has nothing to show.
export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await findViewer(request);
  return { progress: viewer ? await getProgress(viewer) : null, today: dayOf(new Date()) };
}

const GoalFormSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("set-goal"), day: z.string(), ...GoalTargetSchema.shape }),
  z.object({ intent: z.literal("clear-goal") }),
]);

// Anyone may set a goal of their own: a visitor becomes a guest first, so that there is somebody to keep it for.
export async function action({ request }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const form = await request.formData();
  const sent = GoalFormSchema.safeParse({
    ...Object.fromEntries(form),
    competencies: form.getAll("competencies"),
    level: form.get("level") === "" ? null : form.get("level"),
  });
  if (!sent.success)
    return data({ problem: "This form could not be read. Reload the page.", day: null }, { status: 400 });
  if (sent.data.intent === "clear-goal") {
    await clearGoal(await requireViewer(request));
    return redirect("/progress");
  }
  const { day, competencies, level } = sent.data;
  const refused = problemOfDay(day, dayOf(new Date()));
  if (refused !== null) return data({ problem: refused, day }, { status: 400 });
  const { viewer, headers } = await ensureViewer(request);
  await setGoal(viewer, { day, target: { competencies, level } });
  return redirect("/progress#goal", { headers });
}

export { stayAsTyped as clientAction } from "#app/components/shell/stay-as-typed.ts";

export default function ProgressPage() {
  const { progress } = useLoaderData<typeof loader>();
  const begun =
    progress !== null &&
    (progress.attempts.length > 0 ||
      progress.unfinished.length > 0 ||
      progress.ungraded.length > 0 ||
      progress.competencies.some(({ checks }) => checks > 0));
  return (
    <div className="wrap">
      <header className="page-head">
        <h1>Progress</h1>
        {begun ? (
          <p className="lead">
            {progress.scenariosTried} of {progress.scenarioCount} scenarios tried. A score is one reading of one
            interview; the estimates below rest on all of them.
          </p>
        ) : null}
      </header>
      {begun ? (
        <Begun />
      ) : (
        <>
          <NothingYet />
          <Goal />
        </>
      )}
    </div>
  );
}

function NothingYet() {
  return (
    <EmptyState
      title="There is nothing to show yet."
      action={
        <ButtonLink look="go" to="/scenarios">
          Choose a scenario
        </ButtonLink>
      }
    >
      Once an interview of yours is graded, this page shows its score, your level in each competency, and what to
      practise next.
    </EmptyState>
  );
}

function Goal() {
  const { progress, today } = useLoaderData<typeof loader>();
  const refused = useAnswer<typeof action>();
  return (
    <GoalPart
      key={progress?.goal?.day ?? "none"}
      goal={progress?.goal ?? null}
      problem={refused?.problem ?? null}
      typedDay={refused?.day ?? null}
      today={today}
    />
  );
}

function useProgress() {
  const { progress } = useLoaderData<typeof loader>();
  if (progress === null) throw new Error("Progress is shown only to somebody who has some.");
  return progress;
}

function Begun() {
  const { attempts, competencies, approaches, next, dueCards } = useProgress();
  const repeated = byScenario(attempts).some((group) => group.length > 1);
  return (
    <>
      <NextPractice next={next} dueCards={dueCards} />
      <Unfinished />
      <Ungraded />
      <Goal />
      {attempts.length > 0 ? (
        <section className="part progress-part" aria-labelledby="over-time">
          <h2 id="over-time">Scores over time</h2>
          <AttemptsChart attempts={attempts} />
        </section>
      ) : null}
      {attempts.length > 0 ? <Attempts /> : null}
      {repeated ? (
        <section className="part progress-part" aria-labelledby="compare">
          <h2 id="compare">Two attempts side by side</h2>
          <CompareForms attempts={attempts} />
        </section>
      ) : null}
      <Estimates competencies={competencies} approaches={approaches} />
    </>
  );
}

function Ungraded() {
  const { ungraded } = useProgress();
  if (ungraded.length === 0) return null;
  return (
    <section className="part progress-part" aria-labelledby="ungraded">
      <h2 id="ungraded">Without a grade yet</h2>
      <p className="small muted">The transcripts are safe. A grade that failed can be tried again; it is not a zero.</p>
      <ul className="unfinished-list">
        {ungraded.map((session) => (
          <li key={session.sessionId}>
            <div>
              <p className="serif">{session.title}</p>
              <p className="small muted">
                Finished <Time iso={session.finishedAt} form="date-time" />
              </p>
            </div>
            <span />
            <ButtonLink to={`/sessions/${session.sessionId}/scorecard`}>Open the scorecard</ButtonLink>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Unfinished() {
  const { unfinished } = useProgress();
  if (unfinished.length === 0) return null;
  return (
    <section className="part progress-part" aria-labelledby="unfinished">
      <h2 id="unfinished">In the middle of</h2>
      <ul className="unfinished-list">
        {unfinished.map((session) => (
          <li key={session.sessionId}>
            <div>
              <p className="serif">{session.title}</p>
              <p className="small muted">
                Last touched <Time iso={session.lastActiveAt} form="date-time" />
              </p>
            </div>
            <div className="small ink-2 num">
              <QuestionStrokes question={session.question} of={session.of} />
              <p>
                Question {session.question} of {session.of}
              </p>
            </div>
            <ButtonLink to={`/sessions/${session.sessionId}#question`}>Continue</ButtonLink>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Attempts() {
  const { attempts } = useProgress();
  return (
    <section className="part progress-part" aria-labelledby="attempts-table">
      <h2 id="attempts-table">Every attempt</h2>
      <table className="ledger folds">
        <caption className="visually-hidden">Graded interviews, newest first</caption>
        <thead>
          <tr>
            <th scope="col">Scenario</th>
            <th scope="col">Finished</th>
            <th scope="col" className="r">
              Score
            </th>
            <th scope="col">Band</th>
            <th scope="col">Graded by</th>
            <th scope="col" className="r">
              <span className="visually-hidden">Scorecard</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {attempts.toReversed().map((attempt) => (
            <tr key={attempt.sessionId}>
              <th scope="row" className="lead-cell">
                {attempt.title}
              </th>
              <td data-label="Finished">
                <Time iso={attempt.finishedAt} form="date-time" />
              </td>
              <td className="r" data-label="Score">
                {attempt.score}
              </td>
              <td data-label="Band">{attempt.band ? bandName[attempt.band] : <span className="muted">none</span>}</td>
              <td data-label="Graded by">{attempt.grader} grader</td>
              <td className="r">
                <Link to={`/sessions/${attempt.sessionId}/scorecard`}>
                  Scorecard<span className="visually-hidden">, {attempt.title}</span>
                </Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
