import type { ReviewQuote } from "#app/domain/review/quotes.ts";
import type { ReviewDraft } from "#app/domain/review/review-draft.ts";

function sameQuotes(a: readonly ReviewQuote[], b: readonly ReviewQuote[]): boolean {
  const isSame = (quote: ReviewQuote, at: number) => {
    const other = b[at];
    return other !== undefined && quote.seq === other.seq && quote.start === other.start && quote.end === other.end;
  };
  return a.length === b.length && a.every(isSame);
}

/** Whether two drafts say the same of one criterion. An empty note is none. */
export function sameOnCriterion(a: ReviewDraft, b: ReviewDraft, id: string): boolean {
  return (
    a.levels[id] === b.levels[id] &&
    (a.comments[id] ?? "") === (b.comments[id] ?? "") &&
    sameQuotes(a.quotes[id] ?? [], b.quotes[id] ?? [])
  );
}

/** Whether two drafts say the same, however they were written down. */
export function sameReview(a: ReviewDraft, b: ReviewDraft): boolean {
  const ids = [a, b].flatMap(({ levels, comments, quotes }) => [levels, comments, quotes].flatMap(Object.keys));
  return a === b || [...new Set(ids)].every((id) => sameOnCriterion(a, b, id));
}
