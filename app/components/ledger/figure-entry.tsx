import { Link } from "@remix-run/react";
import { SourceNote, sourcesWords } from "#app/components/ui/source-note.tsx";
import { valueWords } from "#app/domain/content/figures-words.ts";
import type { Figure } from "#app/domain/content/figures.ts";
import { contradictionAnchor } from "#app/domain/content/place-link.ts";
import { FigureStatus } from "./figure-badge.tsx";

/** An entry of the ledger in short: what is printed, what became of it, and why. */
export function FigureEntry({ figure, headingId }: { figure: Figure; headingId: string }) {
  const { recomputed, against, note, contradictions = [] } = figure;
  return (
    <div className="figure-entry">
      <FigureStatus figure={figure} />
      <p className="figure-entry-value" id={headingId}>
        {valueWords(figure)}
      </p>
      <p className="ink-2">
        {figure.statement} <SourceNote source={figure.source} />
      </p>
      <dl>
        {recomputed ? (
          <div>
            <dt>Recomputed</dt>
            <dd className="num">
              {valueWords(recomputed)}: {recomputed.how}
            </dd>
          </div>
        ) : null}
        {against ? (
          <div>
            <dt>Against it</dt>
            <dd className="num">{sourcesWords(against)}</dd>
          </div>
        ) : null}
        {note ? (
          <div>
            <dt>Note</dt>
            <dd>{note}</dd>
          </div>
        ) : null}
        <div>
          <dt className="visually-hidden">More</dt>
          <dd className="row">
            <Link to={`/figures#${figure.id}`}>In the ledger</Link>
            {contradictions.map((id) => (
              <Link key={id} to={`/figures#${contradictionAnchor(id)}`}>
                Contradiction {id}
              </Link>
            ))}
          </dd>
        </div>
      </dl>
    </div>
  );
}
