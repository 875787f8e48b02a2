import { Link } from "@remix-run/react";
import { Fragment, type ReactNode } from "react";
import { ApproachMark } from "#app/components/ui/approach.tsx";
import { BandScale, ScoreWords } from "#app/components/ui/band-scale.tsx";
import { durationWords } from "#app/components/ui/duration-words.ts";
import { Time } from "#app/components/ui/time.tsx";
import type { MadeGrade, ScorecardSession, ScorecardView } from "#app/domain/grading/scorecard/scorecard.ts";
import type { Approach } from "#app/domain/scenarios/approach.ts";
import type { Position } from "#app/domain/scenarios/schema.ts";
import { modeName } from "./mode-name.ts";

type HeadProps = { session: ScorecardSession; title: string; aside?: ReactNode; children?: ReactNode };

/** A page title may be a sentence about this person's result. */
export function Head({ session, title, aside, children }: HeadProps) {
  return (
    <header className="page-head score-head">
      <p className="crumb">
        <Link to="/scenarios">Scenarios</Link> /{" "}
        {session.isOpen ? <Link to={`/scenarios/${session.slug}`}>{session.title}</Link> : session.title}
      </p>
      <div className="score-head-words">
        <div>
          <h1>{title}</h1>
          {children}
        </div>
        {aside}
      </div>
    </header>
  );
}

type ScoreHeadProps = { view: ScorecardView; grade: MadeGrade };

export function ScoreHead({ view, grade }: ScoreHeadProps) {
  const { score, band } = grade;
  return (
    <>
      <Head
        session={view.session}
        title={grade.headline}
        aside={
          <div className="score-aside">
            <ScoreWords score={score} band={band} />
            {grade.grader === "offline" ? (
              <p className="small muted">
                an estimate, by the <a href="#graded-by">offline grader</a>
              </p>
            ) : null}
            {grade.asGraded ? (
              <p className="small muted">counts a person’s level; {grade.asGraded.score} as graded</p>
            ) : null}
            {grade.levels.shown === "calibrated" ? (
              <p className="small muted">
                calibrated by people’s levels on <a href="#graded-by">{grade.levels.sessions} interviews</a>
              </p>
            ) : null}
          </div>
        }
      >
        <p className="score-meta small muted">
          <RunWords session={view.session} /> <PositionWords taken={view.taken} positions={view.positions} />
        </p>
      </Head>
      <BandScale score={score} band={band} />
    </>
  );
}

const some = (count: number, unit: string) => `${count} ${unit}${count === 1 ? "" : "s"}`;

function RunWords({ session }: Pick<ScorecardView, "session">) {
  return (
    <>
      {modeName[session.mode]}
      {session.finishedAt ? (
        <>
          , <Time iso={session.finishedAt} />
        </>
      ) : null}
      , {durationWords(session.spentMs)}, {some(session.answers, "answer")}, {some(session.asked, "question")} asked
      {session.hints === 0 ? "" : `, ${some(session.hints, "hint")} taken`}.
    </>
  );
}

type PositionWordsProps = { taken: Approach | null; positions: readonly Position[] };

/** Which approach was argued for, read by code, and what else holds here. */
function PositionWords({ taken, positions }: PositionWordsProps) {
  if (taken === null) return null;
  const others = positions.filter(({ approach, strength }) => approach !== taken && strength !== "weak");
  return (
    <>
      You argued for <ApproachMark approach={taken} chip />
      {others.length === 0 ? null : "; "}
      {others.map(({ approach }, at) => (
        <Fragment key={approach}>
          {at > 0 ? " and " : null}
          <ApproachMark approach={approach} chip />
        </Fragment>
      ))}
      {others.length === 0 ? null : " can be defended too"}.
    </>
  );
}
