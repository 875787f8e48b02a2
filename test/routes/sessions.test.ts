import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { expect, test } from "vitest";
import { db } from "#app/db/client.server.ts";
import { maxAnswerChars } from "#app/domain/interview/session.ts";
import * as roomRoute from "#app/routes/sessions.$id._index.tsx";
import * as clockRoute from "#app/routes/sessions.$id.clock.ts";
import * as draftRoute from "#app/routes/sessions.$id.draft.ts";
import * as gradingRoute from "#app/routes/sessions.$id.grading.ts";
import * as questionRoute from "#app/routes/sessions.$id.question.ts";
import * as scorecardRoute from "#app/routes/sessions.$id.scorecard.tsx";
import { startSession } from "#app/services/interview/start-session.server.ts";
import { useTestJobs } from "#test/support/database.ts";
import { makeScenario, useTestLibrary } from "#test/support/scenario.ts";
import { answer, gradingJobs, playSession, startInterview, waitForScorecard } from "#test/support/session.ts";
import { makeGuest } from "#test/support/visitor.ts";

await useTestLibrary(makeScenario());
useTestJobs(gradingJobs);

const site = "http://localhost:3000";
type Handler = (args: ActionFunctionArgs & LoaderFunctionArgs) => unknown;
type Sent = { id: string; headers: Headers; method?: string; body?: BodyInit };

/** Runs a loader or an action the way Remix does: what it throws is an answer too. */
async function run(handler: Handler, { id, headers, method = "GET", body }: Sent) {
  const init: RequestInit = { method, headers: new Headers([...headers, ["origin", site]]) };
  const request = new Request(`${site}/sessions/${id}`, body === undefined ? init : { ...init, body });
  const args = { request, params: { id }, context: { cspNonce: "" } } as unknown as Parameters<Handler>[0];
  const answered = await Promise.resolve()
    .then(() => handler(args))
    .catch((thrown: unknown) => thrown);
  if (answered instanceof Response) return { status: answered.status, response: answered, data: null as unknown };
  if (answered instanceof Error) throw answered;
  const { init: given, data } = answered as { init?: ResponseInit; data?: unknown };
  return { status: given?.status ?? 200, response: null, data: given ? data : answered };
}

const post = (handler: Handler, sent: Omit<Sent, "method">) => run(handler, { ...sent, method: "POST" });
const fields = (values: Record<string, string>) => new URLSearchParams(values);
const nobody = new Headers();

async function begin() {
  const { viewer, headers } = await makeGuest();
  const id = await startInterview(viewer);
  const say = (values: Record<string, string>) => post(roomRoute.action, { id, headers, body: fields(values) });
  const save = (text: string, revision: number) =>
    post(draftRoute.action, {
      id,
      headers,
      body: JSON.stringify({ draft: { kind: "answer", text, diagram: "" }, revision }),
    });
  const room = async () => {
    const { data } = await run(roomRoute.loader, { id, headers });
    return (data as Awaited<ReturnType<typeof roomRoute.loader>>).room;
  };
  return { viewer, headers, id, say, save, room };
}

test("an answer that is taken leads to the question that follows it", async () => {
  const { id, say, room } = await begin();
  const taken = await say({ intent: "answer", text: "The dialect is a habit.", diagram: "", seenSeq: "1" });
  expect([taken.status, taken.response?.headers.get("location")]).toEqual([302, `/sessions/${id}#question`]);
  expect((await room()).questionNumber).toBe(2);
});

test("an answer to a question that was not seen is a 409 that gives the text back", async () => {
  const { say } = await begin();
  await say({ intent: "answer", text: "First.", diagram: "", seenSeq: "1" });
  const late = await say({ intent: "answer", text: "From an old tab.", diagram: "A --> B", seenSeq: "1" });
  expect(late.status).toBe(409);
  expect(late.data).toMatchObject({ reason: "stale", kind: "answer", text: "From an old tab.", diagram: "A --> B" });
});

test("a text over the cap is a 400 that names the cap and gives the text back", async () => {
  const { say, room } = await begin();
  const text = "x".repeat(maxAnswerChars + 1);
  const long = await say({ intent: "answer", text, seenSeq: "1" });
  expect(long.status).toBe(400);
  expect(long.data).toMatchObject({ text, message: expect.stringContaining("20,000") });
  expect((await room()).turns).toHaveLength(1);
});

