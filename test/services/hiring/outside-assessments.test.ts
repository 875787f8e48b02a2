import { expect, test } from "vitest";
import { db } from "#app/db/client.server.ts";
import { appealCriterion } from "#app/services/appeals/appeal-criterion.server.ts";
import { getMemberSession } from "#app/services/authoring/learners/get-member-session.server.ts";
import { exportSession } from "#app/services/grading/export-session.server.ts";
import { followGrade } from "#app/services/grading/follow-grade.server.ts";
import { getModelAnswer } from "#app/services/grading/get-model-answer.server.ts";
import { getReplay } from "#app/services/grading/get-replay.server.ts";
import { getScorecard } from "#app/services/grading/get-scorecard.server.ts";
import { listReviewedGrades } from "#app/services/grading/list-reviewed-grades.server.ts";
import { requestGrade } from "#app/services/grading/request-grade.server.ts";
import { findCandidacy } from "#app/services/hiring/candidacy/find-candidacy.server.ts";
import { startPart } from "#app/services/hiring/candidacy/start-part.server.ts";
import { pauseSession } from "#app/services/interview/clock/pause-session.server.ts";
import { getRoom } from "#app/services/interview/get-room.server.ts";
import { takeHint } from "#app/services/interview/take-hint.server.ts";
import { getScenario } from "#app/services/library/get-scenario.server.ts";
import { listOwnSessions } from "#app/services/library/list-own-sessions.server.ts";
import { listScenarios } from "#app/services/library/list-scenarios.server.ts";
import { getPractice } from "#app/services/practice/get-practice.server.ts";
import { getProgress } from "#app/services/progress/get-progress.server.ts";
import { findReviewable } from "#app/services/review/find-reviewable.server.ts";
import { listWaitingSessions } from "#app/services/review/list-waiting-sessions.server.ts";
import { listCalls } from "#app/services/usage/list-calls.server.ts";
import { sumByPerson } from "#app/services/usage/sum-calls.server.ts";
import { beginBy, takePart } from "#test/support/candidacy.ts";
import { useTestJobs } from "#test/support/database.ts";
import { gradedScenario } from "#test/support/graded-scenario.ts";
import { giveReview, makeAssessment, makeTeam } from "#test/support/hiring.ts";
import { idleJobs } from "#test/support/idle-jobs.ts";
import { useTestLibrary } from "#test/support/scenario.ts";
import { answer, gradeNow, makeViewer, playSession } from "#test/support/session.ts";

await useTestLibrary(gradedScenario);
useTestJobs(idleJobs);

const said = ["The dialect is a habit of output, it barely changes, so it belongs in the weights."];

/** Somebody who practised once and was assessed once on the same scenario, both graded. */
async function assessed() {
  const team = await makeTeam();
  const assessment = await makeAssessment(team);
  const candidate = await makeViewer({ name: "Quenby Assessed" });
  const practised = await playSession(candidate, { answers: said });
  await gradeNow(practised);
  const candidacyId = await beginBy(candidate, assessment.id);
  const partId = assessment.part.id;
  const sessionId = await takePart(candidate, { candidacyId, partId, answers: said });
  await gradeNow(sessionId);
  return { team, assessment, candidate, candidacyId, partId, practised, sessionId };
}

test("a candidate is shown nothing that a grader made of an assessment", async () => {
  const { candidate, sessionId, candidacyId } = await assessed();
  const none = new AbortController().signal;
  expect(await getScorecard(candidate, sessionId)).toBeNull();
  expect(await getReplay(candidate, sessionId)).toBeNull();
  expect(await getModelAnswer(candidate, sessionId)).toBeNull();
  expect(await exportSession(candidate, sessionId)).toBeNull();
  expect(await followGrade(candidate, sessionId, none)).toBeNull();
  expect(await requestGrade(candidate, { sessionId })).toBeNull();
  const grade = await db().grade.findFirstOrThrow({ where: { sessionId } });
  const asked = { gradeId: grade.id, criterionId: "framing", reason: "It is a habit, I say." };
  expect(await appealCriterion(candidate, { sessionId, asked })).toBeNull();
  const told = JSON.stringify([await getRoom(candidate, sessionId), await findCandidacy(candidate, candidacyId)]);
  for (const key of ["score", "band", "verdict", "level", "grade"]) expect(told).not.toContain(`"${key}":`);
  expect(told).not.toContain(grade.id);
});

