import { Link } from "@remix-run/react";
import { MarkedDiagram, MarkedText } from "#app/components/scorecard/marked-words.tsx";
import { ColumnHead } from "#app/components/scorecard/column-head.tsx";
import { PositionList } from "#app/components/scorecard/positions.tsx";
import { checkId, firstWords, tieRules, wordsId } from "#app/components/scorecard/ties.ts";
import { MarginNotes, type Judged } from "#app/components/scorecard/your-words.tsx";
import { TurnGroup } from "#app/components/transcript/turn-group.tsx";
import { groupTurns } from "#app/components/transcript/turns.ts";
import { ButtonLink } from "#app/components/ui/button.tsx";
import { Message } from "#app/components/ui/message.tsx";
import { VerdictMark } from "#app/components/ui/verdict.tsx";
import type { CheckView, GradeView } from "#app/domain/grading/scorecard/grade-view.ts";
import type { ScorecardTurn } from "#app/domain/grading/scorecard/marked-transcript.ts";
import type { Difference } from "#app/domain/grading/scorecard/model-answer.ts";
import type { Approach } from "#app/domain/scenarios/approach.ts";
import type { Position } from "#app/domain/scenarios/schema.ts";
import { Differences } from "./differences.tsx";
import "#app/components/scorecard/judgement.css";
import "#app/components/scorecard/scorecard.css";
import "#app/components/scorecard/print.css";
import "./model-answer.css";

/** The loader's view fits it. */
export type ModelAnswerView = {
  session: { id: string; slug: string; title: string };
  newerVersion: boolean;
  transcript: readonly ScorecardTurn[];
  grade: GradeView;
  labelledMet: number;
  positions: readonly Position[];
  taken: Approach | null;
  bestAfterTwist: Approach | null;
  differences: readonly Difference[] | null;
};

/** The author's strong answer, after one's own: where the two differ, then the answer with its marks and its reasons. */
export function ModelAnswer({ view }: { view: ModelAnswerView }) {
  const { grade, newerVersion, differences, positions, taken, bestAfterTwist } = view;
  const checks = grade.criteria.flatMap((criterion) => criterion.checks);
  return (
    <div className="wrap scorecard model-answer">
      <style dangerouslySetInnerHTML={{ __html: tieRules(checks.map(({ key }) => key)) }} />
      <Head view={view} />
      {newerVersion ? (
        <Message tone="warn" title="The scenario has changed since your interview.">
          This answers it as it is now; you were asked, and graded, on the version before.
        </Message>
      ) : null}
      {differences ? <Differences differences={differences} sessionId={view.session.id} /> : null}
      <Answer view={view} checks={checks} />
      {positions.length === 0 ? null : (
        <section className="part positions" aria-labelledby="rests-title">
          <h2 id="rests-title">What it rests on</h2>
          <PositionList
            positions={positions}
            taken={taken}
            takenWords="what this answer argues for"
            bestAfterTwist={bestAfterTwist}
          />
          <p className="small muted">
            Under another condition another answer is the strong one. Which approach this one argues for is read from
            its words by code.
          </p>
        </section>
      )}
    </div>
  );
}

function Head({ view: { session, grade, labelledMet } }: Pick<ModelAnswerProps, "view">) {
  const checks = grade.criteria.flatMap((criterion) => criterion.checks);
  const met = checks.filter(({ verdict }) => verdict === "met").length;
  return (
    <header className="page-head score-head">
      <p className="crumb">
        <Link to="/scenarios">Scenarios</Link> / <Link to={`/scenarios/${session.slug}`}>{session.title}</Link> /{" "}
        <Link to={`/sessions/${session.id}/scorecard`}>Scorecard</Link>
      </p>
      <div className="score-head-words">
        <div>
          <h1>One good answer</h1>
          <p className="score-meta ink-2">
            By the scenario’s author. It is one good answer and not the only one: another that gives its conditions is
            as good. The offline grader finds {met} of {checks.length} checks met in it; its author says {labelledMet}.
          </p>
        </div>
        <ButtonLink to={`/sessions/${session.id}/scorecard`}>Your scorecard</ButtonLink>
      </div>
    </header>
  );
}

type ModelAnswerProps = { view: ModelAnswerView };
type AnswerProps = ModelAnswerProps & { checks: readonly CheckView[] };

/** Its words are marked as one's own are on the scorecard. */
function Answer({ view: { transcript, grade }, checks }: AnswerProps) {
  const judged = new Map<string, Judged>(checks.map((check) => [check.key, check]));
  const words = firstWords(transcript);
  return (
    <div className="score-columns">
      <section className="criteria" aria-labelledby="model-checks-title">
        <ColumnHead id="model-checks-title" title="What it meets, and where to read it" />
        {grade.criteria.map(({ key, title, checks: own }) => (
          <div className="criterion" key={key}>
            <h3>
              <span className="criterion-key">{key}</span>
              {title}
            </h3>
            <ul>
              {own.map((check) => (
                <ModelCheck key={check.key} check={check} words={words.get(check.key)} />
              ))}
            </ul>
          </div>
        ))}
      </section>
      <section className="your-words" aria-labelledby="model-words-title">
        <ColumnHead id="model-words-title" title="The answer" />
        {groupTurns(transcript).map((group) => (
          <div className="tied-turn" key={group[0].seq}>
            <TurnGroup group={group} label={group[0].speaker === "candidate" ? "The author’s answer" : undefined}>
              {(turn) =>
                turn.kind === "diagram" ? (
                  <MarkedDiagram turn={turn} label="The author’s diagram" />
                ) : (
                  <MarkedText segments={turn.segments} />
                )
              }
            </TurnGroup>
            <MarginNotes turns={group} judged={judged} numbers={[]} />
          </div>
        ))}
      </section>
    </div>
  );
}

function ModelCheck({ check, words }: { check: CheckView; words: string | undefined }) {
  const { key, title, verdict, study } = check;
  return (
    <li className="check" id={checkId(key)} data-checks={key}>
      {words === undefined ? (
        <span className="check-key">{key}</span>
      ) : (
        <a className="check-key" href={`#${wordsId(words)}`} aria-label={`${key}, to the words: ${title}`}>
          {key}
        </a>
      )}
      <p className="check-title">{title}</p>
      <p className="check-verdict">
        <VerdictMark verdict={verdict} />
      </p>
      {study ? (
        <p className="check-reason">
          <Link to={study.href}>
            {study.pageTitle}, {study.sectionTitle}
          </Link>
        </p>
      ) : null}
    </li>
  );
}
