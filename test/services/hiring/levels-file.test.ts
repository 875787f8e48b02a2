import { once } from "node:events";
import { get, type IncomingMessage } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { beforeAll, expect, test } from "vitest";
import type { ServerBuild } from "@remix-run/node";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { db, storage } from "#app/db/client.server.ts";
import * as levelsRoute from "#app/routes/hiring.$organisation.assessments.$assessment.levels[.]csv.ts";
import { exportLevels } from "#app/services/hiring/export/export-levels.server.ts";
import { useTestJobs } from "#test/support/database.ts";
import { startExpress } from "#test/support/express-server.ts";
import { giveReview, handIn, makeAssessment, makeCandidacy, makeTeam, type Team } from "#test/support/hiring.ts";
import { idleJobs } from "#test/support/idle-jobs.ts";
import { makeAccount } from "#test/support/visitor.ts";

useTestJobs(idleJobs);

type Made = Awaited<ReturnType<typeof makeAssessment>>;
let team: Team;
beforeAll(async () => {
  team = await makeTeam();
});

async function readFile(viewer: Viewer, made: Made, { names = false }: { names?: boolean } = {}) {
  const asked = { organisation: team.organisationId, assessmentId: made.id, names, after: null };
  let file = "";
  for await (const part of (await exportLevels(viewer, asked)) ?? []) file += part;
  return file;
}

