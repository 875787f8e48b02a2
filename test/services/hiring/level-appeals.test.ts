import { expect, test } from "vitest";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { db } from "#app/db/client.server.ts";
import { answerLevelAppeal } from "#app/services/hiring/results/answer-level-appeal.server.ts";
import { changeLevel } from "#app/services/hiring/results/change-level.server.ts";
import { getCandidateResult } from "#app/services/hiring/results/get-candidate-result.server.ts";
import { readVersions } from "#app/services/hiring/results/send-feedback.server.ts";
import { getLevelAppeal } from "#app/services/hiring/results/get-level-appeal.server.ts";
import { listWaitingAppeals } from "#app/services/hiring/results/list-waiting-appeals.server.ts";
import { takeAppeal } from "#app/services/hiring/results/take-appeal.server.ts";
import { useTestJobs } from "#test/support/database.ts";
import { makeAssessment, makeTeam } from "#test/support/hiring.ts";
import { atCandidate, completeOf, letOut, makeComplete } from "#test/support/hiring-results.ts";
import { idleJobs } from "#test/support/idle-jobs.ts";
import { makeScenario, useTestLibrary } from "#test/support/scenario.ts";

await useTestLibrary(makeScenario());
useTestJobs(idleJobs);

const levels = { framing: 2, economics: 1 };
const reason = "My second answer keeps the tables out of the weights.";
const answer = { level: 3, answer: "You are right about the second answer." };

async function makeSent(feedback = { levels: true, words: true, study: true, appeal: true }) {
  const team = await makeTeam();
  const assessment = await makeAssessment(team, { feedback });
  const handed = await makeComplete(team, assessment, {
    first: levels,
    second: levels,
    name: "Zephyrine Unmistakable",
  });
  await letOut(team, assessment, handed);
  const asked = { candidacyId: handed.candidacy.id, session: handed.sessionId, criterion: "framing", reason };
  return { team, assessment, handed, asked };
}

async function makeAppeal() {
  const made = await makeSent();
  await takeAppeal(made.handed.candidate, made.asked);
  const { id } = await db().levelAppeal.findFirstOrThrow({ where: { sessionId: made.handed.sessionId } });
  return { ...made, at: { organisation: made.team.organisationId, appealId: id } };
}

test("a criterion is contested once, also by two clicks at the same time", async () => {
  const { handed, asked } = await makeSent();
  const both = await Promise.all([takeAppeal(handed.candidate, asked), takeAppeal(handed.candidate, asked)]);
  expect(both).toContainEqual({ ok: true });
  expect(both).toContainEqual({ ok: false, reason: "already" });
  const { level } = await db().levelAppeal.findFirstOrThrow({ where: { sessionId: handed.sessionId } });
  expect(level).toBe(2);
  expect(await db().auditEntry.count({ where: { action: "appeal.make", sessionId: handed.sessionId } })).toBe(1);
});

test("a level is contested by its candidate alone, of what was sent, in thirty days, and where the team allows it", async () => {
  const { team, handed, asked } = await makeSent();
  const late = new Date(Date.now() + 31 * 86_400_000);
  expect(await takeAppeal(team.admin, asked)).toBeNull();
  expect(await takeAppeal(handed.candidate, { ...asked, criterion: "no-such" })).toBeNull();
  expect(await takeAppeal(handed.candidate, { ...asked, session: "another" })).toBeNull();
  expect(await takeAppeal(handed.candidate, { ...asked, now: late })).toEqual({ ok: false, reason: "over" });
  await db().candidacy.update({ where: { id: handed.candidacy.id }, data: { withdrawnAt: new Date() } });
  expect(await takeAppeal(handed.candidate, asked)).toEqual({ ok: false, reason: "not_open" });
  const closed = await makeSent({ levels: true, words: true, study: true, appeal: false });
  expect(await takeAppeal(closed.handed.candidate, closed.asked)).toEqual({ ok: false, reason: "not_open" });
});

test("whoever answers sees the interview, the level and the reason, and neither a name nor a grader's level", async () => {
  const { team, handed, at } = await makeAppeal();
  const appeal = await getLevelAppeal(team.third, at);
  expect(appeal).toMatchObject({ code: handed.candidacy.code, contested: 2, reason, answered: null });
  const grade = await db().grade.findFirstOrThrow({ where: { sessionId: handed.sessionId } });
  const reasons = (grade.result as { criteria: { checks: { reason: string }[] }[] }).criteria.flatMap(({ checks }) =>
    checks.map((check) => check.reason).filter((said) => said.length > 10),
  );
  const sent = JSON.stringify(appeal);
  for (const secret of ["Unmistakable", handed.candidate.id, "Rae First", "grader", ...reasons]) {
    expect(sent).not.toContain(secret);
  }
});

test("what was pasted is told to whoever answers, as a number", async () => {
  const { team, handed, at } = await makeAppeal();
  await db().turn.updateMany({ where: { sessionId: handed.sessionId, seq: 2 }, data: { pasted: 11 } });
  const appeal = await getLevelAppeal(team.third, at);
  expect(appeal?.transcript.find(({ seq }) => seq === 2)?.pasted).toBe(11);
  expect(appeal?.late).toBeNull();
  const seen = { action: "appeal.see", actorId: team.third.id, sessionId: handed.sessionId };
  expect(await db().auditEntry.count({ where: seen })).toBe(1);
});

