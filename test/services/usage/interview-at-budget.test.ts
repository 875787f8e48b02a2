import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { db } from "#app/db/client.server.ts";
import { askQuestion } from "#app/services/interview/ask-question.server.ts";
import { followQuestion, type QuestionWords } from "#app/services/interview/follow-question.server.ts";
import { setBudget } from "#app/services/usage/set-budget.server.ts";
import { removeKey, setKey } from "#app/services/usage/set-key.server.ts";
import { startAnthropicServer } from "#test/support/anthropic-server.ts";
import { useTestJobs } from "#test/support/database.ts";
import { makeMember, makeOrganisation } from "#test/support/organisation.ts";
import { makeScenario, useTestLibrary } from "#test/support/scenario.ts";
import { answer, countTurns, gradingJobs, startInterview } from "#test/support/session.ts";

// An organisation with a key of its own on a server that has none.

const model = await startAnthropicServer();
process.env.ANTHROPIC_BASE_URL = model.url;
delete process.env.ANTHROPIC_API_KEY;
await useTestLibrary(makeScenario());
useTestJobs(gradingJobs);
afterAll(() => model.close());

const apiKey = "sk-ant-api03-the-key-of-acme-and-nobody-else";
let admin: Viewer;
let organisation: string;
beforeAll(async () => {
  organisation = (await makeOrganisation({ name: "Acme" })).id;
  admin = await makeMember({ organisationId: organisation, roles: ["admin"] });
  await setKey(admin, { organisation, apiKey });
});
beforeEach(async () => {
  await db().modelCall.deleteMany();
  model.received.length = 0;
});

async function begin() {
  const viewer = await makeMember({ organisationId: organisation, roles: ["candidate"] });
  const sessionId = await startInterview(viewer);
  await db().session.update({ where: { id: sessionId }, data: { organisationId: organisation } });
  return { viewer, sessionId };
}

async function lastWords(viewer: Viewer, sessionId: string): Promise<QuestionWords | undefined> {
  const words = await followQuestion(viewer, sessionId, AbortSignal.timeout(20_000));
  let last: QuestionWords | undefined;
  for await (const each of words ?? []) last = each;
  return last;
}

test("within the budget the organisation's key words its questions, and each call names who and what", async () => {
  await setBudget(admin, { organisation, totalUsd: 5, perPersonUsd: null });
  const { viewer, sessionId } = await begin();
  await answer(viewer, sessionId, "I have not thought about it.");
  expect(await lastWords(viewer, sessionId)).toMatchObject({ kind: "done", authored: false, fault: null });
  expect(model.received[0]?.headers.authorization).toBe(`Bearer ${apiKey}`);
  expect(await db().modelCall.findMany()).toMatchObject([
    {
      purpose: "question",
      organisationId: organisation,
      userId: viewer.id,
      sessionId,
      outcome: "ok",
      promptVersion: expect.stringMatching(/^wording-[0-9a-f]{8}$/),
    },
  ]);
});

test("at the budget the interview goes on in authored words, without a word of it to the candidate", async () => {
  await setBudget(admin, { organisation, totalUsd: 0, perPersonUsd: null });
  const { viewer, sessionId } = await begin();
  await answer(viewer, sessionId, "I have not thought about it.");
  const words = await lastWords(viewer, sessionId);
  expect(words).toMatchObject({ kind: "done", authored: true, fault: null });
  const asked = "Might anything about the schema be different next month?";
  const seenSeq = await countTurns(sessionId);
  expect(await askQuestion(viewer, { sessionId, text: asked, seenSeq })).toMatchObject({ ok: true });
  expect(model.received).toEqual([]);
  const outcomes = await db().modelCall.findMany({ select: { outcome: true } });
  expect(new Set(outcomes.map(({ outcome }) => outcome))).toEqual(new Set(["budget"]));
});

test("once the key is removed no model is asked any more", async () => {
  await setBudget(admin, { organisation, totalUsd: null, perPersonUsd: null });
  await removeKey(admin, organisation);
  const { viewer, sessionId } = await begin();
  await answer(viewer, sessionId, "I have not thought about it.");
  expect(await db().turn.count({ where: { sessionId, pending: true } })).toBe(0);
  expect(await lastWords(viewer, sessionId)).toMatchObject({ authored: true, fault: null });
  expect(await db().modelCall.count()).toBe(0);
});

test("whoever is no member any more goes on in authored words, and nothing is paid for", async () => {
  await setBudget(admin, { organisation, totalUsd: null, perPersonUsd: null });
  await setKey(admin, { organisation, apiKey });
  const { viewer, sessionId } = await begin();
  await answer(viewer, sessionId, "I have not thought about it.");
  expect(await db().turn.count({ where: { sessionId, pending: true } })).toBe(1);
  await db().member.deleteMany({ where: { userId: viewer.id } });
  expect(await lastWords(viewer, sessionId)).toMatchObject({ authored: true, fault: null });
  await answer(viewer, sessionId, "The tables change every week.");
  expect(await db().turn.count({ where: { sessionId, pending: true } })).toBe(0);
  const asked = "Might anything about the schema be different next month?";
  const seenSeq = await countTurns(sessionId);
  expect(await askQuestion(viewer, { sessionId, text: asked, seenSeq })).toMatchObject({ ok: true });
  expect(model.received).toEqual([]);
});
