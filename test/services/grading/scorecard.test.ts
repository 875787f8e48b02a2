import { expect, test } from "vitest";
import { db } from "#app/db/client.server.ts";
import { getScorecard } from "#app/services/grading/get-scorecard.server.ts";
import { useTestJobs } from "#test/support/database.ts";
import { makeScenario, useTestLibrary } from "#test/support/scenario.ts";
import { idleJobs } from "#test/support/idle-jobs.ts";
import { answer, gradeNow, makeViewer, playSession, startInterview } from "#test/support/session.ts";

const exercise = makeScenario({
  slug: "read-this",
  kind: "code-reading",
  followUps: 1,
  positions: [],
  twist: undefined,
});
await useTestLibrary(makeScenario(), exercise);
useTestJobs(idleJobs);

const said =
  "I would go with RAG. Tables change every week so the schema has to come from the catalogue at query time. Fine-tune on the catalogue every night so it knows all the tables.";

async function graded() {
  const viewer = await makeViewer();
  const sessionId = await playSession(viewer, { answers: [said] });
  await gradeNow(sessionId);
  const scorecard = await getScorecard(viewer, sessionId);
  if (!scorecard?.grade) throw new Error("The session was not graded.");
  return { viewer, sessionId, scorecard, grade: scorecard.grade };
}

test("every quote of the grade is marked in the transcript, where it stands", async () => {
  const { scorecard, grade } = await graded();
  const quoted = grade.criteria
    .flatMap(({ checks }) => checks)
    .concat(grade.redFlags.filter(({ raised }) => raised).map((flag) => ({ ...flag, points: 0, maxPoints: 0 })))
    .flatMap(({ key, quotes }) => quotes.map(({ seq, text }) => ({ key, seq, text })));
  expect(quoted.length).toBeGreaterThan(1);
  for (const { key, seq, text } of quoted) {
    const turn = scorecard.transcript.find((each) => each.seq === seq);
    expect(turn?.speaker).toBe("candidate");
    const marked = turn?.segments.filter(({ marks }) => marks.some(({ checkKey }) => checkKey === key));
    expect(marked?.map((segment) => segment.text).join("")).toBe(text);
  }
});

test("what was missing leads to the study pages of the library", async () => {
  const { grade } = await graded();
  const missing = grade.missing.find(({ checkKey }) => checkKey === "B1");
  expect(missing).toMatchObject({
    title: "Shorter prompt",
    study: { href: "/learn/latency#prompt-length", sectionTitle: "Prompt length" },
  });
});

test("the position taken stands beside the defensible ones, and a raised red flag is shown", async () => {
  const { scorecard, grade } = await graded();
  expect(scorecard).toMatchObject({ taken: "rag", positions: [{ approach: "hybrid", strength: "best" }] });
  expect(grade.redFlags).toMatchObject([{ key: "AF1", id: "trains-facts", raised: true, minus: 5 }]);
});

test("where there are no positions none is read from the words, and the interview ends with its last question", async () => {
  const viewer = await makeViewer();
  const sessionId = await startInterview(viewer, exercise.slug);
  await answer(viewer, sessionId, said);
  expect(await answer(viewer, sessionId, "And I would test it.")).toEqual({ ok: true, phase: "finished" });
  await gradeNow(sessionId);
  expect(await getScorecard(viewer, sessionId)).toMatchObject({ state: "graded", positions: [], taken: null });
});

test("before the end there is no grade and nothing of the positions to see", async () => {
  const viewer = await makeViewer();
  const sessionId = await startInterview(viewer);
  await answer(viewer, sessionId, said);
  expect(await getScorecard(viewer, sessionId)).toMatchObject({
    state: "unfinished",
    grade: null,
    positions: [],
    taken: null,
    otherGrades: [],
    canUseAnthropic: false,
  });
});

test("an earlier graded attempt at the scenario is found, the newest before this one", async () => {
  const { viewer, sessionId: first } = await graded();
  const second = await playSession(viewer, { answers: [said] });
  await gradeNow(second);
  const third = await playSession(viewer, { answers: [said] });
  const earlier = async (id: string) => (await getScorecard(viewer, id))?.earlierAttempt;
  expect([await earlier(first), await earlier(second), await earlier(third)]).toEqual([null, first, second]);
});

test("a scenario without labelled answers has no agreement to show", async () => {
  expect((await graded()).scorecard.agreement).toBeNull();
});

test("a stored grade that nobody can read any more is an error, not a zero", async () => {
  const { viewer, sessionId } = await graded();
  await db().grade.updateMany({ where: { sessionId }, data: { result: { score: "much" } } });
  await expect(getScorecard(viewer, sessionId)).rejects.toThrow();
});
