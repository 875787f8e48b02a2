import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { graceMs } from "#app/domain/interview/clock.ts";
import { db } from "#app/db/client.server.ts";
import { askQuestion } from "#app/services/interview/ask-question.server.ts";
import { endOverdueInterview } from "#app/services/interview/clock/end-overdue-interview.server.ts";
import { finishSession } from "#app/services/interview/finish-session.server.ts";
import { getRoom } from "#app/services/interview/get-room.server.ts";
import { giveBackOutage } from "#app/services/interview/clock/give-back-outage.server.ts";
import { keepLate } from "#app/services/interview/clock/keep-late.server.ts";
import { pauseSession } from "#app/services/interview/clock/pause-session.server.ts";
import { resumeSession } from "#app/services/interview/clock/resume-session.server.ts";
import { saveDraft } from "#app/services/interview/save-draft.server.ts";
import { scheduleEnd } from "#app/services/interview/clock/schedule-end.server.ts";
import { startSession } from "#app/services/interview/start-session.server.ts";
import { takeHint } from "#app/services/interview/take-hint.server.ts";
import { useTestJobs } from "#test/support/database.ts";
import { makeScenario, useTestLibrary } from "#test/support/scenario.ts";
import { answer, gradingJobs, makeViewer, waitForScorecard } from "#test/support/session.ts";

await useTestLibrary(makeScenario());
useTestJobs(gradingJobs);

const slug = "house-dialect";
const minuteMs = 60_000;

async function startMock(viewer: Viewer, extraTimePercent = 0): Promise<string> {
  const started = await startSession(viewer, { slug, mode: "mock", extraTimePercent });
  if (!started) throw new Error("The scenario is there.");
  return started.sessionId;
}

async function begin() {
  const viewer = await makeViewer();
  const sessionId = await startMock(viewer);
  const room = async () => {
    const found = await getRoom(viewer, sessionId);
    if (!found) throw new Error("The room is gone.");
    return found;
  };
  const save = async (text: string) => {
    const { draftRevision } = await db().session.findUniqueOrThrow({ where: { id: sessionId } });
    const draft = { kind: "answer" as const, text, diagram: "" };
    return saveDraft(viewer, { sessionId, draft, revision: draftRevision });
  };
  /** As if the time had run out this long ago. */
  const runOut = (agoMs: number, now = new Date()) =>
    db().session.update({ where: { id: sessionId }, data: { endsAt: new Date(now.getTime() - agoMs) } });
  const stored = () => db().session.findUniqueOrThrow({ where: { id: sessionId }, include: { grades: true } });
  return { viewer, sessionId, room, save, runOut, stored };
}

test("a mock interview has the scenario's minutes and the extra time that is needed; practice has no limit", async () => {
  const limitOf = async (extra: number) => {
    const viewer = await makeViewer();
    return (await getRoom(viewer, await startMock(viewer, extra)))?.clock;
  };
  expect(await limitOf(0)).toMatchObject({ limitMs: 25 * minuteMs, isPaused: false, pauseUsed: false });
  const longer = await limitOf(50);
  expect(longer?.limitMs).toBe(37.5 * minuteMs);
  expect(longer?.remainingMs).toBeGreaterThan(37 * minuteMs);
  const viewer = await makeViewer();
  const practice = await startSession(viewer, { slug });
  expect(await getRoom(viewer, practice?.sessionId ?? "")).toMatchObject({
    clock: null,
    hints: { given: 0, inAll: 3 },
  });
});

test("an unfinished mock interview goes on with the time it has, whatever is asked for the second time", async () => {
  const viewer = await makeViewer();
  const first = await startMock(viewer);
  expect(await startMock(viewer, 100)).toBe(first);
  expect((await getRoom(viewer, first))?.clock?.limitMs).toBe(25 * minuteMs);
});

