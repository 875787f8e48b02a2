import { stringify } from "yaml";
import { expect, test } from "vitest";
import { db } from "#app/db/client.server.ts";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { CardContentSchema } from "#app/domain/practice/card.ts";
import { MemorySchema, replay, ReviewLogSchema } from "#app/domain/practice/schedule.ts";
import { keepGuestWork } from "#app/services/accounts/keep-guest-work.server.ts";
import { answerCard } from "#app/services/practice/answer-card.server.ts";
import { answerDrill } from "#app/services/practice/answer-drill.server.ts";
import { getDrill, getDrills } from "#app/services/practice/get-drill.server.ts";
import { getPractice } from "#app/services/practice/get-practice.server.ts";
import { rateCard } from "#app/services/practice/rate-card.server.ts";
import { setAsideCard } from "#app/services/practice/set-aside-card.server.ts";
import { startDrill } from "#app/services/practice/start-drill.server.ts";
import { undoRating } from "#app/services/practice/undo-rating.server.ts";
import { setGoal } from "#app/services/progress/set-goal.server.ts";
import { useTestJobs } from "#test/support/database.ts";
import { makeDrill } from "#test/support/drill.ts";
import { makeScenario, useTestLibrary, writeFiles } from "#test/support/scenario.ts";
import { idleJobs } from "#test/support/idle-jobs.ts";
import { gradeNow, makeViewer, playSession } from "#test/support/session.ts";

const library = await useTestLibrary(makeScenario());
const drills = [makeDrill(), makeDrill({ id: "other-notes" })];
await writeFiles(library.contentDir, [{ file: "drills.yaml", text: stringify({ drills }) }]);
useTestJobs(idleJobs);

const weak = "I would think about it for a while and then ask somebody.";
const knows = "Tables change every week so the schema has to come from the catalogue at query time.";

async function viewerWhoMissed(text = weak): Promise<Viewer> {
  const viewer = await makeViewer();
  await gradeNow(await playSession(viewer, { answers: [text] }));
  return viewer;
}

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);

/** Answers and rates the card that is due at that moment. */
async function recall(
  viewer: Viewer,
  { rating, now, answer = knows }: { rating: 1 | 2 | 3 | 4; now: Date; answer?: string },
) {
  const { card } = await getPractice(viewer, now);
  if (!card) throw new Error("Nothing is due.");
  const answered = await answerCard(viewer, { cardId: card.id, answer, now });
  if (!answered) throw new Error("The card is the viewer's.");
  expect(await rateCard(viewer, { cardId: card.id, answer, rating, due: answered.due, now })).toEqual({ ok: true });
  return answered;
}

test("each missed check becomes one card, however often practice is opened or the session is graded", async () => {
  const viewer = await makeViewer();
  const sessionId = await playSession(viewer, { answers: [weak] });
  await gradeNow(sessionId);
  const now = new Date();
  const [first] = await Promise.all([getPractice(viewer, now), getPractice(viewer, now)]);
  expect(first).toMatchObject({ cards: 3, due: 3, card: { kind: "check", title: "Questions in, our SQL out" } });
  const { id: _, ...grade } = await db().grade.findFirstOrThrow({ where: { sessionId } });
  await db().grade.create({ data: { ...grade, result: grade.result ?? {}, progress: {}, usage: {}, createdAt: now } });
  expect((await getPractice(viewer, now)).cards).toBe(3);
  const keys = await db().card.findMany({ where: { userId: viewer.id }, select: { key: true, sessionId: true } });
  expect(keys.map(({ key }) => key).toSorted()).toEqual([
    "check:house-dialect/dialect-is-behaviour",
    "check:house-dialect/schema-is-knowledge",
    "check:house-dialect/shorter-prompt",
  ]);
  expect(keys.every((card) => card.sessionId === sessionId)).toBe(true);
});

