import { beforeEach, expect, test } from "vitest";
import { db } from "#app/db/client.server.ts";
import type { Spend } from "#app/services/model/reserve-call.server.ts";
import * as replies from "#test/support/anthropic-replies.ts";
import type { Reply } from "#test/support/anthropic-replies.ts";
import { useTestDatabase } from "#test/support/database.ts";
import { reasonOf, startModel, storedCalls } from "#test/support/model-call.ts";
import { makeOrganisation } from "#test/support/organisation.ts";

process.env.DAILY_BUDGET_USD = "1";
process.env.DAILY_BUDGET_PER_PERSON_USD = "0.5";
useTestDatabase();
beforeEach(async () => void (await db().modelCall.deleteMany()));

async function organisationWith(budgets: { dailyBudgetUsd?: number; dailyBudgetPerPersonUsd?: number }) {
  const { id, name } = await makeOrganisation({ name: "Acme" });
  await db().organisation.update({ where: { id }, data: budgets });
  return { id, name };
}

const paidBy = (organisationId: string | null, more: Partial<Spend> = {}): Spend => ({
  purpose: "grade",
  organisationId,
  userId: "ada",
  estimatedUsd: 0.1,
  ...more,
});

test("ten calls at once do not spend more than the budget allows", async () => {
  const acme = await organisationWith({ dailyBudgetUsd: 0.45 });
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  const slow: Reply = async (exchange) => {
    await released;
    await replies.message({ text: "I would measure first." })(exchange);
  };
  const { call, server } = await startModel(...Array.from({ length: 10 }, () => slow));
  let refused = 0;
  const calls = Array.from({ length: 10 }, async () => {
    const reply = await call({ spend: paidBy(acme.id) });
    // Those that were let in end once all others have been refused.
    if (reasonOf(reply) === "budget" && ++refused === 6) release();
    return reply;
  });
  const outcomes = await Promise.all(calls);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(4);
  expect(outcomes.filter((reply) => reasonOf(reply) === "budget")).toHaveLength(6);
  expect(server.received).toHaveLength(4);
});

test("what was really spent takes the place of the estimate", async () => {
  const acme = await organisationWith({ dailyBudgetUsd: 0.15 });
  const { call } = await startModel();
  for (let time = 0; time < 5; time += 1) expect(reasonOf(await call({ spend: paidBy(acme.id) }))).toBe("ok");
});

test("at the budget the sentence says whose it is and when it begins anew, and no amount", async () => {
  const acme = await organisationWith({ dailyBudgetUsd: 0.15 });
  const { call } = await startModel(replies.cutMidStream);
  const now = () => new Date("2026-11-21T22:10:00Z");
  await call({ spend: paidBy(acme.id), now });
  const refused = await call({ spend: paidBy(acme.id), now });
  expect(refused).toMatchObject({
    ok: false,
    retriable: false,
    message: "The daily model budget of Acme is used up for today. It begins anew on 22 November at 00:00 UTC.",
  });
  expect(await storedCalls()).toMatchObject([{ outcome: "network" }, { outcome: "budget", costUsd: 0 }]);
});

test("on the next day of UTC the budget is whole again", async () => {
  const acme = await organisationWith({ dailyBudgetUsd: 0.15 });
  const { call } = await startModel(replies.cutMidStream);
  await call({ spend: paidBy(acme.id), now: () => new Date("2026-11-21T23:59:59Z") });
  expect(reasonOf(await call({ spend: paidBy(acme.id), now: () => new Date("2026-11-21T23:59:59Z") }))).toBe("budget");
  expect(reasonOf(await call({ spend: paidBy(acme.id), now: () => new Date("2026-11-22T00:00:00Z") }))).toBe("ok");
});

test("one person's share ends before the others'", async () => {
  const acme = await organisationWith({ dailyBudgetPerPersonUsd: 0.15 });
  const { call } = await startModel(replies.cutMidStream);
  await call({ spend: paidBy(acme.id) });
  const refused = await call({ spend: paidBy(acme.id) });
  expect(refused).toMatchObject({ message: expect.stringContaining("Your share of the daily model budget of Acme") });
  expect(reasonOf(await call({ spend: paidBy(acme.id, { userId: "grace" }) }))).toBe("ok");
});

test("a call dearer than a whole day is refused without a promise for tomorrow", async () => {
  const acme = await organisationWith({ dailyBudgetUsd: 0.05 });
  const { call } = await startModel();
  const refused = await call({ spend: paidBy(acme.id) });
  expect(refused).toMatchObject({
    message:
      "The daily model budget of Acme is smaller than what this would cost. It can go on when the budget is raised.",
  });
});

test("a price nobody knows is held by no budget but that of zero", async () => {
  const acme = await organisationWith({ dailyBudgetUsd: 0.01 });
  const { call } = await startModel();
  const unpriced = { spend: paidBy(acme.id, { estimatedUsd: null }), model: "claude-opus-9" };
  for (let time = 0; time < 3; time += 1) expect(reasonOf(await call(unpriced))).toBe("ok");
  await db().organisation.update({ where: { id: acme.id }, data: { dailyBudgetUsd: 0 } });
  expect(reasonOf(await call(unpriced))).toBe("budget");
});

test("the server's budgets hold for its key, whoever it was used for, and for no other key", async () => {
  const [acme, globex] = [await organisationWith({}), await organisationWith({})];
  const { call } = await startModel(...Array.from({ length: 20 }, () => replies.cutMidStream));
  for (let time = 0; time < 3; time += 1) await call({ spend: paidBy(null) });
  for (let time = 0; time < 2; time += 1) await call({ spend: paidBy(acme.id) });
  const refused = { reason: "budget", message: expect.stringMatching(/^Your share of .* of this server is used up/) };
  for (const of of [null, acme.id, globex.id]) expect(await call({ spend: paidBy(of) })).toMatchObject(refused);
  expect(reasonOf(await call({ spend: paidBy(globex.id), keyOf: globex.id }))).toBe("network");
  for (let time = 0; time < 5; time += 1) await call({ spend: paidBy(globex.id, { userId: "grace" }) });
  for (const of of [null, acme.id]) {
    expect(await call({ spend: paidBy(of, { userId: "alan" }) })).toMatchObject({
      message: expect.stringMatching(/^The daily model budget of this server is used up/),
    });
  }
  expect(reasonOf(await call({ spend: paidBy(acme.id), keyOf: acme.id }))).toBe("network");
});

test("a key that is set, or an organisation that is deleted, gives nothing of the server's budget back", async () => {
  const acme = await organisationWith({});
  const { call } = await startModel(...Array.from({ length: 6 }, () => replies.cutMidStream));
  for (let time = 0; time < 5; time += 1) await call({ spend: paidBy(acme.id) });
  await db().organisation.update({ where: { id: acme.id }, data: { sealedApiKey: "v1.AAAA" } });
  expect(reasonOf(await call({ spend: paidBy(null) }))).toBe("budget");
  await db().organisation.delete({ where: { id: acme.id } });
  expect(reasonOf(await call({ spend: paidBy(null) }))).toBe("budget");
});
