import { expect, test } from "vitest";
import { db } from "#app/db/client.server.ts";
import { GradeResultSchema } from "#app/domain/grading/grade.ts";
import { finishSession } from "#app/services/interview/finish-session.server.ts";
import { compareAttempts } from "#app/services/progress/compare-attempts.server.ts";
import { getProgress } from "#app/services/progress/get-progress.server.ts";
import { clearGoal, setGoal } from "#app/services/progress/set-goal.server.ts";
import { useTestJobs } from "#test/support/database.ts";
import { makeScenario, useTestLibrary } from "#test/support/scenario.ts";
import { idleJobs } from "#test/support/idle-jobs.ts";
import { answer, gradeNow, makeViewer, playSession, startInterview } from "#test/support/session.ts";

await useTestLibrary(makeScenario(), makeScenario({ slug: "other-house", title: "The other house" }));
useTestJobs(idleJobs);

const weak = "I would think about it for a while and then ask somebody.";
const good = "Tables change every week so the schema has to come from the catalogue at query time.";

async function gradedSession(viewer: Awaited<ReturnType<typeof makeViewer>>, text: string, slug?: string) {
  const sessionId = await playSession(viewer, { slug, answers: [text] });
  await gradeNow(sessionId);
  return sessionId;
}

test("whoever has done nothing sees empty progress and where to start", async () => {
  expect(await getProgress(await makeViewer())).toMatchObject({
    attempts: [],
    unfinished: [],
    scenariosTried: 0,
    scenarioCount: 2,
    next: { why: "Start here: it shows what an interview asks for." },
    competencies: Array.from({ length: 7 }, () => ({ enough: false, checks: 0, latest: null })),
    approaches: Array.from({ length: 4 }, () => ({ checks: 0 })),
    dueCards: 0,
    goal: null,
  });
});

test("attempts come oldest first with their scores, levels follow, and the next scenario is a new one", async () => {
  const viewer = await makeViewer();
  const [first, second] = [await gradedSession(viewer, weak), await gradedSession(viewer, good)];
  const { attempts, competencies, dueCards, next, scenariosTried } = await getProgress(viewer);
  expect(attempts.map(({ sessionId }) => sessionId)).toEqual([first, second]);
  expect(attempts[1]?.score).toBeGreaterThan(attempts[0]?.score ?? Infinity);
  expect(attempts[0]).toMatchObject({
    slug: "house-dialect",
    band: "beginning",
    grader: "offline",
    level: "practitioner",
  });
  const of = (name: string) => competencies.find(({ competency }) => competency === name);
  expect(of("framing")).toMatchObject({ checks: 4, groups: 2, latest: { met: 1, of: 2 } });
  expect(of("operations")).toMatchObject({ checks: 0, latest: null });
  expect(next).toMatchObject({
    slug: "other-house",
    why: expect.stringMatching(/^Of “Costs and numbers” least is known so far, from 2 checks\./),
  });
  expect(dueCards).toBe(3);
  expect(scenariosTried).toBe(1);
});

test("an interview under way is listed with where it stands, and is not suggested once more", async () => {
  const viewer = await makeViewer();
  await gradedSession(viewer, weak);
  const open = await startInterview(viewer, "other-house");
  await answer(viewer, open, weak);
  const { unfinished, next } = await getProgress(viewer);
  expect(unfinished).toMatchObject([{ sessionId: open, title: "The other house", question: 2, of: 5 }]);
  expect(next?.slug).toBe("house-dialect");
});

test("a session that is waiting for its grade or was not graded is no attempt, and is listed as such", async () => {
  const viewer = await makeViewer();
  const waiting = await playSession(viewer, { answers: [good] });
  const failed = await playSession(viewer, { answers: [good] });
  await db().grade.updateMany({ where: { sessionId: failed }, data: { status: "ungraded", reason: "timeout" } });
  const { attempts, ungraded } = await getProgress(viewer);
  expect(attempts).toEqual([]);
  expect(ungraded.map(({ sessionId }) => sessionId)).toEqual([failed, waiting]);
});

test("of several grades of a session the newest counts", async () => {
  const viewer = await makeViewer();
  const sessionId = await gradedSession(viewer, good);
  const { result } = await db().grade.findFirstOrThrow({ where: { sessionId } });
  const regraded = { ...GradeResultSchema.parse(result), score: 99 };
  await db().grade.create({
    data: {
      sessionId,
      grader: "anthropic",
      status: "graded",
      rubricHash: "h",
      result: regraded,
      createdAt: new Date(),
    },
  });
  expect((await getProgress(viewer)).attempts).toMatchObject([{ sessionId, score: 99, grader: "anthropic" }]);
});

