import { expect, test } from "vitest";
import { db } from "#app/db/client.server.ts";
import { getCandidate } from "#app/services/hiring/results/get-candidate.server.ts";
import { useTestJobs } from "#test/support/database.ts";
import { giveReview, handIn, makeAssessment, makeTeam } from "#test/support/hiring.ts";
import { atCandidate, completeOf, makeComplete, resultsOf } from "#test/support/hiring-results.ts";
import { idleJobs } from "#test/support/idle-jobs.ts";

useTestJobs(idleJobs);

const twos = { framing: 2, economics: 2 };
const namesSeen = (candidacyId: string) =>
  db().auditEntry.findMany({ where: { action: "candidate.see", candidacyId } });

test("results list candidates by their codes, with levels of complete sessions alone and no name", async () => {
  const team = await makeTeam();
  const assessment = await makeAssessment(team);
  const done = await makeComplete(team, assessment, {
    first: { framing: 3, economics: 1 },
    second: { framing: 2, economics: 1 },
    name: "Zephyrine Unmistakable",
  });
  const waiting = await handIn(assessment, { name: "Quillon Unmistakable" });
  await giveReview(team.first, { sessionId: waiting.sessionId, levels: { framing: 4, economics: 4 } });
  const results = await resultsOf(team.admin, team, assessment);
  const listed = results?.candidates.map(({ code, state, given, wanted }) => ({ code, state, given, wanted }));
  expect(listed).toEqual([
    { code: done.candidacy.code, state: "complete", given: 2, wanted: 2 },
    { code: waiting.candidacy.code, state: "waiting", given: 1, wanted: 2 },
  ]);
  expect(results?.compared.map(({ code }) => code)).toEqual([done.candidacy.code]);
  expect(results?.compared[0]?.cells?.framing).toMatchObject({ settled: 2, by: "median", people: [3, 2] });
  const sent = JSON.stringify(results);
  for (const secret of ["Unmistakable", done.candidate.id, waiting.candidate.id, "@example.com"]) {
    expect(sent).not.toContain(secret);
  }
});

test("a session that is not complete shows no level, chosen or sorted by it, and takes the last place", async () => {
  const team = await makeTeam();
  const assessment = await makeAssessment(team);
  const apart = await handIn(assessment);
  await giveReview(team.first, { sessionId: apart.sessionId, levels: { framing: 4, economics: 4 } });
  await giveReview(team.second, { sessionId: apart.sessionId, levels: { framing: 2, economics: 4 } });
  const settled = await db().sessionLevel.findMany({ where: { sessionId: apart.sessionId, criterionId: "economics" } });
  expect(settled[0]?.settled).toBe(4);
  const done = await makeComplete(team, assessment, { first: twos, second: twos });
  for (const sort of [{ by: "level", criterion: "economics" } as const, { by: "total" } as const]) {
    const results = await resultsOf(team.admin, team, assessment, { sort, chosen: [apart.candidacy.code] });
    expect(results?.candidates.map(({ code }) => code)).toEqual([done.candidacy.code, apart.candidacy.code]);
    expect(results?.candidates[1]?.total).toBeNull();
    expect(results?.compared).toEqual([
      { code: apart.candidacy.code, state: "adjudicating", given: 2, wanted: 2, cells: null },
    ]);
  }
});

test("a total is worked out only where it is asked for, and weighs levels as the rubric does", async () => {
  const team = await makeTeam();
  const assessment = await makeAssessment(team);
  const high = { framing: 4, economics: 0 };
  const low = { framing: 0, economics: 4 };
  const second = await makeComplete(team, assessment, { first: low, second: low });
  const first = await makeComplete(team, assessment, { first: high, second: high });
  const plain = await resultsOf(team.admin, team, assessment);
  expect(plain?.candidates.map(({ total }) => total)).toEqual([null, null]);
  const asked = await resultsOf(team.admin, team, assessment, { sort: { by: "total" } });
  expect(asked?.candidates.map(({ code, total }) => [code, total])).toEqual([
    [first.candidacy.code, 66],
    [second.candidacy.code, 34],
  ]);
});

test("when somebody handed in is told by the day, and within one day nothing says who came first", async () => {
  const team = await makeTeam();
  const assessment = await makeAssessment(team);
  const codes = [];
  for (const at of ["2026-11-20T09:00:00Z", "2026-11-20T17:00:00Z", "2026-11-21T08:00:00Z"]) {
    const { candidacy } = await handIn(assessment, { graded: false });
    await db().candidacy.update({ where: { id: candidacy.id }, data: { handedInAt: new Date(at) } });
    codes.push(candidacy.code);
  }
  const sorted = (await resultsOf(team.admin, team, assessment, { sort: { by: "date" } }))?.candidates ?? [];
  expect(sorted.map(({ handedInOn }) => handedInOn)).toEqual(["2026-11-21", "2026-11-20", "2026-11-20"]);
  expect(sorted.map(({ code }) => code)).toEqual([codes[2], codes[0], codes[1]]);
});