test("a candidate's own lists, progress and practice are of practice alone", async () => {
  const { candidate, practised } = await assessed();
  expect((await listOwnSessions(candidate)).map(({ id }) => id)).toEqual([practised]);
  expect((await getScenario(candidate, gradedScenario.slug))?.attempts).toHaveLength(1);
  expect((await listScenarios(candidate))[0]?.progress).toMatchObject({ attempts: 1 });
  const progress = await getProgress(candidate);
  expect(progress.attempts.map(({ sessionId }) => sessionId)).toEqual([practised]);
  expect([progress.unfinished, progress.ungraded]).toEqual([[], []]);
  const scorecard = await getScorecard(candidate, practised);
  expect([scorecard?.earlierAttempt, scorecard?.laterAttempt]).toEqual([null, null]);
  await getPractice(candidate, new Date());
  expect(
    (await db().card.findMany({ where: { userId: candidate.id } })).every((card) => card.sessionId === practised),
  ).toBe(true);
});

test("the studio neither lists nor opens what was said in an assessment, and calls of a model there name nobody", async () => {
  const { team, sessionId, candidate } = await assessed();
  const { organisationId, handle } = team;
  expect(await getMemberSession(team.admin, { organisation: handle, sessionId })).toBeNull();
  expect(await findReviewable(team.first, sessionId)).toBeNull();
  expect(await listWaitingSessions(team.first)).toMatchObject({ sessions: [], waiting: 0 });
  await giveReview(team.first, { sessionId, levels: { framing: 2, economics: 1 } });
  expect(await listWaitingSessions(team.first)).toMatchObject({ given: 0 });
  const reviewed = { grader: "offline", organisationId } as const;
  expect(await listReviewedGrades({ ...reviewed, isShown: true })).toEqual([]);
  expect(await listReviewedGrades(reviewed)).toHaveLength(1);
  const call = { organisationId, userId: candidate.id, model: "claude", createdAt: new Date() };
  await db().modelCall.createMany({
    data: [
      { ...call, sessionId, purpose: "grade" },
      { ...call, purpose: "embed" },
    ],
  });
  const calls = await listCalls({ organisationId, since: new Date(0) }, { take: 10 });
  expect(calls.map(({ purpose, person }) => [purpose, person]).sort()).toEqual([
    ["embed", "Quenby Assessed"],
    ["grade", "A candidate"],
  ]);
  const people = (await sumByPerson({ organisationId, since: new Date(0) }, new Date(0))).filter(
    ({ calls }) => calls > 0,
  );
  expect(people.map(({ userId, name, isCandidates, calls }) => [userId, name, isCandidates, calls])).toEqual([
    [candidate.id, "Quenby Assessed", false, 1],
    [null, null, true, 1],
  ]);
});

test("the room of an assessment says whose it is; it gives no hint, no feedback and no pause, and counts what was pasted", async () => {
  const team = await makeTeam();
  const assessment = await makeAssessment(team);
  const candidate = await makeViewer();
  const candidacyId = await beginBy(candidate, assessment.id);
  const started = await startPart(candidate, { candidacyId, partId: assessment.part.id });
  if (!started?.ok) throw new Error("The part did not begin.");
  const { sessionId } = started;
  await answer(candidate, sessionId, "I would fine-tune.");
  const room = await getRoom(candidate, sessionId);
  expect(room).toMatchObject({ mode: "assessment", hints: null, feedback: [], diagramRules: null, organisation: null });
  expect(room?.assessment).toMatchObject({ candidacyId, name: "Platform engineer", part: 1, parts: 1 });
  expect(await takeHint(candidate, { sessionId, seenSeq: room?.turns.length ?? 0 })).toMatchObject({
    reason: "no_hints",
  });
  expect(await pauseSession(candidate, sessionId)).toEqual({ ok: false, reason: "no_pause" });
});
