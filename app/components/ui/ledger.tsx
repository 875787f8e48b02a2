import type { ReactNode } from "react";

/** The head of a ledger: what a row is of, then its figures. */
export function LedgerHead({ of, figures }: { of: string; figures: readonly string[] }) {
  return (
    <thead>
      <tr>
        <th scope="col">{of}</th>
        {figures.map((figure) => (
          <th key={figure} scope="col" className="r">
            {figure}
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** A row of it. Where the ledger folds, each figure says by its key what it is. */
export function LedgerRow({ of, figures }: { of: ReactNode; figures: Readonly<Record<string, ReactNode>> }) {
  return (
    <tr>
      <th scope="row" className="lead-cell">
        {of}
      </th>
      {Object.entries(figures).map(([label, figure]) => (
        <td key={label} className="r" data-label={label}>
          {figure}
        </td>
      ))}
    </tr>
  );
}
