/**
 * Where the product states or cites a figure of the ledger: sections of study pages, scenarios and labs. Computed from
 * what is loaded, never written by hand.
 */
import { holdsQuantity } from "./figures-quantity.ts";
import { findNumbers } from "./figures-number.ts";
import { findStatedFigure } from "./figures-unfounded.ts";
import { figuresAt, type Figure } from "./figures.ts";
import type { StudyPage } from "./schema.ts";
import type { CitationPlace } from "./figures-stated.ts";
import type { Source } from "../scenarios/schema.ts";

/** A place that shows a figure, as a link. */
export type FigureUse = { to: string; title: string };

/** The figures that a page states, by where each is cited; in reading order, and each once at a place. */
export function figuresOfPage(page: Pick<StudyPage, "numbers">, figures: readonly Figure[]) {
  const cited = new Map<CitationPlace, Figure[]>();
  for (const number of page.numbers) {
    const found = number.isExample ? null : findStatedFigure(figures, number);
    if (!found) continue;
    const here = cited.get(found.place) ?? [];
    if (!here.includes(found.figure)) cited.set(found.place, [...here, found.figure]);
  }
  return cited;
}

/** Each figure that a page states or cites, with the first section that does. */
export function usesOfPage(page: StudyPage, figures: readonly Figure[]): { figure: Figure; use: FigureUse }[] {
  const uses = new Map<string, { figure: Figure; use: FigureUse }>();
  for (const number of page.numbers) {
    const found = number.isExample ? null : findStatedFigure(figures, number);
    if (!found) continue;
    // One link for each page is enough: the first place is where it is explained.
    const key = `${found.figure.id} ${page.slug}`;
    if (!uses.has(key)) uses.set(key, { figure: found.figure, use: placeAt(page, number.line) });
  }
  for (const { source, line } of page.citations) {
    for (const figure of figuresAt(figures, source)) {
      // Where a source has words instead of a number, its line is what a page can cite.
      const key = `${figure.id} ${page.slug}`;
      if (typeof figure.value === "string" && !uses.has(key)) uses.set(key, { figure, use: placeAt(page, line) });
    }
  }
  return [...uses.values()];
}

function placeAt(page: StudyPage, line: number): FigureUse {
  const section = page.sections.findLast((each) => each.line <= line);
  return { to: `/learn/${page.slug}${section ? `#${section.id}` : ""}`, title: page.title };
}

/** The figures behind a value given with its source: those of its line that hold one of its numbers. */
export function figuresOfValue(
  { value, unit, source }: { value: number | string; unit?: string; source?: Source | null },
  figures: readonly Figure[],
): Figure[] {
  if (!source) return [];
  const given = findNumbers(`${unit === "$" ? "$" : ""}${value} ${unit ?? ""}`.trim());
  return figuresAt(figures, source).filter((figure) =>
    given.some(({ quantity }) => holdsQuantity(figure, { ...quantity, step: 0 })),
  );
}