test("two attempts stand side by side, check by check, each with its own words", async () => {
  const viewer = await makeViewer();
  const [first, second] = [await gradedSession(viewer, weak), await gradedSession(viewer, good)];
  const compared = await compareAttempts(viewer, { first, second });
  expect(compared).toMatchObject({
    slug: "house-dialect",
    title: "Questions in, our SQL out",
    sameRubric: true,
    attempts: [
      { sessionId: first, answers: 1 },
      { sessionId: second, answers: 1 },
    ],
    criteria: [{ key: "A", title: "Framing the need" }, { key: "B" }],
  });
  expect(compared?.criteria[0]?.checks[1]).toEqual({
    key: "A2",
    title: "Schema is knowledge",
    verdicts: ["not_met", "met"],
    quotes: [[], [good]],
  });
  const turned = await compareAttempts(viewer, { first: second, second: first });
  expect(turned?.criteria[0]?.checks[1]?.verdicts).toEqual(["met", "not_met"]);
});

test("attempts at two scenarios, ungraded ones and ones that are not there cannot be compared", async () => {
  const viewer = await makeViewer();
  const [here, there] = [await gradedSession(viewer, good), await gradedSession(viewer, good, "other-house")];
  const open = await startInterview(viewer);
  await answer(viewer, open, good);
  await finishSession(viewer, open);
  for (const second of [there, open, "nowhere"]) {
    expect(await compareAttempts(viewer, { first: here, second })).toBeNull();
  }
});

test("attempts at two versions are paired by what both have", async () => {
  const viewer = await makeViewer();
  const [first, second] = [await gradedSession(viewer, weak), await gradedSession(viewer, good)];
  const { rubric } = makeScenario();
  const [criterion] = rubric.criteria;
  const older = makeScenario({ rubric: { criteria: criterion ? [criterion] : [] } });
  const content = JSON.parse(JSON.stringify(older)) as object;
  await db().scenarioVersion.create({ data: { hash: "older", slug: older.slug, rubricHash: "older", content } });
  await db().session.update({ where: { id: first }, data: { scenarioHash: "older" } });
  const { id, result } = await db().grade.findFirstOrThrow({ where: { sessionId: first } });
  const stored = GradeResultSchema.parse(result);
  await db().grade.update({
    where: { id },
    data: { rubricHash: "older", result: { ...stored, criteria: stored.criteria.slice(0, 1) } },
  });
  const compared = await compareAttempts(viewer, { first, second });
  expect(compared?.sameRubric).toBe(false);
  expect(compared?.criteria.map(({ levels }) => levels.map((level) => level === null))).toEqual([
    [false, false],
    [true, false],
  ]);
  expect(compared?.criteria[1]?.checks[0]?.verdicts[0]).toBeNull();
});

test("a goal leads to a plan from what was really done, and is gone once it is cleared", async () => {
  const viewer = await makeViewer();
  const now = new Date("2026-11-21T10:00:00.000Z");
  await setGoal(viewer, { day: "2026-12-03", target: { competencies: ["economics"], level: null }, now });
  const { goal } = await getProgress(viewer, now);
  expect(goal).toMatchObject({ day: "2026-12-03", done: { sessions: 0, mocks: 0, reviews: 0, drills: 0 } });
  expect(goal?.plan).toHaveLength(12);
  expect(goal?.plan[0]).toMatchObject({ day: "2026-11-21", kind: "practice", focus: "economics", done: false });
  await gradedSession(viewer, weak);
  await db().session.updateMany({ where: { userId: viewer.id }, data: { finishedAt: now } });
  const again = (await getProgress(viewer, now)).goal;
  expect(again?.done.sessions).toBe(1);
  expect(again?.plan[0]).toMatchObject({ kind: "practice", done: true, cards: 3 });
  const past = await getProgress(viewer, new Date("2026-12-09T10:00:00.000Z"));
  expect(past.goal).toMatchObject({ plan: [], words: expect.stringMatching(/has passed/) });
  await clearGoal(viewer);
  expect((await getProgress(viewer, now)).goal).toBeNull();
});
