import type { ReportedCheck } from "#app/domain/grading/calibration/calibration-report.ts";
import { shareWords } from "./agreement-words.ts";

type ChecksLedgerProps = {
  caption: string;
  checks: readonly ReportedCheck[];
  titles: Readonly<Record<string, string>>;
};

/** On how many of its answers each check got the verdict it is labelled with. */
export function ChecksLedger({ caption, checks, titles }: ChecksLedgerProps) {
  return (
    <table className="ledger folds">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Check</th>
          <th scope="col">Scenario</th>
          <th scope="col" className="r">
            Answers
          </th>
          <th scope="col" className="r">
            Same
          </th>
        </tr>
      </thead>
      <tbody>
        {checks.map(({ scenario, check, title, answers, exact }) => (
          <tr key={`${scenario} ${check}`}>
            <th scope="row" className="lead-cell">
              {title}
            </th>
            <td className="ink-2" data-label="Scenario">
              {titles[scenario] ?? scenario}
            </td>
            <td className="r" data-label="Answers">
              {answers}
            </td>
            <td className="r" data-label="Same">
              {shareWords(exact)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
