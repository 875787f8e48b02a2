import type { ReviewQuote } from "#app/domain/review/quotes.ts";
import type { ReviewDraft } from "#app/domain/review/review-draft.ts";

// Each gives a new draft, or the same one where nothing changes.

export function withLevel(draft: ReviewDraft, id: string, level: number | null): ReviewDraft {
  return draft.levels[id] === level ? draft : { ...draft, levels: { ...draft.levels, [id]: level } };
}

export function withComment(draft: ReviewDraft, id: string, comment: string): ReviewDraft {
  return (draft.comments[id] ?? "") === comment ? draft : { ...draft, comments: { ...draft.comments, [id]: comment } };
}

export function withQuotes(draft: ReviewDraft, id: string, quotes: ReviewQuote[]): ReviewDraft {
  return { ...draft, quotes: { ...draft.quotes, [id]: quotes } };
}

/** The note with a text that is said again, on a line of its own. */
export function withInserted(draft: ReviewDraft, id: string, text: string): ReviewDraft {
  const before = draft.comments[id]?.trimEnd() ?? "";
  return withComment(draft, id, before === "" ? text : `${before}\n${text}`);
}
