import { expect, test } from "vitest";
import { db } from "#app/db/client.server.ts";
import { settleSession } from "#app/services/hiring/levels/settle-session.server.ts";
import { useTestJobs } from "#test/support/database.ts";
import { giveReview, handIn, makeAssessment, makeTeam } from "#test/support/hiring.ts";
import { idleJobs } from "#test/support/idle-jobs.ts";

useTestJobs(idleJobs);

const levelsOf = (sessionId: string) =>
  db().sessionLevel.findMany({ where: { sessionId }, orderBy: { criterionId: "asc" } });

test("a session that is handed in has the grader's levels and none of a person's", async () => {
  const team = await makeTeam();
  const { sessionId } = await handIn(await makeAssessment(team));
  const levels = await levelsOf(sessionId);
  expect(levels.map(({ criterionId }) => criterionId)).toEqual(["economics", "framing"]);
  for (const level of levels) {
    expect(level).toMatchObject({ grader: "offline", people: [], settled: null, settledBy: null, gap: null });
    expect(level.graderLevel).not.toBeNull();
  }
});

test("once as many people as were asked for have given levels, their median counts and the session is complete", async () => {
  const team = await makeTeam();
  const { sessionId } = await handIn(await makeAssessment(team));
  const before = await giveReview(team.first, { sessionId, levels: { framing: 3, economics: 1 } });
  expect(before?.state).toBe("waiting");
  const after = await giveReview(team.second, { sessionId, levels: { framing: 2, economics: 1 } });
  expect(after?.state).toBe("complete");
  const [economics, framing] = await levelsOf(sessionId);
  expect(framing).toMatchObject({ people: [3, 2], settled: 2, settledBy: "median", spread: 1 });
  expect(framing?.reviewerIds).toEqual([team.first.id, team.second.id]);
  expect(economics).toMatchObject({ people: [1, 1], settled: 1, spread: 0 });
  expect(framing?.gap).toBe(Math.abs(2 - (framing?.graderLevel ?? 9)));
});

test("two levels apart waits for a third person, whose level then counts", async () => {
  const team = await makeTeam();
  const { sessionId } = await handIn(await makeAssessment(team));
  await giveReview(team.first, { sessionId, levels: { framing: 4, economics: 1 } });
  const apart = await giveReview(team.second, { sessionId, levels: { framing: 2, economics: 1 } });
  expect(apart?.state).toBe("adjudicating");
  expect((await levelsOf(sessionId))[1]).toMatchObject({ settled: null, spread: 2 });
  const decided = await giveReview(team.third, { sessionId, levels: { framing: 3 }, kind: "adjudication" });
  expect(decided?.state).toBe("complete");
  expect((await levelsOf(sessionId))[1]).toMatchObject({ settled: 3, settledBy: "adjudication", people: [4, 2] });
});

test("the newest change that a person made counts over the reviews, and a new grade changes no person's level", async () => {
  const team = await makeTeam();
  const { sessionId } = await handIn(await makeAssessment(team, { reviewersPerSession: 1 }));
  await giveReview(team.first, { sessionId, levels: { framing: 1, economics: 1 } });
  for (const [at, level] of [2, 4].entries()) {
    const change = { sessionId, criterionId: "framing", before: 1, level, reason: "Said later.", byId: team.admin.id };
    await db().levelChange.create({ data: { ...change, createdAt: new Date(Date.UTC(2026, 0, 1 + at)) } });
  }
  await db().$transaction((tx) => settleSession(tx, sessionId));
  expect((await levelsOf(sessionId))[1]).toMatchObject({ settled: 4, settledBy: "change", people: [1] });
});

test("reviewing that is ended early takes the reviews there are", async () => {
  const team = await makeTeam();
  const { sessionId } = await handIn(await makeAssessment(team, { reviewersPerSession: 3 }));
  await giveReview(team.first, { sessionId, levels: { framing: 3, economics: 2 } });
  const ended = await db().$transaction((tx) => settleSession(tx, sessionId, { endReviewing: true }));
  expect(ended?.state).toBe("complete");
});
