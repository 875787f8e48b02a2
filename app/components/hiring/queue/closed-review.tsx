import { Form, useNavigation } from "@remix-run/react";
import { HiringNav } from "#app/components/hiring/hiring-nav.tsx";
import { Button, ButtonLink } from "#app/components/ui/button.tsx";
import { Message } from "#app/components/ui/message.tsx";
import type { Role } from "#app/domain/accounts/roles.ts";
import { noPlaceWords, type NoPlace } from "./place-words.ts";
import "./review-queue.css";

export type ClosedSession = {
  code: string;
  title: string;
  /** Null where a place is free. */
  refusal: NoPlace["reason"] | null;
  heldBy: string | null;
  skipReason: string | null;
  kept: readonly { title: string; level?: number | null | undefined; comment: string }[];
};

type ClosedReviewProps = {
  organisation: { handle: string; name: string };
  roles: readonly Role[];
  closed: ClosedSession;
  /** Why it could not be taken just now. */
  refused: NoPlace | null;
  /** Why the server was not reached. */
  problem: string | null;
};

/** A session that the viewer does not hold: nothing of what was said in it, and the way to take it where there is one. */
export function ClosedReview({ organisation, roles, closed, refused, problem }: ClosedReviewProps) {
  const { code, title, skipReason, kept } = closed;
  const queue = `/hiring/${organisation.handle}/queue`;
  const noPlace = refused ?? (closed.refusal === null ? null : { reason: closed.refusal, heldBy: closed.heldBy });
  return (
    <div className="wrap">
      <HiringNav
        organisation={organisation}
        roles={roles}
        at="queue"
        crumbs={[{ to: queue, label: "Review" }]}
        title={`${title}, candidate ${code}`}
      />
      <div className="stack review-closed">
        {skipReason === null ? null : <p className="prose">You left this interview to others: {skipReason}</p>}
        {problem === null ? null : <Message tone="warn" role="alert" title={problem} />}
        {noPlace === null ? <TakeIt /> : <NoPlaceNow noPlace={noPlace} isAlert={refused !== null} />}
        {kept.length === 0 ? null : <Kept kept={kept} />}
        <p className="row">
          <ButtonLink to={queue}>To the queue</ButtonLink>
        </p>
      </div>
    </div>
  );
}

function NoPlaceNow({ noPlace, isAlert }: { noPlace: NoPlace; isAlert: boolean }) {
  const { title, text } = noPlaceWords(noPlace);
  return (
    <Message tone="warn" title={title} {...(isAlert && { role: "alert" as const })}>
      {text}
    </Message>
  );
}

function TakeIt() {
  const isSending = useNavigation().state !== "idle";
  return (
    <div className="stack">
      <p className="prose">
        A place is free. You read the interview once you have taken it; it is then yours for half an hour, and again
        with everything you write.
      </p>
      <Form method="post">
        <Button look="go" name="intent" value="take" disabled={isSending}>
          Take this interview
        </Button>
      </Form>
    </div>
  );
}

function levelSaid(level: number | null | undefined): string {
  if (level === undefined) return "no level yet";
  return level === null ? "cannot tell" : `level ${level} of 4`;
}

/** Nothing that was written is lost, though it is no part of the result. */
function Kept({ kept }: { kept: ClosedSession["kept"] }) {
  return (
    <section className="part" aria-labelledby="kept">
      <h2 id="kept">What you had written</h2>
      <ul className="review-queue-list">
        {kept.map(({ title, level, comment }) => (
          <li key={title}>
            <div>
              <p>
                <b className="medium">{title}</b>, {levelSaid(level)}
              </p>
              {comment === "" ? null : <p className="serif">{comment}</p>}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
