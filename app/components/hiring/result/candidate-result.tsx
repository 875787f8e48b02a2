import { Form, Link, useNavigation } from "@remix-run/react";
import { useId } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { LevelRuler } from "#app/components/ui/level-ruler.tsx";
import { formatUtc, Time } from "#app/components/ui/time.tsx";
import { paragraphsOf } from "#app/components/transcript/turns.ts";
import type { CandidateResultView, RefusedLevelAppeal, ShownLevelAppeal } from "#app/domain/hiring/candidate-result.ts";
import { mostAppealChars } from "#app/domain/hiring/level-appeal.ts";
import "./candidate-result.css";

type CandidateResultProps = {
  result: CandidateResultView;
  /** Who let it out. */
  team: string;
  refused?: RefusedLevelAppeal | null;
};

type Criterion = CandidateResultView["parts"][number]["criteria"][number];

/** What a team has let a candidate see: its words, the levels in the rubric's words, what to read, and the way to contest one. */
export function CandidateResult({ result, team, refused = null }: CandidateResultProps) {
  const { version, sentAt, words, parts, appealUntil } = result;
  return (
    <section className="candidate-result" aria-labelledby="result-title">
      <header>
        <h2 id="result-title">What came of it</h2>
        <p className="small muted">
          From {team}, <Time iso={sentAt} />
          {version > 1 ? `, version ${version}: it takes the place of what you read before` : ""}. People gave the
          levels before they saw the software’s, which decided nothing.
        </p>
      </header>
      {words === null ? null : (
        <div className="result-letter prose">
          {paragraphsOf(words).map((paragraph, at) => (
            <p key={at}>{paragraph}</p>
          ))}
        </div>
      )}
      {parts.map(({ sessionId, title, criteria }) => (
        <section key={sessionId} aria-labelledby={`result-${sessionId}`}>
          <h3 className="result-part serif" id={`result-${sessionId}`}>
            {title}
          </h3>
          <ol className="result-criteria">
            {criteria.map((criterion) => (
              <ResultCriterion
                key={criterion.id}
                criterion={criterion}
                sessionId={sessionId}
                hasLevels={result.policy.levels}
                isWithdrawn={result.isWithdrawn}
                refused={refused?.session === sessionId && refused.criterion === criterion.id ? refused : null}
              />
            ))}
          </ol>
        </section>
      ))}
      {appealUntil === null ? null : (
        <p className="tiny muted">
          Each criterion can be contested once, until {formatUtc(appealUntil, "date-time")}. A person who has had no
          hand in the levels so far then reads your answers and your reason, on a page without your name.
        </p>
      )}
    </section>
  );
}

type ResultCriterionProps = {
  criterion: Criterion;
  sessionId: string;
  hasLevels: boolean;
  isWithdrawn: boolean;
  refused: RefusedLevelAppeal | null;
};

function ResultCriterion({ criterion, sessionId, hasLevels, isWithdrawn, refused }: ResultCriterionProps) {
  const { title, level, changed, says, lift, study, appeal, mayAppeal } = criterion;
  return (
    <li>
      <h4>{title}</h4>
      <div className="result-words">
        {hasLevels && level === null ? (
          <p className="small ink-2">No level: the answers did not touch on it enough to tell. This is not a zero.</p>
        ) : null}
        {level === null ? null : <LevelRuler level={level} />}
        {changed ? (
          <p className="small">
            <b className="medium">Changed after your appeal</b>, <Time iso={changed.at} />: you were first given level{" "}
            {changed.from}. The answer below says why.
          </p>
        ) : null}
        {says === null ? null : <p className="result-says">{says}</p>}
        {lift === null ? null : (
          <p className="small ink-2">
            <b className="medium">What would lift it:</b> {lift}
          </p>
        )}
        {study.length === 0 ? null : (
          <ul className="result-study small" aria-label={`To read about: ${title}`}>
            {study.map(({ href, title: place }) => (
              <li key={href}>
                <Link to={href}>{place}</Link>
              </li>
            ))}
          </ul>
        )}
        {appeal ? <OwnAppeal appeal={appeal} isChange={changed !== null} isWithdrawn={isWithdrawn} /> : null}
        {mayAppeal ? <AppealForm criterion={criterion} sessionId={sessionId} refused={refused} /> : null}
      </div>
    </li>
  );
}

type OwnAppealProps = { appeal: ShownLevelAppeal; isChange: boolean; isWithdrawn: boolean };

function OwnAppeal({ appeal: { reason, answered }, isChange, isWithdrawn }: OwnAppealProps) {
  return (
    <div className="result-appeal">
      <p className="label">You contested this</p>
      <blockquote>{reason}</blockquote>
      {answered ? (
        <>
          <p className="label">
            The answer, <Time iso={answered.at} />
          </p>
          {answered.level === null || isChange ? null : <LevelRuler level={answered.level} />}
          <blockquote className="answer">{answered.answer}</blockquote>
        </>
      ) : (
        <p className="small muted">
          {isWithdrawn
            ? "It was not answered before you withdrew, and is answered by nobody now."
            : "It waits for a person. You get a mail once there is an answer."}
        </p>
      )}
    </div>
  );
}

type AppealFormProps = { criterion: Criterion; sessionId: string; refused: RefusedLevelAppeal | null };

function AppealForm({ criterion, sessionId, refused }: AppealFormProps) {
  const isSending = useNavigation().state !== "idle";
  const id = useId();
  return (
    <details className="outline" open={refused !== null}>
      <summary>
        Contest this<span className="visually-hidden">: {criterion.title}</span>
      </summary>
      <Form method="post" className="result-form" preventScrollReset>
        <input type="hidden" name="intent" value="appeal" />
        <input type="hidden" name="session" value={sessionId} />
        <input type="hidden" name="criterion" value={criterion.id} />
        <div className="field">
          <label htmlFor={id}>Which words of yours speak for another level, and why?</label>
          <textarea
            id={id}
            name="reason"
            rows={5}
            required
            minLength={10}
            maxLength={mostAppealChars}
            defaultValue={refused?.reason}
            aria-invalid={refused ? true : undefined}
            aria-describedby={refused ? `${id}-error ${id}-once` : `${id}-once`}
          />
          {refused ? (
            <p className="error" id={`${id}-error`} role="alert">
              {refused.problem}
            </p>
          ) : null}
        </div>
        <p className="tiny muted" id={`${id}-once`}>
          It can be said once, so say all of it. Leave your name out: whoever answers is not shown it.
        </p>
        <Button disabled={isSending}>Contest it</Button>
      </Form>
    </details>
  );
}
