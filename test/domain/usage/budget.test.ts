import fc from "fast-check";
import { expect, test } from "vitest";
import { BudgetAmountSchema, explainOverBudget, judgeBudget } from "#app/domain/usage/budget.ts";
import { dayOf, startOfDay, startOfNextDay } from "#app/domain/usage/day.ts";
import { takePlace, type Room } from "#app/domain/usage/resumption.ts";
import { ApiKeySchema, keyHint } from "#app/domain/usage/api-key.ts";

const amount = fc.integer({ min: 0, max: 500 }).map((cents) => cents / 100);
const budgets = fc.record({
  totalUsd: fc.option(amount, { nil: null }),
  perPersonUsd: fc.option(amount, { nil: null }),
});

test("however calls come, what is let in never exceeds the day's budget nor anybody's share", () => {
  const call = fc.record({ userId: fc.constantFrom("ada", "grace", "alan"), usd: amount });
  fc.assert(
    fc.property(budgets, fc.array(call, { maxLength: 40 }), (limits, calls) => {
      const room: Room = { budgets: limits, totalUsd: 0, byPersonUsd: new Map() };
      for (const { userId, usd } of calls) takePlace([room], userId, usd);
      expect(room.totalUsd).toBeLessThanOrEqual((limits.totalUsd ?? Infinity) + 1e-6);
      for (const spent of room.byPersonUsd.values()) {
        expect(spent).toBeLessThanOrEqual((limits.perPersonUsd ?? Infinity) + 1e-6);
      }
    }),
  );
});

test("who uses another's key needs room with both, and takes it from both or from neither", () => {
  const room = (totalUsd: number): Room => ({
    budgets: { totalUsd, perPersonUsd: null },
    totalUsd: 0,
    byPersonUsd: new Map(),
  });
  const [own, servers] = [room(1), room(0.3)];
  expect(takePlace([own, servers], "ada", 0.2)).toBe("taken");
  expect(takePlace([own, servers], "ada", 0.2)).toBe("full");
  expect([own.totalUsd, servers.totalUsd]).toEqual([0.2, 0.2]);
});

test("a larger budget refuses nothing that a smaller one allows", () => {
  fc.assert(
    fc.property(amount, amount, amount, amount, (small, more, spent, estimate) => {
      const judge = (totalUsd: number) =>
        judgeBudget({ totalUsd, perPersonUsd: null }, { totalUsd: spent, byPersonUsd: 0 }, estimate);
      expect(judge(small) !== null || judge(small + more) === null).toBe(true);
    }),
  );
});

test("a budget can be spent to the last cent", () => {
  const limits = { totalUsd: 0.3, perPersonUsd: null };
  expect(judgeBudget(limits, { totalUsd: 0.1 + 0.1, byPersonUsd: 0 }, 0.1)).toBeNull();
  expect(judgeBudget(limits, { totalUsd: 0.3, byPersonUsd: 0 }, 0.01)).toEqual({ whose: "total", isTooSmall: false });
});

test("without limits nothing is over, and zero allows not even what has no price", () => {
  const spent = { totalUsd: 1_000, byPersonUsd: 1_000 };
  expect(judgeBudget({ totalUsd: null, perPersonUsd: null }, spent, 50)).toBeNull();
  expect(judgeBudget({ totalUsd: 0, perPersonUsd: null }, { totalUsd: 0, byPersonUsd: 0 }, null)).not.toBeNull();
  expect(judgeBudget({ totalUsd: null, perPersonUsd: 0 }, { totalUsd: 0, byPersonUsd: 0 }, null)).toMatchObject({
    whose: "person",
  });
});

test("the sentence names whose budget it is and the moment it begins anew, over the end of a year too", () => {
  const now = new Date("2026-12-31T23:59:59.999Z");
  expect(explainOverBudget({ whose: "person", isTooSmall: false }, { payer: "Acme", now })).toBe(
    "Your share of the daily model budget of Acme is used up for today. It begins anew on 1 January at 00:00 UTC.",
  );
});

test("a day is that of UTC", () => {
  const late = new Date("2026-11-22T00:30:00+02:00");
  expect(dayOf(late)).toBe("2026-11-21");
  expect(startOfDay(late).toISOString()).toBe("2026-11-21T00:00:00.000Z");
  expect(startOfNextDay(late).toISOString()).toBe("2026-11-22T00:00:00.000Z");
});

test.each([
  ["", null],
  [" 5 ", 5],
  ["2.50", 2.5],
  ["0", 0],
  ["0.0001", 0.0001],
])("an amount typed as %j is %j", (typed, read) => {
  expect(BudgetAmountSchema.parse(typed)).toBe(read);
});

test.each(["-1", "1e3", "$5", "5,00", "Infinity", "NaN", "0x10", "1234567", "1.23456", ".5"])(
  "%j is no amount, and is told how to write one",
  (typed) => {
    expect(BudgetAmountSchema.safeParse(typed).error?.issues[0]?.message).toMatch(/^Write an amount in US dollars/);
  },
);

test("a key is told by its form, and its hint is four characters", () => {
  const key = "sk-ant-api03-abcdefghijklmnopqrstuvwxyz_Qk7e";
  expect(ApiKeySchema.parse(` ${key}\n`)).toBe(key);
  expect(keyHint(key)).toBe("Qk7e");
  for (const wrong of ["", "sk-ant-short", `sk-proj-${"a".repeat(40)}`, `${key} ${key}`, `${key}\u0000`, `${key}é`]) {
    expect(ApiKeySchema.safeParse(wrong).error?.issues[0]?.message).toMatch(/does not look like a key/);
  }
});
