import pg from "pg";
import { expect, test } from "vitest";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { db, storage } from "#app/db/client.server.ts";
import { deleteAccount } from "#app/services/accounts/data/delete-account.server.ts";
import { handInCandidacy } from "#app/services/hiring/candidacy/hand-in.server.ts";
import { startPart } from "#app/services/hiring/candidacy/start-part.server.ts";
import { recordDecision } from "#app/services/hiring/results/record-decision.server.ts";
import { previewFeedback, sendFeedback } from "#app/services/hiring/results/send-feedback.server.ts";
import { giveReview, handIn, makeAssessment, makeCandidacy, makeTeam } from "#test/support/hiring.ts";
import { idleJobs } from "#test/support/idle-jobs.ts";
import { skipWithoutPostgres, usePostgres } from "#test/support/postgres.ts";
import { makeAccount } from "#test/support/visitor.ts";

// Somebody leaves, with an account or an assessment, at the moment of something else: over real connections that wait for
// each other.

process.env.AUTH_SECRET ||= "the secret of tests, which protects nothing";
usePostgres(idleJobs);
skipWithoutPostgres();

const limitMs = 120_000;

async function connect(): Promise<pg.Client> {
  const open = storage();
  if (open.kind !== "server") throw new Error("The test is to run on a server.");
  const client = new pg.Client({ connectionString: open.url });
  await client.connect();
  return client;
}

async function waitForWaiting(watcher: pg.Client, many: number): Promise<void> {
  const waiting = `SELECT 1 FROM pg_stat_activity WHERE "datname" = current_database() AND "wait_event_type" = 'Lock'`;
  while (((await watcher.query(waiting)).rowCount ?? 0) < many) await new Promise((next) => setTimeout(next, 20));
}

/** Both begin while the candidacy is locked, `first` before the account is deleted, and go on at the same moment. */
async function atOnce(candidacyId: string, first: () => Promise<unknown>, second: () => Promise<unknown>) {
  const [gate, watcher] = [await connect(), await connect()];
  await gate.query("BEGIN");
  await gate.query(`SELECT 1 FROM "Candidacy" WHERE "id" = $1 FOR UPDATE`, [candidacyId]);
  const doing = first();
  await waitForWaiting(watcher, 1);
  const deleting = second();
  await waitForWaiting(watcher, 2);
  await gate.query("COMMIT");
  const outcome = await Promise.allSettled([doing, deleting]);
  await Promise.all([gate.end(), watcher.end()]);
  return outcome.map((each) => (each.status === "fulfilled" ? each.value : String(each.reason)));
}

/** What comes of it while somebody else's change of the candidacy is under way, and is kept. */
async function during(candidacyId: string, change: string, work: () => Promise<unknown>) {
  const [gate, watcher] = [await connect(), await connect()];
  await gate.query("BEGIN");
  await gate.query(change, [candidacyId]);
  const working = work();
  await Promise.race([waitForWaiting(watcher, 1), working]);
  await gate.query("COMMIT");
  const [outcome] = await Promise.allSettled([working]);
  await Promise.all([gate.end(), watcher.end()]);
  return outcome.status === "fulfilled" ? outcome.value : String(outcome.reason);
}

async function makePerson() {
  const team = await makeTeam();
  const assessment = await makeAssessment(team);
  const person = await makeAccount();
  const remove = () => deleteAccount(person.viewer, { visitor: person.headers, password: "correct horse battery" });
  const give = async (candidacyId: string, viewer: Viewer = person.viewer) => {
    await db().candidacy.update({ where: { id: candidacyId }, data: { userId: viewer.id } });
    await db().session.updateMany({ where: { candidacyId }, data: { userId: viewer.id } });
  };
  return { team, assessment, person, remove, give };
}

test("whoever begins a part and deletes the account at once does both", { timeout: limitMs }, async () => {
  const { assessment, person, remove, give } = await makePerson();
  const { candidacy } = await makeCandidacy(assessment);
  await give(candidacy.id);
  const begin = () => startPart(person.viewer, { candidacyId: candidacy.id, partId: assessment.part.id });
  const outcome = await atOnce(candidacy.id, begin, remove);
  expect(outcome).toMatchObject([{ ok: true }, { ok: true }]);
  expect(await db().session.count({ where: { userId: person.viewer.id } })).toBe(0);
});

test(
  "a member who hands in to their own organisation and deletes the account at once does both",
  { timeout: limitMs },
  async () => {
    const { team, assessment, person, remove, give } = await makePerson();
    const { organisationId } = team;
    await db().member.create({ data: { organisationId, userId: person.viewer.id, roles: ["candidate"] } });
    const { candidacy, sessionId } = await handIn(assessment, { graded: false });
    await give(candidacy.id);
    await db().candidacy.update({ where: { id: candidacy.id }, data: { handedInAt: null } });
    await db().session.update({ where: { id: sessionId }, data: { reviewState: null, queueKey: null } });
    const outcome = await atOnce(
      candidacy.id,
      () => handInCandidacy(person.viewer, { candidacyId: candidacy.id }),
      remove,
    );
    expect(outcome).toMatchObject([{ ok: true }, { ok: true }]);
    expect(await db().candidacy.count({ where: { id: candidacy.id } })).toBe(0);
  },
);

test("a candidate who leaves at the moment of a decision, or of feedback, is not decided on and gets none", async () => {
  const changes = [
    `UPDATE "Candidacy" SET "withdrawnAt" = now() WHERE "id" = $1`,
    `DELETE FROM "Candidacy" WHERE "id" = $1`,
  ];
  for (const change of changes) {
    for (const what of ["decision", "feedback"]) {
      const team = await makeTeam();
      const assessment = await makeAssessment(team, { reviewersPerSession: 1 });
      const { candidacy, sessionId } = await handIn(assessment, { graded: false });
      await giveReview(team.first, { sessionId, levels: { framing: 2, economics: 1 } });
      const at = { organisation: team.handle, assessment: assessment.id, code: candidacy.code };
      const seen = await previewFeedback(team.admin, { ...at, words: "" });
      const fingerprint = seen?.ok ? seen.fingerprint : "";
      const outcome = await during(candidacy.id, change, () =>
        what === "decision"
          ? recordDecision(team.admin, { ...at, outcome: "advance", reason: "Sound reasoning." })
          : sendFeedback(team.admin, { ...at, words: "", fingerprint }),
      );
      expect(outcome, `${what}, ${change}`).toBeNull();
      expect(await db().decision.count({ where: { candidacyId: candidacy.id } })).toBe(0);
      expect(await db().mail.count({ where: { about: candidacy.id } })).toBe(0);
    }
  }
});