test("whoever reviewed the session or changed a level of it may not answer, nor the candidate or a stranger", async () => {
  const { team, assessment, handed, at } = await makeAppeal();
  const stranger = await makeTeam();
  const refused: Viewer[] = [team.first, team.second, handed.candidate, stranger.admin];
  const change = { part: 1, criterion: "economics", seen: 1, level: 2, reason: "Read again." };
  await changeLevel(team.admin, { ...atCandidate(team, assessment, handed), ...change });
  for (const viewer of [...refused, team.admin]) {
    expect(await getLevelAppeal(viewer, at)).toBeNull();
    expect(await answerLevelAppeal(viewer, { ...at, ...answer })).toBeNull();
  }
  const told = await listWaitingAppeals(team.first, { organisation: team.organisationId });
  expect(told.map(({ mayAnswer }) => mayAnswer)).toEqual([false]);
  expect(await listWaitingAppeals(stranger.admin, { organisation: team.organisationId })).toEqual([]);
});

test("an answer with another level is a change that counts, told to the candidate, and stands on the record", async () => {
  const { team, assessment, handed, at } = await makeAppeal();
  expect(await answerLevelAppeal(team.third, { ...at, ...answer })).toEqual({ ok: true, changed: true });
  const { part } = await completeOf(team.admin, team, assessment, handed);
  const framing = part.criteria.find(({ id }) => id === "framing");
  expect(framing).toMatchObject({ settled: 3, by: "change" });
  expect(framing?.changes).toMatchObject([{ by: "Rui Third", before: 2, level: 3, isAppeal: true }]);
  expect(framing?.appeal?.answered).toMatchObject({ by: "Rui Third", level: 3, answer: answer.answer });
  const result = await getCandidateResult(handed.candidate, handed.candidacy.id);
  const shown = result?.parts[0]?.criteria.find(({ id }) => id === "framing");
  expect(shown).toMatchObject({
    level: 3,
    changed: { from: 2 },
    mayAppeal: false,
    appeal: { answered: { level: 3, answer: answer.answer } },
  });
  expect(JSON.stringify(result)).not.toContain("Rui Third");
  const mails = await db().mail.findMany({
    where: { to: handed.candidate.email ?? "", subject: { startsWith: "Your appeal has an answer" } },
  });
  expect(mails).toHaveLength(1);
  expect(mails[0]?.text).not.toContain("You are right");
  expect(await db().auditEntry.count({ where: { action: "appeal.answer", sessionId: handed.sessionId } })).toBe(1);
});

test("the level that an appeal changed is told in the rubric's words, and what was sent is kept as it was", async () => {
  const { team, assessment, handed, at } = await makeAppeal();
  const shownNow = async () => {
    const result = await getCandidateResult(handed.candidate, handed.candidacy.id);
    return result?.parts[0]?.criteria.find(({ id }) => id === "framing");
  };
  const before = await shownNow();
  await answerLevelAppeal(team.third, { ...at, ...answer, level: 4 });
  const after = await shownNow();
  expect(after).toMatchObject({ level: 4, lift: null, study: [], changed: { from: 2 } });
  expect(after?.says).not.toBe(before?.says);
  const { feedback } = await db().candidacy.findUniqueOrThrow({ where: { id: handed.candidacy.id } });
  expect(
    readVersions(feedback)
      .at(-1)
      ?.parts[0]?.criteria.find(({ id }) => id === "framing")?.level,
  ).toBe(2);
  await letOut(team, assessment, handed);
  expect(await shownNow()).toMatchObject({ level: 4, changed: null });
});

test("whoever has withdrawn, or comes too late, is not told that a level can be contested", async () => {
  const { handed, asked } = await makeSent();
  const shownAt = (now: Date) => getCandidateResult(handed.candidate, handed.candidacy.id, now);
  const now = new Date();
  expect((await shownAt(now))?.appealUntil).not.toBeNull();
  expect((await shownAt(new Date(now.getTime() + 31 * 86_400_000)))?.appealUntil).toBeNull();
  await takeAppeal(handed.candidate, asked);
  await db().candidacy.update({ where: { id: handed.candidacy.id }, data: { withdrawnAt: now } });
  expect(await shownAt(now)).toMatchObject({ appealUntil: null, isWithdrawn: true });
});

test("where levels are not let out, an answer to an appeal lets none out either", async () => {
  const { team, handed, asked } = await makeSent({ levels: false, words: true, study: true, appeal: true });
  await takeAppeal(handed.candidate, asked);
  const { id } = await db().levelAppeal.findFirstOrThrow({ where: { sessionId: handed.sessionId } });
  await answerLevelAppeal(team.third, { organisation: team.organisationId, appealId: id, ...answer });
  const result = await getCandidateResult(handed.candidate, handed.candidacy.id);
  const shown = result?.parts[0]?.criteria.find(({ id: criterion }) => criterion === "framing");
  expect(shown).toMatchObject({ level: null, changed: null, appeal: { answered: { level: null } } });
});

test("an answer with the same level changes nothing, and of two answers at once one counts", async () => {
  const { team, handed, at } = await makeAppeal();
  const both = await Promise.all(
    [team.third, team.admin].map((viewer) => answerLevelAppeal(viewer, { ...at, ...answer, level: 2 })),
  );
  expect(both).toContainEqual({ ok: true, changed: false });
  expect(both).toContainEqual({ ok: false, reason: "already_answered" });
  expect(await db().levelChange.count({ where: { sessionId: handed.sessionId } })).toBe(0);
  expect(await listWaitingAppeals(team.third, { organisation: team.organisationId })).toEqual([]);
});