test("a pause covers everything there is to think about, refuses answers, and gives the time back", async () => {
  const { viewer, sessionId, room, save, runOut } = await begin();
  await save("Half an ans");
  await runOut(-10 * minuteMs);
  expect(await pauseSession(viewer, sessionId)).toEqual({ ok: true });
  const paused = await room();
  expect(paused).toMatchObject({ clock: { isPaused: true }, brief: [], facts: [], turns: [], draft: { text: "" } });
  expect(await answer(viewer, sessionId, "Thought about it.")).toEqual({ ok: false, reason: "paused" });
  await wait(50);
  expect((await room()).clock?.remainingMs).toBe(paused.clock?.remainingMs);

  expect(await resumeSession(viewer, sessionId)).toEqual({ ok: true });
  const back = await room();
  expect(back).toMatchObject({ clock: { isPaused: false, pauseUsed: true }, draft: { text: "Half an ans" } });
  expect(back.turns).toHaveLength(1);
  expect(back.clock?.remainingMs).toBeLessThanOrEqual(paused.clock?.remainingMs ?? 0);
  expect(back.clock?.remainingMs).toBeGreaterThan(9 * minuteMs);
});

test("there is one pause, and only where there is a clock", async () => {
  const { viewer, sessionId } = await begin();
  const both = await Promise.all([pauseSession(viewer, sessionId), pauseSession(viewer, sessionId)]);
  expect(both.filter((result) => result?.ok)).toHaveLength(1);
  await resumeSession(viewer, sessionId);
  expect(await pauseSession(viewer, sessionId)).toEqual({ ok: false, reason: "no_pause_left" });
  const practice = await startSession(viewer, { slug });
  expect(await pauseSession(viewer, practice?.sessionId ?? "")).toEqual({ ok: false, reason: "no_clock" });
});

test("what was decided before a pause began is not recorded into it", async () => {
  const { viewer, sessionId, stored } = await begin();
  const [said] = await Promise.all([answer(viewer, sessionId, "I would look."), pauseSession(viewer, sessionId)]);
  const { pausedAt } = await stored();
  expect(pausedAt).not.toBeNull();
  const turns = await db().turn.count({ where: { sessionId } });
  expect(said?.ok === true ? turns > 1 : turns === 1).toBe(true);
});

test("hints are refused in a mock interview, and no feedback is given before its end", async () => {
  const { viewer, sessionId, room } = await begin();
  expect(await takeHint(viewer, { sessionId, seenSeq: 1 })).toEqual({ ok: false, reason: "no_hints" });
  await answer(viewer, sessionId, "The dialect is a habit of output; it barely changes.");
  expect(await room()).toMatchObject({ hints: null, feedback: [] });
});

test("within the grace an answer still counts, and what is typed is still saved", async () => {
  const { viewer, sessionId, save, runOut } = await begin();
  await runOut(graceMs / 2);
  expect(await save("On the way.")).toMatchObject({ ok: true });
  expect(await answer(viewer, sessionId, "On the way.")).toMatchObject({ ok: true });
});

test("time up with nobody there: the job ends it, the saved draft goes along, and it is graded", async () => {
  const { viewer, sessionId, save, runOut, stored } = await begin();
  await answer(viewer, sessionId, "The dialect is a habit of output; it barely changes.");
  await save("And the catalogue is read when the question comes.");
  const { endsAt } = await runOut(graceMs + 1_000);
  await scheduleEnd({ sessionId, endsAt: endsAt ?? new Date() });
  expect(await waitForScorecard(viewer, sessionId)).toMatchObject({ state: "graded" });
  const { phase, finishedAt, grades } = await stored();
  expect([phase, finishedAt?.getTime()]).toEqual(["finished", (endsAt?.getTime() ?? 0) + graceMs]);
  expect(grades).toHaveLength(1);
  const last = await db().turn.findFirst({ where: { sessionId }, orderBy: { seq: "desc" } });
  expect(last).toMatchObject({ kind: "answer", text: "And the catalogue is read when the question comes." });
});

test("the next look at the room ends it too, once", async () => {
  const { room, save, runOut, stored } = await begin();
  await save("Saved in time.");
  await runOut(graceMs + 1_000);
  const rooms = await Promise.all([room(), room(), room()]);
  for (const each of rooms) expect(each).toMatchObject({ phase: "finished", endedByClock: true, late: null });
  expect((await stored()).grades).toHaveLength(1);
});

