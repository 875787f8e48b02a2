import type { ReactNode } from "react";

export type ChartTableData = {
  /** The first column names the row, the others are figures unless `words` is set. */
  columns: readonly { label: string; words?: boolean }[];
  rows: readonly (readonly ReactNode[])[];
};

/** A chart's numbers for who would rather read them. */
export function ChartTable({ table, name }: { table: ChartTableData; name: string }) {
  const { columns, rows } = table;
  return (
    <details className="outline chart-table">
      <summary>As a table</summary>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a table that scrolls is reached by keyboard */}
      <div className="scroll-x" role="region" aria-label={`Table: ${name}`} tabIndex={0}>
        <table className="ledger">
          <thead>
            <tr>
              {columns.map(({ label, words }, at) => (
                <th key={label} scope="col" className={at === 0 || words ? undefined : "r"}>
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <tr key={at}>
                {row.map((cell, column) =>
                  column === 0 ? (
                    <th key={column} scope="row">
                      {cell}
                    </th>
                  ) : (
                    <td key={column} className={columns[column]?.words ? undefined : "r"}>
                      {cell}
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
