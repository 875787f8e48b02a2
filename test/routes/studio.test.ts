import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { beforeAll, expect, test } from "vitest";
import { db } from "#app/db/client.server.ts";
import * as calibrationRoute from "#app/routes/studio.calibration.tsx";
import * as appealRoute from "#app/routes/studio.reviews.appeals.$appealId.tsx";
import * as reviewRoute from "#app/routes/studio.reviews.$sessionId.tsx";
import * as queueRoute from "#app/routes/studio.reviews._index.tsx";
import { appealCriterion } from "#app/services/appeals/appeal-criterion.server.ts";
import { useTestJobs } from "#test/support/database.ts";
import { reviewerEmail } from "#test/support/reviewer.ts";
import { makeScenario, useTestLibrary } from "#test/support/scenario.ts";
import { idleJobs } from "#test/support/idle-jobs.ts";
import { gradeNow, playSession } from "#test/support/session.ts";
import { verified } from "#test/support/verified.ts";
import { makeAccount, makeGuest, type Visitor } from "#test/support/visitor.ts";

// The studio's routes: who gets in, and what the form of a review becomes.

await useTestLibrary(makeScenario());
process.env.REVIEWERS = reviewerEmail;
useTestJobs(idleJobs);

const site = "http://localhost:3000";
type Handler = (args: ActionFunctionArgs & LoaderFunctionArgs) => unknown;
type Sent = {
  headers?: Headers;
  sessionId?: string;
  appealId?: string;
  fields?: Record<string, string>;
  from?: string;
};

/** Runs a loader, or an action if there are fields, the way Remix does: what it throws is an answer too. */
async function run(
  handler: Handler,
  { headers = new Headers(), sessionId = "", appealId = "", fields, from = site }: Sent,
) {
  const body = fields && new URLSearchParams(fields);
  const init = { method: body ? "POST" : "GET", body, headers: new Headers([...headers, ["origin", from]]) };
  const request = new Request(`${site}/studio/reviews/${sessionId}`, init);
  const args = {
    request,
    params: { sessionId, appealId },
    context: { cspNonce: "" },
  } as unknown as Parameters<Handler>[0];
  const answered = await Promise.resolve()
    .then(() => handler(args))
    .catch((thrown: unknown) => thrown);
  if (answered instanceof Response) return { status: answered.status, location: answered.headers.get("location") };
  if (answered instanceof Error) throw answered;
  const { init: given, data } = answered as { init?: ResponseInit; data?: unknown };
  return { status: given?.status ?? 200, location: null, data: given ? data : answered };
}

async function makeReviewer(): Promise<Visitor> {
  await db().user.deleteMany({ where: { email: reviewerEmail } });
  return verified(await makeAccount({ email: reviewerEmail }));
}

let reviewer: Visitor;
let other: Visitor;
let guest: Visitor;

beforeAll(async () => {
  reviewer = await makeReviewer();
  other = await makeAccount();
  guest = await makeGuest();
});

const finish = () => playSession(guest.viewer, { answers: ["The dialect is a habit of output."] });
const levels = { "level:framing": "2", "level:economics": "none", "comment:framing": "Half of it." };

test("calibration is there for a reviewer, and for nobody else where reviewers are named", async () => {
  const statusFor = async (headers?: Headers) => (await run(calibrationRoute.loader, { headers })).status;
  expect(await statusFor(reviewer.headers)).toBe(200);
  for (const headers of [other.headers, guest.headers, undefined]) expect(await statusFor(headers)).toBe(404);
});

test("the queue and a review are there for a reviewer only; a stranger is asked to sign in", async () => {
  const sessionId = await finish();
  for (const loader of [queueRoute.loader, reviewRoute.loader] as Handler[]) {
    expect((await run(loader, { headers: reviewer.headers, sessionId })).status).toBe(200);
    expect((await run(loader, { headers: other.headers, sessionId })).status).toBe(404);
    expect((await run(loader, { headers: guest.headers, sessionId })).status).toBe(404);
    expect((await run(loader, { sessionId })).location).toMatch(/^\/sign-in\?next=/);
  }
});

