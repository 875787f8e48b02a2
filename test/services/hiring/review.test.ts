import { expect, test } from "vitest";
import { lockMs } from "#app/domain/hiring/queue.ts";
import { db } from "#app/db/client.server.ts";
import { claimSession } from "#app/services/hiring/queue/claim-session.server.ts";
import { findGone } from "#app/services/hiring/queue/find-gone.server.ts";
import { skipSession } from "#app/services/hiring/queue/leave-session.server.ts";
import { getBlindReview } from "#app/services/hiring/review/get-blind-review.server.ts";
import { keepComment, removeComment } from "#app/services/hiring/review/reuse-comments.server.ts";
import { saveReviewDraft } from "#app/services/hiring/review/save-review-draft.server.ts";
import { submitReview } from "#app/services/hiring/review/submit-review.server.ts";
import { useTestJobs } from "#test/support/database.ts";
import { draftOf, review } from "#test/support/hiring-review.ts";
import { handIn, makeAssessment, makeTeam } from "#test/support/hiring.ts";
import { idleJobs } from "#test/support/idle-jobs.ts";

useTestJobs(idleJobs);

const levels = { framing: 3, economics: 1 };
const draft = draftOf(levels);

/** A session that waits, and what its reviewers ask for it by. */
async function makeWaiting({ reviewers = 2, hideUnvalidated = false } = {}) {
  const team = await makeTeam();
  const assessment = await makeAssessment(team, { reviewersPerSession: reviewers, hideUnvalidated });
  const { sessionId, candidate, candidacy } = await handIn(assessment);
  return { team, sessionId, candidate, candidacy, wanted: { organisation: team.organisationId, sessionId } };
}

// The first grade in a process prepares the grader, which takes long where others are at work.
const slowest = { timeout: 120_000 };

test(
  "a reviewer who holds a session gets its interview and rubric, and nothing that tells who it is or what others made of it",
  slowest,
  async () => {
    const { team, wanted, candidate, candidacy } = await makeWaiting();
    await review(team.second, { team, ...wanted, levels: { framing: 4, economics: 2 }, said: "Only Rex says this" });
    await claimSession(team.first, wanted);
    const page = await getBlindReview(team.first, wanted);
    if (page?.state !== "reading") throw new Error(`The page is ${page?.state}.`);
    expect(Object.keys(page.review).sort()).toEqual(
      "brief claim code comments criteria draft given late place revision savedAt sessionId title transcript"
        .split(" ")
        .sort(),
    );
    expect(page.review).toMatchObject({ code: candidacy.code, given: null, revision: 0, claim: { isMine: true } });
    expect(page.review.transcript).toHaveLength(2);
    const sent = JSON.stringify(page);
    for (const secret of [
      candidate.name,
      candidate.id,
      candidate.email ?? "",
      "Only Rex says this",
      "finishedAt",
      "score",
    ]) {
      expect(sent).not.toContain(secret);
    }
  },
);

test("before it is taken a session shows neither transcript nor levels, and says whether a place is free", async () => {
  const { team, wanted } = await makeWaiting({ reviewers: 1 });
  const open = await getBlindReview(team.first, wanted);
  expect(open).toMatchObject({ state: "closed", closed: { refusal: null, kept: [] } });
  await claimSession(team.second, wanted);
  expect(await getBlindReview(team.first, wanted)).toMatchObject({ closed: { refusal: "full", heldBy: "Rex Second" } });
  expect(JSON.stringify(open)).not.toContain("transcript");
});

test("each save moves the lock on, and an older tab is given the newer draft", async () => {
  const { team, wanted } = await makeWaiting();
  await claimSession(team.first, wanted);
  const now = new Date(Date.now() + lockMs - 1_000);
  const saved = await saveReviewDraft(team.first, { ...wanted, draft, revision: 0, now });
  expect(saved).toMatchObject({ ok: true, revision: 1 });
  expect(saved?.ok && saved.lockedUntil).toBe(new Date(now.getTime() + lockMs).toISOString());
  const older = await saveReviewDraft(team.first, { ...wanted, draft: draftOf({ framing: 0 }), revision: 0 });
  expect(older).toMatchObject({ ok: false, reason: "newer_elsewhere", draft, revision: 1 });
});

test("a save after the lock has ended takes the place again if it is free", async () => {
  const { team, wanted } = await makeWaiting({ reviewers: 1 });
  await claimSession(team.first, wanted);
  const now = new Date(Date.now() + 3 * lockMs);
  expect(await saveReviewDraft(team.first, { ...wanted, draft, revision: 0, now })).toMatchObject({ ok: true });
  expect(await claimSession(team.second, { ...wanted, now })).toMatchObject({ reason: "full", heldBy: "Rae First" });
});

