import { beforeAll, expect, test } from "vitest";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { db } from "#app/db/client.server.ts";
import { answerAppeal } from "#app/services/appeals/answer-appeal.server.ts";
import { appealCriterion } from "#app/services/appeals/appeal-criterion.server.ts";
import { getAppeal } from "#app/services/appeals/get-appeal.server.ts";
import { listWaitingAppeals } from "#app/services/appeals/list-waiting-appeals.server.ts";
import { getScorecard } from "#app/services/grading/get-scorecard.server.ts";
import { listReviewedGrades } from "#app/services/grading/list-reviewed-grades.server.ts";
import { requestGrade } from "#app/services/grading/request-grade.server.ts";
import { listScenarios } from "#app/services/library/list-scenarios.server.ts";
import { getProgress } from "#app/services/progress/get-progress.server.ts";
import { recordReview } from "#app/services/review/record-review.server.ts";
import { useTestJobs } from "#test/support/database.ts";
import { asOfNow, makeMember, makeOrganisation } from "#test/support/organisation.ts";
import { makeScenario, useTestLibrary } from "#test/support/scenario.ts";
import { idleJobs } from "#test/support/idle-jobs.ts";
import { gradeNow, makeViewer, playSession, startInterview } from "#test/support/session.ts";

// Without a key the other grader of an offline grade is a person.

await useTestLibrary(makeScenario());
process.env.REVIEWERS = "rae@example.com, ben@example.com";
useTestJobs(idleJobs);

const said = "Tables change every week so the schema has to come from the catalogue at query time.";
const reason = "The last sentence puts the tables on their side.";

let rae: Viewer;
let ben: Viewer;

beforeAll(async () => {
  rae = await makeViewer({ id: "rae", name: "rae" });
  ben = await makeViewer({ id: "ben", name: "ben" });
});

async function graded(viewer?: Viewer) {
  const candidate = viewer ?? (await makeViewer());
  const sessionId = await playSession(candidate, { answers: [said] });
  const gradeId = await gradeNow(sessionId);
  const contest = (changes: { criterionId?: string; gradeId?: string; reason?: string } = {}, by = candidate) =>
    appealCriterion(by, { sessionId, asked: { gradeId, criterionId: "framing", reason, ...changes } });
  const scorecard = async () => {
    const view = await getScorecard(candidate, sessionId);
    if (!view?.grade || !view.contests) throw new Error("The session was not graded.");
    return { ...view, grade: view.grade, contests: view.contests };
  };
  return { candidate, sessionId, gradeId, contest, scorecard };
}

async function contested() {
  const session = await graded();
  const made = await session.contest();
  if (!made?.ok) throw new Error("The appeal was refused.");
  return { ...session, appealId: made.appealId };
}

const given = { level: 4, comment: "It says both halves." };

test("a contested level waits for a person, and until then nothing else changes", async () => {
  const { scorecard } = await contested();
  const { state, grade, contests, otherGrades } = await scorecard();
  expect([state, grade.score, grade.asGraded, otherGrades]).toEqual(["graded", 30, null, []]);
  expect(contests).toMatchObject({ answerer: "person", hasReviewers: true, contestable: ["economics"] });
  expect(contests.appeals).toMatchObject([
    { criterionId: "framing", reason, first: { grader: "offline", level: 2 }, outcome: { state: "waiting" } },
  ]);
});

test("a person's level counts over the grader's, wherever the score is shown, and both stay", async () => {
  const { candidate, sessionId, gradeId, scorecard, appealId } = await contested();
  expect(await answerAppeal(rae, { appealId, given })).toEqual({ ok: true });

  const { grade, contests } = await scorecard();
  expect(grade).toMatchObject({ id: gradeId, score: 66, band: "proficient", asGraded: { score: 30 } });
  expect(grade.criteria[0]).toMatchObject({ level: 4, rawLevel: 2 });
  expect(contests.appeals).toMatchObject([
    { first: { level: 2 }, outcome: { state: "person", level: 4, comment: "It says both halves." } },
  ]);
  expect((await getProgress(candidate)).attempts).toMatchObject([{ sessionId, score: 66 }]);
  expect(await listScenarios(candidate)).toMatchObject([{ progress: { kind: "scored", score: 66 } }]);
  expect(await db().grade.findUnique({ where: { id: gradeId } })).toMatchObject({ score: 30 });
});

test("a person who cannot tell leaves the grader's level as it is", async () => {
  const { scorecard, appealId } = await contested();
  await answerAppeal(rae, { appealId, given: { level: null, comment: "One sentence is too little." } });
  const { grade, contests } = await scorecard();
  expect(grade).toMatchObject({ score: 30, asGraded: null });
  expect(contests.appeals).toMatchObject([{ outcome: { state: "person", level: null } }]);
});

test("a level that a person gave stands over a newer grade too, and cannot be contested again", async () => {
  const { candidate, sessionId, contest, scorecard, appealId } = await contested();
  await answerAppeal(rae, { appealId, given });
  await requestGrade(candidate, { sessionId, grader: "offline" });
  const newer = await gradeNow(sessionId);
  expect((await scorecard()).grade).toMatchObject({ id: newer, score: 66 });
  expect(await contest({ gradeId: newer })).toEqual({ ok: false, reason: "already_contested" });
  expect(await contest({ gradeId: newer, criterionId: "economics" })).toMatchObject({ ok: true });
});

