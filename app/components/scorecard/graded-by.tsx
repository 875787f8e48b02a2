import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { bandName } from "#app/components/ui/band-scale.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { DefinitionList } from "#app/components/ui/definition-list.tsx";
import { Time } from "#app/components/ui/time.tsx";
import { wholePercent } from "#app/components/ui/whole-percent.ts";
import type { PeopleAgreement } from "#app/domain/grading/calibration/agreement/people.ts";
import type { Flag } from "#app/domain/grading/grade.ts";
import type { ShownLevels } from "#app/domain/grading/scorecard/grade-view.ts";
import type { AuthorAgreement, MadeGrade, OtherGrade, ScorecardView } from "#app/domain/grading/scorecard/scorecard.ts";
import { graderName } from "./grader-name.ts";

export const flagWords: Record<Flag, string> = {
  instructs_the_grader:
    "Some of your words address the grader. They count for nothing, neither for you nor against you.",
  keyword_list: "Parts read as a list of terms. Terms without a sentence around them are not evidence.",
  about_another_situation:
    "Part of what you said speaks of another situation. It was not counted, for you or against you.",
  quote_dropped:
    "At least one quote a verdict rested on is not in what you said. It was dropped, and the verdict with it.",
  low_confidence: "Some verdicts are given with low confidence; they say so where they stand.",
  second_look_failed: "A second reading was called for and could not be made; this is the first.",
};

type GradedByProps = { view: ScorecardView; grade: MadeGrade };

/** Who graded, how, against what, and how far that can be trusted: it closes every scorecard. */
export function GradedBy({ view, grade }: GradedByProps) {
  const earlier = view.otherGrades.filter(({ status }) => status === "graded" || status === "ungraded");
  return (
    <section className="part graded-by" id="graded-by" aria-labelledby="graded-by-title">
      <h2 id="graded-by-title">Who graded this</h2>
      <div className="graded-by-columns">
        <DefinitionList
          items={[
            { term: "Graded by", value: makerWords(grade), note: <Kind grade={grade} /> },
            { term: "On", value: <Time iso={grade.gradedAt} form="date-time" /> },
            { term: "Against", value: <Rubric view={view} grade={grade} /> },
            { term: "Agreement with the author’s labels", value: authorWords(grade, view.agreement) },
            { term: "Agreement with people", value: peopleWords(view.people) },
            { term: "Levels", value: <LevelsShown levels={grade.levels} /> },
            ...(grade.flags.length > 0 ? [{ term: "Noted", value: <Flags flags={grade.flags} /> }] : []),
            ...(view.regraded.length > 0
              ? [{ term: "On newer versions", value: <RegradedLines regraded={view.regraded} /> }]
              : []),
            ...(earlier.length > 0 ? [{ term: "Other grades", value: <OtherGrades grades={earlier} /> }] : []),
          ]}
        />
        {view.state === "graded" ? <GradeAgain grade={grade} canUseAnthropic={view.canUseAnthropic} /> : null}
      </div>
    </section>
  );
}

function tookWords(latencyMs: number | null): string {
  if (latencyMs === null) return "";
  return latencyMs < 1_000 ? `, in ${latencyMs} ms` : `, in ${(latencyMs / 1_000).toFixed(1)} seconds`;
}

/** Four digits of a cent say what a grade costs without pretending to more. */
function costWords({ grader, costUsd }: MadeGrade): string {
  if (grader === "offline") return ", at no cost";
  return costUsd === null ? ", price not known" : `, for $${costUsd.toFixed(4)}`;
}

export function makerWords(grade: MadeGrade): string {
  const model = grade.model ? `, ${grade.model}` : "";
  return `${graderName[grade.grader]}${model}${tookWords(grade.latencyMs)}${costWords(grade)}.`;
}

function Kind({ grade }: { grade: MadeGrade }) {
  const { usage } = grade;
  if (grade.grader === "anthropic") {
    const read = usage ? usage.input + usage.cacheWrite + usage.cacheRead : 0;
    return (
      <span className="ink-2">
        The transcript was sent to Anthropic; the verdicts are a model’s, points and levels are computed here.
        {usage ? ` ${read.toLocaleString("en")} tokens read, ${usage.output.toLocaleString("en")} written.` : null}
      </span>
    );
  }
  return (
    <span className="ink-2">
      An estimate: your words are compared with the rubric’s phrasings by fixed rules, and nothing left this server. It
      can miss what is well said in other words. <Link to="/how-grading-works">How grading works</Link>
    </span>
  );
}

function Rubric({ view, grade }: GradedByProps) {
  return (
    <>
      Rubric <code>{grade.rubricHash.slice(0, 7)}</code>
      {versionWords(view.session)}
    </>
  );
}