test("a lock that ends while somebody types loses nothing: the draft is kept and it is said who has the place", async () => {
  const { team, wanted } = await makeWaiting({ reviewers: 1 });
  await claimSession(team.first, wanted);
  const now = new Date(Date.now() + lockMs + 1_000);
  await claimSession(team.second, { ...wanted, now });
  const saved = await saveReviewDraft(team.first, { ...wanted, draft, revision: 0, now });
  expect(saved).toMatchObject({ ok: false, reason: "lock_lost", heldBy: "Rex Second", isOver: false, revision: 1 });
  const page = await getBlindReview(team.first, { ...wanted, now });
  expect(page).toMatchObject({ review: { draft, revision: 1, claim: { isMine: false, heldBy: "Rex Second" } } });
  const refused = await submitReview(team.first, { ...wanted, draft, now });
  expect(refused).toMatchObject({ ok: false, reason: "lock_lost", heldBy: "Rex Second" });
  expect(await db().review.count()).toBe(await db().review.count({ where: { sessionId: { not: wanted.sessionId } } }));
});

test("after others have filled the places what one had written can still be read, and is no part of the result", async () => {
  const { team, wanted } = await makeWaiting({ reviewers: 1 });
  await claimSession(team.first, wanted);
  await saveReviewDraft(team.first, { ...wanted, draft, revision: 0 });
  await db().reviewClaim.updateMany({ where: { reviewerId: team.first.id }, data: { lockedUntil: new Date(0) } });
  await review(team.second, { team, ...wanted, levels });
  const saved = await saveReviewDraft(team.first, { ...wanted, draft, revision: 1 });
  expect(saved).toMatchObject({ ok: false, reason: "lock_lost", isOver: true });
  const page = await getBlindReview(team.first, wanted);
  expect(page).toMatchObject({ state: "closed", closed: { refusal: "over" } });
  expect(page?.state === "closed" && page.closed.kept.map(({ level }) => level)).toEqual([3, 1]);
});

test("whoever is no member any more saves and gives nothing, in a tab that is still open", async () => {
  const { team, wanted } = await makeWaiting();
  await claimSession(team.first, wanted);
  await db().member.deleteMany({ where: { userId: team.first.id } });
  expect(await saveReviewDraft(team.first, { ...wanted, draft, revision: 0 })).toBeNull();
  expect(await submitReview(team.first, { ...wanted, draft })).toBeNull();
});

test("a review is given once, with what it rests on, and an unfinished one says what is missing", async () => {
  const { team, wanted } = await makeWaiting();
  await claimSession(team.first, wanted);
  const unfinished = await submitReview(team.first, { ...wanted, draft: draftOf({ framing: 3 }) });
  expect(unfinished).toMatchObject({ reason: "incomplete", problems: [{ criterion: "economics" }] });
  const [turn] = await db().turn.findMany({
    where: { sessionId: wanted.sessionId, kind: "answer" },
    orderBy: { seq: "asc" },
  });
  const text = turn?.text.slice(0, 9) ?? "";
  const quotes = { framing: [{ seq: turn?.seq ?? 0, start: 0, end: 9, text }] };
  const misquoted = { framing: [{ seq: turn?.seq ?? 0, start: 0, end: 9, text: "Not said." }] };
  const wrong = await submitReview(team.first, { ...wanted, draft: { ...draft, quotes: misquoted } });
  expect(wrong).toMatchObject({ reason: "incomplete", problems: [{ criterion: "framing" }] });
  const twice = [1, 2].map(() => submitReview(team.first, { ...wanted, draft: { ...draft, quotes } }));
  const outcomes = await Promise.all(twice);
  expect(outcomes).toContainEqual({ ok: true });
  expect(outcomes).toContainEqual({ ok: false, reason: "given" });
  const [given, ...more] = await db().review.findMany({ where: { sessionId: wanted.sessionId } });
  expect(more).toEqual([]);
  expect(given).toMatchObject({ kind: "independent", levels, quotes, reviewerId: team.first.id });
  expect(await saveReviewDraft(team.first, { ...wanted, draft, revision: 9 })).toMatchObject({ reason: "given" });
  const actions = await db().auditEntry.findMany({ where: { sessionId: wanted.sessionId, action: "review.submit" } });
  expect(actions).toHaveLength(1);
});

test("a form without scripts sends no quotes, and keeps those that were taken", async () => {
  const { team, wanted } = await makeWaiting();
  await claimSession(team.first, wanted);
  const { seq, text } = await db().turn.findFirstOrThrow({ where: { sessionId: wanted.sessionId, kind: "answer" } });
  const quotes = { framing: [{ seq, start: 0, end: 5, text: text.slice(0, 5) }] };
  await saveReviewDraft(team.first, { ...wanted, draft: { ...draft, quotes }, revision: 0 });
  expect(await submitReview(team.first, { ...wanted, draft: { ...draft, quotes: null } })).toEqual({ ok: true });
  expect(await db().review.findFirst({ where: { sessionId: wanted.sessionId } })).toMatchObject({ quotes });
});

