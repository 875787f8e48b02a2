import pg from "pg";
import { afterEach, expect, test, vi } from "vitest";
import { db } from "#app/db/client.server.ts";
import { startProcess } from "#test/support/process.ts";
import { postgresServer, skipWithoutPostgres, usePostgresWithoutJobs } from "#test/support/postgres.ts";
import { makeScenario, useTestLibrary } from "#test/support/scenario.ts";
import { handIn, makeAssessment, makeTeam } from "#test/support/hiring.ts";
import type { TestProcess } from "#test/support/spawn-process.ts";

// Clocks of interviews while no process of several is there, over one real server.

await useTestLibrary(makeScenario());
const url = usePostgresWithoutJobs();
skipWithoutPostgres();
const minuteMs = 60_000;
/** What starting and ending may take, on a busy machine. */
const closeMs = 15_000;

afterEach(async () => {
  if (postgresServer !== undefined) await db().signOfLife.deleteMany();
});

function begin(): TestProcess {
  return startProcess("test/support/one-of-several.ts", [url]);
}

async function start(count = 1): Promise<TestProcess[]> {
  const started = Array.from({ length: count }, begin);
  expect(await Promise.all(started.map((each) => each.line()))).toEqual(started.map(() => "ready"));
  return started;
}

/** An interview whose clock had so much left when the last process was alive. */
async function makeRunning({
  leftMs,
  downForMs,
}: {
  leftMs: number;
  downForMs: number;
}): Promise<() => Promise<number>> {
  const { sessionId } = await handIn(await makeAssessment(await makeTeam()), { graded: false });
  const endsAt = new Date(Date.now() - downForMs + leftMs);
  const running = { phase: "answering", finishedAt: null, reviewState: null, limitMs: 60 * minuteMs, endsAt } as const;
  await db().session.update({ where: { id: sessionId }, data: running });
  return async () => {
    const now = await db().session.findUniqueOrThrow({ where: { id: sessionId } });
    return (now.endsAt?.getTime() ?? 0) - endsAt.getTime();
  };
}

const wasLastAlive = (agoMs: number, processId = "gone") =>
  db().signOfLife.create({ data: { processId, at: new Date(Date.now() - agoMs) } });

test("of several that start at once after an outage, one gives it back, and once", async () => {
  const movedMs = await makeRunning({ leftMs: 5 * minuteMs, downForMs: 20 * minuteMs });
  await wasLastAlive(20 * minuteMs);
  await wasLastAlive(90 * minuteMs, "gone long ago");
  await start(3);
  const moved = await movedMs();
  expect(moved).toBeGreaterThanOrEqual(20 * minuteMs);
  expect(moved).toBeLessThan(20 * minuteMs + closeMs);
  const ids = (await db().signOfLife.findMany()).map(({ processId }) => processId);
  expect(ids).toHaveLength(4); // theirs and the newest of the gone
  expect(ids).not.toContain("gone long ago");
});

test("a process that starts beside a living one gives nothing back, however old the living one's sign is", async () => {
  await start();
  await db().signOfLife.updateMany({ data: { at: new Date(Date.now() - 10 * minuteMs) } });
  const movedMs = await makeRunning({ leftMs: 30 * minuteMs, downForMs: 0 });
  await start();
  expect(await movedMs()).toBe(0);
});

test("after the last one was killed the next gives back since then, and not since the first of them ended", async () => {
  const [first, last] = await start(2);
  await first?.end("SIGKILL");
  const movedMs = await makeRunning({ leftMs: 30 * minuteMs, downForMs: 0 });
  const [besideLast] = await start();
  expect(await movedMs()).toBe(0);
  await besideLast?.end("SIGKILL");
  await last?.end("SIGKILL");
  const killedAt = Date.now();
  await start();
  const moved = await movedMs();
  expect(moved).toBeGreaterThan(0);
  expect(moved).toBeLessThan(Date.now() - killedAt + 5_000);
});

test("a process that was cut off from the database, alone, gives back how long it was when it finds it again", async () => {
  await start();
  const movedMs = await makeRunning({ leftMs: 5 * minuteMs, downForMs: 3 * minuteMs });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  // As if nobody had been able to write for three minutes.
  await client.query(`CREATE FUNCTION keep_old() RETURNS trigger AS 'BEGIN RETURN OLD; END' LANGUAGE plpgsql;
    UPDATE "SignOfLife" SET "at" = "at" - interval '3 minutes';
    CREATE TRIGGER keep_old BEFORE UPDATE ON "SignOfLife" FOR EACH ROW EXECUTE FUNCTION keep_old()`);
  await client.query(
    `SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND mode = 'ShareLock'`,
  );
  await vi.waitFor(async () => expect(await movedMs()).toBeGreaterThan(2.9 * minuteMs), { timeout: 20_000 });
  await client.query(`DROP TRIGGER keep_old ON "SignOfLife"`);
  await client.end();
  expect(await movedMs()).toBeLessThan(3 * minuteMs + closeMs);
});