const rowsOf = (file: string) =>
  file
    .slice(1)
    .trimEnd()
    .split("\r\n")
    .map((line) => [...line.matchAll(/(?:^|,)("(?:[^"]|"")*"|[^,]*)/g)].map(([, cell = ""]) => cell));

test("a row for each criterion of what is complete, by code, and nothing of what still waits", async () => {
  const made = await makeAssessment(team, { reviewersPerSession: 2 });
  const { sessionId, candidacy, candidate } = await handIn(made, { graded: false });
  const waiting = await handIn(made, { graded: false });
  for (const [reviewer, framing] of [
    [team.first, 2],
    [team.second, 3],
  ] as const) {
    await giveReview(reviewer, { sessionId, levels: { framing, economics: 1 } });
  }
  await giveReview(team.first, { sessionId: waiting.sessionId, levels: { framing: 4, economics: 4 } });
  const file = await readFile(team.admin, made);
  expect(file.startsWith("\uFEFFcode,scenario,criterion,level,settled_by,spread,levels_of_people,reviewers,")).toBe(
    true,
  );
  const [, ...rows] = rowsOf(file);
  expect(rows.map((row) => row.slice(0, 1).concat(row.slice(2, 8)))).toEqual([
    [candidacy.code, "economics", "1", "median", "0", "1 1", "2"],
    [candidacy.code, "framing", "2", "median", "1", "2 3", "2"],
  ]);
  expect(file).not.toContain(waiting.candidacy.code);
  expect(file).not.toContain(candidate.name);
});

test("names are in a file of their own, which the log tells of; a name that would be a formula is none", async () => {
  const made = await makeAssessment(team, { reviewersPerSession: 1 });
  const { sessionId } = await handIn(made, { graded: false, name: '=HYPERLINK("http://x")' });
  await giveReview(team.first, { sessionId, levels: { framing: 2, economics: 1 } });
  const file = await readFile(team.admin, made, { names: true });
  expect(file).toContain(`"'=HYPERLINK(""http://x"")"`);
  expect(file).not.toMatch(/(^|,|")[=+@-]/m);
  const entries = await db().auditEntry.findMany({ where: { assessmentId: made.id, action: "results.export" } });
  expect(entries).toMatchObject([{ actorId: team.admin.id, details: { names: true } }]);
});

test("as long as another part is reviewed there is no name beside the first", async () => {
  const made = await makeAssessment(team, { reviewersPerSession: 1 });
  const { sessionId, candidate, candidacy } = await handIn(made, { graded: false });
  const { id: _, partId: __, ...first } = await db().session.findUniqueOrThrow({ where: { id: sessionId } });
  const { draft, late, endedEarly, ...rest } = first;
  await db().session.create({ data: { ...rest, reviewState: "waiting" } });
  await giveReview(team.first, { sessionId, levels: { framing: 2, economics: 1 } });
  const file = await readFile(team.admin, made, { names: true });
  expect(file).toContain(candidacy.code);
  expect(file).not.toContain(candidate.name);
  expect([draft, late, endedEarly]).toEqual([null, null, null]);
});

test("what the grader gave says whether it is validated, and is left out where the team hides it", async () => {
  for (const [hideUnvalidated, cells] of [
    [false, ["offline", "3", "no"]],
    [true, ["", "", ""]],
  ] as const) {
    const made = await makeAssessment(team, { reviewersPerSession: 1, hideUnvalidated });
    const { sessionId } = await handIn(made, { graded: false });
    await giveReview(team.first, { sessionId, levels: { framing: 2, economics: 1 } });
    await db().sessionLevel.updateMany({ where: { sessionId }, data: { grader: "offline", graderLevel: 3 } });
    const [, row = []] = rowsOf(await readFile(team.admin, made));
    expect(row.slice(8, 11)).toEqual(cells);
  }
});

test("nobody but an admin of the organisation gets it, and nobody their own levels", async () => {
  const made = await makeAssessment(team, { reviewersPerSession: 1 });
  const { sessionId, candidacy } = await handIn(made, { graded: false });
  await giveReview(team.first, { sessionId, levels: { framing: 2, economics: 1 } });
  const asked = { organisation: team.organisationId, assessmentId: made.id, names: false, after: null };
  expect(await exportLevels(team.first, asked)).toBeNull();
  const elsewhere = await makeTeam();
  expect(await exportLevels(elsewhere.admin, asked)).toBeNull();
  expect(await exportLevels(elsewhere.admin, { ...asked, organisation: elsewhere.organisationId })).toBeNull();
  await db().candidacy.update({ where: { id: candidacy.id }, data: { userId: team.admin.id } });
  expect(rowsOf(await readFile(team.admin, made))).toHaveLength(1);
});

// Many, over a real socket.

const sessions = 4_000;
const criteria = 8;

/** As many complete sessions as a large team has in years, each with its levels. */
async function makeMany(made: Made): Promise<void> {
  const { candidate } = await makeCandidacy(made);
  const { organisationId, part } = made;
  await db().$executeRaw`
    INSERT INTO "User" ("id", "name", "email") SELECT 'many-' || n, 'Many', n || '@many.example'
    FROM generate_series(1, ${sessions}::int) n`;
  await db().$executeRaw`
    INSERT INTO "Candidacy" ("id", "assessmentId", "userId", "code", "acknowledgedAt", "notice", "deleteAt")
    SELECT 'many-' || n, ${made.id}, 'many-' || n, 'M' || n, now(), '{}', now()
    FROM generate_series(1, ${sessions}::int) n`;
  await db().$executeRaw`
    INSERT INTO "Session" ("id", "userId", "scenarioHash", "slug", "organisationId", "mode", "phase", "startedAt",
      "finishedAt", "lastActiveAt", "candidacyId", "partId", "reviewState", "queueKey")
    SELECT 'many-' || lpad(n::text, 8, '0') || repeat('x', 40), ${candidate.id}, ${part.scenarioHash}, ${part.slug},
      ${organisationId}, 'assessment', 'finished', now(), now(), now(), 'many-' || n, ${part.id}, 'complete', random()
    FROM generate_series(1, ${sessions}::int) n`;
  await db().$executeRaw`
    INSERT INTO "SessionLevel" ("sessionId", "criterionId", "organisationId", "scenarioHash", "people", "reviewerIds",
      "settled", "settledBy", "spread")
    SELECT s."id", 'criterion-' || c || repeat('y', 80), ${organisationId}, ${part.scenarioHash}, '{2,3}', '{a,b}', 2,
      'median', 1
    FROM "Session" s, generate_series(1, ${criteria}::int) c WHERE s."partId" = ${part.id}`;
}

function buildOf(path: string): ServerBuild {
  return {
    entry: { module: { default: () => new Response("a page"), handleError: () => undefined } },
    routes: {
      root: { id: "root", path: "", module: { default: () => null } },
      levels: { id: "levels", parentId: "root", path, module: { default: undefined, loader: levelsRoute.loader } },
    },
    assets: { entry: { imports: [], module: "" }, routes: {}, url: "", version: "" },
    basename: "/",
    publicPath: "/",
    assetsBuildDirectory: "",
    future: { v3_singleFetch: true },
    mode: "production",
    isSpaMode: false,
  } as unknown as ServerBuild;
}

/** How often the database is asked for levels, from now on. */
function countQueries(): () => number {
  const open = storage();
  if (open.kind !== "embedded") throw new Error("The test database is embedded.");
  const { pglite } = open;
  const query = pglite.query.bind(pglite);
  let asked = 0;
  pglite.query = ((...given: Parameters<typeof query>) => {
    if (given[0].includes('"SessionLevel"')) asked += 1;
    return query(...given);
  }) as typeof pglite.query;
  return () => asked;
}

test("many rows: read no further than they are taken, broken off, gone on with, each row once", async () => {
  const made = await makeAssessment(team);
  await makeMany(made);
  const admin = await makeAccount();
  await db().member.create({
    data: { organisationId: team.organisationId, userId: admin.viewer.id, roles: ["admin"] },
  });
  const { url } = await startExpress({}, buildOf("hiring/:organisation/assessments/:assessment/levels.csv"));
  const path = `${url}/hiring/${team.handle}/assessments/${made.id}/levels.csv`;
  const cookie = admin.headers.get("cookie") ?? "";
  const open = async (query = "") => {
    const request = get(path + query, { headers: { cookie }, agent: false });
    request.on("error", () => undefined);
    const [response] = (await once(request, "response")) as [IncomingMessage];
    response.on("error", () => undefined);
    return response;
  };

  const asked = countQueries();
  const slow = await open();
  expect(slow.statusCode).toBe(200);
  let taken = "";
  for await (const chunk of slow.iterator({ destroyOnReturn: false })) {
    taken += (chunk as Buffer).toString();
    if (taken.length > 500_000) break;
  }
  let before = -1;
  while (before !== asked()) {
    before = asked();
    await wait(1_500);
  }
  slow.destroy();
  await wait(500);
  const whenCut = asked();
  await wait(500);
  expect(asked(), "nothing is read for a reader who has left").toBe(whenCut);

  const whole = taken.slice(0, taken.lastIndexOf("\r\n") + 2);
  const lastCursor = whole.trimEnd().split(",").at(-1) ?? "";
  const rest = await open(`?after=${lastCursor}`);
  let continued = "";
  for await (const chunk of rest) continued += (chunk as Buffer).toString();
  const readToEnd = asked() - whenCut;
  expect(before, "a reader who stands still is not read for").toBeLessThan(readToEnd);

  const rows = (whole + continued).trimEnd().split("\r\n");
  expect(rows).toHaveLength(1 + sessions * criteria);
  expect(new Set(rows.slice(1).map((row) => row.split(",").at(-1))).size).toBe(sessions * criteria);
  expect(continued.startsWith("\uFEFF")).toBe(false);
  expect((await open("?after=nonsense")).statusCode).toBe(400);
}, 120_000);