test("a card is asked without what counts, answered with a verdict and rated; then it comes back on its day", async () => {
  const viewer = await viewerWhoMissed();
  const now = new Date();
  const before = await getPractice(viewer, now);
  expect(JSON.stringify(before.card)).not.toMatch(/weights|vector store|Dialect is behaviour/);
  const answered = await recall(viewer, { rating: 3, now });
  expect(answered.counted).toMatchObject({ kind: "check", forInstance: [expect.any(String)] });
  expect(answered.study?.href).toMatch(/^\/learn\/knowledge-or-behaviour#/);
  expect(answered.comesBack.map(({ rating }) => rating)).toEqual([1, 2, 3, 4]);
  await recall(viewer, { rating: 3, now });
  await recall(viewer, { rating: 3, now });
  const done = await getPractice(viewer, now);
  expect(done).toMatchObject({ card: null, due: 0, cards: 3, nextDue: expect.any(String) });
  expect(done.forecast[2]?.count).toBe(3);
  expect((await getPractice(viewer, inDays(1.9))).due).toBe(0);
  expect((await getPractice(viewer, inDays(2.1))).due).toBe(3);
});

test("the stored log replays to the stored memory, and taking back a rating restores what was before it", async () => {
  const viewer = await viewerWhoMissed();
  const now = new Date();
  await recall(viewer, { rating: 4, now });
  await recall(viewer, { rating: 4, now });
  const answered = await recall(viewer, { rating: 1, now });
  const before = await db().card.findUniqueOrThrow({ where: { id: answered.card.id } });
  await recall(viewer, { rating: 3, now: inDays(0.1) });
  const card = await db().card.findUniqueOrThrow({
    where: { id: answered.card.id },
    include: { reviews: { orderBy: { reviewedAt: "asc" } } },
  });
  const log = card.reviews.map((review) => ReviewLogSchema.parse(review.log));
  const [first] = log;
  if (!first) throw new Error("It was reviewed.");
  expect(replay(first.before, log)).toEqual(MemorySchema.parse(card.memory));
  const { lastRating } = await getPractice(viewer, inDays(0.1));
  expect(await undoRating(await makeViewer(), lastRating?.reviewId ?? "")).toBe(false);
  expect(await undoRating(viewer, lastRating?.reviewId ?? "")).toBe(true);
  expect(await undoRating(viewer, lastRating?.reviewId ?? "")).toBe(false);
  const after = await db().card.findUniqueOrThrow({ where: { id: answered.card.id } });
  expect(after).toEqual(before);
});

test("of two ratings of one card at once one counts", async () => {
  const viewer = await viewerWhoMissed();
  const { card } = await getPractice(viewer);
  const answered = await answerCard(viewer, { cardId: card?.id ?? "", answer: weak });
  const send = () => rateCard(viewer, { cardId: card?.id ?? "", answer: weak, rating: 2, due: answered?.due ?? "" });
  const results = await Promise.all([send(), send()]);
  expect(results.map((result) => result?.ok).toSorted()).toEqual([false, true]);
  expect(await db().cardReview.count({ where: { cardId: card?.id ?? "" } })).toBe(1);
});

test("a card that is set aside does not come back until it is brought back, as it was", async () => {
  const viewer = await viewerWhoMissed();
  const { card } = await getPractice(viewer);
  expect(await setAsideCard(viewer, { cardId: card?.id ?? "", setAside: true })).toBe(true);
  const without = await getPractice(viewer);
  expect(without).toMatchObject({ due: 2, cards: 2, setAside: [{ id: card?.id }] });
  expect(await setAsideCard(viewer, { cardId: card?.id ?? "", setAside: false })).toBe(true);
  expect(await getPractice(viewer)).toMatchObject({ due: 3, setAside: [], card: { id: card?.id } });
});

test("a card of a scenario that is gone, and its session too, keeps working and says so", async () => {
  const viewer = await viewerWhoMissed();
  const { card } = await getPractice(viewer);
  const row = await db().card.findUniqueOrThrow({ where: { id: card?.id ?? "" } });
  const content = { ...CardContentSchema.parse(row.content), slug: "long-gone", scenarioHash: "gone" };
  await db().card.update({ where: { id: row.id }, data: { content } });
  await db().session.deleteMany({ where: { userId: viewer.id } });
  const practice = await getPractice(viewer);
  expect(practice.card).toMatchObject({ id: row.id, origin: null });
  const answered = await recall(viewer, {
    rating: 3,
    now: new Date(),
    answer: "The dialect is a habit of output that barely changes, so it belongs in the weights.",
  });
  expect(answered.judgement.verdict).toBe("met");
});

test("somebody else's cards and drills are not there", async () => {
  const [owner, other] = [await viewerWhoMissed(), await makeViewer()];
  const { card } = await getPractice(owner);
  const cardId = card?.id ?? "";
  expect(await answerCard(other, { cardId, answer: weak })).toBeNull();
  expect(await rateCard(other, { cardId, answer: weak, rating: 1, due: new Date().toISOString() })).toBeNull();
  expect(await setAsideCard(other, { cardId, setAside: true })).toBe(false);
  const started = await startDrill(owner);
  expect(await getDrill(other, started?.attemptId ?? "")).toBeNull();
  expect(await answerDrill(other, { attemptId: started?.attemptId ?? "", approach: "rag", reason: "" })).toBeNull();
});

test("a drill's minute runs from its start; two starts are one, and its first answer is the one that counts", async () => {
  const viewer = await makeViewer();
  const now = new Date();
  const [one, two] = await Promise.all([startDrill(viewer, now), startDrill(viewer, inDays(0))]);
  expect(one).toEqual(two);
  const attemptId = one?.attemptId ?? "";
  const later = new Date(now.getTime() + 45_000);
  const open = await getDrill(viewer, attemptId, later);
  expect(open?.remainingMs).toBeLessThanOrEqual(15_000);
  expect(open).toMatchObject({ answered: null, situation: expect.stringContaining("release notes") });
  const answer = { attemptId, approach: "rag" as const, reason: makeDrill().examples.right.reason, now: later };
  expect(await answerDrill(viewer, answer)).toEqual({ ok: true });
  expect(await answerDrill(viewer, { ...answer, approach: "prompt" })).toEqual({ ok: false });
  expect((await getDrill(viewer, attemptId))?.answered).toMatchObject({
    approach: "rag",
    result: { outcome: "right", overTime: false },
    accepted: [{ approach: "rag" }],
  });
  expect(await getDrills(viewer)).toEqual({ drills: 2, seen: 1, right: 1, openAttemptId: null });
  expect((await getPractice(viewer)).cards).toBe(0);
});

test("a missed drill becomes a card once, and unseen drills come before it again", async () => {
  const viewer = await makeViewer();
  const seen: string[] = [];
  for (let turn = 0; turn < 3; turn += 1) {
    const started = await startDrill(viewer);
    const attemptId = started?.attemptId ?? "";
    await answerDrill(viewer, { attemptId, approach: "prompt", reason: "It is simple." });
    seen.push((await db().drillAttempt.findUniqueOrThrow({ where: { id: attemptId } })).drillId);
  }
  expect(new Set(seen.slice(0, 2)).size).toBe(2);
  expect(seen[2]).toBe(seen[0]);
  const practice = await getPractice(viewer);
  expect(practice).toMatchObject({ cards: 2, card: { kind: "drill", origin: "/practice/drill" } });
  const answered = await answerCard(viewer, {
    cardId: practice.card?.id ?? "",
    answer: makeDrill().examples.right.reason,
  });
  expect(answered).toMatchObject({ judgement: { verdict: "met" }, suggested: 3, counted: { kind: "drill" } });
});

test("whoever signs up keeps cards, drills and goal; where both have the same, the account's stays", async () => {
  const [guest, account] = [await viewerWhoMissed(), await viewerWhoMissed(knows)];
  await db().user.update({ where: { id: guest.id }, data: { isAnonymous: true } });
  await recall(account, { rating: 4, now: new Date() });
  await getPractice(guest);
  await startDrill(guest);
  await setGoal(guest, { day: "2030-01-01", target: { competencies: [], level: null } });
  const kept = await db().card.findMany({ where: { userId: account.id } });
  await keepGuestWork({ guestId: guest.id, accountId: account.id });
  const cards = await db().card.findMany({ where: { userId: account.id } });
  expect(cards).toHaveLength(3);
  for (const card of kept) expect(cards).toContainEqual(card);
  expect(await db().drillAttempt.count({ where: { userId: account.id } })).toBe(1);
  expect(await db().goal.findUniqueOrThrow({ where: { userId: account.id } })).toMatchObject({ day: "2030-01-01" });
  expect(await db().user.count({ where: { id: guest.id } })).toBe(0);
});
