import { Form, Link, useNavigation } from "@remix-run/react";
import { HiringNav } from "#app/components/hiring/hiring-nav.tsx";
import { Button, ButtonLink } from "#app/components/ui/button.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { Message } from "#app/components/ui/message.tsx";
import { formatUtc, Time } from "#app/components/ui/time.tsx";
import type { Role } from "#app/domain/accounts/roles.ts";
import type { CappedCount } from "#app/domain/hiring/queue.ts";
import { noPlaceWords, type NoPlace } from "./place-words.ts";
import "./review-queue.css";

type Listed = { sessionId: string; code: string; title: string; assessment: string; finishedOn: string };

export type Held = Listed & {
  kind: "independent" | "adjudication";
  lockedUntil: string | null;
  savedAt: string | null;
};

export type Left = Listed & { reason: string; isFree: boolean };

export type QueueTold = { done: string | null; refused: NoPlace | null };

export type ReviewQueueProps = {
  organisation: { handle: string; name: string };
  roles: readonly Role[];
  queue: { held: readonly Held[]; left: readonly Left[]; given: CappedCount; waiting: CappedCount };
  told: QueueTold | null;
};

function counted({ count, isMore }: CappedCount, one: string, many: string): string {
  return `${isMore ? "more than " : ""}${count.toLocaleString("en")} ${count === 1 && !isMore ? one : many}`;
}

const sentence = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** What a reviewer holds, the way to the next interview, and what they have left to others. */
export function ReviewQueue({ organisation, roles, queue, told }: ReviewQueueProps) {
  const { held, left, given, waiting } = queue;
  const base = `/hiring/${organisation.handle}`;
  return (
    <div className="wrap">
      <HiringNav organisation={organisation} roles={roles} at="queue" title="Review" />
      <p className="prose review-queue-lead">
        You read without a name, a score or anybody else’s levels, and give your own. Only then do you see what others
        made of it. You have given levels to {counted(given, "interview", "interviews")} here.
      </p>
      {told ? <Told told={told} /> : null}
      {held.length === 0 ? null : <HeldList held={held} base={base} />}
      <Waiting waiting={waiting} holds={held.length > 0} />
      {left.length === 0 ? null : <LeftList left={left} />}
    </div>
  );
}

function Told({ told: { done, refused } }: { told: QueueTold }) {
  if (refused === null) return done === null ? null : <Message role="status" title={done} />;
  const { title, text } = noPlaceWords(refused);
  return (
    <Message tone="warn" role="alert" title={title}>
      {text}
    </Message>
  );
}

function Waiting({ waiting, holds }: { waiting: CappedCount; holds: boolean }) {
  const isSending = useNavigation().state !== "idle";
  if (waiting.count === 0) {
    return (
      <EmptyState title={holds ? "Nothing else waits for you." : "Nothing waits for you."}>
        Every interview that was handed in has as many reviewers as its assessment asks for, or you have reviewed it or
        left it to others. New ones come here as candidates hand in.
      </EmptyState>
    );
  }
  return (
    <section className="part review-queue-next" aria-labelledby="next">
      <h2 id="next">{sentence(counted(waiting, "interview waits", "interviews wait"))} for you</h2>
      <p className="small ink-2">
        They come in an order of your own, so that two reviewers seldom want the same one. What you take is yours for
        half an hour, and again with everything you write.
      </p>
      <Form method="post">
        <Button look={holds ? "plain" : "go"} name="intent" value="next" disabled={isSending}>
          Take the next one
        </Button>
      </Form>
    </section>
  );
}

function About({ title, code, assessment, finishedOn }: Listed) {
  return (
    <>
      <p className="serif">{title}</p>
      <p className="small muted">
        Candidate <span className="num">{code}</span>, {assessment}, finished on {formatUtc(finishedOn, "date")}
      </p>
    </>
  );
}

function HeldList({ held, base }: { held: readonly Held[]; base: string }) {
  return (
    <section className="part" aria-labelledby="held">
      <h2 id="held">What you have begun</h2>
      <ul className="review-queue-list">
        {held.map((session, at) => (
          <li key={session.sessionId}>
            <div>
              <About {...session} />
              <p className="small">
                <Lock session={session} />
              </p>
            </div>
            <HeldActions session={session} base={base} isFirst={at === 0} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Lock({ session: { kind, lockedUntil, savedAt } }: { session: Held }) {
  const work = kind === "adjudication" ? "Yours to decide between reviewers" : "Yours";
  if (lockedUntil !== null) {
    return (
      <>
        {work} until <Time iso={lockedUntil} form="date-time" />
        {savedAt === null ? ". Nothing is written yet." : "."}
      </>
    );
  }
  return <>Your hold has ended. What you wrote is kept; you go on if a place is still free.</>;
}

function HeldActions({ session, base, isFirst }: { session: Held; base: string; isFirst: boolean }) {
  const { sessionId, kind, title, code, lockedUntil } = session;
  const about = <span className="visually-hidden">{` with ${title}, candidate ${code}`}</span>;
  const isDeciding = kind === "adjudication";
  return (
    <div className="row">
      <ButtonLink look={isFirst ? "go" : "plain"} to={`${base}/${isDeciding ? "adjudicate" : "reviews"}/${sessionId}`}>
        Go on{about}
      </ButtonLink>
      {lockedUntil === null ? null : (
        <Form method="post">
          <input type="hidden" name="session" value={sessionId} />
          <Button look="bare" name="intent" value="release">
            Give back<span className="visually-hidden">{`: ${title}, candidate ${code}`}</span>
          </Button>
        </Form>
      )}
    </div>
  );
}

function LeftList({ left }: { left: readonly Left[] }) {
  return (
    <section className="part" aria-labelledby="left">
      <h2 id="left">What you left to others</h2>
      <ul className="review-queue-list">
        {left.map(({ reason, isFree, ...session }) => (
          <li key={session.sessionId}>
            <div>
              <About {...session} />
              <p className="small">You left it: {reason}</p>
            </div>
            {isFree ? (
              <Form method="post">
                <input type="hidden" name="session" value={session.sessionId} />
                <Button name="intent" value="take">
                  Take it up again
                  <span className="visually-hidden">{`: ${session.title}, candidate ${session.code}`}</span>
                </Button>
              </Form>
            ) : (
              <p className="small muted">No place is free just now.</p>
            )}
          </li>
        ))}
      </ul>
      <p className="small muted">
        They do not come back by themselves. <Link to="?">Look again</Link> for a free place.
      </p>
    </section>
  );
}
