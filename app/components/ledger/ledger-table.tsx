import { Link } from "@remix-run/react";
import { Fragment } from "react";
import { SourceNote, sourcesWords } from "#app/components/ui/source-note.tsx";
import { figureSubjects, figureSubjectWords, type FigureSubject } from "#app/domain/content/figures-subject.ts";
import type { FigureUse } from "#app/domain/content/figures-uses.ts";
import { valueWords } from "#app/domain/content/figures-words.ts";
import type { Figure } from "#app/domain/content/figures.ts";
import { contradictionAnchor } from "#app/domain/content/place-link.ts";
import { FigureStatus } from "./figure-badge.tsx";

export type LedgerFigure = Figure & { about: FigureSubject; uses: FigureUse[] };

/** The entries by what they are about. A row's anchor is the entry's id. */
export function LedgerTable({ figures, lit }: { figures: readonly LedgerFigure[]; lit: string | null }) {
  return (
    <table className="ledger figures-ledger">
      <caption className="visually-hidden">The figures of the material</caption>
      <thead>
        <tr>
          <th scope="col">Printed</th>
          <th scope="col">Where</th>
          <th scope="col" className="dbl">
            Recomputed
          </th>
          <th scope="col">Status</th>
          <th scope="col">Used in</th>
        </tr>
      </thead>
      {figureSubjects.map((subject) => {
        const own = figures.filter(({ about }) => about === subject);
        if (own.length === 0) return null;
        return (
          <tbody key={subject}>
            <tr className="figures-subject">
              <th colSpan={5} scope="rowgroup">
                <h2 id={`about-${subject}`}>{figureSubjectWords[subject]}</h2>
              </th>
            </tr>
            {own.map((figure) => (
              <LedgerRow key={figure.id} figure={figure} isLit={lit === figure.id} />
            ))}
          </tbody>
        );
      })}
    </table>
  );
}

function LedgerRow({ figure, isLit }: { figure: LedgerFigure; isLit: boolean }) {
  return (
    <tr id={figure.id} className={isLit ? "lit" : undefined}>
      <th scope="row" className="figures-printed">
        <span className="figures-value">{valueWords(figure)}</span>
        <span className="figures-statement">{figure.statement}</span>
      </th>
      <td className="figures-where">
        <SourceNote source={figure.source} />
      </td>
      <td className="dbl figures-recomputed">
        <Recomputed figure={figure} />
      </td>
      <td>
        <FigureStatus figure={figure} />
      </td>
      <td className="figures-uses">
        <Uses uses={figure.uses} />
      </td>
    </tr>
  );
}

/** What comes out when it is computed, what stands against it, and what follows from it. */
function Recomputed({ figure }: { figure: Figure }) {
  const { recomputed, against, note, derived = [], contradictions = [] } = figure;
  return (
    <>
      {recomputed ? (
        <>
          <span className="figures-ours">{valueWords(recomputed)}</span>
          <span>{recomputed.how}</span>
        </>
      ) : null}
      {against ? <span>Against it: {sourcesWords(against)}</span> : null}
      {note ? <span>{note}</span> : null}
      <Derived values={derived} />
      {contradictions.length > 0 ? (
        <span>
          See{" "}
          {contradictions.map((id, at) => (
            <Fragment key={id}>
              {at > 0 ? ", " : ""}
              <Link to={`#${contradictionAnchor(id)}`}>{id}</Link>
            </Fragment>
          ))}
        </span>
      ) : null}
    </>
  );
}

/** A few are read at once, many are folded. */
const mostAtOnce = 3;

function Derived({ values }: { values: NonNullable<Figure["derived"]> }) {
  const lines = values.map((each, at) => (
    <span key={at}>
      Follows: {valueWords(each)}, {each.how}
    </span>
  ));
  if (lines.length <= mostAtOnce) return <>{lines}</>;
  return (
    <details className="figures-derived">
      <summary>{lines.length} values that follow from it</summary>
      {lines}
    </details>
  );
}

function Uses({ uses }: { uses: readonly FigureUse[] }) {
  if (uses.length === 0) return <span className="muted">only here</span>;
  const [atOnce, more] = [uses.slice(0, mostAtOnce), uses.slice(mostAtOnce)];
  return (
    <>
      <UseList uses={more.length > 1 ? atOnce : uses} />
      {more.length > 1 ? (
        <details>
          <summary>and {more.length} more</summary>
          <UseList uses={more} />
        </details>
      ) : null}
    </>
  );
}

function UseList({ uses }: { uses: readonly FigureUse[] }) {
  return (
    <ul>
      {uses.map(({ to, title }) => (
        <li key={to}>
          <Link to={to}>{title}</Link>
        </li>
      ))}
    </ul>
  );
}
