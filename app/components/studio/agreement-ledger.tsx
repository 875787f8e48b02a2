import type { ReactNode } from "react";
import { LedgerHead } from "#app/components/ui/ledger.tsx";
import type { Agreement } from "#app/domain/grading/calibration/agreement/agreement.ts";
import { figureWords, shareWords } from "./agreement-words.ts";

export type AgreementRow = { key: string; name: ReactNode; agreement: Agreement };

type AgreementLedgerProps = {
  caption: string;
  /** What a row is about, and what its pairs are. */
  of: string;
  pairs: string;
  rows: readonly AgreementRow[];
};

/** Agreement row by row: how many, the share that is equal, kappa and alpha. */
export function AgreementLedger({ caption, of, pairs, rows }: AgreementLedgerProps) {
  return (
    <table className="ledger folds">
      <caption className="visually-hidden">{caption}</caption>
      <LedgerHead of={of} figures={[pairs, "Same", "Kappa", "Alpha"]} />
      <tbody>
        {rows.map(({ key, name, agreement }) => (
          <tr key={key}>
            <th scope="row" className="lead-cell">
              {name}
            </th>
            <td className="r" data-label={pairs}>
              {agreement.pairs}
            </td>
            <td className="r" data-label="Same">
              {shareWords(agreement.exact)}
            </td>
            <td className="r" data-label="Kappa">
              {figureWords(agreement.weightedKappa, agreement)}
            </td>
            <td className="r" data-label="Alpha">
              {figureWords(agreement.alpha, agreement)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
