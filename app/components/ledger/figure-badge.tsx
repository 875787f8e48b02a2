import { Link } from "@remix-run/react";
import { badgeOf, valueWords, type BadgedFigure } from "#app/domain/content/figures-words.ts";
import type { Figure } from "#app/domain/content/figures.ts";
import "./figure-badge.css";

/** What became of a figure, as a glyph and its word. */
export function FigureStatus({ figure }: { figure: Pick<Figure, "status" | "recomputed"> }) {
  const { glyph, words, tone } = badgeOf(figure);
  return (
    <span className={`figure-status ${tone}`}>
      <i aria-hidden="true">{glyph}</i>
      <span className="figure-status-words">{words}</span>
    </span>
  );
}

/** The same beside a value in a table or a list: a link into the ledger. */
export function FigureBadge({ figure }: { figure: BadgedFigure }) {
  const { glyph, words, tone } = badgeOf(figure);
  const says = `${valueWords(figure)}: ${words}`;
  return (
    <Link className={`figure-badge ${tone}`} to={`/figures#${figure.id}`} data-figure={figure.id} title={says}>
      <span aria-hidden="true">{glyph}</span>
      <span className="visually-hidden">{says}</span>
    </Link>
  );
}

/** The badges of a value that several entries hold. */
export function FigureBadges({ figures }: { figures: readonly BadgedFigure[] | undefined }) {
  return (
    <>
      {figures?.map((figure) => (
        <FigureBadge key={figure.id} figure={figure} />
      ))}
    </>
  );
}
