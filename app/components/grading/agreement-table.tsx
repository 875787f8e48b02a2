import { wholePercent } from "#app/components/ui/whole-percent.ts";
import type { AuthorAgreement } from "#app/domain/grading/scorecard/scorecard.ts";
export type MeasuredLibrary = {
  scenarios: ({ slug: string; title: string } & AuthorAgreement)[];
  all: AuthorAgreement;
};

const percent = (share: number | null) => (share === null ? "not measured" : wholePercent(share));
const twoDigits = (value: number | null) => (value === null ? "not defined" : value.toFixed(2));

/** The offline grader against author labels, measured on this server's own library. */
export function AgreementTable({ agreement }: { agreement: MeasuredLibrary }) {
  return (
    <table className="ledger folds">
      <caption className="visually-hidden">The offline grader against author labels</caption>
      <thead>
        <tr>
          <th scope="col">Scenario</th>
          <th scope="col" className="r">
            Answers
          </th>
          <th scope="col" className="r">
            Verdicts
          </th>
          <th scope="col" className="r">
            Same verdict
          </th>
          <th scope="col" className="r">
            Kappa
          </th>
        </tr>
      </thead>
      <tbody>
        {agreement.scenarios.map((each) => (
          <MeasuredRow key={each.slug} name={each.title} measured={each} />
        ))}
      </tbody>
      <tfoot>
        <MeasuredRow name="All" measured={agreement.all} />
      </tfoot>
    </table>
  );
}

function MeasuredRow({ name, measured }: { name: string; measured: AuthorAgreement }) {
  return (
    <tr>
      <th scope="row" className="lead-cell">
        {name}
      </th>
      <td className="r" data-label="Answers">
        {measured.answers}
      </td>
      <td className="r" data-label="Verdicts">
        {measured.verdicts}
      </td>
      <td className="r" data-label="Same verdict">
        {percent(measured.exact)}
      </td>
      <td className="r" data-label="Kappa">
        {twoDigits(measured.weightedKappa)}
      </td>
    </tr>
  );
}
