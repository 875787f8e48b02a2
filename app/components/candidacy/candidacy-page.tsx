import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { NoticeText } from "#app/components/hiring/notice/notice-text.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { durationWords } from "#app/components/ui/duration-words.ts";
import { LabelledSection } from "#app/components/ui/labelled-section.tsx";
import { Message } from "#app/components/ui/message.tsx";
import { Time } from "#app/components/ui/time.tsx";
import { mostWarmUps, type Ended } from "#app/domain/hiring/candidacy.ts";
import type { CandidacyView } from "#app/services/hiring/candidacy/find-candidacy.server.ts";
import { deadlineWords, endedWords } from "./candidacy-words.ts";
import { HandIn } from "./hand-in.tsx";
import { Leaving } from "./leaving.tsx";
import { GoOn, PartRow } from "./part-row.tsx";
import "./candidacy.css";

type CandidacyPageProps = {
  candidacy: CandidacyView;
  /** Why something was not done. */
  problem: string | null;
  /** What the team has let out, once it has. */
  result: ReactNode;
};

/** A candidate's one page of an assessment: what is to be done, what has been, and what came of it. */
export function CandidacyPage({ candidacy, problem, result }: CandidacyPageProps) {
  const { name, organisation, ended, parts, warmUp, notice, acknowledgedAt } = candidacy;
  const next = parts.find(({ refusal, finished }) => refusal === null && finished.length === 0);
  return (
    <div className="wrap">
      <header className="page-head">
        <p className="crumb">
          <Link to="/assessments">Your assessments</Link> / {name}
        </p>
        <h1>{name}</h1>
        <p className="label">An assessment of {organisation}</p>
        <Rules candidacy={candidacy} />
      </header>
      {problem ? <Message tone="warn" role="alert" title={problem} /> : null}
      {ended ? <Over candidacy={candidacy} ended={ended} hasResult={result !== null} /> : null}
      {result}
      {warmUp && ended === null ? <WarmUp warmUp={warmUp} isWaiting={parts.some(({ underWay }) => underWay)} /> : null}
      <LabelledSection id="parts" label={parts.length === 1 ? "The interview" : "The parts"}>
        <ol className="part-list">
          {parts.map((part) => (
            <PartRow key={part.id} part={part} isNext={part === next} isEnded={ended !== null} />
          ))}
        </ol>
        {ended === null && parts.length > 1 ? (
          <p className="small muted part-order">In any order, one at a time.</p>
        ) : null}
      </LabelledSection>
      {ended === null || candidacy.handInRefusal === null ? (
        <LabelledSection id="hand-in" label="Hand in">
          <HandIn candidacy={candidacy} />
        </LabelledSection>
      ) : null}
      <LabelledSection id="told" label="What you were told">
        <details className="candidacy-told">
          <summary>
            Read it again, as it stood when you acknowledged it on <Time iso={acknowledgedAt} form="date-time" />
          </summary>
          {notice ? <NoticeText notice={notice} /> : null}
        </details>
      </LabelledSection>
      <LabelledSection id="leaving" label="Leaving">
        <Leaving candidacy={candidacy} />
      </LabelledSection>
    </div>
  );
}

function Rules({ candidacy: { deadline, extraTimePercent, mostAttempts, ended } }: { candidacy: CandidacyView }) {
  if (ended) return null;
  return (
    <p className="candidacy-rules">
      <span>{deadline === null ? "No deadline" : `Nothing begins after ${deadlineWords(deadline)}`}</span>
      <span>{mostAttempts === 1 ? "One attempt at each part" : `${mostAttempts} attempts at each part`}</span>
      {extraTimePercent > 0 ? <span>{extraTimePercent} % extra time, included below</span> : null}
    </p>
  );
}

type OverProps = { candidacy: CandidacyView; ended: Ended; hasResult: boolean };

function Over({ candidacy, ended, hasResult }: OverProps) {
  const { title, next } = endedWords[ended];
  const { organisation, deleteAt, parts } = candidacy;
  const isNothing = parts.every(({ finished }) => finished.length === 0);
  const isGoingOn = parts.some(({ underWay }) => underWay);
  return (
    <div className="candidacy-over">
      <p className="display">{title}</p>
      <p className="ink-2">
        {hasResult || (ended === "withdrawn" && isNothing) ? "" : `${next} `}
        {ended === "handed_in" && !hasResult
          ? `${organisation} decides what you get to see, and you get a mail when there is something here. `
          : null}
        {(ended === "closed" || ended === "deadline") && isGoingOn
          ? "What is under way may be finished by its own clock, and is handed in then. "
          : null}
        {(ended === "closed" || ended === "deadline") && isNothing && !isGoingOn
          ? "Nothing was finished, so nothing is handed in. "
          : null}
        Everything is deleted on <Time iso={deleteAt} />.
      </p>
    </div>
  );
}

function WarmUp({ warmUp, isWaiting }: { warmUp: NonNullable<CandidacyView["warmUp"]>; isWaiting: boolean }) {
  const { title, limitMs, underWay, taken } = warmUp;
  return (
    <LabelledSection id="warm-up" label="Warm-up">
      <div className="part-row">
        <div className="part-what">
          <h3 className="serif">{title}</h3>
          <p className="small muted">{durationWords(limitMs)}</p>
          <p className="ink-2">
            To get to know the room, up to {mostWarmUps} times. It is not scored, and nobody of the team reads it.
          </p>
        </div>
        <div className="part-go">
          {underWay ? (
            <GoOn underWay={underWay} title={title} look="plain">
              It is not scored.{" "}
            </GoOn>
          ) : null}
          {taken >= mostWarmUps && !underWay ? <p className="small muted">You have used all {mostWarmUps}.</p> : null}
          {underWay || isWaiting || taken >= mostWarmUps ? null : (
            <Form method="post">
              <input type="hidden" name="intent" value="warm-up" />
              <Button>{taken === 0 ? "Warm up" : "Warm up again"}</Button>
            </Form>
          )}
        </div>
      </div>
    </LabelledSection>
  );
}
