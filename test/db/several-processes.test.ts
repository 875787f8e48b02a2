import { randomUUID } from "node:crypto";
import pg from "pg";
import { beforeAll, expect, test, vi } from "vitest";
import { db } from "#app/db/client.server.ts";
import { getRoom } from "#app/services/interview/get-room.server.ts";
import { makeAssessment, makeTeam, handIn } from "#test/support/hiring.ts";
import type { Told } from "#test/support/one-of-several.ts";
import { postgresServer, skipWithoutPostgres, usePostgresWithoutJobs } from "#test/support/postgres.ts";
import { startProcess } from "#test/support/process.ts";
import { makeScenario, useTestLibrary } from "#test/support/scenario.ts";
import { makeViewer } from "#test/support/session.ts";
import type { TestProcess } from "#test/support/spawn-process.ts";

// What only several real processes over one real server can show.

await useTestLibrary(makeScenario());
const url = usePostgresWithoutJobs();
skipWithoutPostgres();
const patience = { timeout: 45_000, interval: 100 };

/** How often a grade came to its end, whatever became of it later. */
beforeAll(async () => {
  if (postgresServer === undefined) return;
  await query(`CREATE TABLE ended (grade TEXT);
    CREATE FUNCTION note_end() RETURNS trigger AS 'BEGIN INSERT INTO ended VALUES (NEW.id); RETURN NEW; END' LANGUAGE plpgsql;
    CREATE TRIGGER note_end AFTER UPDATE ON "Grade" FOR EACH ROW WHEN (NEW.status = 'graded') EXECUTE FUNCTION note_end()`);
});

async function query(sql: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<Record<string, unknown>>(sql);
  await client.end();
  return rows;
}

/** A process that is up, with what it has been told to do under way. */
async function start(told: Told = {}): Promise<TestProcess> {
  const started = startProcess("test/support/one-of-several.ts", [url, JSON.stringify(told)]);
  const line = await started.line();
  if (line !== "ready") throw new Error(`The process did not start: ${line} ${started.errors()}`);
  return started;
}

const doneBy = (...processes: TestProcess[]) =>
  processes.flatMap((each) =>
    each
      .said()
      .split("\n")
      .filter((line) => line.startsWith("did ")),
  );

/** Finished sessions of an assessment, each with a grade that nobody has been asked to make. */
async function makeUngraded(count: number) {
  const assessment = await makeAssessment(await makeTeam());
  const rubricHash = `rubric-of-${assessment.part.slug}`;
  const rows: { id: string; sessionId: string; grader: string; rubricHash: string }[] = [];
  for (let n = 0; n < count; n += 1) {
    const { sessionId } = await handIn(assessment, { graded: false });
    rows.push({ id: randomUUID(), sessionId, grader: "offline", rubricHash });
  }
  await db().grade.createMany({ data: rows });
  return { assessment, sessionIds: rows.map((row) => row.sessionId), gradeIds: rows.map(({ id }) => id) };
}

const endsOf = async (gradeIds: string[]) => {
  const rows = await query("SELECT grade FROM ended");
  return rows.map(({ grade }) => String(grade)).filter((grade) => gradeIds.includes(grade));
};

/** Has whoever would end a grade of the session wait in the middle of it, until told to let go. */
async function holdUp(sessionId: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query("BEGIN");
  await client.query(`SELECT 1 FROM "Session" WHERE "id" = $1 FOR UPDATE`, [sessionId]);
  const isWaitedFor = async () =>
    (await query("SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"))
      .length > 0;
  return {
    untilWaitedFor: () => vi.waitFor(async () => expect(await isWaitedFor()).toBe(true), patience),
    letGo: async () => {
      await client.query("ROLLBACK");
      await client.end();
    },
  };
}

test("of two processes that are asked for the same jobs, one does each, once", async () => {
  const { gradeIds } = await makeUngraded(12);
  const both = await Promise.all([start({ grades: gradeIds }), start({ grades: gradeIds.toReversed() })]);
  await vi.waitFor(() => expect(doneBy(...both)).toHaveLength(gradeIds.length), patience);
  expect((await endsOf(gradeIds)).sort()).toEqual(gradeIds.toSorted());
  expect(doneBy(...both).sort()).toEqual(gradeIds.map((id) => `did grade-session ${id}`).sort());
});

