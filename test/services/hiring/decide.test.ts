import { expect, test } from "vitest";
import { db } from "#app/db/client.server.ts";
import { runGrade } from "#app/services/grading/run-grade.server.ts";
import { changeLevel } from "#app/services/hiring/results/change-level.server.ts";
import { endReviewing } from "#app/services/hiring/results/end-reviewing.server.ts";
import { recordDecision } from "#app/services/hiring/results/record-decision.server.ts";
import { useTestJobs } from "#test/support/database.ts";
import { giveReview, handIn, makeAssessment, makeTeam } from "#test/support/hiring.ts";
import { atCandidate, completeOf, makeComplete, resultsOf } from "#test/support/hiring-results.ts";
import { idleJobs } from "#test/support/idle-jobs.ts";

useTestJobs(idleJobs);

const twos = { framing: 2, economics: 2 };
const change = { part: 1, criterion: "framing", seen: 2, level: 4, reason: "Read the second answer again." };

async function makeOne() {
  const team = await makeTeam();
  const assessment = await makeAssessment(team);
  const handed = await makeComplete(team, assessment, { first: twos, second: twos });
  return { team, assessment, handed, at: atCandidate(team, assessment, handed) };
}

test("a level is changed with a reason; what was there before stays beside it, the oldest first", async () => {
  const { team, assessment, handed, at } = await makeOne();
  expect(await changeLevel(team.admin, { ...at, ...change })).toEqual({ ok: true });
  expect(await changeLevel(team.admin, { ...at, ...change, seen: 4, level: 3, reason: "Too much." })).toEqual({
    ok: true,
  });
  const { part } = await completeOf(team.admin, team, assessment, handed);
  const [framing] = part.criteria;
  expect(framing).toMatchObject({ settled: 3, by: "change", people: [2, 2] });
  expect(framing?.changes.map(({ by, before, level, reason }) => [by, before, level, reason])).toEqual([
    ["Asa Admin", 2, 4, "Read the second answer again."],
    ["Asa Admin", 4, 3, "Too much."],
  ]);
  const audit = await db().auditEntry.findMany({ where: { action: "level.change", sessionId: handed.sessionId } });
  expect(audit).toHaveLength(2);
  expect(JSON.stringify(audit)).not.toContain("Read the second");
});

test("the same level is refused, and so is a change of one that somebody else has changed meanwhile", async () => {
  const { team, handed, at } = await makeOne();
  expect(await changeLevel(team.admin, { ...at, ...change, level: 2 })).toEqual({ ok: false, reason: "same" });
  const both = await Promise.all([4, 3].map((level) => changeLevel(team.admin, { ...at, ...change, level })));
  expect(both.filter((each) => each?.ok)).toHaveLength(1);
  expect(both).toContainEqual({ ok: false, reason: "changed_meanwhile" });
  expect(await db().levelChange.count({ where: { sessionId: handed.sessionId } })).toBe(1);
});

test("a newer grade changes no level that counts, whatever it says", async () => {
  const { team, assessment, handed, at } = await makeOne();
  await changeLevel(team.admin, { ...at, ...change });
  const settledOf = async () =>
    (await db().sessionLevel.findMany({ where: { sessionId: handed.sessionId }, orderBy: { criterionId: "asc" } })).map(
      ({ criterionId, settled, settledBy }) => ({ criterionId, settled, settledBy }),
    );
  const before = await settledOf();
  const { rubricHash } = await db().grade.findFirstOrThrow({ where: { sessionId: handed.sessionId } });
  const { id } = await db().grade.create({ data: { sessionId: handed.sessionId, grader: "offline", rubricHash } });
  await runGrade(id);
  expect(await settledOf()).toEqual(before);
  expect((await resultsOf(team.admin, team, assessment))?.compared[0]?.cells?.framing?.settled).toBe(4);
});

test("nothing is changed or decided before every session is complete, nor by whoever is no admin", async () => {
  const team = await makeTeam();
  const assessment = await makeAssessment(team);
  const waiting = atCandidate(team, assessment, await handIn(assessment));
  const decision = { outcome: "advance", reason: "Argues from the numbers." } as const;
  expect(await changeLevel(team.admin, { ...waiting, ...change })).toBeNull();
  expect(await recordDecision(team.admin, { ...waiting, ...decision })).toBeNull();
  const complete = atCandidate(team, assessment, await makeComplete(team, assessment, { first: twos, second: twos }));
  expect(await changeLevel(team.first, { ...complete, ...change })).toBeNull();
  expect(await recordDecision(team.first, { ...complete, ...decision })).toBeNull();
  await db().member.deleteMany({ where: { userId: team.admin.id } });
  expect(await recordDecision(team.admin, { ...complete, ...decision })).toBeNull();
  expect(await db().decision.count({ where: { candidacy: { assessmentId: assessment.id } } })).toBe(0);
});

test("a later decision stands beside the earlier, and the newest is the one in the list", async () => {
  const { team, assessment, handed, at } = await makeOne();
  await recordDecision(team.admin, { ...at, outcome: "hold", reason: "One more conversation first." });
  await recordDecision(team.admin, { ...at, outcome: "advance", reason: "The conversation settled it." });
  const candidate = await completeOf(team.admin, team, assessment, handed);
  expect(candidate.decisions.map(({ outcome, by }) => [outcome, by])).toEqual([
    ["hold", "Asa Admin"],
    ["advance", "Asa Admin"],
  ]);
  expect((await resultsOf(team.admin, team, assessment))?.candidates[0]?.outcome).toBe("advance");
  const audit = await db().auditEntry.findMany({
    where: { action: "decision.record", candidacyId: handed.candidacy.id },
    orderBy: { at: "asc" },
  });
  expect(audit.map(({ details }) => details)).toEqual([{ outcome: "hold" }, { outcome: "advance" }]);
});

test("reviewing is ended early once there is a review, with a reason that stays on the record", async () => {
  const team = await makeTeam();
  const assessment = await makeAssessment(team, { reviewersPerSession: 3 });
  const handed = await handIn(assessment);
  const asked = { ...atCandidate(team, assessment, handed), part: 1, reason: "Rui is on leave." };
  expect(await endReviewing(team.admin, asked)).toEqual({ ok: false, reason: "none_given" });
  await giveReview(team.first, { sessionId: handed.sessionId, levels: { framing: 3, economics: 1 } });
  expect(await endReviewing(team.first, asked)).toBeNull();
  expect(await endReviewing(team.admin, asked)).toEqual({ ok: true, state: "complete" });
  expect(await endReviewing(team.admin, asked)).toEqual({ ok: false, reason: "ended" });
  const { part } = await completeOf(team.admin, team, assessment, handed);
  expect(part.endedEarly).toMatchObject({ by: "Asa Admin", reason: "Rui is on leave.", given: 1, wanted: 3 });
  expect(part.criteria[0]?.settled).toBe(3);
  expect(await db().auditEntry.count({ where: { action: "review.close-early", sessionId: handed.sessionId } })).toBe(1);
});

test("ending it early where two reviewers are far apart still takes a third person", async () => {
  const team = await makeTeam();
  const assessment = await makeAssessment(team, { reviewersPerSession: 4 });
  const handed = await handIn(assessment);
  await giveReview(team.first, { sessionId: handed.sessionId, levels: { framing: 4, economics: 1 } });
  await giveReview(team.second, { sessionId: handed.sessionId, levels: { framing: 0, economics: 1 } });
  const asked = { ...atCandidate(team, assessment, handed), part: 1, reason: "Enough were asked." };
  expect(await endReviewing(team.admin, asked)).toEqual({ ok: true, state: "adjudicating" });
});
