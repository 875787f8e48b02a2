import { Link } from "@remix-run/react";
import { Criteria } from "#app/components/scorecard/criteria.tsx";
import { DiagramFindings } from "#app/components/scorecard/findings/diagram-findings.tsx";
import { Numbers } from "#app/components/scorecard/findings/numbers.tsx";
import { makerWords } from "#app/components/scorecard/graded-by.tsx";
import { graderName } from "#app/components/scorecard/grader-name.ts";
import { modeName } from "#app/components/scorecard/mode-name.ts";
import { firstWords, tieRules } from "#app/components/scorecard/ties.ts";
import { YourWords, type Judged } from "#app/components/scorecard/your-words.tsx";
import { reviewLabel } from "#app/components/review/review-words.ts";
import { LateText } from "#app/components/transcript/late-text.tsx";
import { BandScale, bandName, ScoreWords } from "#app/components/ui/band-scale.tsx";
import { durationWords } from "#app/components/ui/duration-words.ts";
import { Message } from "#app/components/ui/message.tsx";
import { Time } from "#app/components/ui/time.tsx";
import type { Flag } from "#app/domain/grading/grade.ts";
import type { MadeGrade, ScorecardView } from "#app/domain/grading/scorecard/scorecard.ts";
import "#app/components/scorecard/judgement.css";
import "#app/components/scorecard/scorecard.css";
import "#app/components/scorecard/print.css";

type MemberSessionProps = {
  organisation: { handle: string; name: string };
  slug: string;
  candidate: string | null;
  view: ScorecardView;
};

/** A member's interview and what was made of it, to be read by whoever answers for the scenario. Nothing is done here. */
export function MemberSession({ organisation, slug, candidate, view }: MemberSessionProps) {
  const { grade, transcript, session } = view;
  return (
    <div className="wrap scorecard">
      <header className="page-head score-head">
        <p className="crumb">
          <Link to="/studio">Studio</Link> / <Link to={`/studio/${organisation.handle}`}>{organisation.name}</Link> /{" "}
          <Link to={`/studio/${organisation.handle}/scenarios/${slug}/learners`}>{session.title}</Link>
        </p>
        <div className="score-head-words">
          <div>
            <h1>{candidate ?? "An account that is gone"}</h1>
            <RunWords view={view} />
            <p className="small muted">“You” on this page is the candidate: it shows what they were told.</p>
          </div>
          {grade ? (
            <div className="score-aside">
              <ScoreWords score={grade.score} band={grade.band} />
              {grade.grader === "offline" ? <p className="small muted">an estimate, by the offline grader</p> : null}
            </div>
          ) : null}
        </div>
      </header>
      {grade ? (
        <Graded view={view} grade={grade} />
      ) : (
        <>
          <Message tone="warn" title={view.ungraded?.message ?? "It is not graded yet."}>
            Nothing was scored. This is not a zero.
          </Message>
          <div className="score-columns only-words">
            <YourWords transcript={transcript} judged={new Map()} {...forReader} />
          </div>
        </>
      )}
      {session.late ? <LateText late={session.late} /> : null}
    </div>
  );
}

const noted: Record<Flag, string> = {
  instructs_the_grader: "Some of their words address the grader. They count for nothing, neither for them nor against.",
  keyword_list: "Parts read as a list of terms. Terms without a sentence around them are not evidence.",
  about_another_situation: "Part of what they said speaks of another situation. It was not counted.",
  quote_dropped: "At least one quote a verdict rested on is not in what they said; the verdict was dropped with it.",
  low_confidence: "Some verdicts are given with low confidence; they say so where they stand.",
  second_look_failed: "A second reading was called for and could not be made; this is the first.",
};

/** Whoever reads is not the candidate. */
const forReader = { candidate: "they", labelOf: reviewLabel } as const;

const some = (count: number, unit: string) => `${count} ${unit}${count === 1 ? "" : "s"}`;

function RunWords({ view: { session } }: { view: ScorecardView }) {
  const { mode, finishedAt, spentMs, answers, asked, hints } = session;
  return (
    <p className="score-meta small muted">
      {modeName[mode]}
      {finishedAt ? (
        <>
          , <Time iso={finishedAt} form="date-time" />
        </>
      ) : null}
      , {durationWords(spentMs)}, {some(answers, "answer")}, {some(asked, "question")} asked
      {hints === 0 ? "" : `, ${some(hints, "hint")} taken`}.
    </p>
  );
}

function Graded({ view, grade }: { view: ScorecardView; grade: MadeGrade }) {
  const { transcript, otherGrades } = view;
  const checks = grade.criteria.flatMap((criterion) => criterion.checks);
  const judged = new Map<string, Judged>([...checks, ...grade.redFlags].map((each) => [each.key, each]));
  const keys = [...judged.keys(), ...grade.numbers.wrong.map(({ key }) => key)];
  const others = otherGrades.flatMap(({ id, grader, score, band, createdAt }) =>
    score === null || band === null ? [] : [{ id, grader, score, band, createdAt }],
  );
  return (
    <>
      <style dangerouslySetInnerHTML={{ __html: tieRules(keys) }} />
      <BandScale score={grade.score} band={grade.band} />
      <div className="score-columns">
        <Criteria criteria={grade.criteria} redFlags={grade.redFlags} words={firstWords(transcript)} />
        <YourWords transcript={transcript} judged={judged} numbers={grade.numbers.wrong} {...forReader} />
      </div>
      <Numbers numbers={grade.numbers} candidate="they" />
      <DiagramFindings diagrams={grade.diagrams} transcript={transcript} candidate="they" />
      <section className="part" aria-labelledby="graded-by">
        <h2 id="graded-by">Who graded this</h2>
        <p className="prose">{makerWords(grade)} The score informs a decision; it is not one.</p>
        {grade.flags.map((flag) => (
          <p key={flag} className="small">
            {noted[flag]}
          </p>
        ))}
        {view.regraded.map(({ id, version, grader, score, band }) => (
          <p key={id} className="small num">
            Regraded on version {version}, {graderName[grader].toLowerCase()}: {score} of 100,{" "}
            {bandName[band].toLowerCase()}
          </p>
        ))}
        {others.map(({ id, grader, score, band, createdAt }) => (
          <p key={id} className="small num">
            {graderName[grader]}, <Time iso={createdAt} form="date-time" />: {score} of 100,{" "}
            {bandName[band].toLowerCase()}
          </p>
        ))}
      </section>
    </>
  );
}
