import { expect, test } from "vitest";
import { db } from "#app/db/client.server.ts";
import { askQuestion } from "#app/services/interview/ask-question.server.ts";
import { getRoom } from "#app/services/interview/get-room.server.ts";
import { startSession } from "#app/services/interview/start-session.server.ts";
import { submitAnswer } from "#app/services/interview/submit-answer.server.ts";
import { useTestJobs } from "#test/support/database.ts";
import { makeScenario, useTestLibrary } from "#test/support/scenario.ts";
import {
  answer,
  countTurns,
  gradingJobs,
  makeViewer,
  startInterview,
  waitForScorecard,
} from "#test/support/session.ts";

await useTestLibrary(makeScenario(), makeScenario({ slug: "other-house" }));
useTestJobs(gradingJobs);

const slug = "house-dialect";

test("a whole interview: from the opening through a fact, a drawing, probes and the twist to the scorecard", async () => {
  const viewer = await makeViewer();
  const sessionId = await startInterview(viewer);
  const asked = await askQuestion(viewer, { sessionId, text: "Do the tables change?", seenSeq: 1 });
  expect(asked).toEqual({ ok: true, phase: "answering" });
  expect(await answer(viewer, sessionId, "It depends on the catalogue.", "flowchart LR\n  Q --> C")).toEqual({
    ok: true,
    phase: "answering",
  });
  for (const text of ["I would look.", "I would ask.", "I would wait."]) await answer(viewer, sessionId, text);
  const room = await getRoom(viewer, sessionId);
  expect(room).toMatchObject({ phase: "answering", questionNumber: 5, questionsInAll: 5, slug });
  expect(room?.turns.map(({ kind, questionNumber }) => (questionNumber ? `${kind} ${questionNumber}` : kind))).toEqual([
    "question 1",
    "clarification",
    "fact",
    "answer",
    "diagram",
    "question 2",
    "answer",
    "twist 3",
    "answer",
    "question 4",
    "answer",
    "question 5",
  ]);
  expect(room?.told).toEqual([
    { asked: "Do the tables change?", answer: "Tables change every week; a catalogue is always right.", known: true },
  ]);
  expect(await answer(viewer, sessionId, "The catalogue is read at query time.")).toEqual({
    ok: true,
    phase: "finished",
  });

  const scorecard = await waitForScorecard(viewer, sessionId);
  expect(scorecard).toMatchObject({
    state: "graded",
    session: { answers: 5, asked: 1, newerVersion: false },
    grade: { grader: "offline", model: "phrasings-2", criteria: [{ key: "A" }, { key: "B" }] },
  });
  expect(scorecard.session.finishedAt).not.toBeNull();
});

test("the probes come in the authored words, aimed at the check with most at stake", async () => {
  const viewer = await makeViewer();
  const sessionId = await startInterview(viewer);
  await answer(viewer, sessionId, "I have not thought about it.");
  const turns = await db().turn.findMany({ where: { sessionId }, orderBy: { seq: "asc" } });
  // 66 * 7 / 13 = 35.5 points of the score against 34 * 8 / 8 = 34 and 66 * 6 / 13 = 30.5.
  expect(turns.at(-1)).toMatchObject({
    seq: 3,
    kind: "question",
    text: "What here would still be true in two years?",
    checkId: "dialect-is-behaviour",
    voice: "authored",
    pending: false,
  });
});

test("a second start gives the unfinished session back, also when both come at once", async () => {
  const viewer = await makeViewer();
  const both = await Promise.all([startSession(viewer, { slug }), startSession(viewer, { slug })]);
  const later = await startSession(viewer, { slug });
  expect(new Set([...both, later].map((started) => started?.sessionId)).size).toBe(1);
  expect(await db().session.count({ where: { userId: viewer.id } })).toBe(1);
});

