import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { db } from "#app/db/client.server.ts";
import { cancelRegrade } from "#app/services/authoring/regrade/cancel-regrade.server.ts";
import { enqueueForgottenRegrades } from "#app/services/authoring/regrade/enqueue-regrade.server.ts";
import { followRegrade } from "#app/services/authoring/regrade/follow-regrade.server.ts";
import { getRegrade } from "#app/services/authoring/regrade/get-regrade.server.ts";
import { listRegradable } from "#app/services/authoring/regrade/list-regradable.server.ts";
import { retryRegrade } from "#app/services/authoring/regrade/retry-regrade.server.ts";
import { runRegrade } from "#app/services/authoring/regrade/run-regrade.server.ts";
import { planRegrade, startRegrade } from "#app/services/authoring/regrade/start-regrade.server.ts";
import { getScorecard } from "#app/services/grading/get-scorecard.server.ts";
import { requestGrade } from "#app/services/grading/request-grade.server.ts";
import { getProgress } from "#app/services/progress/get-progress.server.ts";
import { draftOf, publishNew, publishNow, strongWords, weakWords } from "#test/support/authored.ts";
import { useTestJobs } from "#test/support/database.ts";
import { makeMember, makeOrganisation } from "#test/support/organisation.ts";
import { postgresServer, usePostgres } from "#test/support/postgres.ts";
import { makeScenario, useTestLibrary } from "#test/support/scenario.ts";
import { gradeNow, gradingJobs, playSession } from "#test/support/session.ts";

await useTestLibrary(makeScenario());
const jobs = { ...gradingJobs, "run-regrade": ({ gradeId }: { gradeId: string }) => runRegrade(gradeId) };
if (postgresServer === undefined) useTestJobs(jobs);
else usePostgres(jobs);

/** The second version asks for less: its framing has one check. */
function lighter() {
  const scenario = makeScenario();
  const [framing, economics] = scenario.rubric.criteria;
  if (!framing || !economics) throw new Error("The scenario of the tests has two criteria.");
  const kept = framing.checks.filter(({ id }) => id === "dialect-is-behaviour");
  const {
    "calibration/strong.md": _strong,
    "calibration/confidently-wrong.md": _wrong,
    ...files
  } = draftOf({
    rubric: { criteria: [{ ...framing, checks: kept }, economics] },
  });
  const answers = Object.entries(draftOf()).filter(([path]) => path.startsWith("calibration/"));
  const fitting = answers.map(([path, text]) => [path, text.replace(/^ {2}schema-is-knowledge: .*\n/m, "")]);
  return { ...files, ...Object.fromEntries(fitting) };
}

/** A scenario in two versions, with finished and graded interviews on the first. */
async function makeTaken(answers: readonly string[]) {
  const { id: organisationId, handle: organisation } = await makeOrganisation();
  const author = await makeMember({ organisationId, roles: ["instructor"], name: "Grace" });
  const slug = await publishNew(author, { organisation });
  const address = `${organisation}.${slug}`;
  const candidates: { candidate: Viewer; sessionId: string }[] = [];
  for (const [at, text] of answers.entries()) {
    const candidate = await makeMember({ organisationId, roles: ["candidate"], name: `Candidate ${at + 1}` });
    const sessionId = await playSession(candidate, { slug: address, answers: [text] });
    await gradeNow(sessionId);
    candidates.push({ candidate, sessionId });
  }
  const known = { organisation, slug };
  await publishNow(author, { ...known, files: lighter() });
  return { ...known, known, organisationId, author, candidates };
}

const onSecond = { on: 2, grader: "offline", sessions: { of: 1 } } as const;

async function untilDone(author: Viewer, wanted: Parameters<typeof getRegrade>[1]) {
  for (;;) {
    const view = await getRegrade(author, wanted);
    if (!view) throw new Error("There is no such regrade.");
    if (view.regrade.status === "done") return view;
    await wait(50);
  }
}

