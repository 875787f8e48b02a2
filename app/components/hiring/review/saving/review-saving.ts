/**
 * A review that is being made and how far it is kept, as a pure state machine. The server has one draft with a revision; a
 * save names the revision it started from, so that an older tab is refused instead of overwriting newer work. Answers to
 * saves may be lost: a refusal that shows a draft which this page itself has sent is a late receipt, not a conflict. Losing
 * the lock loses nothing: the draft is kept all the same, and saving goes on.
 */
import {
  afterFailure,
  afterReceipt,
  noProgress,
  type Failed,
  type Failing,
  type Restored,
  type SaveProgress,
} from "#app/components/saving/save-progress.ts";
import { dueAtMs } from "#app/components/saving/save-timing.ts";
import type { ReviewDraft } from "#app/domain/review/review-draft.ts";
import type { LostPlace } from "../review-view.ts";
import { sameReview } from "./same-review.ts";

/** `refused`: the server does not take a draft like this. `gone`: the transcript is there no more, or not this person's. */
export type Trouble = "offline" | "unreachable" | "signed_out" | "refused" | "gone" | "given";

/** A second version of the review, to choose from: another tab's, or one that this device kept. */
export type Rival = { from: "tab" | "device"; draft: ReviewDraft; revision: number };

export type ReviewSaving = SaveProgress<ReviewDraft, Failing<Trouble>> & {
  draft: ReviewDraft;
  /** What the server has at the newest revision that `draft` takes into account. */
  saved: ReviewDraft;
  revision: number;
  savedAt: string | null;
  /** Until when the transcript is held for this reviewer. */
  lockedUntil: string | null;
  lost: LostPlace | null;
  rival: Rival | null;
  /** While the review is being given nothing is saved. */
  held: boolean;
};

/** What this device keeps until the server has it. */
export type KeptReview = Pick<ReviewSaving, "draft" | "revision">;

export type ServerReview = Pick<ReviewSaving, "draft" | "revision" | "savedAt" | "lockedUntil" | "lost">;

export type ReviewSavingEvent =
  | { type: "edited"; edit: (draft: ReviewDraft) => ReviewDraft; nowMs: number }
  | { type: "sending"; draft: ReviewDraft }
  | { type: "saved"; revision: number; savedAt: string; lockedUntil: string | null }
  | { type: "lock_lost"; revision: number; savedAt: string; lost: LostPlace }
  | { type: "newer_elsewhere"; draft: ReviewDraft; revision: number }
  | Failed<Trouble>
  | { type: "woke" }
  | Restored<KeptReview>
  | { type: "chose"; which: "mine" | "theirs"; nowMs: number }
  | { type: "submitting" }
  | { type: "refused" }
  | { type: "loaded"; server: ServerReview };

const mostUnanswered = 20;

export function startReviewSaving(server: ServerReview): ReviewSaving {
  return {
    ...server,
    saved: server.draft,
    ...noProgress,
    rival: null,
    held: false,
  };
}

/** Also when it equals the last receipt, as long as something else may have arrived without one. */
export function isUnsaved({ draft, saved, unanswered }: ReviewSaving): boolean {
  return [saved, ...unanswered].some((known) => !sameReview(known, draft));
}

/** Nothing that is made here can become part of the review any more. */
export function isOver({ trouble }: ReviewSaving): boolean {
  return trouble?.kind === "given" || trouble?.kind === "gone";
}

/** Whether there is something that may be put to the server now. Newer work elsewhere waits for a choice first. */
export function hasUnsent(state: ReviewSaving): boolean {
  return !state.held && state.rival === null && !isOver(state) && isUnsaved(state);
}

/** When the next save is due, in milliseconds since 1970, or null when there is none to make. */
export function saveDueAtMs(state: ReviewSaving): number | null {
  const { trouble, lastEditMs } = state;
  if (state.sending !== null || !hasUnsent(state)) return null;
  // Signing in happens elsewhere, and what was refused is refused again until it is changed.
  if (trouble?.kind === "signed_out") return null;
  if (trouble?.kind === "refused" && lastEditMs <= trouble.sinceMs) return null;
  return dueAtMs(state);
}

