import { expect, test } from "vitest";
import {
  hasUnsent,
  isUnsaved,
  reviewSaving,
  saveDueAtMs,
  startReviewSaving,
  type ReviewSaving,
  type ReviewSavingEvent,
} from "#app/components/hiring/review/saving/review-saving.ts";
import { emptyReviewDraft, type ReviewDraft } from "#app/domain/review/review-draft.ts";

const withLevel = (level: number): ReviewDraft => ({ ...emptyReviewDraft, levels: { framing: level } });
const savedAt = new Date(0).toISOString();
const started = startReviewSaving({
  draft: emptyReviewDraft,
  revision: 3,
  savedAt: null,
  lockedUntil: savedAt,
  lost: null,
});

const after = (...events: ReviewSavingEvent[]) => events.reduce<ReviewSaving>(reviewSaving, started);
const edited = (level: number, nowMs = 10_000): ReviewSavingEvent => ({
  type: "edited",
  edit: () => withLevel(level),
  nowMs,
});
const sending = (level: number): ReviewSavingEvent => ({ type: "sending", draft: withLevel(level) });
const saved = (revision: number): ReviewSavingEvent => ({ type: "saved", revision, savedAt, lockedUntil: savedAt });

test("what is made is saved once the hand rests, and then there is nothing to save", () => {
  expect(saveDueAtMs(started)).toBeNull();
  const made = after(edited(2));
  expect(saveDueAtMs(made)).toBe(11_000);
  const done = after(edited(2), sending(2), saved(4));
  expect(done).toMatchObject({ revision: 4, savedAt, lost: null });
  expect(isUnsaved(done)).toBe(false);
  expect(saveDueAtMs(done)).toBeNull();
});

test("what changes while a save is under way is saved after it", () => {
  const state = after(edited(2), sending(2), edited(3, 10_500), saved(4));
  expect(state.draft).toEqual(withLevel(3));
  expect(saveDueAtMs(state)).toBe(11_500);
});

test("without a network it is tried again, less and less often, until it is back", () => {
  const failed: ReviewSavingEvent = { type: "failed", trouble: "offline", nowMs: 12_000 };
  const once = after(edited(2), sending(2), failed);
  const twice = [sending(2), failed].reduce(reviewSaving, once);
  expect(saveDueAtMs(once)).toBe(13_000);
  expect(saveDueAtMs(twice)).toBe(14_000);
  expect(after(edited(2), sending(2), failed, { type: "woke" }).trouble).toBeNull();
  const back = [sending(2), saved(4)].reduce(reviewSaving, twice);
  expect(back).toMatchObject({ trouble: null, network: "back" });
});

test("a lost place loses nothing: the draft is kept, saving goes on, and a free place is taken again", () => {
  const lost = { heldBy: "Rex Second", isOver: false };
  const state = after(edited(2), sending(2), { type: "lock_lost", revision: 4, savedAt, lost });
  expect(state).toMatchObject({ draft: withLevel(2), revision: 4, lost, lockedUntil: null });
  expect(isUnsaved(state)).toBe(false);
  const goingOn = reviewSaving(state, edited(3));
  expect(saveDueAtMs(goingOn)).not.toBeNull();
  const again = [sending(3), saved(5)].reduce(reviewSaving, goingOn);
  expect(again).toMatchObject({ lost: null, lockedUntil: savedAt, revision: 5 });
});

test("newer work of another tab is kept beside what is here until somebody chooses", () => {
  const newer: ReviewSavingEvent = { type: "newer_elsewhere", draft: withLevel(4), revision: 7 };
  const both = after(edited(2), sending(2), newer);
  expect(both).toMatchObject({ draft: withLevel(2), rival: { from: "tab", draft: withLevel(4) } });
  expect(hasUnsent(both)).toBe(false);
  const theirs = reviewSaving(both, { type: "chose", which: "theirs", nowMs: 20_000 });
  expect(theirs).toMatchObject({ draft: withLevel(4), revision: 7, rival: null });
  expect(isUnsaved(theirs)).toBe(false);
  const mine = reviewSaving(both, { type: "chose", which: "mine", nowMs: 20_000 });
  expect(mine).toMatchObject({ draft: withLevel(2), revision: 7 });
  expect(hasUnsent(mine)).toBe(true);
});

test("a refusal that shows what this page sent itself is a late receipt", () => {
  const lost: ReviewSavingEvent = { type: "failed", trouble: "unreachable", nowMs: 11_000 };
  const late: ReviewSavingEvent = { type: "newer_elsewhere", draft: withLevel(2), revision: 4 };
  const state = after(edited(2), sending(2), lost, edited(3), sending(3), late);
  expect(state).toMatchObject({ rival: null, revision: 4, draft: withLevel(3) });
  expect(hasUnsent(state)).toBe(true);
});

test("what the device kept comes back, and stands beside a draft that has changed elsewhere", () => {
  const restored = (draft: ReviewDraft, revision: number): ReviewSavingEvent => ({
    type: "restored",
    kept: { draft, revision },
    nowMs: 5_000,
  });
  expect(after(restored(withLevel(1), 3))).toMatchObject({ draft: withLevel(1), rival: null });
  expect(after(restored(withLevel(1), 2))).toMatchObject({
    draft: emptyReviewDraft,
    rival: { from: "device", draft: withLevel(1) },
  });
  expect(after(restored(withLevel(1), 2), edited(4)).draft).toEqual(emptyReviewDraft);
  expect(after(restored(emptyReviewDraft, 1)).rival).toBeNull();
});

test("a page that is loaded again takes over what is newer, and never what is older", () => {
  const server = { draft: withLevel(4), savedAt, lockedUntil: null, lost: null };
  expect(after({ type: "loaded", server: { ...server, revision: 9 } }).draft).toEqual(withLevel(4));
  expect(after({ type: "loaded", server: { ...server, revision: 2 } })).toEqual(started);
  expect(after(edited(2), { type: "loaded", server: { ...server, revision: 9 } }).rival?.from).toBe("tab");
});

test("once it is given, or gone, nothing more is sent; while it is being given nothing is saved", () => {
  for (const trouble of ["given", "gone"] as const) {
    const over = after(edited(2), sending(2), { type: "failed", trouble, nowMs: 0 }, { type: "woke" }, edited(3));
    expect(hasUnsent(over)).toBe(false);
  }
  expect(saveDueAtMs(after(edited(2), { type: "submitting" }))).toBeNull();
  expect(saveDueAtMs(after(edited(2), { type: "submitting" }, { type: "refused" }))).not.toBeNull();
});

test("an ended sign-in and a refused draft are not tried again by themselves", () => {
  const failed = (trouble: "signed_out" | "refused"): ReviewSavingEvent => ({ type: "failed", trouble, nowMs: 12_000 });
  expect(saveDueAtMs(after(edited(2), sending(2), failed("signed_out")))).toBeNull();
  expect(saveDueAtMs(after(edited(2), sending(2), failed("refused")))).toBeNull();
  expect(saveDueAtMs(after(edited(2), sending(2), failed("refused"), edited(3, 13_000)))).not.toBeNull();
});