test("after one's own levels come the grader's, marked as not validated, and colleagues' by name, differences first", async () => {
  const { team, wanted } = await makeWaiting();
  await review(team.first, { team, ...wanted, levels: { framing: 3, economics: 1 } });
  const alone = await getBlindReview(team.first, wanted);
  if (alone?.state !== "given") throw new Error(`The page is ${alone?.state}.`);
  expect(alone.review.given).toMatchObject({ state: "waiting", missing: 1, gate: { isValidated: false } });
  await review(team.second, { team, ...wanted, levels: { framing: 3, economics: 2 }, said: "Rex says this" });
  const page = await getBlindReview(team.first, wanted);
  const given = page?.state === "given" ? page.review.given : null;
  expect(given).toMatchObject({ state: "complete", missing: 0, as: "independent" });
  const apart = given?.criteria.map((criterion) => criterion.apart) ?? [];
  expect(apart).toEqual([...apart].sort((a, b) => b - a));
  const economics = given?.criteria.find(({ id }) => id === "economics");
  expect(economics?.readings).toMatchObject([
    { by: "You", as: "you", level: 1 },
    { by: "Rex Second", as: "colleague", level: 2, comment: "Rex says this (economics)" },
  ]);
  expect(economics?.grader).not.toBeNull();
  expect(economics?.settled).toEqual({ level: 1, by: "median" });
  const seen = await db().auditEntry.count({ where: { sessionId: wanted.sessionId, action: "session.see" } });
  expect(seen).toBe(1);
});

test("where the team hides a grader that is not validated, its levels are not sent at all", async () => {
  const { team, wanted } = await makeWaiting({ hideUnvalidated: true, reviewers: 1 });
  await review(team.first, { team, ...wanted, levels });
  const page = await getBlindReview(team.first, wanted);
  const given = page?.state === "given" ? page.review.given : null;
  expect(given?.gate).toMatchObject({ isHidden: true });
  expect(given?.criteria.map(({ grader }) => grader)).toEqual([null, null]);
});

test("a session whose candidate withdrew, or that was deleted, is gone at the next step, and whoever had it is told why", async () => {
  const { team, wanted, candidacy } = await makeWaiting();
  await claimSession(team.first, wanted);
  await db().candidacy.update({ where: { id: candidacy.id }, data: { withdrawnAt: new Date() } });
  expect(await saveReviewDraft(team.first, { ...wanted, draft, revision: 0 })).toBeNull();
  expect(await getBlindReview(team.first, wanted)).toBeNull();
  expect(await findGone(team.first, wanted)).toBe("withdrawn");
  await db().candidacy.delete({ where: { id: candidacy.id } });
  expect(await submitReview(team.first, { ...wanted, draft })).toBeNull();
  expect(await findGone(team.first, wanted)).toBe("deleted");
  expect(await findGone(team.second, wanted)).toBeNull();
  expect(await findGone((await makeTeam()).first, wanted)).toBeNull();
});

test("what was left to others is given by nobody who left it, until they take it up again", async () => {
  const { team, wanted } = await makeWaiting();
  await claimSession(team.first, wanted);
  await skipSession(team.first, { ...wanted, reason: "Later." });
  expect(await submitReview(team.first, { ...wanted, draft })).toMatchObject({ reason: "lock_lost", heldBy: null });
  expect(await getBlindReview(team.first, wanted)).toMatchObject({ state: "closed", closed: { skipReason: "Later." } });
  await claimSession(team.first, wanted);
  expect(await submitReview(team.first, { ...wanted, draft })).toEqual({ ok: true });
});

test("notes to say again are one person's own, kept once, and bounded", async () => {
  const { team, wanted } = await makeWaiting();
  const { organisation } = wanted;
  const kept = await keepComment(team.first, { organisation, text: " No sum is shown. " });
  expect(await keepComment(team.first, { organisation, text: "No sum is shown." })).toEqual(kept);
  expect(await keepComment(team.first, { organisation, text: "x".repeat(2_001) })).toMatchObject({
    reason: "too_long",
  });
  expect(await keepComment(team.first, { organisation, text: " \n" })).toMatchObject({ reason: "empty" });
  await claimSession(team.first, wanted);
  await claimSession(team.second, wanted);
  const own = await getBlindReview(team.first, wanted);
  const others = await getBlindReview(team.second, wanted);
  expect(own).toMatchObject({ review: { comments: [{ text: "No sum is shown." }] } });
  expect(others).toMatchObject({ review: { comments: [] } });
  await removeComment(team.second, { organisation, id: kept?.ok ? kept.id : "" });
  expect(await db().reusableComment.count({ where: { organisationId: organisation } })).toBe(1);
  await removeComment(team.first, { organisation, id: kept?.ok ? kept.id : "" });
  expect(await db().reusableComment.count({ where: { organisationId: organisation } })).toBe(0);
});