test("a grade whose process is killed in the middle of writing it is made elsewhere, once, within seconds", async () => {
  const { gradeIds, sessionIds } = await makeUngraded(1);
  const held = await holdUp(sessionIds[0] ?? "");
  const first = await start({ grades: gradeIds });
  await held.untilWaitedFor();
  const second = await start();
  await first.end("SIGKILL");
  await held.letGo();
  await vi.waitFor(() => expect(doneBy(second)).toEqual([`did grade-session ${gradeIds[0]}`]), patience);
  expect(await endsOf(gradeIds)).toEqual(gradeIds);
  expect(await db().sessionLevel.count({ where: { sessionId: sessionIds[0], graderLevel: { not: null } } })).toBe(2);
});

test("a regrade whose process is killed in the middle goes on elsewhere to its end, no grade made twice", async () => {
  const { gradeIds, sessionIds, assessment } = await makeUngraded(7);
  const scenario = await db().authoredScenario.create({
    data: { organisationId: assessment.organisationId, slug: "refund-desk", title: "Refund desk", files: {} },
  });
  const { scenarioHash } = assessment.part;
  const { id: regradeId } = await db().regrade.create({
    data: { scenarioId: scenario.id, hash: scenarioHash, grader: "offline" },
  });
  await db().grade.updateMany({ where: { id: { in: gradeIds } }, data: { regradeId, scenarioHash } });
  const held = await holdUp(sessionIds[4] ?? "");
  const first = await start({ regrade: regradeId });
  await held.untilWaitedFor();
  const second = await start();
  await first.end("SIGKILL");
  await held.letGo();
  const statusOf = async () => (await db().regrade.findUniqueOrThrow({ where: { id: regradeId } })).status;
  await vi.waitFor(async () => expect(await statusOf()).toBe("done"), patience);
  expect((await endsOf(gradeIds)).sort()).toEqual(gradeIds.toSorted());
  expect(doneBy(second)).not.toEqual([]);
});

test("an interview that one process began goes on in another, and after the first was killed", async () => {
  const { id: viewerId } = await makeViewer();
  const first = await start({ interview: { viewerId, sessionId: null, text: "I would train the dialect in." } });
  const [, sessionId = "", taken] = String(await first.line()).split(" ");
  expect(taken).toBe("taken");
  await first.end("SIGKILL");
  const second = await start({ interview: { viewerId, sessionId, text: "Tables come from the catalogue." } });
  expect(await second.line()).toBe(`answered ${sessionId} taken`);
  const viewer = { id: viewerId, name: "Ada", email: null, isGuest: false, emailVerified: true, memberships: [] };
  const said = (await getRoom(viewer, sessionId))?.turns.filter(({ speaker }) => speaker === "candidate");
  expect(said?.map(({ text }) => text)).toEqual(["I would train the dialect in.", "Tables come from the catalogue."]);
});

test("however many processes ask for a measuring or the hour’s deletions, each is done once", async () => {
  const { assessment, sessionIds } = await makeUngraded(2);
  const [due = ""] = sessionIds;
  const { candidacyId } = await db().session.findUniqueOrThrow({ where: { id: due } });
  await db().candidacy.update({ where: { id: candidacyId ?? "" }, data: { deleteAt: new Date(Date.now() - 1_000) } });
  const about = { organisationId: assessment.organisationId, scenarioHash: assessment.part.scenarioHash };
  const measure = { ...about, at: new Date(Date.now() - 120_000).toISOString() };
  const both = await Promise.all([start({ measure, retain: true }), start({ measure, retain: true })]);
  await vi.waitFor(() => expect(doneBy(...both).length).toBeGreaterThanOrEqual(2), patience);
  const { gradeIds } = await makeUngraded(1);
  const later = await start({ grades: gradeIds, retain: true });
  await vi.waitFor(() => expect(doneBy(...both, later).join()).toContain(gradeIds[0] ?? "-"), patience);
  const times = (job: string) => doneBy(...both, later).filter((line) => line.startsWith(`did ${job}`)).length;
  expect([times("measure-agreement"), times("apply-retention")]).toEqual([1, 1]);
  expect(await db().session.count({ where: { id: { in: sessionIds } } })).toBe(1);
  const deleted = await db().auditEntry.count({
    where: { organisationId: about.organisationId, action: "data.delete" },
  });
  expect(deleted).toBe(1);
});
