import { beforeAll, expect, test } from "vitest";
import { RecordSchema } from "#app/domain/hiring/record.ts";
import { db } from "#app/db/client.server.ts";
import { getRecord } from "#app/services/hiring/record/get-record.server.ts";
import { useTestJobs } from "#test/support/database.ts";
import { giveReview, handIn, makeAssessment, makeTeam, type Team } from "#test/support/hiring.ts";
import { idleJobs } from "#test/support/idle-jobs.ts";

useTestJobs(idleJobs);

let team: Team;
beforeAll(async () => {
  team = await makeTeam();
});

const read = (sessionId: string, viewer = team.admin, as: "page" | "file" = "file") =>
  getRecord(viewer, { organisation: team.organisationId, sessionId, as });

async function makeWhole(hideUnvalidated = false) {
  const made = await makeAssessment(team, { reviewersPerSession: 1, hideUnvalidated });
  const handedIn = await handIn(made);
  const { sessionId, candidacy } = handedIn;
  await giveReview(team.first, { sessionId, levels: { framing: 2, economics: 1 } });
  const quote = { seq: 2, start: 0, end: 11, text: "The dialect" };
  await db().review.updateMany({
    where: { sessionId },
    data: { comments: { framing: "Says what changes." }, quotes: { framing: [quote] } },
  });
  await db().reviewClaim.create({
    data: {
      sessionId,
      organisationId: team.organisationId,
      reviewerId: team.second.id,
      state: "skipped",
      skipReason: "I know this case.",
      lockedUntil: new Date(),
    },
  });
  const change = { sessionId, criterionId: "framing", before: 2, level: 3, reason: "Said later.", byId: team.admin.id };
  await db().levelChange.create({ data: change });
  await db().levelAppeal.create({
    data: { sessionId, criterionId: "economics", level: 1, reason: "I named the cost.", answer: "It is named late." },
  });
  await db().decision.create({
    data: { candidacyId: candidacy.id, outcome: "advance", reason: "Sound reasoning.", byId: team.admin.id },
  });
  return handedIn;
}

test("the record holds everything that led to the score, and is what its schema says", async () => {
  const { sessionId, candidate, candidacy } = await makeWhole();
  const written = JSON.stringify(await read(sessionId));
  const record = RecordSchema.parse(JSON.parse(written));
  expect(record).toMatchObject({
    candidate: candidacy.code,
    scenario: { hash: "hash-of-house-dialect", rubricHash: "rubric-of-house-dialect" },
    reviews: [
      {
        by: "Rae First",
        levels: { framing: 2, economics: 1 },
        comments: { framing: "Says what changes." },
        quotes: { framing: [{ text: "The dialect" }] },
      },
    ],
    skipped: [{ by: "Rex Second", reason: "I know this case." }],
    changes: [{ by: "Asa Admin", before: 2, level: 3, reason: "Said later.", forAppeal: false }],
    appeals: [{ reason: "I named the cost.", level: 1 }],
    decisions: [{ by: "Asa Admin", outcome: "advance", reason: "Sound reasoning." }],
    gate: { isValidated: false },
  });
  expect(record.transcript.map(({ speaker }) => speaker)).toContain("candidate");
  expect(record.rubric.criteria.length).toBeGreaterThan(1);
  const [grade] = record.grades;
  expect(grade).toMatchObject({ grader: "offline", counts: true });
  expect(grade?.result?.score).toBe(grade?.score);
  expect(written).not.toContain(candidate.name);
  expect(written).not.toContain(candidate.email);
});

test("what was pasted and that something came late are facts in it, and what came late is not", async () => {
  const { sessionId } = await makeWhole();
  await db().turn.updateMany({ where: { sessionId, seq: 2 }, data: { pasted: 11 } });
  const late = { text: "One word more.", diagram: "", at: "2026-11-22T00:00:00.000Z" };
  await db().session.update({ where: { id: sessionId }, data: { late } });
  const record = await read(sessionId);
  expect(record?.transcript.find(({ seq }) => seq === 2)?.pasted).toBe(11);
  expect(record?.session.late).toEqual({ characters: 14, hasDrawing: false });
  expect(JSON.stringify(record)).not.toContain(late.text);
});

test("what the candidate was sent stays in it as it was sent, whatever an appeal has changed since", async () => {
  const { sessionId, candidacy } = await makeWhole();
  const policy = { levels: true, words: true, study: false, appeal: true };
  const shown = { id: "economics", title: "Economics", level: 1, says: "So.", lift: "More.", study: [] };
  const parts = [{ sessionId, title: "Dialect", criteria: [shown] }];
  const version = { sentAt: "2026-11-22T00:00:00.000Z", policy, parts, words: "Name the cost sooner." };
  await db().candidacy.update({ where: { id: candidacy.id }, data: { feedback: { versions: [version] } } });
  await db().sessionLevel.updateMany({ where: { sessionId, criterionId: "economics" }, data: { settled: 3 } });
  const record = await read(sessionId);
  expect(record?.feedback).toEqual([{ at: version.sentAt, levels: { economics: 1 }, words: version.words }]);
  expect(record?.levels.find(({ criterionId }) => criterionId === "economics")?.settled).toBe(3);
});

test("what a grader made is not in it where the team hides what is not validated", async () => {
  const { sessionId } = await makeWhole(true);
  const record = await read(sessionId);
  expect(record?.grades).toMatchObject([{ grader: "offline", score: null, band: null, result: null }]);
  expect(record?.levels.map(({ graderLevel }) => graderLevel)).toEqual([null, null]);
  expect(record?.leftOut.join(" ")).toContain("hides it");
});

test("looking is written down, taking it away each time", async () => {
  const { sessionId } = await makeWhole();
  for (const as of ["page", "page", "file", "file"] as const) await read(sessionId, team.admin, as);
  const entries = await db().auditEntry.findMany({ where: { sessionId, actorId: team.admin.id } });
  expect(entries.map(({ action }) => action).sort()).toEqual(["record.export", "record.export", "session.see"]);
  const record = await read(sessionId);
  expect(record?.log.map(({ who, action }) => `${who} ${action}`)).toContain("Asa Admin session.see");
});

test("before every review is given there is none, nor for a reviewer, elsewhere, or of one's own", async () => {
  const waiting = await handIn(await makeAssessment(team), { graded: false });
  expect(await read(waiting.sessionId)).toBeNull();
  const { sessionId, candidacy } = await makeWhole();
  expect(await read(sessionId, team.first)).toBeNull();
  const { admin, organisationId } = await makeTeam();
  expect(await getRecord(admin, { organisation: organisationId, sessionId, as: "page" })).toBeNull();
  const setOf = (data: { withdrawnAt: Date | null; userId?: string }) =>
    db().candidacy.update({ where: { id: candidacy.id }, data });
  await setOf({ withdrawnAt: new Date() });
  expect(await read(sessionId)).toBeNull();
  await setOf({ withdrawnAt: null, userId: team.admin.id });
  expect(await read(sessionId)).toBeNull();
});

test("while another part is reviewed, nothing is told that names the candidate's own steps", async () => {
  const { sessionId } = await makeWhole();
  const {
    id: _,
    draft,
    late,
    endedEarly,
    ...first
  } = await db().session.findUniqueOrThrow({ where: { id: sessionId } });
  expect([draft, late, endedEarly]).toEqual([null, null, null]);
  await db().session.create({ data: { ...first, reviewState: "waiting" } });
  const record = await read(sessionId);
  expect(record?.decisions).toEqual([]);
  expect(record?.leftOut.join(" ")).toContain("another part");
});
