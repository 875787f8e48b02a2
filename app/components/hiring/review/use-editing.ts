import { useState } from "react";
import { withQuote, type ReviewQuote } from "#app/domain/review/quotes.ts";
import { missingOf, type ReviewDraft } from "#app/domain/review/review-draft.ts";
import { withComment, withInserted, withLevel, withQuotes } from "./edit-draft.ts";
import type { BlindReviewView } from "./review-view.ts";

export type Editing = {
  /** The criterion that is open; none where all are closed. */
  openId: string | null;
  open: (id: string | null) => void;
  rated: number;
  setLevel: (id: string, level: number | null) => void;
  setComment: (id: string, comment: string) => void;
  insert: (id: string, text: string) => void;
  /** False where a criterion has no room for more. */
  take: (id: string, quotes: readonly ReviewQuote[]) => boolean;
  remove: (id: string, quote: ReviewQuote) => void;
};

type Edit = (change: (draft: ReviewDraft) => ReviewDraft) => void;

/** What can be done to a draft, and which of its criteria is open: at first the one where something is missing. */
export function useEditing(
  { criteria, transcript }: Pick<BlindReviewView, "criteria" | "transcript">,
  draft: ReviewDraft,
  edit: Edit,
): Editing {
  const [openId, open] = useState(() => {
    const todo = criteria.find(({ id }) => missingOf(id, draft) !== null);
    return (todo ?? criteria[0])?.id ?? null;
  });
  return {
    openId,
    open,
    rated: criteria.filter(({ id }) => draft.levels[id] !== undefined).length,
    setLevel: (id, level) => edit((before) => withLevel(before, id, level)),
    setComment: (id, comment) => edit((before) => withComment(before, id, comment)),
    insert: (id, text) => edit((before) => withInserted(before, id, text)),
    take: (id, quotes) => {
      let taken: ReviewQuote[] | null = draft.quotes[id] ?? [];
      for (const quote of quotes) taken = taken && withQuote(taken, quote, transcript);
      const all = taken;
      if (all) edit((before) => withQuotes(before, id, all));
      return all !== null;
    },
    remove: (id, { seq, start, end }) => {
      const isOther = (quote: ReviewQuote) => quote.seq !== seq || quote.start !== start || quote.end !== end;
      edit((before) => withQuotes(before, id, (before.quotes[id] ?? []).filter(isOther)));
    },
  };
}