test("whoever is signed out gets a 401 with what they wrote, and a page that is not theirs does not exist", async () => {
  const { id } = await begin();
  const stranger = await makeGuest();
  const body = fields({ intent: "answer", text: "Kept.", seenSeq: "1" });
  const out = await post(roomRoute.action, { id, headers: nobody, body });
  expect([out.status, out.data]).toEqual([401, { kind: "answer", text: "Kept.", diagram: "" }]);
  const other = await post(roomRoute.action, { id, headers: stranger.headers, body: fields({ intent: "finish" }) });
  expect(other.status).toBe(404);
  const loaders = [roomRoute, questionRoute, gradingRoute, scorecardRoute].map(({ loader }) => loader as Handler);
  for (const loader of loaders) {
    expect((await run(loader, { id, headers: stranger.headers })).status).toBe(404);
    expect((await run(loader, { id, headers: nobody })).status).toBe(302);
  }
});

test("finishing takes the text in the box along and leads to the scorecard", async () => {
  const { id, say, room } = await begin();
  const done = await say({ intent: "finish", text: "Typed and not sent.", diagram: "", revision: "0" });
  expect([done.status, done.response?.headers.get("location")]).toEqual([302, `/sessions/${id}/scorecard`]);
  expect((await room()).turns.at(-1)).toMatchObject({ kind: "answer", text: "Typed and not sent." });
});

test("finishing does not bury newer text of another tab, unless it is asked for again", async () => {
  const { say, save, room } = await begin();
  await save("Newer, from another tab.", 0);
  const held = await say({ intent: "finish", text: "Older.", diagram: "", revision: "0" });
  expect(held.status).toBe(409);
  expect(held.data).toMatchObject({ reason: "newer_elsewhere", text: "Older." });
  const { draftRevision } = await room();
  const done = await say({ intent: "finish", text: "Older.", diagram: "", revision: String(draftRevision) });
  expect(done.status).toBe(302);
});

test("a draft is saved with its revision, refused with the newer one, and too long is told apart", async () => {
  const { save, id, headers } = await begin();
  const first = await save("one", 0);
  expect([first.status, await first.response?.json()]).toMatchObject([200, { ok: true, revision: 1 }]);
  const late = await save("two", 0);
  expect([late.status, await late.response?.json()]).toMatchObject([
    409,
    { ok: false, reason: "newer_elsewhere", draft: { text: "one" }, revision: 1 },
  ]);
  expect((await save("x".repeat(maxAnswerChars + 1), 1)).status).toBe(400);
  for (const body of ["", "{", "[]", '{"revision":0}', '{"draft":{"text":1},"revision":0}']) {
    expect((await post(draftRoute.action, { id, headers, body })).status).toBe(400);
  }
  expect((await post(draftRoute.action, { id, headers: nobody, body: "{}" })).status).toBe(401);
});

test("nothing is taken from another site's page", async () => {
  const { id, headers } = await begin();
  for (const action of [roomRoute.action, draftRoute.action, scorecardRoute.action] as Handler[]) {
    const foreign = new Headers([...headers, ["sec-fetch-site", "cross-site"]]);
    const request = new Request(`${site}/sessions/${id}`, { method: "POST", headers: foreign, body: fields({}) });
    const args = { request, params: { id }, context: { cspNonce: "" } } as unknown as Parameters<Handler>[0];
    const refused = await Promise.resolve()
      .then(() => action(args))
      .catch((thrown: unknown) => thrown);
    expect((refused as Response).status).toBe(403);
  }
});

test("a hint is taken in practice, the fourth is a 409 in words, and there is no clock to pause", async () => {
  const { say, room } = await begin();
  for (const seenSeq of ["1", "2", "3"]) expect((await say({ intent: "hint", seenSeq })).status).toBe(302);
  const fourth = await say({ intent: "hint", seenSeq: "4" });
  expect(fourth.data).toMatchObject({ reason: "no_more_hints", message: expect.stringContaining("every hint") });
  expect((await room()).turns.map(({ hintNumber }) => hintNumber)).toEqual([null, 1, 2, 3]);
  expect((await say({ intent: "pause" })).data).toMatchObject({ reason: "no_clock" });
  expect((await say({ intent: "resume" })).status).toBe(302);
});