test("two clicks at once make one appeal", async () => {
  const { sessionId, contest } = await graded();
  const both = await Promise.all([contest(), contest()]);
  expect(both.filter((each) => each?.ok)).toHaveLength(1);
  expect(both).toContainEqual({ ok: false, reason: "already_contested" });
  expect(await db().appeal.count({ where: { sessionId } })).toBe(1);
});

test("nothing is kept of an appeal that is refused, and somebody else's session is not there", async () => {
  const { sessionId, contest } = await graded();
  expect(await contest({ reason: " " })).toEqual({ ok: false, reason: "empty" });
  expect(await contest({ reason: "x".repeat(1_001) })).toEqual({ ok: false, reason: "too_long" });
  expect(await contest({ criterionId: "charm" })).toEqual({ ok: false, reason: "no_such_criterion" });
  expect(await contest({}, await makeViewer())).toBeNull();
  expect(await contest({}, rae)).toBeNull();
  expect(await db().appeal.count({ where: { sessionId } })).toBe(0);
  const open = await startInterview(await makeViewer());
  const { userId } = await db().session.findUniqueOrThrow({ where: { id: open } });
  const owner = { id: userId, name: "Ada", email: null, isGuest: true, emailVerified: false, memberships: [] };
  const asked = { gradeId: "none", criterionId: "framing", reason };
  expect(await appealCriterion(owner, { sessionId: open, asked })).toEqual({ ok: false, reason: "not_graded" });
});

test("a reviewer reads the interview and the reason, and the contested level only after giving their own", async () => {
  const { candidate, appealId } = await contested();
  const queue = await listWaitingAppeals(rae);
  expect(queue?.appeals).toContainEqual(expect.objectContaining({ appealId, criterion: "Framing the need" }));
  const before = await getAppeal(rae, appealId);
  expect(before).toMatchObject({ reason, criterion: { id: "framing", key: "A" }, given: null });
  for (const secret of [candidate.id, candidate.email ?? "", "beginning", '"score"', '"first"']) {
    expect(JSON.stringify(before)).not.toContain(secret);
  }
  await answerAppeal(rae, { appealId, given });
  expect((await getAppeal(rae, appealId))?.given).toMatchObject({ level: 4, first: { grader: "offline", level: 2 } });
  expect(await getAppeal(ben, appealId)).toBeNull();
  expect((await listWaitingAppeals(rae))?.waiting).toBe((queue?.waiting ?? 0) - 1);
});

test("an appeal is answered once, also by two people at once, and with a reason", async () => {
  const { sessionId, appealId } = await contested();
  const none = { level: undefined, comment: "" };
  expect(await answerAppeal(rae, { appealId, given: none })).toMatchObject({ ok: false, reason: "incomplete" });
  const both = await Promise.all([rae, ben].map((viewer) => answerAppeal(viewer, { appealId, given })));
  expect(both.filter((each) => each?.ok)).toHaveLength(1);
  expect(await db().review.count({ where: { sessionId } })).toBe(1);
});

test("whoever is no reviewer, and the candidate, cannot answer", async () => {
  const own = await graded(rae);
  const made = await own.contest();
  const appealId = made?.ok ? made.appealId : "";
  expect(await listWaitingAppeals(await makeViewer())).toBeNull();
  expect((await listWaitingAppeals(rae))?.appeals.map((each) => each.appealId)).not.toContain(appealId);
  for (const viewer of [rae, await makeViewer()]) {
    expect(await getAppeal(viewer, appealId)).toBeNull();
    expect(await answerAppeal(viewer, { appealId, given })).toBeNull();
  }
  expect(await answerAppeal(ben, { appealId, given })).toEqual({ ok: true });
});

test("in an organisation its own reviewers answer, and it is said when it has none", async () => {
  const { id: organisationId } = await makeOrganisation();
  const { sessionId, candidate, contest, scorecard } = await graded();
  await db().session.update({ where: { id: sessionId }, data: { organisationId } });
  await db().member.create({ data: { organisationId, userId: candidate.id, roles: ["candidate", "reviewer"] } });
  expect((await scorecard()).contests).toMatchObject({ answerer: "person", hasReviewers: false });
  const reviewer = await makeMember({ organisationId, roles: ["reviewer"] });
  expect((await scorecard()).contests).toMatchObject({ hasReviewers: true });

  const made = await contest();
  const appealId = made?.ok ? made.appealId : "";
  expect((await listWaitingAppeals(reviewer))?.appeals).toMatchObject([{ appealId }]);
  expect((await listWaitingAppeals(rae))?.appeals.map((each) => each.appealId)).not.toContain(appealId);
  expect(await answerAppeal(rae, { appealId, given })).toBeNull();
  expect(await answerAppeal(await asOfNow(candidate), { appealId, given })).toBeNull();
  expect(await answerAppeal(reviewer, { appealId, given })).toEqual({ ok: true });
});

test("a level given in answer to an appeal is no measure of the grader, and leaves the whole review to be given", async () => {
  const { sessionId, appealId } = await contested();
  await answerAppeal(rae, { appealId, given });
  const measured = async () =>
    (await listReviewedGrades({ grader: "offline", organisationId: null })).map((each) => each.sessionId);
  expect(await measured()).not.toContain(sessionId);
  const levels = { framing: 2, economics: null };
  expect(await recordReview(rae, { sessionId, given: { levels, comments: {} } })).toMatchObject({ ok: true });
  expect(await measured()).toContain(sessionId);
});
