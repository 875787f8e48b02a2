import { expect, test } from "vitest";
import { db } from "#app/db/client.server.ts";
import { requestGrade } from "#app/services/grading/request-grade.server.ts";
import { finishSession } from "#app/services/interview/finish-session.server.ts";
import { startSession } from "#app/services/interview/start-session.server.ts";
import { skipWithoutPostgres, usePostgres } from "#test/support/postgres.ts";
import { makeScenario, useTestLibrary } from "#test/support/scenario.ts";
import { idleJobs } from "#test/support/idle-jobs.ts";
import { answer, gradeNow, makeViewer, startInterview } from "#test/support/session.ts";

// The embedded database does one thing at a time; on a server, requests really cross. Each race is run several times.

await useTestLibrary(makeScenario());
usePostgres(idleJobs);
skipWithoutPostgres();

const times = Array.from({ length: 8 }, (_, at) => at);
const slug = "house-dialect";

async function atOnce<T>(count: number, act: () => Promise<T>): Promise<T[]> {
  return Promise.all(Array.from({ length: count }, act));
}

test("many starts at once give one session", async () => {
  for (const _ of times) {
    const viewer = await makeViewer();
    const started = await atOnce(5, () => startSession(viewer, { slug }));
    expect(new Set(started.map((each) => each?.sessionId)).size).toBe(1);
  }
});

test("many answers at once are taken once", async () => {
  for (const _ of times) {
    const viewer = await makeViewer();
    const sessionId = await startInterview(viewer);
    const results = await atOnce(4, () => answer(viewer, sessionId, "I would look it up."));
    expect(results.filter((result) => result?.ok)).toHaveLength(1);
    const turns = await db().turn.findMany({ where: { sessionId }, orderBy: { seq: "asc" } });
    expect(turns.map(({ seq }) => seq)).toEqual([1, 2, 3]);
  }
});

test("of finishing and answering at once, nothing opens the interview again and one grade is made", async () => {
  for (const _ of times) {
    const viewer = await makeViewer();
    const sessionId = await startInterview(viewer);
    await answer(viewer, sessionId, "I would look it up.");
    const finishing = atOnce(2, () => finishSession(viewer, sessionId));
    await Promise.all([finishing, answer(viewer, sessionId, "And then cache it.")]);
    const session = await db().session.findUniqueOrThrow({ where: { id: sessionId }, include: { grades: true } });
    expect(session.phase).toBe("finished");
    expect(session.grades).toHaveLength(1);
  }
});

test("many requests at once ask for one grade", async () => {
  const viewer = await makeViewer();
  const sessionId = await startInterview(viewer);
  await answer(viewer, sessionId, "I would look it up.");
  await finishSession(viewer, sessionId);
  for (const at of times) {
    await gradeNow(sessionId);
    const requested = await atOnce(4, () => requestGrade(viewer, { sessionId }));
    expect(requested.filter((each) => each?.ok)).toHaveLength(1);
    expect(await db().grade.count({ where: { sessionId } })).toBe(at + 2);
  }
});