test("another scenario, another mode and a finished session begin anew", async () => {
  const viewer = await makeViewer();
  const first = await startInterview(viewer);
  const others = [
    await startSession(viewer, { slug: "other-house" }),
    await startSession(viewer, { slug, mode: "mock" }),
  ];
  await db().session.update({ where: { id: first }, data: { phase: "finished" } });
  const again = await startSession(viewer, { slug });
  const ids = [first, ...[...others, again].map((started) => started?.sessionId)];
  expect(new Set(ids).size).toBe(4);
});

test("there is no session at a scenario that is not there", async () => {
  expect(await startSession(await makeViewer(), { slug: "nowhere" })).toBeNull();
});

test("two people who begin the same scenario share one version of it", async () => {
  const [one, other] = [await makeViewer(), await makeViewer()];
  await Promise.all([startInterview(one), startInterview(other)]);
  expect(await db().scenarioVersion.count({ where: { slug } })).toBe(1);
});

test("the same answer sent twice is taken once, the second is stale", async () => {
  const viewer = await makeViewer();
  const sessionId = await startInterview(viewer);
  const sent = { sessionId, text: "I would look it up.", diagram: "", seenSeq: 1 };
  const results = await Promise.all([submitAnswer(viewer, sent), submitAnswer(viewer, sent)]);
  expect(results).toContainEqual({ ok: true, phase: "answering" });
  expect(results).toContainEqual({ ok: false, reason: "stale" });
  expect(await submitAnswer(viewer, sent)).toEqual({ ok: false, reason: "stale" });
  expect(await countTurns(sessionId)).toBe(3);
});

test("an answer and a question sent at once do not both become the second turn", async () => {
  const viewer = await makeViewer();
  const sessionId = await startInterview(viewer);
  const results = await Promise.all([
    submitAnswer(viewer, { sessionId, text: "I would look it up.", diagram: "", seenSeq: 1 }),
    askQuestion(viewer, { sessionId, text: "Do the tables change?", seenSeq: 1 }),
  ]);
  expect(results.map((result) => result?.ok).sort()).toEqual([false, true]);
  const turns = await db().turn.findMany({ where: { sessionId }, orderBy: { seq: "asc" } });
  expect(turns.map(({ seq }) => seq)).toEqual([1, 2, 3]);
});

test("a refusal changes nothing", async () => {
  const viewer = await makeViewer();
  const sessionId = await startInterview(viewer);
  expect(await answer(viewer, sessionId, "  ")).toEqual({ ok: false, reason: "empty" });
  expect(await answer(viewer, sessionId, "x".repeat(200_000))).toEqual({ ok: false, reason: "too_long" });
  expect(await askQuestion(viewer, { sessionId, text: "", seenSeq: 1 })).toEqual({ ok: false, reason: "empty" });
  expect(await getRoom(viewer, sessionId)).toMatchObject({ questionNumber: 1, draftRevision: 0, turns: [{ seq: 1 }] });
});

test("text survives as it was typed: quotes, markup, other scripts and emoji", async () => {
  const viewer = await makeViewer();
  const sessionId = await startInterview(viewer);
  const text = "<script>alert(1)</script> 'x'; DROP TABLE \"Turn\"; Zażółć 日本語 👩‍💻";
  await answer(viewer, sessionId, text);
  expect((await getRoom(viewer, sessionId))?.turns[1]?.text).toBe(text);
});

test("the clock runs while somebody is there and stands while nobody is", async () => {
  const viewer = await makeViewer();
  const sessionId = await startInterview(viewer);
  const ago = (ms: number) => new Date(Date.now() - ms);
  const spentAfter = async (awayMs: number) => {
    await db().session.update({ where: { id: sessionId }, data: { spentMs: 1_000, lastActiveAt: ago(awayMs) } });
    return (await getRoom(viewer, sessionId))?.spentMs ?? 0;
  };
  expect(await spentAfter(60_000)).toBeGreaterThanOrEqual(61_000);
  expect(await spentAfter(3_600_000)).toBe(1_000);
});
