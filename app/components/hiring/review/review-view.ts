import type { MarkdownPart } from "#app/components/content/markdown.tsx";
import type { RubricCriterion } from "#app/components/review/levels-form.tsx";
import type { TurnLike } from "#app/components/transcript/turns.ts";
import type { LateFact } from "#app/domain/interview/draft.ts";
import type { ReviewDraft } from "#app/domain/review/review-draft.ts";

/** `pasted` is how many of its characters came by pasting. */
export type ReadTurn = TurnLike & { pasted: number };

export type ReusableComment = { id: string; text: string };

/** Whether the transcript is held for this reviewer; after the hold has ended the place is free or somebody else's. */
export type ReviewClaim = { isMine: boolean; lockedUntil: string | null; heldBy: string | null };

/** Who has the place now; `isOver` where none will be free again. */
export type LostPlace = { heldBy: string | null; isOver: boolean };

/** What a reviewer reads and makes: a transcript without a name, the rubric, and the draft as the server has it. */
export type BlindReviewView = {
  sessionId: string;
  code: string;
  title: string;
  brief: readonly MarkdownPart[];
  transcript: readonly ReadTurn[];
  late: LateFact | null;
  criteria: readonly RubricCriterion[];
  claim: ReviewClaim;
  draft: ReviewDraft;
  revision: number;
  savedAt: string | null;
  /** What this reviewer keeps to say again. */
  comments: readonly ReusableComment[];
  place: { given: number };
};

/** What was sent and not taken, and why; a problem without a criterion is one of the whole. */
export type RefusedReview = {
  intent: "submit" | "skip" | "keep-comment" | "remove-comment";
  /** As it was sent with `submit`, for a page without scripts. */
  draft: ReviewDraft | null;
  problems: readonly { criterion: string | null; message: string }[];
};

/** What the server answers to a save. A draft is kept with or without the lock. */
export type SaveReply =
  | { ok: true; revision: number; savedAt: string; lockedUntil: string | null }
  | ({ ok: false; reason: "lock_lost"; revision: number; savedAt: string } & LostPlace)
  | { ok: false; reason: "newer_elsewhere"; draft: ReviewDraft; revision: number }
  | { ok: false; reason: "given" };
