/**
 * A blind review as far as it has come: a level for each criterion, what was said of it, and the words it rests on. It is
 * saved while it is being made, and given once.
 */
import { z } from "zod";
import type { Rubric } from "../scenarios/schema.ts";
import { storable } from "../text/storable.ts";
import { checkQuotes, ReviewQuotesSchema, type QuotableTurn, type ReviewQuotes } from "./quotes.ts";
import { maxCommentChars, type ReviewComments, type ReviewLevels } from "./review.ts";

/** More criteria than a rubric may have. */
const mostKeys = 40;
const mostKeyChars = 100;
const hasFewShortKeys = (record: object) => {
  const keys = Object.keys(record);
  return keys.length <= mostKeys && keys.every((key) => key.length <= mostKeyChars && storable(key) === key);
};

export const ReviewDraftSchema = z.object({
  /** Null where the reviewer cannot tell; absent before there is a choice. */
  levels: z.record(z.string(), z.int().min(0).max(4).nullable()).refine(hasFewShortKeys),
  comments: z
    .record(z.string(), z.string().transform(storable).pipe(z.string().max(maxCommentChars)))
    .refine(hasFewShortKeys),
  quotes: ReviewQuotesSchema.refine(hasFewShortKeys),
});
export type ReviewDraft = z.infer<typeof ReviewDraftSchema>;

export const emptyReviewDraft: ReviewDraft = { levels: {}, comments: {}, quotes: {} };

export type DraftProblem = { criterion: string; message: string };

/** What one criterion of a draft still needs before the review can be given; null when nothing. */
export function missingOf(id: string, { levels, comments, quotes }: ReviewDraft): string | null {
  const level = levels[id];
  if (level === undefined) return "Choose a level, or that you cannot tell.";
  if (level === null || level === 0) return null;
  const isFounded = (quotes[id]?.length ?? 0) > 0 || (comments[id]?.trim() ?? "") !== "";
  return isFounded ? null : "Say what the level rests on: take a quote, or write a note.";
}

/** The entries of the rubric's criteria for which something is kept. */
function pick<Value>(ids: readonly string[], valueOf: (id: string) => Value | null | undefined): Record<string, Value> {
  return Object.fromEntries(
    ids.flatMap((id): [string, Value][] => {
      const value = valueOf(id);
      return value === undefined || value === null ? [] : [[id, value]];
    }),
  );
}

export type JudgedDraft =
  | { ok: true; levels: ReviewLevels; comments: ReviewComments; quotes: ReviewQuotes }
  | { ok: false; problems: DraftProblem[] };

/**
 * A draft as a review that can be given: every criterion has a level or "cannot tell", and a level above 0 rests on a
 * quote or a comment. What the rubric does not have is not kept, nor what says nothing.
 */
export function judgeReviewDraft(
  rubric: { readonly criteria: readonly Pick<Rubric["criteria"][number], "id">[] },
  draft: ReviewDraft,
  turns: readonly QuotableTurn[],
): JudgedDraft {
  const ids = rubric.criteria.map(({ id }) => id);
  const quotes = pick(ids, (id) => (draft.quotes[id]?.length ? draft.quotes[id] : null));
  const misquoted = new Map(checkQuotes(quotes, turns).map(({ criterion, message }) => [criterion, message]));
  const problems = ids.flatMap((criterion) => {
    const message = missingOf(criterion, draft) ?? misquoted.get(criterion);
    return message === undefined ? [] : [{ criterion, message }];
  });
  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    levels: pick(ids, (id) => draft.levels[id]),
    comments: pick(ids, (id) => draft.comments[id]?.trim() || null),
    quotes,
  };
}
