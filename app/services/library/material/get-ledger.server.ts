import type { Contradiction } from "#app/domain/content/contradiction.ts";
import { subjectOf, type FigureSubject } from "#app/domain/content/figures-subject.ts";
import type { FigureUse } from "#app/domain/content/figures-uses.ts";
import type { Figure } from "#app/domain/content/figures.ts";
import { listFigureUses } from "./list-figure-uses.server.ts";
import { loadLibrary } from "../load-library.server.ts";

export type LedgerRow = Figure & { about: FigureSubject; uses: FigureUse[] };

/** The ledger: every figure of the material with where the product uses it, and where the sources contradict each other. */
export async function getLedger(): Promise<{ figures: LedgerRow[]; contradictions: Contradiction[] }> {
  const library = await loadLibrary();
  const uses = listFigureUses(library);
  return {
    figures: library.figures.map((figure) => ({
      ...figure,
      about: subjectOf(figure),
      uses: uses.get(figure.id) ?? [],
    })),
    contradictions: library.contradictions,
  };
}
