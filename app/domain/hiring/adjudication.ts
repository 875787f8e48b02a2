/**
 * What a third person decides where two reviewers were far apart: a level for each criterion concerned, with a reason.
 * Here "cannot tell" is no answer: it would leave the two as they are.
 */
import type { DraftProblem, ReviewDraft } from "../review/review-draft.ts";
import { maxCommentChars, type ReviewComments, type ReviewLevels } from "../review/review.ts";

const leastReasonChars = 3;

type Decided = { ok: true; levels: ReviewLevels; reasons: ReviewComments } | { ok: false; problems: DraftProblem[] };

function problemsOf(criterion: string, { levels, comments }: ReviewDraft): DraftProblem[] {
  const [level, reason] = [levels[criterion], comments[criterion]?.trim() ?? ""];
  if (typeof level !== "number") return [{ criterion, message: "Choose the level that counts." }];
  if (reason.length < leastReasonChars) return [{ criterion, message: "Say why: both reviewers read this." }];
  if (reason.length <= maxCommentChars) return [];
  return [{ criterion, message: `This has ${reason.length} characters; 2,000 are the most.` }];
}

/** `concerned` are the criteria that wait for a decision; nothing else of the draft is taken. */
export function judgeAdjudication(concerned: readonly string[], draft: ReviewDraft): Decided {
  const problems = concerned.flatMap((id) => problemsOf(id, draft));
  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    levels: Object.fromEntries(concerned.flatMap((id) => (draft.levels[id] == null ? [] : [[id, draft.levels[id]]]))),
    reasons: Object.fromEntries(concerned.map((id) => [id, draft.comments[id]?.trim() ?? ""])),
  };
}