/** The version the interview was on, and what has become of the scenario since. */
function versionWords({ owner, newerVersion }: ScorecardView["session"]): string {
  if (owner?.version) {
    if (!newerVersion || owner.newest === null) return `, version ${owner.version} of ${owner.name}’s scenario.`;
    return `. Graded on version ${owner.version}, now ${owner.newest}: this is measured by the version you were interviewed on.`;
  }
  if (!newerVersion) return "";
  return ". The scenario has changed since; this is measured by the version you were interviewed on.";
}

/** Labels by the scenario's author are called that; they are no substitute for people who did not write it. */
export function authorWords({ grader }: Pick<MadeGrade, "grader">, agreement: AuthorAgreement | null): string {
  if (grader !== "offline") return "Not measured yet for this grader.";
  if (agreement === null || agreement.exact === null) return "Not measured: this scenario has no labelled answers.";
  const { answers, verdicts, exact, weightedKappa } = agreement;
  const kappa = weightedKappa === null ? "" : `, weighted kappa ${weightedKappa.toFixed(2)}`;
  return `Same verdict ${wholePercent(exact)}${kappa}, on ${verdicts} verdicts of ${answers} labelled answers to this scenario.`;
}

/** How far this grader is from reviewers' levels on this rubric, where there are enough of them to say. */
export function peopleWords(people: PeopleAgreement | null): ReactNode {
  if (people === null || people.levels.pairs === 0) return <b className="medium">Not measured yet.</b>;
  const { sessions, levels } = people;
  const on = `${levels.pairs} levels by reviewers of ${sessions} ${sessions === 1 ? "interview" : "interviews"}`;
  if (levels.notDefined === "too few") return `Too few to say: ${on}.`;
  const kappa = levels.weightedKappa === null ? "kappa undefined" : `weighted kappa ${levels.weightedKappa.toFixed(2)}`;
  return `Same level ${wholePercent(levels.exact ?? 0)}, ${kappa}, on ${on}.`;
}

/** Which levels are shown, and from how many interviews. */
export function LevelsShown({ levels }: { levels: ShownLevels }) {
  const { shown, sessions, needed, raw } = levels;
  if (shown === "calibrated") {
    return (
      <>
        Calibrated, by people’s levels on {sessions} interviews.{" "}
        <span className="ink-2">
          The grader’s own come to {raw.score} of 100, {bandName[raw.band].toLowerCase()}; they stand beside each level.
        </span>
      </>
    );
  }
  return (
    <>
      The grader’s own.{" "}
      <span className="ink-2">
        When this was graded, people had given levels to {sessions} of the {needed} interviews that calibrated ones
        need.
      </span>
    </>
  );
}

function Flags({ flags }: { flags: readonly Flag[] }) {
  return (
    <ul className="plain-lines">
      {flags.map((flag) => (
        <li key={flag}>{flagWords[flag]}</li>
      ))}
    </ul>
  );
}

function OtherGrades({ grades }: { grades: readonly OtherGrade[] }) {
  return (
    <ul className="plain-lines num">
      {grades.map((grade) => (
        <li key={grade.id}>
          {graderName[grade.grader]}, <Time iso={grade.createdAt} form="date-time" />:{" "}
          {grade.score === null || grade.band === null
            ? "could not grade it"
            : `${grade.score} of 100, ${bandName[grade.band].toLowerCase()}`}
        </li>
      ))}
    </ul>
  );
}

/** Beside the grade that counts: the answers were given to the older questions. */
function RegradedLines({ regraded }: { regraded: ScorecardView["regraded"] }) {
  return (
    <ul className="plain-lines num">
      {regraded.map(({ id, version, grader, score, band, gradedAt }) => (
        <li key={id}>
          Regraded on version {version}: {score}, {bandName[band].toLowerCase()}.{" "}
          <span className="ink-2">
            {graderName[grader]}, <Time iso={gradedAt} form="date-time" />
          </span>
        </li>
      ))}
    </ul>
  );
}

function GradeAgain({ grade, canUseAnthropic }: { grade: MadeGrade; canUseAnthropic: boolean }) {
  const other = grade.grader === "offline" ? "anthropic" : "offline";
  const canUseOther = other === "offline" || canUseAnthropic;
  return (
    <Form method="post" className="grade-again" preventScrollReset>
      <input type="hidden" name="intent" value="regrade" />
      <Button name="grader" value={grade.grader}>
        Grade again
      </Button>
      {canUseOther ? (
        <Button name="grader" value={other}>
          {other === "offline" ? "Grade offline" : "Grade with Anthropic"}
        </Button>
      ) : null}
      <p className="tiny muted">
        {canUseOther && other === "anthropic" ? "The transcript is then sent to Anthropic. " : ""}This grade is kept.
      </p>
    </Form>
  );
}