test("every order is gone on with after a candidate, without one twice and without one left out", async () => {
  const team = await makeTeam();
  const assessment = await makeAssessment(team);
  for (let at = 0; at < 28; at += 1) await handIn(assessment, { graded: false });
  const some = await db().session.findMany({ where: { partId: assessment.part.id }, take: 9, select: { id: true } });
  for (const [at, { id: sessionId }] of some.entries()) {
    const levels = { framing: at % 4, economics: 1 };
    await giveReview(team.first, { sessionId, levels });
    await giveReview(team.second, { sessionId, levels });
  }
  const orders = [{ by: "code" }, { by: "date" }, { by: "total" }, { by: "level", criterion: "framing" }] as const;
  for (const sort of orders) {
    const first = await resultsOf(team.admin, team, assessment, { sort });
    const rest = await resultsOf(team.admin, team, assessment, { sort, after: first?.next ?? null });
    const codes = [...(first?.candidates ?? []), ...(rest?.candidates ?? [])].map(({ code }) => code);
    expect(first?.candidates).toHaveLength(25);
    expect(new Set(codes).size).toBe(28);
    expect(rest?.next).toBeNull();
  }
});

test("a candidate is a code until every session of theirs is complete, and then has a name that is noted as seen", async () => {
  const team = await makeTeam();
  const assessment = await makeAssessment(team);
  const handed = await handIn(assessment, { name: "Zephyrine Unmistakable" });
  const at = { ...atCandidate(team, assessment, handed), part: 1 };
  await giveReview(team.first, { sessionId: handed.sessionId, levels: { framing: 3, economics: 1 } });
  const before = await getCandidate(team.admin, at);
  expect(before?.candidate).toEqual({
    code: handed.candidacy.code,
    isComplete: false,
    parts: [{ position: 1, title: "Questions in, our SQL out", state: "waiting", given: 1, wanted: 2 }],
  });
  expect(await namesSeen(handed.candidacy.id)).toHaveLength(0);
  await giveReview(team.second, { sessionId: handed.sessionId, levels: { framing: 3, economics: 2 } });
  const after = await completeOf(team.admin, team, assessment, handed);
  expect(after.name).toBe("Zephyrine Unmistakable");
  expect(after.part.criteria[0]?.readings.map(({ by, level }) => [by, level])).toEqual([
    ["Rae First", 3],
    ["Rex Second", 3],
  ]);
  const [seen] = await namesSeen(handed.candidacy.id);
  expect(seen).toMatchObject({ actorId: team.admin.id });
});

test("a grader's level is marked until it is validated, and is not sent at all where the team hides it", async () => {
  const team = await makeTeam();
  const open = await makeAssessment(team);
  const shown = await completeOf(team.admin, team, open, await makeComplete(team, open, { first: twos, second: twos }));
  expect(shown.part.gate).toMatchObject({ isValidated: false, hides: false });
  expect(shown.part.criteria[0]?.grader?.level).toEqual(expect.any(Number));
  const hidden = await makeAssessment(team, { hideUnvalidated: true });
  const handed = await makeComplete(team, hidden, { first: twos, second: twos });
  const candidate = await completeOf(team.admin, team, hidden, handed);
  expect(candidate.part.gate.hides).toBe(true);
  expect(candidate.part.criteria.map(({ grader }) => grader)).toEqual([null, null]);
  const results = await resultsOf(team.admin, team, hidden);
  expect(results?.compared[0]?.cells?.framing?.grader).toBeNull();
});

test("results are the admins' of that organisation, and nobody's own or somebody's who withdrew", async () => {
  const team = await makeTeam();
  const other = await makeTeam();
  const assessment = await makeAssessment(team);
  const handed = await makeComplete(team, assessment, { first: twos, second: twos });
  const at = { ...atCandidate(team, assessment, handed), part: 1 };
  for (const viewer of [team.first, other.admin, handed.candidate]) {
    expect(await resultsOf(viewer, team, assessment)).toBeNull();
    expect(await getCandidate(viewer, at)).toBeNull();
  }
  const insider = { ...handed.candidate, memberships: team.admin.memberships };
  expect((await resultsOf(insider, team, assessment))?.candidates).toEqual([]);
  expect(await getCandidate(insider, at)).toBeNull();
  await db().candidacy.update({ where: { id: handed.candidacy.id }, data: { withdrawnAt: new Date() } });
  expect((await resultsOf(team.admin, team, assessment))?.candidates).toEqual([]);
  expect(await getCandidate(team.admin, at)).toBeNull();
});

test("a quoted drawing comes as the drawing that it is from, for every page that shows it", async () => {
  const team = await makeTeam();
  const assessment = await makeAssessment(team);
  const done = await makeComplete(team, assessment, { first: twos, second: twos });
  const { sessionId } = done;
  const drawing = "flowchart LR\n  Ask --> Model";
  const last = await db().turn.findFirstOrThrow({ where: { sessionId }, orderBy: { seq: "desc" } });
  const seq = last.seq + 1;
  const turn = { sessionId, seq, speaker: "candidate", kind: "diagram", text: drawing, pasted: 9 } as const;
  await db().turn.create({ data: { ...turn, createdAt: new Date() } });
  const quotes = {
    framing: [
      { seq, start: 0, end: drawing.length, text: drawing },
      { seq: 2, start: 0, end: 11, text: "The dialect" },
    ],
  };
  await db().review.updateMany({ where: { sessionId }, data: { quotes } });
  const results = await resultsOf(team.admin, team, assessment);
  expect(results?.compared[0]?.cells?.framing?.quotes).toEqual([
    { text: drawing, drawing },
    { text: "The dialect", drawing: null },
  ]);
  const { part } = await completeOf(team.admin, team, assessment, done);
  const [reading] = part.criteria.find(({ id }) => id === "framing")?.readings ?? [];
  expect(reading?.quotes).toMatchObject([
    { text: drawing, drawing },
    { text: "The dialect", drawing: null },
  ]);
  expect(part.transcript.at(-1)).toMatchObject({ kind: "diagram", pasted: 9 });
});