test("chosen interviews are graded again on the newer version, beside the grades that keep counting", async () => {
  const { known, author, candidates } = await makeTaken([
    "The dialect hardly ever changes, so I would train it in.",
    strongWords,
    weakWords,
  ]);
  const [first] = candidates;
  if (!first) throw new Error("There are three candidates.");
  const before = await getScorecard(first.candidate, first.sessionId);
  expect(await planRegrade(author, { ...known, choice: onSecond })).toMatchObject({ ok: true, estimate: null });
  const started = await startRegrade(author, { ...known, choice: onSecond });
  if (!started?.ok) throw new Error("The regrade did not start.");
  const view = await untilDone(author, { ...known, regradeId: started.regradeId });

  expect(view).toMatchObject({ progress: { done: 3, failed: 0, total: 3 }, costUsd: 0, summary: { compared: 3 } });
  expect(view.regrade).toMatchObject({ version: 2, grader: "offline", startedBy: "Grace" });
  const moved = view.sessions.find(({ sessionId }) => sessionId === first.sessionId);
  expect(moved).toMatchObject({ name: "Candidate 1", version: 1, movement: { sameGrader: true } });
  expect(moved?.before?.score).toBe(before?.grade?.score);
  expect(moved?.movement?.difference).toBeGreaterThan(0);
  expect(moved?.movement?.levels.map(({ title }) => title)).toContain("Framing the need");
  const differences = view.sessions.map(({ movement }) => Math.abs(movement?.difference ?? 0));
  expect(differences).toEqual(differences.toSorted((a, b) => b - a));

  const after = await getScorecard(first.candidate, first.sessionId);
  expect(after?.grade?.score).toBe(before?.grade?.score);
  expect(after?.grade?.id).toBe(before?.grade?.id);
  expect(after?.otherGrades).toEqual(before?.otherGrades);
  expect(after?.regraded).toMatchObject([{ version: 2, grader: "offline", score: moved?.after?.score }]);
  expect((await getProgress(first.candidate)).attempts).toMatchObject([{ score: before?.grade?.score }]);
});

test("only finished interviews of this scenario are taken, whatever is asked for", async () => {
  const { known, author } = await makeTaken([weakWords]);
  const other = await makeTaken([weakWords]);
  const ids = other.candidates.map(({ sessionId }) => sessionId);
  const plan = (changes: object) => planRegrade(author, { ...known, choice: { ...onSecond, ...changes } });
  expect(await plan({ sessions: { ids } })).toEqual({ ok: false, reason: "no_sessions" });
  expect(await plan({ sessions: { of: 2 } })).toEqual({ ok: false, reason: "no_sessions" });
  expect(await plan({ on: 9 })).toEqual({ ok: false, reason: "no_version" });
  expect(await plan({ grader: "anthropic" })).toEqual({ ok: false, reason: "no_key" });
});

test("a regrade that was cut off goes on at the next start, and makes no grade twice", async () => {
  const { known, author, candidates } = await makeTaken([weakWords, strongWords, weakWords, strongWords, weakWords]);
  const version = await db().publishedVersion.findFirstOrThrow({
    where: { number: 2, scenario: { slug: known.slug, organisation: { handle: known.organisation } } },
    include: { version: true },
  });
  const { hash, scenarioId } = version;
  const { rubricHash } = version.version;
  const regrade = await db().regrade.create({ data: { scenarioId, hash, grader: "offline", status: "running" } });
  const made = { grader: "offline", rubricHash, scenarioHash: hash, regradeId: regrade.id };
  // As a killed process leaves it: one was being made, none of the jobs was ever asked for.
  await db().grade.createMany({
    data: candidates.map(({ sessionId }, at) => ({ sessionId, ...made, status: at === 0 ? "grading" : "queued" })),
  });
  await Promise.all([enqueueForgottenRegrades(), enqueueForgottenRegrades()]);
  const view = await untilDone(author, { ...known, regradeId: regrade.id });
  expect(view.progress).toEqual({ done: 5, failed: 0, total: 5 });
  expect(await db().grade.count({ where: { regradeId: regrade.id } })).toBe(5);
});