function edit(state: ReviewSaving, draft: ReviewDraft, nowMs: number): ReviewSaving {
  const firstEditMs = isUnsaved(state) && state.sending === null ? state.firstEditMs : nowMs;
  return { ...state, draft, firstEditMs, lastEditMs: nowMs };
}

/** The server's draft is now known; what is on the page stays. */
function receive(state: ReviewSaving, server: Pick<ReviewSaving, "saved" | "revision" | "savedAt">): ReviewSaving {
  return { ...state, ...server, ...afterReceipt(state) };
}

/** The server has a draft that this page did not expect. */
function meet(
  state: ReviewSaving,
  { draft, revision, savedAt }: Omit<ServerReview, "lockedUntil" | "lost">,
): ReviewSaving {
  const own = [state.draft, state.saved, ...state.unanswered];
  if (own.some((known) => sameReview(known, draft))) return receive(state, { saved: draft, revision, savedAt });
  return { ...state, sending: null, trouble: null, rival: { from: "tab", draft, revision } };
}

/** The page was loaded again: newer work from elsewhere is taken over, unless there is unsaved work here. */
function load(state: ReviewSaving, server: ServerReview): ReviewSaving {
  if (server.revision < state.revision) return state;
  const held = { ...state, lockedUntil: server.lockedUntil, lost: server.lost };
  if (server.revision === state.revision || state.rival) return held;
  if (isUnsaved(state)) return meet(held, server);
  const { draft, revision, savedAt } = server;
  return { ...receive(held, { saved: draft, revision, savedAt }), draft };
}

/** What this device kept when it could not be saved, perhaps on top of a draft that has changed elsewhere since. */
function restore(state: ReviewSaving, { kept, nowMs }: Restored<KeptReview>): ReviewSaving {
  // What reached the server on leaving is kept no longer: as an edit it is, once this page has looked.
  if (sameReview(kept.draft, state.saved)) return edit(state, state.draft, nowMs);
  if (kept.revision === state.revision) return edit(state, kept.draft, nowMs);
  return { ...state, rival: { from: "device", draft: kept.draft, revision: state.revision } };
}

function choose(state: ReviewSaving, which: "mine" | "theirs", nowMs: number): ReviewSaving {
  const { rival } = state;
  if (rival === null) return state;
  const saved = rival.from === "tab" ? rival.draft : state.saved;
  const chosen = which === "mine" ? state.draft : rival.draft;
  return { ...edit(state, chosen, nowMs), saved, revision: rival.revision, rival: null, unanswered: [] };
}

/** What was sent is kept all the same. */
function loseLock(state: ReviewSaving, event: Extract<ReviewSavingEvent, { type: "lock_lost" }>): ReviewSaving {
  const { sending } = state;
  if (sending === null) return state;
  const { revision, savedAt, lost } = event;
  return { ...receive(state, { saved: sending, revision, savedAt }), lost, lockedUntil: null };
}

export function reviewSaving(state: ReviewSaving, event: ReviewSavingEvent): ReviewSaving {
  switch (event.type) {
    case "edited": {
      // What is written on top of one of two versions would be lost with it.
      if (state.rival) return state;
      const draft = event.edit(state.draft);
      return draft === state.draft ? state : edit(state, draft, event.nowMs);
    }
    case "sending": {
      const unanswered = [...state.unanswered, event.draft].slice(-mostUnanswered);
      return { ...state, sending: event.draft, unanswered };
    }
    case "saved": {
      const { sending } = state;
      if (sending === null) return state;
      const { revision, savedAt, lockedUntil } = event;
      return { ...receive(state, { saved: sending, revision, savedAt }), lockedUntil, lost: null };
    }
    case "lock_lost":
      return loseLock(state, event);
    case "newer_elsewhere":
      return state.sending === null ? state : meet(state, { ...event, savedAt: state.savedAt });
    case "failed":
      return state.sending === null ? state : { ...state, ...afterFailure(state, event) };
    case "woke":
      return state.trouble && !isOver(state) ? { ...state, trouble: null } : state;
    case "restored":
      return restore(state, event);
    case "chose":
      return choose(state, event.which, event.nowMs);
    case "submitting":
      return { ...state, sending: null, held: true };
    case "refused":
      return { ...state, held: false };
    case "loaded":
      return state.held ? state : load(state, event.server);
  }
}
