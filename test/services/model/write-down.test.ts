import { beforeEach, expect, test } from "vitest";
import { db } from "#app/db/client.server.ts";
import { closeLostCalls } from "#app/services/model/close-lost-calls.server.ts";
import type { Spend } from "#app/services/model/reserve-call.server.ts";
import * as replies from "#test/support/anthropic-replies.ts";
import { useTestDatabase } from "#test/support/database.ts";
import { apiKey, reasonOf, startModel, storedCalls } from "#test/support/model-call.ts";
import { makeOrganisation } from "#test/support/organisation.ts";

process.env.LOG_LEVEL = "silent";
useTestDatabase();
beforeEach(async () => void (await db().modelCall.deleteMany()));

const spend: Spend = {
  purpose: "question",
  organisationId: null,
  userId: "ada",
  sessionId: "a-session",
  promptVersion: "wording-1",
};
const usage = { input_tokens: 1000, cache_creation_input_tokens: 200, cache_read_input_tokens: 50, output_tokens: 400 };

test("a call is written down with its estimate while it runs, and with everything it took once it has ended", async () => {
  let during: unknown;
  const { call } = await startModel(async (exchange) => {
    during = (await storedCalls())[0];
    await replies.message({ text: "I would measure first.", usage })(exchange);
  });
  expect(reasonOf(await call({ spend }))).toBe("ok");
  expect(during).toMatchObject({ outcome: "running", costUsd: null, estimatedUsd: expect.closeTo(0.005, 3) });
  const [stored] = await storedCalls();
  expect(stored).toMatchObject({
    ...spend,
    model: "claude-sonnet-5-5",
    outcome: "ok",
    inputTokens: 1000,
    outputTokens: 400,
    cacheReadTokens: 50,
    cacheWriteTokens: 200,
    requestId: "req_1",
  });
  expect(stored?.costUsd).toBeCloseTo((1000 * 2 + 400 * 10 + 50 * 0.1 + 200 * 2.5) / 1e6, 12);
  expect(stored?.latencyMs).toBeGreaterThanOrEqual(0);
  expect(JSON.stringify(stored)).not.toContain(apiKey);
});

test("without somebody who pays nothing is written down", async () => {
  const { call } = await startModel();
  expect(reasonOf(await call({ spend: null }))).toBe("ok");
  expect(await storedCalls()).toEqual([]);
});

test.each([
  ["overloaded", replies.overloaded],
  ["wrong_key", replies.wrongKey],
  ["rate_limited", replies.rateLimited("1")],
])("a call that the API refuses as %s is written down and costs nothing", async (reason, reply) => {
  const { call } = await startModel(reply);
  expect(reasonOf(await call({ spend }))).toBe(reason);
  expect(await storedCalls()).toMatchObject([{ outcome: reason, costUsd: 0, inputTokens: null, requestId: "req_1" }]);
});

test.each([
  ["network", replies.cutMidStream],
  ["timeout", replies.stallMidStream],
  ["overloaded", replies.errorEvent("overloaded_error")],
])("a reply that breaks off (%s) has no cost of its own, and its estimate stays", async (reason, reply) => {
  const { call } = await startModel(reply);
  expect(reasonOf(await call({ spend, idleMs: 500 }))).toBe(reason);
  const [stored] = await storedCalls();
  expect(stored).toMatchObject({ outcome: reason, costUsd: null });
  expect(stored?.estimatedUsd).toBeGreaterThan(0);
});

test("a reply that cannot be used is paid for all the same", async () => {
  const { call } = await startModel(replies.refusal("cyber"));
  expect(reasonOf(await call({ spend }))).toBe("refusal");
  const [stored] = await storedCalls();
  expect(stored).toMatchObject({ outcome: "refusal" });
  expect(stored?.costUsd).toBeGreaterThan(0);
});

test("a model without a price has its tokens written down, and no cost", async () => {
  const { call } = await startModel();
  await call({ spend, model: "claude-opus-9" });
  expect(await storedCalls()).toMatchObject([{ model: "claude-opus-9", estimatedUsd: null, costUsd: null }]);
  expect((await storedCalls())[0]?.outputTokens).toBeGreaterThan(0);
});

test("a call that nobody waits for any more is written down as cancelled", async () => {
  const { call } = await startModel(replies.stallMidStream);
  const leave = new AbortController();
  const left = call({ spend, signal: leave.signal });
  setTimeout(() => leave.abort(new Error("left")), 100);
  await expect(left).rejects.toThrow("left");
  expect(await storedCalls()).toMatchObject([{ outcome: "cancelled", costUsd: null }]);
});

test("a reply is not lost because what it took could not be written down", async () => {
  const { call } = await startModel(async (exchange) => {
    await db().$executeRaw`ALTER TABLE "ModelCall" RENAME TO "Elsewhere"`;
    await replies.message({ text: "I would measure first." })(exchange);
  });
  const reply = await call({ spend });
  await db().$executeRaw`ALTER TABLE "Elsewhere" RENAME TO "ModelCall"`;
  expect(reply).toMatchObject({ ok: true, text: "I would measure first." });
  expect(await storedCalls()).toMatchObject([{ outcome: "running" }]);
});

test("a call that cannot be written down is not made, and may be tried again", async () => {
  const { call, server } = await startModel();
  const gone = await makeOrganisation();
  await db().organisation.delete({ where: { id: gone.id } });
  const reply = await call({ spend: { ...spend, organisationId: gone.id } });
  expect(reply).toMatchObject({ ok: false, reason: "internal", retriable: true });
  expect(server.received).toEqual([]);
});

test("calls whose process was killed are lost, and their estimate goes on counting", async () => {
  const old = { ...spend, model: "claude-sonnet-5-5", estimatedUsd: 0.25 };
  await db().modelCall.create({ data: { ...old, createdAt: new Date(Date.now() - 3_600_000) } });
  await db().modelCall.create({ data: old });
  await closeLostCalls();
  expect(await storedCalls()).toMatchObject([
    { outcome: "lost", costUsd: null, estimatedUsd: 0.25 },
    { outcome: "running" },
  ]);
  await closeLostCalls({ atStart: true });
  expect(await storedCalls()).toMatchObject([{ outcome: "lost" }, { outcome: "lost" }]);
});
