import { afterEach, expect, test, vi } from "vitest";
import { db } from "#app/db/client.server.ts";
import { getScorecard } from "#app/services/grading/get-scorecard.server.ts";
import { getRoom } from "#app/services/interview/get-room.server.ts";
import { startSession } from "#app/services/interview/start-session.server.ts";
import { useTestJobs } from "#test/support/database.ts";
import { makeScenario, useTestLibrary, writeFiles, writtenScenario } from "#test/support/scenario.ts";
import { idleJobs } from "#test/support/idle-jobs.ts";
import { answer, gradeNow, makeViewer, startInterview } from "#test/support/session.ts";

// In development the library is read anew at every call: that is how it changes under a running interview.

const library = await useTestLibrary(makeScenario());
useTestJobs(idleJobs);
afterEach(() => vi.unstubAllEnvs());

const write = (changes: Parameters<typeof makeScenario>[0]) =>
  writeFiles(library.scenariosDir, writtenScenario(makeScenario(changes)));

test("an interview keeps the scenario it began with, and its scorecard says that there is a newer one", async () => {
  vi.stubEnv("NODE_ENV", "development");
  const viewer = await makeViewer();
  const sessionId = await startInterview(viewer);
  const newer = makeScenario({ title: "Rewritten", opening: "And now?" });
  const [criterion] = newer.rubric.criteria;
  await write({ title: "Rewritten", opening: "And now?", rubric: { criteria: criterion ? [criterion] : [] } });

  await answer(
    viewer,
    sessionId,
    "Tables change every week so the schema has to come from the catalogue at query time.",
  );
  expect(await getRoom(viewer, sessionId)).toMatchObject({ title: "Questions in, our SQL out" });
  await db().session.update({ where: { id: sessionId }, data: { phase: "finished", finishedAt: new Date() } });
  await db().grade.create({ data: { sessionId, grader: "offline", rubricHash: "of the first version" } });
  await gradeNow(sessionId);
  const scorecard = await getScorecard(viewer, sessionId);
  expect(scorecard?.session).toMatchObject({ title: "Questions in, our SQL out", newerVersion: true });
  expect(scorecard?.grade?.criteria.map(({ id }) => id)).toEqual(["framing", "economics"]);
});

test("whoever begins after the change gets the new version, whoever had begun goes on with theirs", async () => {
  vi.stubEnv("NODE_ENV", "development");
  await write({ title: "Before" });
  const [early, late] = [await makeViewer(), await makeViewer()];
  const begun = await startInterview(early);
  await write({ title: "After" });
  const lateSession = await startInterview(late);
  expect((await startSession(early, { slug: "house-dialect" }))?.sessionId).toBe(begun);
  expect((await getRoom(early, begun))?.title).toBe("Before");
  expect((await getRoom(late, lateSession))?.title).toBe("After");
  expect((await getScorecard(late, lateSession))?.session.newerVersion).toBe(false);
});

test("an interview outlives its scenario", async () => {
  vi.stubEnv("NODE_ENV", "development");
  await write({ title: "Soon gone" });
  const viewer = await makeViewer();
  const sessionId = await startInterview(viewer);
  await writeFiles(library.scenariosDir, [{ file: "house-dialect/rubric.yaml", text: "criteria: []\n" }]);
  expect(await startSession(await makeViewer(), { slug: "house-dialect" })).toBeNull();
  expect(await answer(viewer, sessionId, "I would look it up.")).toEqual({ ok: true, phase: "answering" });
  expect(await getScorecard(viewer, sessionId)).toMatchObject({
    state: "unfinished",
    session: { title: "Soon gone", newerVersion: false },
    grade: null,
    positions: [],
    taken: null,
  });
});
