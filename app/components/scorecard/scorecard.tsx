import { Form } from "@remix-run/react";
import { LateText } from "#app/components/transcript/late-text.tsx";
import { Button, ButtonLink } from "#app/components/ui/button.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { Message } from "#app/components/ui/message.tsx";
import type { MadeGrade, ScorecardSession, ScorecardView } from "#app/domain/grading/scorecard/scorecard.ts";
import { Contest, contestId, type RefusedContest } from "./appeal/contest.tsx";
import { useAppealProgress } from "./appeal/use-appeal-progress.ts";
import { Criteria } from "./criteria.tsx";
import { DiagramFindings } from "./findings/diagram-findings.tsx";
import { GradedBy } from "./graded-by.tsx";
import { CriteriaComing, GradingSteps, useGrading } from "./grading-steps.tsx";
import { Missing } from "./missing.tsx";
import { Numbers } from "./findings/numbers.tsx";
import { Positions } from "./positions.tsx";
import { Head, ScoreHead } from "./score-head.tsx";
import { ScorecardLinks } from "./scorecard-links.tsx";
import { firstWords, tieRules } from "./ties.ts";
import { YourWords, type Judged } from "./your-words.tsx";
import "./judgement.css";
import "./scorecard.css";
import "./print.css";

/** What was asked for and not taken, and why. */
export type Refused = { problem: string; contest: Pick<RefusedContest, "criterion" | "reason"> | null };

type ScorecardProps = { view: ScorecardView; refused: Refused | null };

/** What was made of an interview. A failure to grade is a state of its own: never a zero, never a pass. */
export function Scorecard({ view, refused }: ScorecardProps) {
  useAppealProgress(view.contests);
  return (
    <div className="wrap scorecard">
      {refused ? <RefusedMessage refused={refused} /> : null}
      <State view={view} refused={refused} />
    </div>
  );
}

function RefusedMessage({ refused: { problem, contest } }: { refused: Refused }) {
  const toForm = contest ? <a href={`#${contestId(contest.criterion)}`}>To what you wrote</a> : null;
  return <Message tone="warn" role="alert" title={problem} action={toForm} />;
}

function State({ view, refused }: ScorecardProps) {
  const { state, grade, session } = view;
  if (state === "unfinished") return <Unfinished session={session} />;
  const isUnderWay = state === "queued" || state === "grading";
  if (grade === null) return isUnderWay ? <UnderWay view={view} /> : <Ungraded view={view} />;
  return (
    <>
      {isUnderWay ? <UnderWayAgain view={view} /> : null}
      {state === "ungraded" ? <UngradedMessage view={view} /> : null}
      <Graded view={view} grade={grade} refused={refused} />
    </>
  );
}

function Graded({ view, grade, refused }: ScorecardProps & { grade: MadeGrade }) {
  const { session, transcript, contests } = view;
  const refusedContest = refused?.contest ? { ...refused.contest, problem: refused.problem } : null;
  const checks = grade.criteria.flatMap((criterion) => criterion.checks);
  const judged = new Map<string, Judged>([...checks, ...grade.redFlags].map((each) => [each.key, each]));
  return (
    <>
      <style
        dangerouslySetInnerHTML={{ __html: tieRules([...judged.keys(), ...grade.numbers.wrong.map(({ key }) => key)]) }}
      />
      <ScoreHead view={view} grade={grade} />
      <ScorecardLinks session={session} hasModelAnswer={view.hasModelAnswer} />
      <div className="score-columns">
        <Criteria
          criteria={grade.criteria}
          redFlags={grade.redFlags}
          words={firstWords(transcript)}
          renderBelow={(criterion) =>
            contests && (
              <Contest criterion={criterion} gradeId={grade.id} contests={contests} refused={refusedContest} />
            )
          }
        />
        <YourWords transcript={transcript} judged={judged} numbers={grade.numbers.wrong} />
      </div>
      {session.late ? <LateText late={session.late} /> : null}
      <Numbers numbers={grade.numbers} />
      <DiagramFindings diagrams={grade.diagrams} transcript={transcript} />
      <Missing
        further={view.furtherStudy}
        missing={grade.missing}
        slug={session.isOpen ? session.slug : null}
        compareTo={comparisonOf(view)}
      />
      {view.positions.length === 0 ? null : (
        <Positions positions={view.positions} taken={view.taken} bestAfterTwist={view.bestAfterTwist} />
      )}
      <GradedBy view={view} grade={grade} />
    </>
  );
}

