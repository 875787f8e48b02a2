import { expect, test } from "vitest";
import { agreementWithPeople } from "#app/domain/grading/calibration/agreement/people.ts";
import { fewestReviewedSessions } from "#app/domain/grading/calibration/recalibration.ts";
import { db } from "#app/db/client.server.ts";
import { getScorecard } from "#app/services/grading/get-scorecard.server.ts";
import { listReviewedGrades } from "#app/services/grading/list-reviewed-grades.server.ts";
import { measurePeople } from "#app/services/grading/measure-people.server.ts";
import { getProgress } from "#app/services/progress/get-progress.server.ts";
import { recordReview } from "#app/services/review/record-review.server.ts";
import { useTestJobs } from "#test/support/database.ts";
import { makeOrganisation } from "#test/support/organisation.ts";
import { makeScenario, useTestLibrary } from "#test/support/scenario.ts";
import { idleJobs } from "#test/support/idle-jobs.ts";
import { gradeNow, makeViewer, playSession } from "#test/support/session.ts";

await useTestLibrary(makeScenario());
process.env.REVIEWERS = "rae@example.com";
useTestJobs(idleJobs);

const said = "Tables change every week so the schema has to come from the catalogue at query time.";

async function graded() {
  const viewer = await makeViewer();
  const sessionId = await playSession(viewer, { answers: [said] });
  await gradeNow(sessionId);
  const row = await db().grade.findFirstOrThrow({ where: { sessionId }, orderBy: { createdAt: "desc" } });
  const scorecard = await getScorecard(viewer, sessionId);
  if (!scorecard?.grade) throw new Error("The session was not graded.");
  return { viewer, sessionId, row, scorecard, grade: scorecard.grade };
}

async function reviewed(levels: Record<string, number | null>) {
  const { sessionId } = await graded();
  const email = "rae@example.com";
  const rae = await db().user.upsert({ where: { email }, update: {}, create: { id: "rae", name: "Rae", email } });
  const viewer = { id: rae.id, name: rae.name, email, isGuest: false, emailVerified: true, memberships: [] };
  const recorded = await recordReview(viewer, { sessionId, given: { levels, comments: {} } });
  if (!recorded?.ok) throw new Error("The review was not kept.");
  return sessionId;
}

test("below twenty reviewed sessions the grade is raw and says how many there are, from then on it is calibrated", async () => {
  expect((await graded()).grade.levels).toMatchObject({ shown: "raw", sessions: 0, needed: fewestReviewedSessions });
  const [first] = [await reviewed({ framing: 3, economics: 1 })];
  for (let many = 1; many < fewestReviewedSessions - 1; many += 1) await reviewed({ framing: 3, economics: 1 });

  const before = await graded();
  expect(before.grade).toMatchObject({
    score: 30,
    levels: { shown: "raw", sessions: 19, raw: { score: 30 } },
    criteria: [
      { level: 2, rawLevel: 2 },
      { level: 0, rawLevel: 0 },
    ],
  });

  await reviewed({ framing: 3, economics: 1 });
  const { grade, row, viewer, scorecard } = await graded();
  // Weights 66 and 34: (66 * 3 / 4 + 34 * 1 / 4) / 100.
  expect(grade).toMatchObject({
    score: 58,
    band: "developing",
    levels: { shown: "calibrated", sessions: 20, raw: { score: 30, band: "beginning" } },
    criteria: [
      { level: 3, rawLevel: 2 },
      { level: 1, rawLevel: 0 },
    ],
  });
  expect(row).toMatchObject({ score: 58, band: "developing" });
  expect(row.result).toMatchObject({ score: 30, band: "beginning", calibrated: { score: 58, from: 20 } });
  expect(scorecard.people).toMatchObject({ sessions: 20, levels: { pairs: 40, exact: 0, withinOne: 1 } });
  const progress = await getProgress(viewer);
  expect(progress.attempts).toMatchObject([{ score: 58, band: "developing" }]);
  // The grade that was made before stays as it was.
  expect((await getScorecard(before.viewer, before.sessionId))?.grade).toMatchObject({ score: 30 });

  // A session is not measured by its own review: nineteen others are left.
  const again = await db().grade.create({
    data: { sessionId: first, grader: "offline", rubricHash: row.rubricHash, status: "queued" },
  });
  await gradeNow(first);
  const regraded = await db().grade.findUniqueOrThrow({ where: { id: again.id } });
  expect(regraded.result).toMatchObject({ calibrated: null, reviewedSessions: 19 });
});

test("only grades of the same grader, rubric and model are paired with people's levels", async () => {
  const sessionId = await reviewed({ framing: 4, economics: null });
  const { rubricHash, model } = await db().grade.findFirstOrThrow({ where: { sessionId } });
  const idsOf = async (asked: Omit<Parameters<typeof listReviewedGrades>[0], "organisationId">) =>
    (await listReviewedGrades({ ...asked, organisationId: null })).map((each) => each.sessionId);
  expect(await idsOf({ grader: "offline", rubricHash, model })).toContain(sessionId);
  expect(await idsOf({ grader: "offline" })).toContain(sessionId);
  expect(await idsOf({ grader: "offline", rubricHash, model, exceptSessionId: sessionId })).not.toContain(sessionId);
  expect(await idsOf({ grader: "anthropic", rubricHash })).toEqual([]);
  expect(await idsOf({ grader: "offline", rubricHash: "another" })).toEqual([]);
  expect(await idsOf({ grader: "offline", rubricHash, model: "another" })).toEqual([]);
});

test("levels stay within their organisation, though a copy of a rubric has the same hash elsewhere", async () => {
  const sessionId = await reviewed({ framing: 4, economics: null });
  const { id: organisationId } = await makeOrganisation();
  await db().session.update({ where: { id: sessionId }, data: { organisationId } });
  const { rubricHash } = await db().grade.findFirstOrThrow({ where: { sessionId } });
  const idsIn = async (of: string | null) =>
    (await listReviewedGrades({ grader: "offline", organisationId: of, rubricHash })).map((each) => each.sessionId);
  expect(await idsIn(organisationId)).toEqual([sessionId]);
  expect(await idsIn(null)).not.toContain(sessionId);
  expect(await idsIn((await makeOrganisation()).id)).toEqual([]);
});

test("a later review that covers one criterion changes the level of that one only", async () => {
  const sessionId = await reviewed({ framing: 4, economics: 2 });
  const { rubricHash } = await db().grade.findFirstOrThrow({ where: { sessionId } });
  const createdAt = new Date(Date.now() + 60_000);
  await db().review.create({ data: { sessionId, rubricHash, levels: { framing: 1 }, createdAt } });
  const found = (await listReviewedGrades({ grader: "offline", organisationId: null })).find(
    (each) => each.sessionId === sessionId,
  );
  expect(found?.levels).toEqual({ framing: 1, economics: 2 });
});

test("agreement with people is measured anew when there is another review", async () => {
  const before = await measurePeople("offline");
  expect(await measurePeople("offline")).toBe(before);
  await reviewed({ framing: 2, economics: 0 });
  const after = await measurePeople("offline");
  expect(after.sessions).toBe(before.sessions + 1);
  expect(after).toEqual(agreementWithPeople(await listReviewedGrades({ grader: "offline", organisationId: null })));
});