test("levels that are sent are kept once, and lead back to the page that now shows the grader's", async () => {
  const sessionId = await finish();
  const give = () => run(reviewRoute.action, { headers: reviewer.headers, sessionId, fields: levels });
  expect(await give()).toMatchObject({ status: 302, location: `/studio/reviews/${sessionId}` });
  expect(await give()).toMatchObject({ status: 409, data: { problems: [{ criterion: null }] } });
  expect(await db().review.findMany({ where: { sessionId } })).toMatchObject([
    { reviewerId: reviewer.viewer.id, levels: { framing: 2 }, comments: { framing: "Half of it." } },
  ]);
});

test("a form that passes over a criterion is a 400 that gives back what was chosen", async () => {
  const sessionId = await finish();
  const fields = { "level:framing": "2", "level:economics": "9", "comment:framing": "Half of it.", "level:../x": "4" };
  expect(await run(reviewRoute.action, { headers: reviewer.headers, sessionId, fields })).toMatchObject({
    status: 400,
    data: {
      given: { levels: { framing: 2, economics: 9 }, comments: { framing: "Half of it." } },
      problems: [{ criterion: "economics", message: "A level is 0, 1, 2, 3 or 4." }],
    },
  });
  expect(await db().review.count({ where: { sessionId } })).toBe(0);
});

test("levels are taken from nobody else and from no other site's page", async () => {
  const sessionId = await finish();
  const send = (sent: Sent) => run(reviewRoute.action, { sessionId, fields: levels, ...sent });
  expect((await send({ headers: other.headers })).status).toBe(404);
  expect((await send({ headers: guest.headers })).status).toBe(404);
  expect((await send({})).status).toBe(401);
  expect((await send({ headers: reviewer.headers, from: "https://elsewhere.example" })).status).toBe(403);
  expect(await db().review.count({ where: { sessionId } })).toBe(0);
});

async function contest(): Promise<string> {
  const sessionId = await finish();
  const asked = { gradeId: await gradeNow(sessionId), criterionId: "framing", reason: "It is a habit, I say." };
  const made = await appealCriterion(guest.viewer, { sessionId, asked });
  if (!made?.ok) throw new Error("The appeal was refused.");
  return made.appealId;
}

test("a contested level is there for a reviewer only, who answers it once", async () => {
  const appealId = await contest();
  expect((await run(appealRoute.loader, { headers: reviewer.headers, appealId })).status).toBe(200);
  const fields = { level: "3", comment: "It is said\r\nplainly." };
  for (const headers of [other.headers, guest.headers]) {
    expect((await run(appealRoute.loader, { headers, appealId })).status).toBe(404);
    expect((await run(appealRoute.action, { headers, appealId, fields })).status).toBe(404);
  }
  expect((await run(appealRoute.action, { appealId, fields })).status).toBe(401);
  const from = "https://elsewhere.example";
  expect((await run(appealRoute.action, { headers: reviewer.headers, appealId, fields, from })).status).toBe(403);

  const give = () => run(appealRoute.action, { headers: reviewer.headers, appealId, fields });
  expect(await give()).toMatchObject({ status: 302, location: `/studio/reviews/appeals/${appealId}` });
  expect(await give()).toMatchObject({ status: 302, location: `/studio/reviews/appeals/${appealId}` });
  expect(await db().review.findMany({ where: { appealId } })).toMatchObject([
    { levels: { framing: 3 }, comments: { framing: "It is said\nplainly." } },
  ]);
});

test("an answer without a level or a reason is a 400 that gives back what was sent", async () => {
  const appealId = await contest();
  const fields = { level: "7", comment: " " };
  expect(await run(appealRoute.action, { headers: reviewer.headers, appealId, fields })).toMatchObject({
    status: 400,
    data: { given: { level: 7, comment: " " }, problems: [{ field: "level" }, { field: "comment" }] },
  });
  expect(await db().appeal.findUnique({ where: { id: appealId } })).toMatchObject({ status: "waiting" });
});
