import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { Button, ButtonLink } from "#app/components/ui/button.tsx";
import { durationWords } from "#app/components/ui/duration-words.ts";
import { Time } from "#app/components/ui/time.tsx";
import type { PartView, UnderWay } from "#app/services/hiring/candidacy/find-candidacy.server.ts";
import { leftWords } from "./candidacy-words.ts";

type PartRowProps = { part: PartView; isNext: boolean; isEnded: boolean };

/** One part: what it is, what has been done of it, and the way into it. */
export function PartRow({ part, isNext, isEnded }: PartRowProps) {
  const { position, title, limitMs, finished, underWay, refusal } = part;
  return (
    <li className="part-row">
      <div className="part-what">
        <h3 className="serif">
          <span className="num muted">{position}</span> {title}
        </h3>
        <p className="small muted">{durationWords(limitMs)}</p>
        {finished.map((attempt, at) => (
          <p className="small ink-2" key={attempt.sessionId}>
            Finished <Time iso={attempt.finishedAt} form="date-time" />
            {finished.length > 1 && at === finished.length - 1 ? ", the one that counts" : ""}.{" "}
            <Link to={`/sessions/${attempt.sessionId}`}>Read what you said</Link>
          </p>
        ))}
      </div>
      <div className="part-go">
        {underWay ? <GoOn underWay={underWay} title={title} /> : null}
        {!underWay && refusal === null ? <Begin part={part} isNext={isNext} /> : null}
        {!underWay && refusal !== null && !isEnded ? <p className="small muted">{waitingWords(part)}</p> : null}
        {!underWay && isEnded && finished.length === 0 ? <p className="small muted">Not taken</p> : null}
      </div>
    </li>
  );
}

function waitingWords({ refusal, finished }: PartView): string {
  if (refusal === "other_under_way") return "Once the other part is finished";
  return finished.length > 1 ? "Every attempt is used" : "Done";
}

function Begin({ part, isNext }: Pick<PartRowProps, "part" | "isNext">) {
  const { id, title, limitMs, finished, attemptsLeft } = part;
  const left = attemptsLeft === 1 ? "The last attempt" : `${attemptsLeft} attempts`;
  return (
    <Form method="post">
      <input type="hidden" name="intent" value="start" />
      <input type="hidden" name="part" value={id} />
      <Button look={isNext ? "go" : "plain"} aria-label={`${beginWords(finished.length)}: ${title}`}>
        {beginWords(finished.length)}
      </Button>
      <p className="tiny muted">
        {finished.length > 0 ? `${left}; it would count instead. ` : ""}The clock of {durationWords(limitMs)} starts at
        once.
      </p>
    </Form>
  );
}

const beginWords = (finished: number) => (finished === 0 ? "Begin this part" : "Take it again");

type GoOnProps = {
  underWay: UnderWay;
  /** Of the interview, for whoever hears this and sees nothing beside it. */
  title: string;
  look?: "go" | "plain";
  children?: ReactNode;
};

/** Where an interview goes on, with what is left of its time. */
export function GoOn({ underWay: { sessionId, remainingMs }, title, look = "go", children }: GoOnProps) {
  return (
    <div>
      <ButtonLink look={look} to={`/sessions/${sessionId}#question`}>
        Go on<span className="visually-hidden">: {title}</span>
      </ButtonLink>
      <p className="tiny muted" suppressHydrationWarning>
        {children}
        {leftWords(remainingMs)} left, and the clock runs.
      </p>
    </div>
  );
}
