import { Link } from "@remix-run/react";
import { LabelledSection } from "#app/components/ui/labelled-section.tsx";
import { wholePercent } from "#app/components/ui/whole-percent.ts";
import type { PeopleAgreement } from "#app/domain/grading/calibration/agreement/people.ts";
import { AgreementTable, type MeasuredLibrary } from "../agreement-table.tsx";

type AgreementProps = { agreement: MeasuredLibrary & { people: PeopleAgreement; canSeeStudio: boolean } };

/** How far the offline grader can be believed, and what that is measured on. */
export function Agreement({ agreement }: AgreementProps) {
  return (
    <LabelledSection id="agreement" label="Agreement">
      <div className="prose">
        <p>
          Each scenario comes with labelled answers: strong, partial, confidently wrong, right for the wrong reasons,
          stuffed with keywords, and one that tries to instruct the grader. The offline grader reads them all, and its
          verdicts are held against the labels. Some scenarios are set apart as the test half, so that what the grader
          was developed on can be told from what it was not. What it reaches today, over both:
        </p>
      </div>
      <AgreementTable agreement={agreement} />
      <p className="fig-caption">
        <b>These are author labels:</b> written by whoever wrote the scenario, who knew the rubric.{" "}
        <PeopleWords people={agreement.people} /> Kappa is Cohen’s, quadratically weighted over not met, partly met and
        met: 1 is full agreement, 0 is what chance gives.
      </p>
      {agreement.canSeeStudio ? (
        <p className="small">
          <Link to="/studio/calibration">Calibration, check by check and by halves</Link>
        </p>
      ) : null}
    </LabelledSection>
  );
}

function PeopleWords({ people: { sessions, levels } }: { people: PeopleAgreement }) {
  if (levels.pairs === 0) {
    return <>Agreement with people who did not write it is not measured yet, so no figure for it is shown.</>;
  }
  const { weightedKappa, exact } = levels;
  const kappa = weightedKappa === null ? "too few for a kappa" : `weighted kappa ${weightedKappa.toFixed(2)}`;
  return (
    <>
      With people who did not write it: the same level on {wholePercent(exact ?? 0)} of {levels.pairs} levels of{" "}
      {sessions} interviews, {kappa}.
    </>
  );
}