test("an answer after time is up is refused with that reason, and its text is kept and shown, not graded", async () => {
  const { viewer, sessionId, room, save, runOut } = await begin();
  await save("Saved in time.");
  await runOut(graceMs + 1_000);
  expect(await answer(viewer, sessionId, "Saved in time. And more.")).toEqual({ ok: false, reason: "time_is_up" });
  const late = { sessionId, text: "Saved in time. And more.", diagram: "flowchart LR\n  A --> B" };
  expect(await keepLate(viewer, late)).toBe(true);
  expect(await save("Something else, typed on.")).toMatchObject({ ok: false, reason: "time_is_up" });
  expect(await room()).toMatchObject({
    phase: "finished",
    late: {
      text: "Saved in time. And more.\n\nSomething else, typed on.",
      diagram: "flowchart LR\n  A --> B",
    },
  });
  expect((await room()).turns.map(({ text }) => text)).not.toContain("Saved in time. And more.");
  const scorecard = await waitForScorecard(viewer, sessionId);
  expect(scorecard.session.late?.text).toContain("typed on");
  expect(await keepLate(await makeViewer(), late)).toBe(false);
});

test("what had gone along is not late, and what comes after finishing by oneself is not the clock's doing", async () => {
  const { viewer, sessionId, room, save, runOut } = await begin();
  await save("Saved in time.");
  await runOut(graceMs + 1_000);
  expect(await save("Saved in time.")).toMatchObject({ reason: "time_is_up" });
  expect((await room()).late).toBeNull();

  const other = await begin();
  await answer(other.viewer, other.sessionId, "I would look.");
  await finishSession(other.viewer, other.sessionId);
  expect(await other.save("Too late.")).toMatchObject({ reason: "finished" });
  expect(await other.room()).toMatchObject({ endedByClock: false, late: null });
  expect(await askQuestion(viewer, { sessionId, text: "Why?", seenSeq: 2 })).toMatchObject({ reason: "finished" });
});

test("time up with nothing answered ends it ungraded with a reason, and it can be started anew", async () => {
  const { viewer, sessionId, runOut } = await begin();
  await runOut(graceMs + 1_000);
  const again = await startMock(viewer);
  expect(again).not.toBe(sessionId);
  expect(await waitForScorecard(viewer, sessionId)).toMatchObject({
    state: "ungraded",
    ungraded: { reason: "nothing_answered" },
    grade: null,
  });
});

test("an interview whose time is not up, has no clock or stands still is left alone", async () => {
  const { viewer, sessionId, runOut, stored } = await begin();
  await endOverdueInterview(sessionId);
  await runOut(-minuteMs);
  await pauseSession(viewer, sessionId);
  await endOverdueInterview(sessionId, new Date(Date.now() + 60 * minuteMs));
  const practice = await startSession(viewer, { slug });
  await endOverdueInterview(practice?.sessionId ?? "");
  expect((await stored()).phase).toBe("answering");
  expect((await getRoom(viewer, practice?.sessionId ?? ""))?.phase).toBe("answering");
});

test("time in which the server was away is given back, to clocks that ran then and to no other", async () => {
  const [running, over, paused] = [await begin(), await begin(), await begin()];
  const now = new Date();
  const downSince = new Date(now.getTime() - 20 * minuteMs);
  const leftMs = 5 * minuteMs;
  await running.runOut(20 * minuteMs - leftMs, now);
  await pauseSession(paused.viewer, paused.sessionId);
  const before = (await paused.stored()).endsAt;
  await over.runOut(30 * minuteMs);
  await giveBackOutage(db(), { downSince, now });
  expect((await running.stored()).endsAt?.getTime()).toBe(now.getTime() + leftMs);
  expect((await paused.stored()).endsAt).toEqual(before);
  expect(await over.room()).toMatchObject({ phase: "finished", endedByClock: true });
  expect(await running.room()).toMatchObject({ phase: "answering" });
});