test("an answer after time is up is a 409 that says so, gives the text back and keeps it", async () => {
  const { viewer, headers } = await makeGuest();
  const id = (await startSession(viewer, { slug: "house-dialect", mode: "mock" }))?.sessionId ?? "";
  const say = (values: Record<string, string>) => post(roomRoute.action, { id, headers, body: fields(values) });
  const clock = () => run(clockRoute.loader, { id, headers });
  expect(await (await clock()).response?.json()).toMatchObject({ phase: "answering", isPaused: false });
  expect((await say({ intent: "pause" })).status).toBe(302);
  expect((await say({ intent: "pause" })).data).toMatchObject({ reason: "no_pause_left" });
  await say({ intent: "resume" });
  await db().session.update({ where: { id }, data: { endsAt: new Date(Date.now() - 60_000) } });
  const late = await say({ intent: "answer", text: "Too late.", diagram: "", seenSeq: "1" });
  expect([late.status, late.data]).toMatchObject([409, { reason: "time_is_up", text: "Too late." }]);
  expect(await (await clock()).response?.json()).toEqual({ phase: "finished", remainingMs: 0, isPaused: false });
  const { data } = await run(roomRoute.loader, { id, headers });
  expect(data).toMatchObject({ room: { phase: "finished", endedByClock: true, late: { text: "Too late." } } });
  expect((await run(clockRoute.loader, { id, headers: (await makeGuest()).headers })).status).toBe(404);
});

test("the question that stands can be followed to its end", async () => {
  const { viewer, headers, id } = await begin();
  await answer(viewer, id, "The dialect is a habit.");
  const { response } = await run(questionRoute.loader, { id, headers });
  expect(await response?.text()).toMatch(/^event: done\ndata: \{"text":"[^"]+","fault":null\}\n\n$/);
});

test("grading can be watched to its end, and its scorecard asked for again", async () => {
  const { viewer, headers } = await makeGuest();
  const id = await playSession(viewer, { answers: ["The dialect is a habit of output; it barely changes."] });
  const { response } = await run(gradingRoute.loader, { id, headers });
  const events = ((await response?.text()) ?? "").match(/^event: .*$/gm);
  expect(events?.at(-1)).toBe("event: end");
  expect(events?.slice(0, -1)).toSatisfy((names: string[]) => names.every((name) => name === "event: progress"));

  const again = await post(scorecardRoute.action, {
    id,
    headers,
    body: fields({ intent: "regrade", grader: "offline" }),
  });
  expect([again.status, again.response?.headers.get("location")]).toEqual([302, `/sessions/${id}/scorecard`]);
  const model = await post(scorecardRoute.action, {
    id,
    headers,
    body: fields({ intent: "regrade", grader: "anthropic" }),
  });
  expect(model.status).toBe(409);
  const wrong = await post(scorecardRoute.action, { id, headers, body: fields({ intent: "erase" }) });
  expect(wrong.status).toBe(400);
});

test("a level is contested once, and a reason that is not taken is given back", async () => {
  const { viewer, headers } = await makeGuest();
  const id = await playSession(viewer, { answers: ["The dialect is a habit of output; it barely changes."] });
  const { grade } = await waitForScorecard(viewer, id);
  const contest = (reason: string, criterion = "framing") =>
    post(scorecardRoute.action, {
      id,
      headers,
      body: fields({ intent: "contest", grade: grade?.id ?? "", criterion, reason }),
    });
  const empty = await contest("  ");
  expect([empty.status, empty.data]).toMatchObject([400, { contest: { criterion: "framing", reason: "  " } }]);
  expect((await contest("x".repeat(1_001))).data).toMatchObject({ problem: expect.stringContaining("1,000") });
  const taken = await contest("I say what\r\nbarely changes.");
  expect([taken.status, taken.response?.headers.get("location")]).toEqual([
    302,
    `/sessions/${id}/scorecard#appeals-framing`,
  ]);
  const { contests } = await waitForScorecard(viewer, id);
  expect(contests?.appeals).toMatchObject([{ reason: "I say what\nbarely changes.", outcome: { state: "waiting" } }]);
  expect((await contest("Again.")).status).toBe(409);
  expect((await contest("Why not?", "charm")).status).toBe(409);
  const early = fields({ intent: "pursue", appeal: contests?.appeals[0]?.id ?? "", by: "person" });
  expect((await post(scorecardRoute.action, { id, headers, body: early })).status).toBe(409);
  const stranger = await makeGuest();
  for (const body of [
    early,
    fields({ intent: "contest", grade: grade?.id ?? "", criterion: "economics", reason: "x" }),
  ]) {
    expect((await post(scorecardRoute.action, { id, headers: stranger.headers, body })).status).toBe(404);
  }
});
