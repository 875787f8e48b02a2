import type { Viewer } from "#app/domain/accounts/viewer.ts";
import type { FurtherStudy } from "#app/domain/grading/scorecard/scorecard.ts";
import type { MissingView } from "#app/domain/grading/scorecard/grade-view.ts";
import { addressOf } from "#app/domain/retrieval/passage.ts";
import { readQuery } from "#app/domain/retrieval/query.ts";
import { searchPassages } from "#app/domain/retrieval/search.ts";
import { loadWords } from "./load-index.server.ts";

/** Surer than a search has to be: nobody asked for this. */
const leastProbability = 0.8;

/**
 * For each missing check one more place to read, on another page than its author's link. By words alone: a check is
 * written in the material's own words, and nobody waits for a model to see a score.
 */
export async function findFurtherStudy(
  viewer: Viewer | null,
  missing: readonly MissingView[],
): Promise<Record<string, FurtherStudy>> {
  const index = await loadWords(viewer);
  const found = missing.flatMap(({ checkKey, asks, study }): [string, FurtherStudy][] => {
    const read = readQuery(asks.replace(/^Does the candidate \w+ /, ""));
    if (!read.ok) return [];
    const { places, probability } = searchPassages(index, { query: read.query, vector: null, mode: "hybrid" });
    const passages = places.flatMap(({ at }) => index.passages[at] ?? []);
    const best = passages.find(({ kind, page }) => kind === "section" && page !== study?.page);
    if (!best || probability < leastProbability || passages.indexOf(best) > 2) return [];
    return [[checkKey, { href: addressOf(best), pageTitle: best.title, sectionTitle: best.heading }]];
  });
  return Object.fromEntries(found);
}
