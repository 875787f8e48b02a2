import { Link } from "@remix-run/react";
import { FigureStatus } from "#app/components/ledger/figure-badge.tsx";
import { SourceNote } from "#app/components/ui/source-note.tsx";
import type { Line } from "#app/domain/simulator/line.ts";
import { numberWords, unitWords, valueWords } from "../amount.ts";
import type { FigureReference, FigureReferences } from "./figure-reference.ts";

type PrintedTableProps = {
  preset: string;
  lines: readonly Line[];
  figures: FigureReferences;
  /** Are all inputs the source's own? Otherwise a difference says nothing about the print. */
  asPrinted: boolean;
};

/** What a source prints beside what its own inputs give, line by line, and below it everything else that is computed. */
export function PrintedTable({ preset, lines, figures, asPrinted }: PrintedTableProps) {
  const printed = lines.filter((line) => line.printed !== null);
  const others = lines.filter((line) => line.printed === null);
  return (
    <section className="part" aria-labelledby="printed">
      <h2 id="printed">Printed and recomputed</h2>
      <p className="small muted lab-part-lead">
        {asPrinted
          ? "With the source’s own inputs: a difference is the source’s."
          : "With the inputs as you set them: a difference is yours as much as the source’s."}
      </p>
      {printed.length > 0 ? (
        <table className="ledger folds printed-table">
          <thead>
            <tr>
              <th scope="col">Line</th>
              <th scope="col" className="r">
                Printed
              </th>
              <th scope="col" className="r dbl">
                Recomputed
              </th>
              <th scope="col" className="r">
                Difference
              </th>
              <th scope="col">Status</th>
              <th scope="col">Source</th>
            </tr>
          </thead>
          <tbody>
            {printed.map((line) => (
              <PrintedRow
                key={line.id}
                line={line}
                figure={figures[`${preset}/${line.id}`] ?? null}
                asPrinted={asPrinted}
              />
            ))}
          </tbody>
        </table>
      ) : (
        <p className="serif">The source prints no result of this model.</p>
      )}
      {others.length > 0 ? <OtherLines lines={others} /> : null}
    </section>
  );
}

type PrintedRowProps = { line: Line; figure: FigureReference | null; asPrinted: boolean };

function PrintedRow({ line, figure, asPrinted }: PrintedRowProps) {
  const { label, unit, printed, value, source } = line;
  return (
    <tr className={asPrinted && isOff(line) ? "off" : undefined}>
      <th scope="row" className="lead-cell">
        {label}
        <span className="tiny muted num line-how">
          {[unitWords(unit), figure?.recomputed?.how ?? figure?.note].filter(Boolean).join(" · ")}
        </span>
      </th>
      <td className="r" data-label="Printed">
        {valueWords(printed ?? 0, unit)}
      </td>
      <td className="r dbl" data-label="Recomputed">
        {valueWords(value, unit)}
      </td>
      <td className="r" data-label="Difference">
        {differenceWords(line, asPrinted)}
      </td>
      <td data-label="Status">
        {figure ? (
          <Link className="figure-link" to={`/figures#${figure.id}`}>
            <FigureStatus figure={figure} />
          </Link>
        ) : (
          <span className="muted">–</span>
        )}
      </td>
      <td data-label="Source">{source ? <SourceNote source={source} /> : null}</td>
    </tr>
  );
}

/** Further from the print than rounding explains. */
function isOff({ printed, value }: Line): boolean {
  return printed !== null && Math.abs(value - printed) > 0.05 * Math.max(Math.abs(printed), Math.abs(value));
}

function differenceWords(line: Line, asPrinted: boolean): string {
  const { printed, value, difference, unit } = line;
  if (printed === null || difference === null || difference === 0) return "none";
  const times = printed / value;
  if (asPrinted && times >= 1.5) return `${numberWords(Number(times.toPrecision(3)))}× too high`;
  if (asPrinted && times > 0 && times <= 1 / 1.5) return `${numberWords(Number((1 / times).toPrecision(3)))}× too low`;
  const words = valueWords(Number(difference.toPrecision(3)), unit);
  return difference > 0 ? `+${words}` : words;
}

function OtherLines({ lines }: { lines: readonly Line[] }) {
  return (
    <details className="outline other-lines">
      <summary>Everything else it computes, {lines.length} lines that the source does not print</summary>
      <table className="ledger folds">
        <thead>
          <tr>
            <th scope="col">Line</th>
            <th scope="col" className="r">
              Computed
            </th>
            <th scope="col">Unit</th>
            <th scope="col">Inputs from</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ id, label, value, unit, source }) => (
            <tr key={id}>
              <th scope="row" className="lead-cell">
                {label}
              </th>
              <td className="r" data-label="Computed">
                {valueWords(value, unit)}
              </td>
              <td data-label="Unit">{unitWords(unit) || unit}</td>
              <td data-label="Inputs from">{source ? <SourceNote source={source} /> : "–"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
