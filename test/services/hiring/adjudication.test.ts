import { expect, test } from "vitest";
import { lockMs } from "#app/domain/hiring/queue.ts";
import { db } from "#app/db/client.server.ts";
import { claimAdjudication } from "#app/services/hiring/adjudication/claim-adjudication.server.ts";
import { getAdjudication } from "#app/services/hiring/adjudication/get-adjudication.server.ts";
import { listAdjudications } from "#app/services/hiring/adjudication/list-adjudications.server.ts";
import { submitAdjudication } from "#app/services/hiring/adjudication/submit-adjudication.server.ts";
import { getBlindReview } from "#app/services/hiring/review/get-blind-review.server.ts";
import { useTestJobs } from "#test/support/database.ts";
import { adjudicate, draftOf, review } from "#test/support/hiring-review.ts";
import { handIn, makeAssessment, makeTeam } from "#test/support/hiring.ts";
import { idleJobs } from "#test/support/idle-jobs.ts";

useTestJobs(idleJobs);

/** Two reviewers, three levels apart on framing and alike on economics. */
async function makeApart() {
  const team = await makeTeam();
  const { sessionId, candidate } = await handIn(await makeAssessment(team));
  await review(team.first, { team, sessionId, levels: { framing: 4, economics: 2 }, said: "Generous" });
  await review(team.second, { team, sessionId, levels: { framing: 1, economics: 2 }, said: "Strict" });
  return { team, sessionId, candidate, wanted: { organisation: team.organisationId, sessionId } };
}

// The first grade in a process prepares the grader, which takes long where others are at work.
const slowest = { timeout: 120_000 };

test("a session whose reviewers are far apart waits for those who have not reviewed it", slowest, async () => {
  const { team, sessionId } = await makeApart();
  const { organisationId: organisation } = team;
  expect((await listAdjudications(team.third, { organisation }))?.sessions).toMatchObject([
    { sessionId, criteria: 1, isMine: false, heldBy: null },
  ]);
  expect((await listAdjudications(team.first, { organisation }))?.sessions).toEqual([]);
});

test("whoever decides gets both readings without names, of the criteria concerned alone, and no grader's level", async () => {
  const { team, wanted, candidate } = await makeApart();
  expect(JSON.stringify(await getAdjudication(team.third, wanted))).not.toMatch(/Generous|transcript/);
  await claimAdjudication(team.third, wanted);
  const page = await getAdjudication(team.third, wanted);
  if (page?.state !== "deciding") throw new Error(`The page is ${page?.state}.`);
  expect(page.adjudication.criteria.map(({ id }) => id)).toEqual(["framing"]);
  const readings = page.adjudication.readings["framing"] ?? [];
  expect(readings.map(({ reader }) => reader)).toEqual(["A", "B"]);
  expect(readings.map(({ level }) => level).sort()).toEqual([1, 4]);
  const sent = JSON.stringify(page);
  for (const secret of ["Rae First", "Rex Second", team.first.id, team.second.id, candidate.name, "grader", "score"]) {
    expect(sent).not.toContain(secret);
  }
});

test("one of two who race for a decision gets it; a reviewer of the session never does", async () => {
  const { team, wanted } = await makeApart();
  expect(await claimAdjudication(team.first, wanted)).toEqual({ ok: false, reason: "given" });
  const both = await Promise.all([claimAdjudication(team.third, wanted), claimAdjudication(team.admin, wanted)]);
  expect(both.filter((each) => each?.ok)).toHaveLength(1);
  expect(both.filter((each) => !each?.ok)).toMatchObject([{ reason: "full" }]);
});

test("a decision needs a level and a reason for each criterion concerned, and what is not given is kept", async () => {
  const { team, wanted } = await makeApart();
  await claimAdjudication(team.third, wanted);
  const draft = { levels: { framing: 2 }, comments: {}, quotes: {} };
  expect(await submitAdjudication(team.third, { ...wanted, draft, isFinal: true })).toMatchObject({
    reason: "incomplete",
    problems: [{ criterion: "framing" }],
  });
  const page = await getAdjudication(team.third, wanted);
  expect(page?.state === "deciding" && page.adjudication.draft.levels).toEqual({ framing: 2 });
});

test("the decision counts, is of the criteria concerned alone, and both reviewers then see it with its reason", async () => {
  const { team, wanted, sessionId } = await makeApart();
  await adjudicate(team.third, { team, sessionId, levels: { framing: 3, economics: 0 }, said: "Between them" });
  const given = await db().review.findFirstOrThrow({ where: { sessionId, kind: "adjudication" } });
  expect(given).toMatchObject({ levels: { framing: 3 }, comments: { framing: "Between them (framing)" } });
  const session = await db().session.findUniqueOrThrow({ where: { id: sessionId } });
  expect(session).toMatchObject({ reviewState: "complete", reviewsGiven: 2 });
  const seen = await getBlindReview(team.first, wanted);
  const framing = seen?.state === "given" ? seen.review.given?.criteria[0] : null;
  expect(framing).toMatchObject({ id: "framing", settled: { level: 3, by: "adjudication" } });
  expect(framing?.readings.map(({ by, as }) => [by, as])).toEqual([
    ["You", "you"],
    ["Rex Second", "colleague"],
    ["Rui Third", "decided"],
  ]);
  expect(await getAdjudication(team.third, wanted)).toEqual({ state: "given" });
  expect(await getBlindReview(team.third, wanted)).toMatchObject({ state: "given" });
  const written = await db().auditEntry.count({ where: { sessionId, action: "adjudication.submit" } });
  expect(written).toBe(1);
});

test("a decision whose hold has ended is taken again, unless somebody else has it", async () => {
  const { team, wanted } = await makeApart();
  const later = new Date(Date.now() + lockMs + 1_000);
  const draft = draftOf({ framing: 2 });
  await claimAdjudication(team.third, wanted);
  const kept = await submitAdjudication(team.third, { ...wanted, draft, isFinal: false, now: later });
  expect(kept).toEqual({ ok: true });
  const still = new Date(later.getTime() + lockMs + 1_000);
  await claimAdjudication(team.admin, { ...wanted, now: still });
  const lost = await submitAdjudication(team.third, { ...wanted, draft, isFinal: true, now: still });
  expect(lost).toMatchObject({ ok: false, reason: "lock_lost", heldBy: "Asa Admin" });
});
