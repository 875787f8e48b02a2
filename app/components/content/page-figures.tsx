import { Link } from "@remix-run/react";
import { FigureStatus } from "#app/components/ledger/figure-badge.tsx";
import { SourceNote } from "#app/components/ui/source-note.tsx";
import { valueWords } from "#app/domain/content/figures-words.ts";
import type { Figure } from "#app/domain/content/figures.ts";

/** The entries of the ledger that a page states, each with what became of it in words. */
export function PageFigures({ figures }: { figures: readonly Figure[] }) {
  if (figures.length === 0) return null;
  return (
    <section className="spread study-part" aria-labelledby="page-figures">
      <h2 className="label" id="page-figures">
        Figures
      </h2>
      <details className="study-figures">
        <summary>{figures.length === 1 ? "One figure" : `${figures.length} figures`} of the ledger, and what became of them</summary>
        <table className="ledger folds">
          <caption className="visually-hidden">Figures this page states</caption>
          <thead>
            <tr>
              <th scope="col">Figure</th>
              <th scope="col">Where</th>
              <th scope="col">Status</th>
            </tr>
          </thead>
          <tbody>
            {figures.map((figure) => (
              <tr key={figure.id}>
                <th scope="row" className="lead-cell">
                  <span>
                    <Link className="num" to={`/figures#${figure.id}`}>
                      {valueWords(figure)}
                    </Link>{" "}
                    <span className="small muted">{figure.statement}</span>
                  </span>
                </th>
                <td data-label="Where">
                  <SourceNote source={figure.source} />
                </td>
                <td data-label="Status">
                  <FigureStatus figure={figure} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}
