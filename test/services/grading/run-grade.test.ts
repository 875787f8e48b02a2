import { afterAll, expect, test } from "vitest";
import { db } from "#app/db/client.server.ts";
import { getScorecard } from "#app/services/grading/get-scorecard.server.ts";
import { enqueueForgottenGrades } from "#app/services/grading/queue-grade.server.ts";
import { requestGrade } from "#app/services/grading/request-grade.server.ts";
import { runGrade } from "#app/services/grading/run-grade.server.ts";
import * as replies from "#test/support/anthropic-replies.ts";
import { gradeText } from "#test/support/anthropic-replies.ts";
import { startAnthropicServer } from "#test/support/anthropic-server.ts";
import { useTestJobs } from "#test/support/database.ts";
import { makeScenario, useTestLibrary } from "#test/support/scenario.ts";
import { idleJobs } from "#test/support/idle-jobs.ts";
import { answer, makeViewer, playSession, startInterview } from "#test/support/session.ts";

// The jobs are noted and not done: what a grade does is called by hand here, as often and as badly as needed.

const server = await startAnthropicServer();
process.env.ANTHROPIC_API_KEY = "sk-test";
process.env.ANTHROPIC_BASE_URL = server.url;
process.env.GRADER = "offline";
await useTestLibrary(makeScenario());
const jobs: string[] = [];
useTestJobs({ ...idleJobs, "grade-session": async ({ gradeId }) => void jobs.push(gradeId) });
afterAll(() => server.close());

const said = "Tables change every week so the schema has to come from the catalogue at query time.";
const { rubric } = makeScenario();

async function finished() {
  const viewer = await makeViewer();
  const sessionId = await playSession(viewer, { answers: [said] });
  return { viewer, sessionId };
}

const gradesOf = (sessionId: string) => db().grade.findMany({ where: { sessionId }, orderBy: { createdAt: "asc" } });

/** Has the session graded by the model, which replies as given. */
async function gradeByModel(viewer: Awaited<ReturnType<typeof makeViewer>>, sessionId: string, reply: replies.Reply) {
  const requested = await requestGrade(viewer, { sessionId, grader: "anthropic" });
  if (!requested?.ok) throw new Error("The grade was refused.");
  server.reply(reply);
  await runGrade(requested.gradeId);
  return db().grade.findUniqueOrThrow({ where: { id: requested.gradeId } });
}

test("a finished interview has one queued grade of its rubric, and running it grades it", async () => {
  const { sessionId } = await finished();
  const [queued, ...more] = await gradesOf(sessionId);
  expect(more).toEqual([]);
  const { scenarioVersion } = await db().session.findUniqueOrThrow({
    where: { id: sessionId },
    include: { scenarioVersion: true },
  });
  expect(queued).toMatchObject({ status: "queued", grader: "offline", rubricHash: scenarioVersion.rubricHash });
  await runGrade(queued?.id ?? "");
  const [graded] = await gradesOf(sessionId);
  expect(graded).toMatchObject({ status: "graded", model: "phrasings-2", costUsd: 0, reason: null, message: null });
  expect(graded?.score).toBeGreaterThan(0);
  expect(graded?.latencyMs).toBeGreaterThanOrEqual(0);
  expect(graded?.finishedAt).not.toBeNull();
});

test("of two runs at once the first to end writes, and a run after the end changes nothing", async () => {
  const { viewer, sessionId } = await finished();
  await runGrade((await gradesOf(sessionId))[0]?.id ?? "");
  const requested = await requestGrade(viewer, { sessionId, grader: "anthropic" });
  const id = requested?.ok ? requested.gradeId : "";
  let speak = () => undefined as void;
  const held = new Promise<void>((resolve) => (speak = resolve));
  const told = (verdict: "met" | "not_met") =>
    replies.message({
      text: gradeText(rubric, { "schema-is-knowledge": { verdict, quotes: ["come from the catalogue"] } }),
    });
  server.reply(async (exchange) => {
    await held;
    await told("not_met")(exchange);
  }, told("met"));
  const asked = server.received.length;
  const late = runGrade(id);
  await expect.poll(() => server.received.length).toBe(asked + 1);
  await runGrade(id);
  const written = await db().grade.findUniqueOrThrow({ where: { id } });
  expect(written).toMatchObject({ status: "graded", score: 30 });
  speak();
  await late;
  await runGrade(id);
  expect(await db().grade.findUniqueOrThrow({ where: { id } })).toEqual(written);
});

test("a grade that was cut off half-way is made when it runs again", async () => {
  const { sessionId } = await finished();
  const [queued] = await gradesOf(sessionId);
  const progress = { step: "verdicts", done: 2, total: 4 };
  await db().grade.update({ where: { id: queued?.id }, data: { status: "grading", progress } });
  await runGrade(queued?.id ?? "");
  expect(await gradesOf(sessionId)).toMatchObject([{ status: "graded" }]);
});

test("grades that nobody was told to make are asked for again at the start, others are not", async () => {
  const { sessionId } = await finished();
  const { sessionId: done } = await finished();
  await runGrade((await gradesOf(done))[0]?.id ?? "");
  jobs.length = 0;
  await db().$executeRaw`DELETE FROM pgboss.job`;
  await enqueueForgottenGrades();
  const [forgotten] = await gradesOf(sessionId);
  await expect.poll(() => jobs, { timeout: 10_000 }).toContain(forgotten?.id);
  expect(jobs).not.toContain((await gradesOf(done))[0]?.id);
});

