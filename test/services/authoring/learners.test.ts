import { beforeAll, expect, test } from "vitest";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { db } from "#app/db/client.server.ts";
import { addHiddenFact } from "#app/services/authoring/learners/add-hidden-fact.server.ts";
import { getLearners } from "#app/services/authoring/learners/get-learners.server.ts";
import { getMemberSession } from "#app/services/authoring/learners/get-member-session.server.ts";
import { findAuthored } from "#app/services/authoring/find-authored.server.ts";
import { askQuestion } from "#app/services/interview/ask-question.server.ts";
import { draftOf, publishNow, writeDraft, writtenAnswer } from "#test/support/authored.ts";
import { useTestJobs } from "#test/support/database.ts";
import { makeMember, makeOrganisation } from "#test/support/organisation.ts";
import { makeScenario, useTestLibrary } from "#test/support/scenario.ts";
import { answer, countTurns, gradeNow, playSession, startInterview } from "#test/support/session.ts";
import { idleJobs } from "#test/support/idle-jobs.ts";

await useTestLibrary(makeScenario());
useTestJobs(idleJobs);

let organisation = "";
let organisationId = "";
let address = "";
let slug = "";
let author: Viewer;
let reviewer: Viewer;
let candidate: Viewer;

const said =
  "The dialect hardly ever changes, so I would train it in. Tables change every week, so they come from the catalogue when the question is asked.";
const strong = writtenAnswer({
  words: said,
  band: "strong",
  met: ["dialect-is-behaviour", "schema-is-knowledge", "shorter-prompt"],
});

async function finish(who: Viewer, words = said): Promise<string> {
  const sessionId = await playSession(who, { slug: address, answers: [words] });
  await gradeNow(sessionId);
  return sessionId;
}

beforeAll(async () => {
  ({ id: organisationId, handle: organisation } = await makeOrganisation());
  const join = (roles: Parameters<typeof makeMember>[0]["roles"], name: string) =>
    makeMember({ organisationId, roles, name });
  [author, reviewer, candidate] = await Promise.all([
    join(["instructor"], "Grace"),
    join(["reviewer"], "Rae"),
    join(["candidate"], "Ben"),
  ]);
  slug = await writeDraft(author, { organisation, files: { ...draftOf(), "calibration/strong.md": strong } });
  await publishNow(author, { organisation, slug });
  address = `${organisation}.${slug}`;
});

async function view({ version = null, page = 1 }: { version?: number | null; page?: number } = {}) {
  const seen = await getLearners(author, { organisation, slug, version, page });
  if (!seen) throw new Error("The author cannot see how learners do.");
  return seen;
}

test("before anybody took it there are no figures, and nothing to divide by", async () => {
  expect(await view()).toMatchObject({
    all: { attempts: 0, people: 0, median: null },
    checks: [],
    unforeseen: [],
    sessions: { rows: [], page: 1, pages: 1 },
  });
});

test("attempts, scores and verdicts of learners are counted; those of authors are left out and said to be", async () => {
  await finish(candidate);
  await finish(candidate, "I would fine-tune on the catalogue every night so it knows all the tables.");
  const begun = await startInterview(await makeMember({ organisationId, roles: ["candidate"], name: "Cleo" }), address);
  await finish(author);
  const { all, byAuthors, byVersion, checks, redFlags, spread, sessions } = await view();
  expect(all).toMatchObject({ attempts: 3, people: 2, finished: 2, graded: 2 });
  expect(byAuthors).toBe(1);
  expect(byVersion).toMatchObject([{ number: 1, attempts: 3 }]);
  expect(spread.reduce((sum, { count }) => sum + count, 0)).toBe(2);
  expect(checks.map(({ answers }) => answers)).toEqual([2, 2, 2]);
  expect(checks.at(-1)?.counts.met).toBe(1);
  expect(redFlags).toMatchObject([{ id: "trains-facts", answers: 2, counts: { met: 1 } }]);
  expect(sessions?.rows.map(({ name, isFinished }) => [name, isFinished])).toEqual([
    ["Cleo", false],
    ["Ben", true],
    ["Ben", true],
  ]);
  expect(await getMemberSession(author, { organisation, sessionId: begun })).toBeNull();
});

