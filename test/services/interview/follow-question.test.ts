import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "#app/db/client.server.ts";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { followQuestion, type QuestionWords } from "#app/services/interview/follow-question.server.ts";
import { getRoom } from "#app/services/interview/get-room.server.ts";
import * as replies from "#test/support/anthropic-replies.ts";
import { startAnthropicServer } from "#test/support/anthropic-server.ts";
import { useTestJobs } from "#test/support/database.ts";
import { makeScenario, useTestLibrary } from "#test/support/scenario.ts";
import { idleJobs } from "#test/support/idle-jobs.ts";
import { answer, makeViewer, startInterview } from "#test/support/session.ts";

// With a key the interviewer's words come from the model: here from a server that speaks its language.

const server = await startAnthropicServer();
process.env.ANTHROPIC_API_KEY = "sk-test";
process.env.ANTHROPIC_BASE_URL = server.url;
process.env.GRADER = "offline";
await useTestLibrary(makeScenario());
useTestJobs(idleJobs);
afterAll(() => server.close());

const authored = "What here would still be true in two years?";
const worded = "Say two years have passed. What of this would still hold?";

let viewer: Viewer;
beforeAll(async () => {
  viewer = await makeViewer();
});

async function follow(sessionId: string, signal: AbortSignal = AbortSignal.timeout(20_000)): Promise<QuestionWords[]> {
  const heard: QuestionWords[] = [];
  const words = await followQuestion(viewer, sessionId, signal);
  if (!words) throw new Error("The session is not the viewer's.");
  for await (const each of words) heard.push(each);
  return heard;
}

/** A session of a new viewer whose second question is waiting for its words. */
async function beginPending(): Promise<string> {
  viewer = await makeViewer();
  const sessionId = await startInterview(viewer);
  await answer(viewer, sessionId, "I have not thought about it.");
  expect((await getRoom(viewer, sessionId))?.pendingSeq).toBe(3);
  return sessionId;
}

const question = (sessionId: string) => db().turn.findFirstOrThrow({ where: { sessionId, seq: 3 } });

test("the model's words arrive piece by piece, end as the question, and are kept", async () => {
  const sessionId = await beginPending();
  server.reply(replies.message({ text: worded, pieceChars: 10, paceMs: 30 }));
  const heard = await follow(sessionId);
  expect(heard.at(-1)).toEqual({ kind: "done", text: worded, authored: false, fault: null });
  const texts = heard.slice(0, -1).map(({ text }) => text);
  expect(texts.length).toBeGreaterThan(0);
  for (const text of texts) expect(worded.startsWith(text)).toBe(true);
  expect(await question(sessionId)).toMatchObject({ text: worded, voice: "claude-sonnet-5-5", pending: false });
  expect(await getRoom(viewer, sessionId)).toMatchObject({ pendingSeq: null });
});

test("who comes later gets the words that are kept, without asking the model again", async () => {
  const sessionId = await beginPending();
  server.reply(replies.message({ text: worded }));
  await follow(sessionId);
  const asked = server.received.length;
  expect(await follow(sessionId)).toEqual([{ kind: "done", text: worded, authored: false, fault: null }]);
  expect(server.received).toHaveLength(asked);
});

test("two tabs follow one wording", async () => {
  const sessionId = await beginPending();
  const asked = server.received.length;
  server.reply(replies.message({ text: worded, pieceChars: 10, paceMs: 20 }));
  const [one, other] = await Promise.all([follow(sessionId), follow(sessionId)]);
  expect(one.at(-1)).toEqual(other.at(-1));
  expect(server.received).toHaveLength(asked + 1);
});

test("leaving does not stop the wording: it is there for whoever comes back", async () => {
  const sessionId = await beginPending();
  server.reply(replies.message({ text: worded, pieceChars: 10, paceMs: 30 }));
  const leaving = new AbortController();
  const words = await followQuestion(viewer, sessionId, leaving.signal);
  for await (const _ of words ?? []) leaving.abort();
  expect((await follow(sessionId)).at(-1)).toMatchObject({ kind: "done", text: worded });
  expect(await question(sessionId)).toMatchObject({ text: worded, pending: false });
});

test("when the model fails the authored words stand, and the fault is named", async () => {
  const sessionId = await beginPending();
  server.reply(replies.wrongKey);
  expect(await follow(sessionId)).toEqual([{ kind: "done", text: authored, authored: true, fault: "wrong_key" }]);
  expect(await question(sessionId)).toMatchObject({ text: authored, voice: "authored", pending: false });
});

test("whoever answers before the words are there has answered the authored ones, and they stay", async () => {
  const sessionId = await beginPending();
  let speak = () => undefined as void;
  const held = new Promise<void>((resolve) => (speak = resolve));
  server.reply(async (exchange) => {
    await held;
    await replies.message({ text: worded })(exchange);
  });
  const following = follow(sessionId);
  await answer(viewer, sessionId, "The dialect would.");
  speak();
  await following;
  expect(await question(sessionId)).toMatchObject({ text: authored, voice: "authored", pending: false });
});

test("the opening and what is told of facts are never worded anew", async () => {
  viewer = await makeViewer();
  const sessionId = await startInterview(viewer);
  expect((await getRoom(viewer, sessionId))?.pendingSeq).toBeNull();
  expect(await follow(sessionId)).toMatchObject([{ kind: "done", authored: true }]);
});
