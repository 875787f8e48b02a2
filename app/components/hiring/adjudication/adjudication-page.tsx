import { Form, useNavigation } from "@remix-run/react";
import { HiringNav } from "#app/components/hiring/hiring-nav.tsx";
import { noPlaceWords, type NoPlace } from "#app/components/hiring/queue/place-words.ts";
import { Interview, type InterviewView } from "#app/components/review/interview.tsx";
import { Button, ButtonLink } from "#app/components/ui/button.tsx";
import { Message } from "#app/components/ui/message.tsx";
import type { Role } from "#app/domain/accounts/roles.ts";
import { DecisionForm, type RefusedDecision, type ToDecide } from "./decision-form.tsx";
import "#app/components/hiring/comparison/comparison.css";
import "#app/components/review/review.css";
import "#app/components/hiring/review/blind-review.css";
import "./adjudication.css";

type Frame = { organisation: { handle: string; name: string }; roles: readonly Role[] };

export type DecidedSession = InterviewView & ToDecide & { code: string; title: string };

type AdjudicationPageProps = Frame & {
  session: DecidedSession;
  refused: RefusedDecision | null;
  done: string | null;
};

function Head({ organisation, roles, code, title }: Frame & { code: string; title: string }) {
  return (
    <HiringNav
      organisation={organisation}
      roles={roles}
      at="adjudicate"
      crumbs={[{ to: `/hiring/${organisation.handle}/adjudicate`, label: "Adjudicate" }]}
      title={`${title}, candidate ${code}`}
    />
  );
}

/** An interview without a name, and the readings of two people who are far apart on some of its criteria. */
export function AdjudicationPage({ organisation, roles, session, refused, done }: AdjudicationPageProps) {
  const { code, title, brief, transcript, late } = session;
  return (
    <div className="wrap">
      <Head organisation={organisation} roles={roles} code={code} title={title} />
      {done === null ? null : <Message role="status" title={done} />}
      <div className="review-columns">
        <Interview brief={brief} transcript={transcript} late={late} />
        <section className="decision-column" aria-labelledby="decide">
          <h2 className="label" id="decide">
            To be decided
          </h2>
          <DecisionForm session={session} refused={refused} />
          <Form method="post" className="decision-back">
            <Button look="bare" name="intent" value="release">
              Give it back
            </Button>
          </Form>
        </section>
      </div>
    </div>
  );
}

type ClosedAdjudicationProps = Frame & {
  closed: { code: string; title: string; refusal: NoPlace["reason"] | null; heldBy: string | null };
  refused: NoPlace | null;
  /** Why the server was not reached. */
  problem: string | null;
};

/** Before it is taken: nothing of what was said, and nothing of what anybody made of it. */
export function ClosedAdjudication({ organisation, roles, closed, refused, problem }: ClosedAdjudicationProps) {
  const isSending = useNavigation().state !== "idle";
  const { refusal, heldBy, code, title } = closed;
  const noPlace = refused ?? (refusal === null ? null : { reason: refusal, heldBy });
  const words = noPlace && noPlaceWords(noPlace);
  return (
    <div className="wrap">
      <Head organisation={organisation} roles={roles} code={code} title={title} />
      <div className="stack decision-closed">
        {problem === null ? null : <Message tone="warn" role="alert" title={problem} />}
        {words ? (
          <Message tone="warn" title={words.title}>
            {words.text}
          </Message>
        ) : (
          <>
            <p className="prose">
              Two reviewers are far apart here. Once you have taken it you read the interview and both readings, without
              names; it is then yours for half an hour, and again each time you keep what you have.
            </p>
            <Form method="post">
              <Button look="go" name="intent" value="take" disabled={isSending}>
                Take it to decide
              </Button>
            </Form>
          </>
        )}
        <p className="row">
          <ButtonLink to={`/hiring/${organisation.handle}/adjudicate`}>To the list</ButtonLink>
        </p>
      </div>
    </div>
  );
}
