import { expect, test } from "vitest";
import { getScenario } from "#app/services/library/get-scenario.server.ts";
import { listScenarios } from "#app/services/library/list-scenarios.server.ts";
import { useTestJobs } from "#test/support/database.ts";
import { makeScenario, useTestLibrary } from "#test/support/scenario.ts";
import { idleJobs } from "#test/support/idle-jobs.ts";
import { answer, gradeNow, makeViewer, playSession, startInterview } from "#test/support/session.ts";

const exercise = makeScenario({
  slug: "read-this",
  kind: "code-reading",
  followUps: 2,
  positions: [],
  hiddenFacts: [],
  twist: undefined,
});
await useTestLibrary(makeScenario(), exercise);
useTestJobs(idleJobs);

const slug = "house-dialect";
const said = "I would go with RAG: tables change every week, so they come from the catalogue.";

async function progressOf(viewer: Awaited<ReturnType<typeof makeViewer>>) {
  const [row] = await listScenarios(viewer);
  return row?.progress;
}

test("a row says how far its viewer has come: untried, under way, waiting for a grade, scored, under way again", async () => {
  const viewer = await makeViewer();
  expect(await progressOf(viewer)).toBeNull();

  const open = await startInterview(viewer);
  await answer(viewer, open, said);
  expect(await progressOf(viewer)).toEqual({ kind: "unfinished", sessionId: open, question: 2, of: 5 });

  const finished = await playSession(viewer, { answers: [] });
  expect(finished).toBe(open);
  expect(await progressOf(viewer)).toEqual({ kind: "ungraded", sessionId: open, attempts: 1 });

  await gradeNow(open);
  expect(await progressOf(viewer)).toMatchObject({
    kind: "scored",
    sessionId: open,
    attempts: 1,
    approach: "rag",
    score: expect.any(Number),
  });

  const again = await startInterview(viewer);
  expect(await progressOf(viewer)).toMatchObject({ kind: "unfinished", sessionId: again, question: 1 });
});

test("while the newest attempt waits for its grade, the newest score is shown", async () => {
  const viewer = await makeViewer();
  const first = await playSession(viewer, { answers: [said] });
  await gradeNow(first);
  await playSession(viewer, { answers: [said] });
  expect(await progressOf(viewer)).toMatchObject({ kind: "scored", sessionId: first, attempts: 2 });
});

test("an exercise has its own number of questions, and no approach to show when it is scored", async () => {
  const viewer = await makeViewer();
  const rowOf = async () => (await listScenarios(viewer)).find((row) => row.slug === exercise.slug);
  expect(await rowOf()).toMatchObject({ kind: "code-reading", progress: null });

  const sessionId = await startInterview(viewer, exercise.slug);
  expect((await rowOf())?.progress).toEqual({ kind: "unfinished", sessionId, question: 1, of: 3 });
  expect(await getScenario(viewer, exercise.slug)).toMatchObject({
    kind: "code-reading",
    questions: 3,
    unfinished: { sessionId, question: 1, of: 3 },
  });

  for (const text of [said, "Not much else.", "I would test it."]) await answer(viewer, sessionId, text);
  await gradeNow(sessionId);
  expect((await rowOf())?.progress).toMatchObject({ kind: "scored", approach: null });
});

test("neither the list nor the page gives away positions, rubric or hidden facts", async () => {
  const viewer = await makeViewer();
  const shown = JSON.stringify([
    await listScenarios(viewer),
    await getScenario(viewer, slug),
    await getScenario(null, slug),
  ]);
  const { positions, hiddenFacts, rubric } = makeScenario();
  const secrets = [
    ...positions.map(({ when }) => when),
    ...hiddenFacts.map(({ answer: told }) => told),
    ...rubric.criteria.flatMap(({ checks }) => checks.flatMap(({ asks, met, probe }) => [asks, ...met, probe])),
  ];
  expect(secrets.length).toBeGreaterThan(8);
  for (const secret of secrets) expect(shown).not.toContain(secret);
});

test("a scenario's page has its facts and the viewer's attempts, newest first", async () => {
  const viewer = await makeViewer();
  const first = await playSession(viewer, { answers: [said] });
  await gradeNow(first);
  const second = await playSession(viewer, { answers: [said] });
  const page = await getScenario(viewer, slug);
  expect(page).toMatchObject({
    slug,
    questions: 5,
    unfinished: null,
    facts: [{ id: "volume" }],
    attempts: [
      { sessionId: second, score: null, band: null },
      { sessionId: first, score: expect.any(Number), band: expect.any(String) },
    ],
  });
});

test("there is no page of a scenario that is not there", async () => {
  expect(await getScenario(null, "nowhere")).toBeNull();
  expect(await getScenario(null, "__proto__")).toBeNull();
});