test("a grade that does not exist is nobody's fault", async () => {
  await expect(runGrade("0190a000-0000-7000-8000-000000000000")).resolves.toBeUndefined();
});

test("the model's grade is stored with its tokens, cost, model and prompt version", async () => {
  const { viewer, sessionId } = await finished();
  await runGrade((await gradesOf(sessionId))[0]?.id ?? "");
  const text = gradeText(rubric, { "schema-is-knowledge": { verdict: "met", quotes: ["come from the catalogue"] } });
  const grade = await gradeByModel(viewer, sessionId, replies.message({ text }));
  expect(grade).toMatchObject({ status: "graded", model: "claude-sonnet-5-5", score: 30 });
  expect(grade.promptVersion).not.toBeNull();
  expect(grade.costUsd).toBeGreaterThan(0);
  expect(grade.usage).toMatchObject({ input: expect.any(Number), output: expect.any(Number) });
});

test("a quote that the model made up counts for nothing, and is kept as dropped", async () => {
  const { viewer, sessionId } = await finished();
  await runGrade((await gradesOf(sessionId))[0]?.id ?? "");
  const text = gradeText(rubric, { "shorter-prompt": { verdict: "met", quotes: ["the prompt shrinks a lot"] } });
  const grade = await gradeByModel(viewer, sessionId, replies.message({ text }));
  expect(grade).toMatchObject({ status: "graded", score: 0 });
  const scorecard = await getScorecard(viewer, sessionId);
  expect(scorecard?.grade?.flags).toContain("quote_dropped");
  expect(scorecard?.grade?.criteria[1]?.checks[0]).toMatchObject({ verdict: "insufficient_evidence", quotes: [] });
});

test("an ungraded session is a state with its reason: no zero, the transcript kept, the earlier grade still shown", async () => {
  const { viewer, sessionId } = await finished();
  await runGrade((await gradesOf(sessionId))[0]?.id ?? "");
  const before = await getScorecard(viewer, sessionId);
  const grade = await gradeByModel(viewer, sessionId, replies.wrongKey);
  expect(grade).toMatchObject({ status: "ungraded", reason: "wrong_key", score: null, band: null, result: null });
  const scorecard = await getScorecard(viewer, sessionId);
  expect(scorecard).toMatchObject({
    state: "ungraded",
    ungraded: { reason: "wrong_key", message: grade.message },
    grade: { id: before?.grade?.id, score: before?.grade?.score },
    otherGrades: [{ id: grade.id, grader: "anthropic", status: "ungraded", score: null }],
  });
  expect(scorecard?.transcript).toEqual(before?.transcript);
});

test("an ungraded session can be tried again, and the new grade counts", async () => {
  const { viewer, sessionId } = await finished();
  const [first] = await gradesOf(sessionId);
  await db().grade.update({ where: { id: first?.id }, data: { grader: "anthropic" } });
  server.reply(replies.refusal("cyber"));
  await runGrade(first?.id ?? "");
  expect(await getScorecard(viewer, sessionId)).toMatchObject({ state: "ungraded", grade: null, positions: [] });

  const again = await requestGrade(viewer, { sessionId, grader: "offline" });
  expect(again).toMatchObject({ ok: true });
  expect(await getScorecard(viewer, sessionId)).toMatchObject({ state: "queued", grade: null });
  if (again?.ok) await runGrade(again.gradeId);
  const scorecard = await getScorecard(viewer, sessionId);
  expect(scorecard).toMatchObject({ state: "graded", ungraded: null, grade: { grader: "offline" } });
  expect(scorecard?.otherGrades).toMatchObject([{ id: first?.id, status: "ungraded" }]);
});

test("a grade is asked for once at a time, also by two clicks at once, and not before the end", async () => {
  const { viewer, sessionId } = await finished();
  expect(await requestGrade(viewer, { sessionId })).toEqual({ ok: false, reason: "already_grading" });
  await runGrade((await gradesOf(sessionId))[0]?.id ?? "");
  const both = await Promise.all([requestGrade(viewer, { sessionId }), requestGrade(viewer, { sessionId })]);
  expect(both.filter((each) => each?.ok)).toHaveLength(1);
  expect(both).toContainEqual({ ok: false, reason: "already_grading" });

  const open = await startInterview(viewer);
  await answer(viewer, open, said);
  expect(await requestGrade(viewer, { sessionId: open })).toEqual({ ok: false, reason: "unfinished" });
});

test("a fault of ours leaves the session ungraded and retriable, and is reported once", async () => {
  const { viewer, sessionId } = await finished();
  const [queued] = await gradesOf(sessionId);
  await db().grade.update({ where: { id: queued?.id }, data: { grader: "oracle" } });
  await expect(runGrade(queued?.id ?? "")).rejects.toThrow(/offline/);
  expect(await gradesOf(sessionId)).toMatchObject([{ status: "ungraded", reason: "internal", score: null }]);
  await expect(runGrade(queued?.id ?? "")).resolves.toBeUndefined();
  expect(await requestGrade(viewer, { sessionId })).toMatchObject({ ok: true });
});