/** The older of two attempts comes first. */
function comparisonOf({ session, earlierAttempt, laterAttempt }: ScorecardView) {
  const pathOf = (first: string, second: string) => `/progress/compare?first=${first}&second=${second}`;
  if (earlierAttempt) return { path: pathOf(earlierAttempt, session.id), which: "before" as const };
  return laterAttempt ? { path: pathOf(session.id, laterAttempt), which: "after" as const } : null;
}

function Unfinished({ session }: { session: ScorecardSession }) {
  return (
    <>
      <Head session={session} title="There is no scorecard yet" />
      <EmptyState
        title="This interview is not finished."
        action={
          <ButtonLink look="go" to={`/sessions/${session.id}#question`}>
            Go on
          </ButtonLink>
        }
      >
        Everything you typed is there. It is graded once the last question is answered, or when you finish early.
      </EmptyState>
    </>
  );
}

function UnderWay({ view }: { view: ScorecardView }) {
  const { progress, criteria } = useGrading(view.session.id, view.progress);
  return (
    <div className="under-way">
      <Head session={view.session} title="Reading your answers">
        <p className="score-meta small muted">
          Offline this takes a moment, with a model longer. You can leave; it goes on.
        </p>
      </Head>
      <div className="score-columns">
        <CriteriaComing criteria={criteria} />
        <div className="under-way-steps">
          <GradingSteps progress={progress} />
          <div className="skeleton" aria-hidden="true">
            {[96, 88, 91, 54, 94, 90, 62].map((width, at) => (
              <i key={at} style={{ width: `${width}%` }} />
            ))}
          </div>
        </div>
      </div>
    </div>
  );
}

/** The grade there is stays in view while another is made. */
function UnderWayAgain({ view }: { view: ScorecardView }) {
  const { progress } = useGrading(view.session.id, view.progress);
  return (
    <section className="under-way-again" aria-labelledby="under-way-title">
      <h2 className="label" id="under-way-title">
        Being graded again. Below is the grade before.
      </h2>
      <GradingSteps progress={progress} />
    </section>
  );
}

function Ungraded({ view }: { view: ScorecardView }) {
  return (
    <>
      <Head session={view.session} title="Not graded yet" />
      <UngradedMessage view={view} />
      <ScorecardLinks session={view.session} hasModelAnswer={view.hasModelAnswer} />
      <div className="score-columns only-words">
        <YourWords transcript={view.transcript} judged={new Map()} />
      </div>
      {view.session.late ? <LateText late={view.session.late} /> : null}
    </>
  );
}

/** Grading it again would find no more: what helps is another attempt. */
function NothingAnswered({ view: { session, ungraded } }: { view: ScorecardView }) {
  const toScenario = session.isOpen ? <ButtonLink to={`/scenarios/${session.slug}`}>Start anew</ButtonLink> : null;
  return (
    <Message tone="warn" title={ungraded?.message} action={toScenario}>
      Nothing was scored. This is not a zero.
    </Message>
  );
}

/** The server takes it up again: all there is to choose is not to wait. */
function WaitsForBudget({ view: { ungraded, grade } }: { view: ScorecardView }) {
  return (
    <Message
      title={ungraded?.message}
      action={
        <Form method="post" preventScrollReset>
          <input type="hidden" name="intent" value="retry" />
          <Button name="grader" value="offline">
            Grade offline now
          </Button>
        </Form>
      }
    >
      This interview is graded by itself as soon as the budget allows it; you need not wait here.{" "}
      {grade
        ? "Until then the grade before stands."
        : "Your transcript is safe and nothing was scored: this is not a zero."}
    </Message>
  );
}

function UngradedMessage({ view }: { view: ScorecardView }) {
  if (view.ungraded?.reason === "nothing_answered") return <NothingAnswered view={view} />;
  if (view.ungraded?.reason === "budget") return <WaitsForBudget view={view} />;
  const { ungraded, grade, canUseAnthropic } = view;
  const wasOffline = !canUseAnthropic || ungraded?.reason === "internal";
  return (
    <Message
      tone="warn"
      title={grade ? "Not graded again; the grade before stands." : ungraded?.message}
      action={
        <Form method="post" className="row" preventScrollReset>
          <input type="hidden" name="intent" value="retry" />
          <Button>Try again</Button>
          {wasOffline ? null : (
            <Button name="grader" value="offline">
              Grade offline instead
            </Button>
          )}
        </Form>
      }
    >
      {grade ? ungraded?.message : null} Your transcript is safe and nothing was scored. This is not a zero.
    </Message>
  );
}