test("what was asked and nobody foresaw stands together, and becomes a hidden fact to fill in", async () => {
  const sessionId = await startInterview(candidate, address);
  for (const text of ["What is the budget for this?", "What’s the budget for it?", "Do the tables change?"]) {
    await askQuestion(candidate, { sessionId, text, seenSeq: await countTurns(sessionId) });
  }
  await answer(candidate, sessionId, said);
  const { unforeseen } = await view();
  expect(unforeseen).toMatchObject([{ times: 2, sessionIds: [sessionId] }]);
  const [question] = unforeseen;
  const added = await addHiddenFact(author, { organisation, slug }, question?.asks ?? []);
  expect(added).toEqual({ ok: true, path: "hiddenFacts[1]" });
  const found = await findAuthored(author, { organisation, slug, action: "write_scenario" });
  expect(found?.authored.files["scenario.md"]).toContain("What is the budget for this?");
  expect(found?.authored.files["scenario.md"]).toContain("do the tables change");
  expect(await addHiddenFact(author, { organisation, slug }, ["  "])).toMatchObject({ ok: false });
  expect(await addHiddenFact(reviewer, { organisation, slug }, ["Why?"])).toBeNull();
});

test("where the graders and people disagree is told with the interviews", async () => {
  const sessionId = await finish(candidate);
  const grade = await db().grade.findFirstOrThrow({ where: { sessionId, status: "graded" } });
  const result = structuredClone(grade.result) as { criteria: { checks: { id: string; verdict: string }[] }[] };
  const [check] = result.criteria.flatMap(({ checks }) => checks);
  if (!check) throw new Error("The rubric has checks.");
  check.verdict = check.verdict === "met" ? "not_met" : "met";
  const { rubricHash } = grade;
  await db().grade.create({ data: { sessionId, grader: "anthropic", status: "graded", rubricHash, result, score: 1 } });
  const levels = { framing: 0, economics: 4 };
  await db().review.create({ data: { sessionId, reviewerId: reviewer.id, rubricHash, levels, createdAt: new Date() } });
  const { disagreements, dates } = await view();
  expect(disagreements.graders).toMatchObject({
    interviews: 1,
    checks: [{ id: check.id, interviews: 1, differing: [{ sessionId }] }],
  });
  expect(disagreements.people.criteria.length).toBeGreaterThan(0);
  expect(dates[sessionId]).toEqual(expect.any(String));
});

test("a version can be looked at alone; one that is not there is all of them", async () => {
  const files = { ...draftOf({ title: "Refund desk, again" }), "calibration/strong.md": strong };
  await publishNow(author, { organisation, slug, files });
  await finish(candidate);
  const all = await view();
  expect(all.byVersion.map(({ number, attempts }) => [number, attempts > 0])).toEqual([
    [2, true],
    [1, true],
  ]);
  expect((await view({ version: 2 })).all.attempts).toBe(1);
  expect((await view({ version: 99, page: 99 })).all.attempts).toBe(all.all.attempts);
});

test("a finished session is there for who may see sessions in its organisation, and for nobody else", async () => {
  const sessionId = await finish(candidate);
  const wanted = { organisation, sessionId };
  for (const viewer of [author, reviewer]) {
    const seen = await getMemberSession(viewer, wanted);
    expect(seen).toMatchObject({ slug, candidate: "Ben", view: { state: "graded", session: { id: sessionId } } });
  }
  const elsewhere = await makeOrganisation();
  const stranger = await makeMember({ organisationId: elsewhere.id, roles: ["admin"] });
  expect(await getMemberSession(candidate, wanted)).toBeNull();
  expect(await getMemberSession(stranger, wanted)).toBeNull();
  expect(await getMemberSession(stranger, { organisation: elsewhere.handle, sessionId })).toBeNull();
  const shipped = await playSession(candidate, { answers: [said] });
  expect(await getMemberSession(author, { organisation, sessionId: shipped })).toBeNull();
  for (const viewer of [reviewer, candidate, stranger]) {
    expect(await getLearners(viewer, { organisation, slug, version: null, page: 1 })).toBeNull();
  }
});

test("interviews are listed some at a time, the newest first", async () => {
  const of = await db().session.findFirstOrThrow({ where: { slug: address, phase: "finished" } });
  const { scenarioHash, userId } = of;
  const at = (n: number) => new Date(Date.UTC(2020, 0, 1, 0, n));
  await db().session.createMany({
    data: Array.from({ length: 30 }, (_, n) => ({
      userId,
      scenarioHash,
      organisationId,
      slug: address,
      phase: "finished" as const,
      startedAt: at(n),
      finishedAt: at(n),
      lastActiveAt: at(n),
    })),
  });
  const first = (await view()).sessions;
  const last = (await view({ page: first?.pages ?? 0 })).sessions;
  expect(first?.rows).toHaveLength(25);
  expect(first?.pages).toBeGreaterThan(1);
  expect(last?.rows.at(-1)?.startedAt).toBe(at(0).toISOString());
});
