import pg from "pg";
import { expect, test } from "vitest";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { db, storage } from "#app/db/client.server.ts";
import { claimSession } from "#app/services/hiring/queue/claim-session.server.ts";
import { handIn, makeAssessment, makeTeam } from "#test/support/hiring.ts";
import { idleJobs } from "#test/support/idle-jobs.ts";
import { skipWithoutPostgres, usePostgres } from "#test/support/postgres.ts";
import { startProcess } from "#test/support/process.ts";

// Reviewers in processes of their own over one PostgreSQL, who all start at the moment at which a lock is let go.

usePostgres(idleJobs);
skipWithoutPostgres();

const limitMs = 120_000;

type Racer = { viewer: Viewer; step: "next" | "claim" | "save" | "submit"; sessionId?: string };
type Outcome = { ok: boolean; reason?: string; heldBy?: string; sessionId?: string };

function databaseUrl(): string {
  const open = storage();
  if (open.kind !== "server") throw new Error("The test is to run on a server.");
  return open.url;
}

async function race(organisation: string, racers: readonly Racer[]): Promise<Outcome[]> {
  const url = databaseUrl();
  const gate = new pg.Client({ connectionString: url });
  await gate.connect();
  await gate.query("SELECT pg_advisory_lock(hashtext('race'))");
  const running = racers.map(({ viewer, step, sessionId = "" }) =>
    startProcess("test/support/race-reviews.ts", [url, organisation, viewer.id, step, sessionId], {
      AUTH_SECRET: "the secret of tests, which protects nothing",
    }),
  );
  for (const each of running) expect(await each.line(), each.errors()).toBe("there");
  await gate.end();
  return Promise.all(running.map(async (each) => JSON.parse((await each.line()) ?? "null") as Outcome));
}

async function makeQueue({ sessions, reviewers }: { sessions: number; reviewers: number }) {
  const team = await makeTeam();
  const assessment = await makeAssessment(team, { reviewersPerSession: reviewers });
  const ids: string[] = [];
  for (let n = 0; n < sessions; n++) ids.push((await handIn(assessment, { graded: false })).sessionId);
  return { team, ids, organisation: team.organisationId, all: [team.first, team.second, team.third, team.admin] };
}

test(
  "of four processes that want one place at a session, one gets it and three are told who has it",
  { timeout: limitMs },
  async () => {
    const { ids, organisation, all } = await makeQueue({ sessions: 1, reviewers: 1 });
    const [sessionId = ""] = ids;
    const outcomes = await race(
      organisation,
      all.map((viewer) => ({ viewer, step: "claim" as const, sessionId })),
    );
    const winner = all[outcomes.findIndex(({ ok }) => ok)];
    const losers = outcomes.filter(({ ok }) => !ok);
    expect(losers).toEqual([1, 2, 3].map(() => ({ ok: false, reason: "full", heldBy: winner?.name })));
  },
);

test(
  "of four processes that take the next of three, each gets another and one gets none",
  { timeout: limitMs },
  async () => {
    const { ids, organisation, all } = await makeQueue({ sessions: 3, reviewers: 1 });
    const outcomes = await race(
      organisation,
      all.map((viewer) => ({ viewer, step: "next" as const })),
    );
    const taken = outcomes.flatMap(({ sessionId }) => sessionId ?? []);
    expect(taken.sort()).toEqual([...ids].sort());
    expect(outcomes.filter(({ ok }) => !ok)).toEqual([{ ok: false, reason: "nothing_waits" }]);
  },
);

test(
  "a lock that has ended is taken again by its holder or taken by another, never both",
  { timeout: limitMs },
  async () => {
    const { team, ids, organisation } = await makeQueue({ sessions: 1, reviewers: 1 });
    const [sessionId = ""] = ids;
    await claimSession(team.first, { organisation, sessionId, now: new Date(0) });
    const [saved, claimed] = await race(organisation, [
      { viewer: team.first, step: "save", sessionId },
      { viewer: team.second, step: "claim", sessionId },
    ]);
    const holders = await db().reviewClaim.count({ where: { sessionId, lockedUntil: { gt: new Date() } } });
    expect(holders).toBe(1);
    expect([saved?.ok, claimed?.ok].filter(Boolean)).toHaveLength(1);
    expect(saved?.ok ? claimed : saved).toMatchObject({ heldBy: saved?.ok ? "Rae First" : "Rex Second" });
    const own = await db().reviewClaim.findFirstOrThrow({ where: { sessionId, reviewerId: team.first.id } });
    expect(own.draft).not.toBeNull();
  },
);

test("a review that is sent by three processes at once is given once", { timeout: limitMs }, async () => {
  const { team, ids, organisation } = await makeQueue({ sessions: 1, reviewers: 2 });
  const [sessionId = ""] = ids;
  await claimSession(team.first, { organisation, sessionId });
  const racer = { viewer: team.first, step: "submit" as const, sessionId };
  const outcomes = await race(organisation, [racer, racer, racer]);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(outcomes.filter(({ ok }) => !ok)).toEqual([1, 2].map(() => ({ ok: false, reason: "given" })));
  expect(await db().review.count({ where: { sessionId } })).toBe(1);
});
