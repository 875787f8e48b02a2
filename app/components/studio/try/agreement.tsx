import { count, figureWords, shareWords } from "#app/components/studio/agreement-words.ts";
import { ConfusionTable } from "#app/components/studio/confusion-table.tsx";
import { fewestPairs } from "#app/domain/grading/calibration/agreement/agreement.ts";
import type { AgreementView } from "#app/services/authoring/dry-run/get-try.server.ts";
import { answerWords, graderShort } from "./try-words.ts";

/** How far each grader gives the verdicts of the labels: of all, as counts, and check by check. */
export function Agreement({ agreement }: { agreement: readonly AgreementView[] }) {
  if (agreement.length === 0) return null;
  return (
    <section className="part" aria-labelledby="agreement">
      <h2 id="agreement">Agreement with your labels</h2>
      <p className="prose">
        These are author labels: whoever gave them knows the rubric. They show whether the rubric says what its author
        means, and not how far the grader agrees with people.
      </p>
      <div className="try-agreements">
        {agreement.map((each) => (
          <ByGrader key={each.grader} agreement={each} />
        ))}
      </div>
    </section>
  );
}

function ByGrader({ agreement: { grader, report } }: { agreement: AgreementView }) {
  const { answers, verdicts, confusion } = report;
  return (
    <div>
      <h3>{graderShort[grader]} grader</h3>
      {verdicts.pairs === 0 ? (
        <p className="small">It graded none of the labelled answers.</p>
      ) : (
        <>
          <p className="display">
            The same verdict on {shareWords(verdicts.exact)} of {verdicts.pairs}.
          </p>
          <p className="small ink-2">
            Over {count(answers, "labelled answer")}: quadratically weighted kappa{" "}
            {figureWords(verdicts.weightedKappa, verdicts)}, Krippendorff’s alpha{" "}
            {figureWords(verdicts.alpha, verdicts)}.
          </p>
          <ConfusionTable caption={`${graderShort[grader]} grader`} confusion={confusion} />
          <ByCheck report={report} />
          {answers < fewestPairs ? (
            <p className="fig-caption">Below {fewestPairs} labelled answers what one check comes to says little.</p>
          ) : null}
        </>
      )}
    </div>
  );
}

function ByCheck({ report: { byCheck, disagreements } }: Pick<AgreementView, "report">) {
  const differing = byCheck.filter(({ exact }) => exact < 1);
  if (differing.length === 0) return <p className="small">No check has another verdict than its label.</p>;
  return (
    <details className="outline">
      <summary>{count(differing.length, "check")} on which they differ</summary>
      <table className="ledger folds">
        <caption className="visually-hidden">Checks on which verdicts and labels differ</caption>
        <thead>
          <tr>
            <th scope="col">Check</th>
            <th scope="col" className="r">
              Same
            </th>
            <th scope="col">Differs on</th>
          </tr>
        </thead>
        <tbody>
          {differing.map(({ check, title, answers, exact }) => (
            <tr key={check}>
              <th scope="row" className="lead-cell">
                <a href={`#check-${check}`}>{title}</a>
              </th>
              <td className="r" data-label="Same">
                {Math.round(exact * answers)} of {answers}
                {answers < fewestPairs ? <span className="muted"> too few</span> : null}
              </td>
              <td data-label="Differs on">
                {disagreements
                  .filter((each) => each.check === check)
                  .map(({ answer }) => answerWords(answer))
                  .join(", ")}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
