import { beforeAll, expect, test } from "vitest";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { db } from "#app/db/client.server.ts";
import type { Prisma } from "#app/db/generated/client.ts";
import { exportCalls } from "#app/services/usage/export-calls.server.ts";
import { getUsage } from "#app/services/usage/get-usage.server.ts";
import { setBudget } from "#app/services/usage/set-budget.server.ts";
import { useTestJobs } from "#test/support/database.ts";
import { idleJobs } from "#test/support/idle-jobs.ts";
import { makeMember, makeOrganisation } from "#test/support/organisation.ts";

useTestJobs(idleJobs);

const now = new Date("2026-11-21T12:00:00Z");
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);

let admin: Viewer;
let organisation: string;
beforeAll(async () => {
  organisation = (await makeOrganisation({ name: "Acme" })).id;
  const elsewhere = (await makeOrganisation({ name: "Elsewhere" })).id;
  admin = await makeMember({ organisationId: organisation, roles: ["admin"], name: "=Ada" });
  const common = { organisationId: organisation, userId: admin.id, purpose: "grade", model: "claude-sonnet-5-5" };
  const ended = { ...common, outcome: "ok", estimatedUsd: 0.2, costUsd: 0.1, inputTokens: 1000, outputTokens: 300 };
  const calls: Prisma.ModelCallCreateManyInput[] = [
    ...[1000, 2000, 3000, 4000, 5000].map((latencyMs, at) => ({ ...ended, latencyMs, createdAt: daysAgo(at) })),
    { ...common, outcome: "timeout", estimatedUsd: 0.5, latencyMs: 9000, createdAt: daysAgo(0) },
    { ...common, outcome: "budget", estimatedUsd: 0.5, costUsd: 0, createdAt: daysAgo(1) },
    { ...common, purpose: "question", model: "claude-opus-9", outcome: "ok", latencyMs: 700, createdAt: daysAgo(2) },
    { ...ended, userId: "somebody-gone", createdAt: daysAgo(29), latencyMs: 3000 },
    { ...ended, createdAt: daysAgo(31), costUsd: 99 },
    { ...ended, organisationId: elsewhere, createdAt: daysAgo(0), costUsd: 99 },
    { ...ended, organisationId: null, createdAt: daysAgo(0), costUsd: 99 },
  ];
  await db().modelCall.createMany({ data: calls });
});

async function usage() {
  const view = await getUsage(admin, { organisation, now });
  if (!view) throw new Error("The admin may see it.");
  return view;
}

test("calls are summed by purpose and model over thirty days, with tokens, cost, estimate and times", async () => {
  const { lines, unpricedModels } = await usage();
  expect(lines).toEqual([
    {
      purpose: "grade",
      model: "claude-sonnet-5-5",
      calls: 7,
      succeeded: 6,
      unpriced: 0,
      input: 6000,
      output: 1800,
      cacheRead: 0,
      cacheWrite: 0,
      costUsd: expect.closeTo(0.6, 9),
      estimatedUsd: expect.closeTo(1.2, 9),
      actualUsd: expect.closeTo(0.6, 9),
      medianLatencyMs: 3000,
      p95LatencyMs: 4750,
    },
    {
      purpose: "question",
      model: "claude-opus-9",
      calls: 1,
      succeeded: 1,
      unpriced: 1,
      input: 0,
      output: 0,
      cacheRead: 0,
      cacheWrite: 0,
      costUsd: null,
      estimatedUsd: null,
      actualUsd: null,
      medianLatencyMs: 700,
      p95LatencyMs: 700,
    },
  ]);
  expect(unpricedModels).toEqual(["claude-opus-9"]);
});

test("what did not succeed is counted by its reason, what the budget refused among it", async () => {
  expect((await usage()).failures).toEqual([
    { outcome: "budget", calls: 1 },
    { outcome: "timeout", calls: 1 },
  ]);
});

test("today and each day count as the budget does: what broke off with its estimate", async () => {
  const { today, days } = await usage();
  expect(today).toEqual({ costUsd: expect.closeTo(0.6, 9), calls: 2 });
  expect(days).toHaveLength(30);
  expect(days[0]).toMatchObject({ day: "2026-10-23", calls: 1 });
  expect(days.at(-1)).toEqual({ day: "2026-11-21", calls: 2, costUsd: expect.closeTo(0.6, 9) });
  expect(days.at(-2)).toMatchObject({ calls: 1, costUsd: expect.closeTo(0.1, 9) });
});

test("people are named while they have an account, and counted after", async () => {
  const { people } = await usage();
  expect(people).toMatchObject([
    { userId: admin.id, name: "=Ada", calls: 7, todayUsd: expect.closeTo(0.6, 9) },
    { userId: "somebody-gone", name: null, isGuest: false, calls: 1, todayUsd: 0 },
  ]);
});

test("the file holds every call of the span, the newest first, and no formula", async () => {
  let file = "";
  for await (const part of exportCalls(admin, { organisation, now }) ?? []) file += part;
  const rows = file.trimEnd().split("\r\n");
  expect(rows[0]).toMatch(/^at,purpose,model,prompt_version,person,session,input_tokens/);
  expect(rows).toHaveLength(1 + 9);
  expect(rows[1]).toContain(",'=Ada,");
  expect(rows.slice(1).map((row) => row.slice(0, 10))).toEqual(
    rows
      .slice(1)
      .map((row) => row.slice(0, 10))
      .toSorted()
      .toReversed(),
  );
});

test("a long list of calls is read in parts, each once", async () => {
  const many = (await makeOrganisation()).id;
  const owner = await makeMember({ organisationId: many, roles: ["admin"] });
  const one = { organisationId: many, userId: owner.id, purpose: "grade", model: "claude-sonnet-5-5", outcome: "ok" };
  await db().modelCall.createMany({
    data: Array.from({ length: 1_701 }, (_, at) => ({ ...one, requestId: `req_${at}`, createdAt: daysAgo(at % 3) })),
  });
  const ids = new Set<string>();
  let parts = 0;
  for await (const part of exportCalls(owner, { organisation: many, now }) ?? []) {
    parts += 1;
    for (const [id] of part.matchAll(/req_\d+/g)) ids.add(id);
  }
  expect(ids.size).toBe(1_701);
  expect(parts).toBe(5);
});

test.each(["candidate", "instructor", "reviewer"] as const)("a %s sees none of it and sets no budget", async (role) => {
  const viewer = await makeMember({ organisationId: organisation, roles: [role] });
  expect(await getUsage(viewer, { organisation })).toBeNull();
  expect(exportCalls(viewer, { organisation })).toBeNull();
  expect(await setBudget(viewer, { organisation, totalUsd: 1, perPersonUsd: null })).toBeNull();
});

test("an admin of another organisation sees none of it", async () => {
  const other = (await makeOrganisation()).id;
  const stranger = await makeMember({ organisationId: other, roles: ["admin"] });
  expect(await getUsage(stranger, { organisation })).toBeNull();
  expect(await setBudget(stranger, { organisation, totalUsd: 1, perPersonUsd: null })).toBeNull();
  expect((await db().organisation.findUniqueOrThrow({ where: { id: organisation } })).dailyBudgetUsd).toBeNull();
});
