import { Form, Link, useNavigation } from "@remix-run/react";
import { HiringNav } from "#app/components/hiring/hiring-nav.tsx";
import { ReasonField } from "#app/components/hiring/results/reason-field.tsx";
import { Interview, type InterviewView } from "#app/components/review/interview.tsx";
import { RequiredLevel } from "#app/components/review/level-choice.tsx";
import { Asked, type RubricCriterion } from "#app/components/review/levels-form.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { LevelRuler } from "#app/components/ui/level-ruler.tsx";
import { Message } from "#app/components/ui/message.tsx";
import { Time } from "#app/components/ui/time.tsx";
import type { Role } from "#app/domain/accounts/roles.ts";
import { mostAppealChars } from "#app/domain/hiring/level-appeal.ts";
import "#app/components/review/review.css";
import "./level-appeal-page.css";

export type LevelAppealView = InterviewView & {
  code: string;
  title: string;
  assessment: string;
  criterion: RubricCriterion;
  contested: number;
  reason: string;
  askedAt: string;
  answered: { answer: string; level: number; isOwn: boolean } | null;
};

export type RefusedAnswer = {
  message: string;
  fields: Record<string, string>;
  given: { level: string; answer: string };
};

type LevelAppealPageProps = {
  organisation: { handle: string; name: string };
  roles: readonly Role[];
  appeal: LevelAppealView;
  refused: RefusedAnswer | null;
};

/** A contested level: the interview without a name, the reason, and the one criterion to be given a level. */
export function LevelAppealPage({ organisation, roles, appeal, refused }: LevelAppealPageProps) {
  const { code, title, assessment, criterion, contested, reason, askedAt, answered } = appeal;
  return (
    <div className="wrap level-appeal">
      <HiringNav
        organisation={organisation}
        roles={roles}
        at="adjudicate"
        title={`An appeal of candidate ${code}`}
        crumbs={[{ to: `/hiring/${organisation.handle}/adjudicate`, label: "Adjudicate" }]}
      />
      <p className="small muted level-appeal-facts">
        {title}, in {assessment}. Contested <Time iso={askedAt} />. You see no name, no reviewer’s levels but the one
        that is contested, and no grader’s.{" "}
        <a className="level-appeal-jump" href="#contested-title">
          What is contested
        </a>
      </p>
      {refused ? <Message tone="danger" title={refused.message} role="alert" /> : null}
      <div className="review-columns">
        <Interview {...appeal} />
        <section className="review-rubric" aria-labelledby="contested-title">
          <h2 className="label" id="contested-title">
            What is contested
          </h2>
          <h3 className="contested-criterion">
            <span className="criterion-key">{criterion.key}</span> {criterion.title}
          </h3>
          <LevelRuler level={contested} />
          <p className="small ink-2">{criterion.levels[contested]}</p>
          <h3 className="label contested-why">Why, in the candidate’s words</h3>
          <blockquote className="contested-reason">{reason}</blockquote>
          {answered ? (
            <Answered answered={answered} refused={refused} hiring={`/hiring/${organisation.handle}`} />
          ) : (
            <AnswerForm criterion={criterion} refused={refused} />
          )}
        </section>
      </div>
    </div>
  );
}

function AnswerForm({ criterion, refused }: { criterion: RubricCriterion; refused: RefusedAnswer | null }) {
  const isSending = useNavigation().state !== "idle";
  return (
    <Form method="post" className="level-appeal-form" preventScrollReset>
      <fieldset>
        <legend className="small medium">Your level</legend>
        <Asked criterion={criterion} />
        <RequiredLevel says={criterion.levels} given={refused?.given.level} error={refused?.fields.level} />
      </fieldset>
      <ReasonField
        label="Your answer, for the candidate to read"
        name="answer"
        rows={6}
        fewest={10}
        most={mostAppealChars}
        given={refused?.given.answer}
        error={refused?.fields.answer}
      />
      <Button look="go" disabled={isSending}>
        Answer the appeal
      </Button>
      <p className="tiny muted">
        It is answered once. Your level counts from now on; the one before stays on the record, and the candidate gets a
        mail that there is an answer.
      </p>
    </Form>
  );
}

type AnsweredProps = {
  answered: NonNullable<LevelAppealView["answered"]>;
  refused: RefusedAnswer | null;
  hiring: string;
};

function Answered({ answered, refused, hiring }: AnsweredProps) {
  return (
    <div className="level-appeal-answer">
      <h3 className="label">{answered.isOwn ? "Your answer" : "A colleague has answered"}</h3>
      <LevelRuler level={answered.level} />
      <p className="contested-reason">{answered.answer}</p>
      {refused ? (
        <>
          <h3 className="label">What you wrote</h3>
          <p className="contested-reason">{refused.given.answer}</p>
        </>
      ) : null}
      <Link to={`${hiring}/adjudicate`}>To what else waits</Link>
    </div>
  );
}