test("a regrade can be stopped: what is made stays, what waits is not made, and it can be tried again", async () => {
  const { known, author, candidates } = await makeTaken([weakWords, strongWords]);
  const version = await db().publishedVersion.findFirstOrThrow({
    where: { number: 2, scenario: { slug: known.slug, organisation: { handle: known.organisation } } },
    include: { version: true },
  });
  const { hash, scenarioId } = version;
  const regrade = await db().regrade.create({ data: { scenarioId, hash, grader: "offline" } });
  const made = { grader: "offline", rubricHash: version.version.rubricHash, scenarioHash: hash, regradeId: regrade.id };
  await db().grade.createMany({ data: candidates.map(({ sessionId }) => ({ sessionId, ...made })) });
  const wanted = { ...known, regradeId: regrade.id };

  const [first] = await db().grade.findMany({ where: { regradeId: regrade.id }, orderBy: { id: "asc" } });
  await db().grade.update({ where: { id: first?.id ?? "" }, data: { status: "grading" } });
  expect(await cancelRegrade(author, wanted)).toBe(true);
  expect(await cancelRegrade(author, wanted)).toBe(false);
  const stopped = await getRegrade(author, wanted);
  expect(stopped).toMatchObject({ regrade: { status: "cancelled" }, progress: { done: 1, failed: 1, total: 2 } });
  await runRegrade(first?.id ?? "");
  expect(await getRegrade(author, wanted)).toMatchObject({ progress: { done: 2, failed: 1, total: 2 } });

  expect(await retryRegrade(author, wanted)).toBe(true);
  const view = await untilDone(author, wanted);
  expect(view.progress).toEqual({ done: 2, failed: 0, total: 2 });
  expect(await retryRegrade(author, wanted)).toBe(false);
});

test("its progress is told until it ends", async () => {
  const { known, author } = await makeTaken([weakWords, strongWords]);
  const started = await startRegrade(author, { ...known, choice: onSecond });
  const regradeId = started?.ok ? started.regradeId : "";
  const following = await followRegrade(author, { ...known, regradeId, signal: new AbortController().signal });
  const told = [];
  for await (const progress of following ?? []) told.push(progress);
  expect(told.at(-1)).toEqual({ isOver: true, done: 2, failed: 0, total: 2 });
});

test("a candidate can still ask for a grade of their own while a regrade of theirs waits", async () => {
  const { known, author, candidates } = await makeTaken([weakWords]);
  const [{ candidate, sessionId } = { candidate: author, sessionId: "" }] = candidates;
  const started = await startRegrade(author, { ...known, choice: onSecond });
  expect(await requestGrade(candidate, { sessionId, grader: "offline" })).toMatchObject({ ok: true });
  await untilDone(author, { ...known, regradeId: started?.ok ? started.regradeId : "" });
});

test("a regrade is for authors: a reviewer, a candidate and another organisation's instructor see nothing of it", async () => {
  const { known, author, organisationId, candidates } = await makeTaken([weakWords]);
  const started = await startRegrade(author, { ...known, choice: onSecond });
  const wanted = { ...known, regradeId: started?.ok ? started.regradeId : "" };
  await untilDone(author, wanted);
  const reviewer = await makeMember({ organisationId, roles: ["reviewer"] });
  const stranger = (await makeTaken([])).author;
  for (const viewer of [reviewer, stranger, candidates[0]?.candidate ?? stranger]) {
    expect(await listRegradable(viewer, known)).toBeNull();
    expect(await planRegrade(viewer, { ...known, choice: onSecond })).toBeNull();
    expect(await startRegrade(viewer, { ...known, choice: onSecond })).toBeNull();
    expect(await getRegrade(viewer, wanted)).toBeNull();
    expect(await cancelRegrade(viewer, wanted)).toBeNull();
    expect(await retryRegrade(viewer, wanted)).toBeNull();
    expect(await followRegrade(viewer, { ...wanted, signal: new AbortController().signal })).toBeNull();
  }
  expect((await listRegradable(author, known))?.regrades).toMatchObject([{ version: 2, graded: 1, sessions: 1 }]);
});
