/**
 * A review: the levels that a person, who is then called a reviewer, gives to the criteria of a session, with a comment
 * where one helps. A review need not cover every criterion.
 */
import { z } from "zod";
import type { Rubric } from "../scenarios/schema.ts";

export const maxCommentChars = 2_000;

export const ReviewLevelsSchema = z.record(z.string(), z.int().min(0).max(4));
export type ReviewLevels = z.infer<typeof ReviewLevelsSchema>;

export const ReviewCommentsSchema = z.record(z.string(), z.string());

export type ReviewComments = z.infer<typeof ReviewCommentsSchema>;

/** What a reviewer chose for each criterion: a level, or null for "cannot tell". */
export type GivenReview = { levels: Readonly<Record<string, number | null>>; comments: Readonly<ReviewComments> };

export type ReviewProblem = { criterion: string; message: string };

function problemOf(id: string, { levels, comments }: GivenReview): ReviewProblem | null {
  const level = levels[id];
  if (level === undefined) return { criterion: id, message: "Choose a level, or that you cannot tell." };
  if (level !== null && !ReviewLevelsSchema.safeParse({ [id]: level }).success) {
    return { criterion: id, message: "A level is 0, 1, 2, 3 or 4." };
  }
  const length = comments[id]?.length ?? 0;
  if (length <= maxCommentChars) return null;
  return {
    criterion: id,
    message: `This comment has ${length} characters; ${maxCommentChars.toLocaleString("en")} are the most.`,
  };
}

/** What is to be kept of a review of a rubric: levels that were given and comments that say something. */
export function readReview(
  rubric: Rubric,
  given: GivenReview,
): { ok: true; levels: ReviewLevels; comments: ReviewComments } | { ok: false; problems: ReviewProblem[] } {
  const ids = rubric.criteria.map(({ id }) => id);
  const problems = ids.flatMap((id) => problemOf(id, given) ?? []);
  if (problems.length > 0) return { ok: false, problems };
  const levels = Object.fromEntries(
    ids.flatMap((id) => {
      const level = given.levels[id];
      return typeof level === "number" ? [[id, level]] : [];
    }),
  );
  if (Object.keys(levels).length === 0) {
    return { ok: false, problems: [{ criterion: ids[0] ?? "", message: "Give at least one criterion a level." }] };
  }
  const comments = Object.fromEntries(
    ids.flatMap((id) => {
      const comment = given.comments[id]?.trim() ?? "";
      return comment === "" ? [] : [[id, comment]];
    }),
  );
  return { ok: true, levels, comments };
}
