import { expect, test } from "vitest";
import { db } from "#app/db/client.server.ts";
import { criteriaDone, followGrade, type GradeProgressEvent } from "#app/services/grading/follow-grade.server.ts";
import { useTestJobs } from "#test/support/database.ts";
import { makeScenario, useTestLibrary } from "#test/support/scenario.ts";
import { idleJobs } from "#test/support/idle-jobs.ts";
import { gradeNow, makeViewer, playSession, startInterview } from "#test/support/session.ts";

await useTestLibrary(makeScenario());
useTestJobs(idleJobs);

const { rubric } = makeScenario();
const done = (verdicts: number) => criteriaDone(rubric, verdicts).map((criterion) => criterion.done);

test("a criterion is done when all verdicts up to its last red flag are there", () => {
  expect(criteriaDone(rubric, 0)).toEqual([
    { key: "A", title: "Framing the need", done: false },
    { key: "B", title: "Costs and numbers", done: false },
  ]);
  expect(done(2)).toEqual([false, false]);
  expect(done(3)).toEqual([true, false]);
  expect(done(4)).toEqual([true, true]);
});

test("what a grader reports is told as it changes, until the grade is there", async () => {
  const viewer = await makeViewer();
  const sessionId = await playSession(viewer, { answers: ["The catalogue is read at query time."] });
  const { id } = await db().grade.findFirstOrThrow({ where: { sessionId } });
  const events: GradeProgressEvent[] = [];
  const following = await followGrade(viewer, sessionId, AbortSignal.timeout(20_000));
  // Each event is followed by the next thing that happens to the grade.
  const happenings = [
    () => db().grade.update({ where: { id }, data: { status: "grading" } }),
    () => db().grade.update({ where: { id }, data: { progress: { step: "verdicts", done: 3, total: 4 } } }),
    () => gradeNow(sessionId),
  ];
  for await (const event of following ?? []) {
    events.push(event);
    await happenings.shift()?.();
  }
  expect(
    events.map(({ state, progress, criteria }) => [state, progress?.step ?? null, criteria.map((each) => each.done)]),
  ).toEqual([
    ["queued", null, [false, false]],
    ["grading", null, [false, false]],
    ["grading", "verdicts", [true, false]],
    ["graded", "score", [true, true]],
  ]);
});

test("following ends when the grade cannot be made, and says so last", async () => {
  const viewer = await makeViewer();
  const sessionId = await playSession(viewer, { answers: ["The catalogue is read at query time."] });
  await db().grade.updateMany({ where: { sessionId }, data: { status: "ungraded", reason: "timeout" } });
  const events: string[] = [];
  for await (const { state } of (await followGrade(viewer, sessionId, AbortSignal.timeout(20_000))) ?? [])
    events.push(state);
  expect(events).toEqual(["ungraded"]);
});

test("whoever leaves is not waited for, and an unfinished session has nothing to follow", async () => {
  const viewer = await makeViewer();
  const sessionId = await startInterview(viewer);
  const leaving = new AbortController();
  for await (const _ of (await followGrade(viewer, sessionId, leaving.signal)) ?? [])
    throw new Error("Nothing is graded.");
  const graded = await playSession(viewer, { answers: ["The catalogue is read at query time."] });
  const events: string[] = [];
  for await (const { state } of (await followGrade(viewer, graded, leaving.signal)) ?? []) {
    events.push(state);
    leaving.abort();
  }
  expect(events).toEqual(["queued"]);
});
