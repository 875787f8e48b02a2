import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { afterAll, beforeAll, expect } from "vitest";
import { closeDatabase, db, openDatabase } from "#app/db/client.server.ts";
import { startJobs, stopJobs } from "#app/db/jobs.server.ts";
import { migrateDatabase } from "#app/db/migrate.server.ts";
import { startAnthropicServer } from "#test/support/anthropic-server.ts";
import { publishNew, strongWords } from "#test/support/authored.ts";
import { browserTest } from "#test/support/browser.ts";
import { idleJobs } from "#test/support/idle-jobs.ts";
import { answer, answerBox, finishEarly, question, seen } from "#test/support/interview-steps.ts";
import { launchApp, type RunningApp } from "#test/support/launch-app.ts";
import { lookAt } from "#test/support/look-at.ts";
import { asOfNow } from "#test/support/organisation.ts";
import { spawnProcess } from "#test/support/spawn-process.ts";
import { makeAccount, type Visitor } from "#test/support/visitor.ts";

// An organisation that pays for itself, on a server without a key: its admin and a candidate in two browsers.

const AUTH_SECRET = "the secret of this test, which protects nothing";
const apiKey = "sk-ant-api03-the-key-of-acme-and-nobody-Qk7e";

type Model = Awaited<ReturnType<typeof startAnthropicServer>>;
let home = "";
let model: Model;
let app: RunningApp;
let scenario = "";
let people: { admin: Visitor; candidate: Visitor };

async function furnish(): Promise<void> {
  const [admin, candidate] = [await makeAccount({ name: "Ada" }), await makeAccount({ name: "Grace" })];
  const members = [
    { userId: admin.viewer.id, roles: ["admin"] },
    { userId: candidate.viewer.id, roles: ["candidate"] },
  ];
  await db().organisation.create({ data: { name: "Acme", handle: "acme", members: { create: members } } });
  scenario = `acme.${await publishNew(await asOfNow(admin.viewer), { organisation: "acme" })}`;
  people = { admin, candidate };
}

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "tradeoff-"));
  const dataDir = join(home, "data");
  process.env.AUTH_SECRET = AUTH_SECRET;
  await openDatabase({ dataDir });
  await migrateDatabase();
  await startJobs({ handlers: idleJobs, expireInSeconds: 60, onError: console.error });
  await furnish();
  await stopJobs();
  await closeDatabase();
  model = await startAnthropicServer();
  const environment = { AUTH_SECRET, ANTHROPIC_BASE_URL: model.url, LOG_LEVEL: "trace" };
  app = await launchApp({ spawn: spawnProcess, dataDir, environment });
});
afterAll(async () => {
  await app.end();
  await model.close();
  await rm(home, { recursive: true, force: true });
});

const cookiesOf = ({ headers }: Visitor) =>
  (headers.get("cookie") ?? "").split("; ").map((pair) => {
    const at = pair.indexOf("=");
    return { name: pair.slice(0, at), value: pair.slice(at + 1) };
  });

/** Everything the site sends to a page. */
function listenTo(page: Page): string[] {
  const sent: string[] = [];
  page.on("response", (response) => {
    const isText = /text|json|script/.test(response.headers()["content-type"] ?? "");
    if (isText && response.request().resourceType() !== "script")
      void response.text().then(
        (text) => sent.push(JSON.stringify(response.headers()), text),
        () => undefined,
      );
  });
  return sent;
}

async function saveBudget(page: Page, amount: string): Promise<void> {
  await page.getByLabel("All together, US dollars a day").fill(amount);
  await page.getByRole("button", { name: "Save the budget" }).click();
  await seen(page.getByText("The budget is saved.")).toBeVisible();
}

browserTest(
  "a key is set and never shown; at the budget the interview goes on and the grade waits, until the budget is raised",
  async ({ visit }) => {
    const admin = await visit(app.url, { returning: cookiesOf(people.admin), expected: [/^400: POST/] });
    const sent = listenTo(admin);
    await admin.goto("/admin/usage");
    await admin.waitForURL("/admin/acme/usage");
    await seen(admin.getByText("There is no key, so no model is asked", { exact: false })).toBeVisible();
    await admin.getByLabel("A key of Acme").fill("not a key");
    await admin.getByRole("button", { name: "Set the key" }).click();
    await seen(admin.getByText("This does not look like a key", { exact: false })).toBeVisible();
    await admin.getByLabel("A key of Acme").fill(apiKey);
    await admin.getByRole("button", { name: "Set the key" }).click();
    await seen(admin.getByText("The key is kept. It is used from the next call on.")).toBeVisible();
    await seen(admin.getByText("Calls for Acme are made with its own key, which ends in …Qk7e.")).toBeVisible();
    await seen(admin.getByLabel("Another key in its place")).toHaveValue("");
    await saveBudget(admin, "0");

    const candidate = await visit(app.url, { returning: cookiesOf(people.candidate) });
    await candidate.goto(`/scenarios/${scenario}`);
    await candidate
      .getByRole("button", { name: /^Start/ })
      .first()
      .click();
    await seen(answerBox(candidate)).toBeVisible();
    await answer(candidate, { text: strongWords });
    await seen(question(candidate)).toHaveText(/\?$/);
    expect(await question(candidate).textContent()).not.toContain("Staying with your design");
    await seen(candidate.getByText("did not find its own words")).toHaveCount(0);
    await answerBox(candidate).fill("I would measure both on the same two hundred questions.");
    await finishEarly(candidate);
    await seen(candidate.getByText("The daily model budget of Acme", { exact: false })).toBeVisible();
    await seen(candidate.getByText("graded by itself as soon as the budget allows it", { exact: false })).toBeVisible();
    expect(model.received).toEqual([]);
    await lookAt(candidate, "waits-for-budget", [390, 1440]);

    await admin.reload();
    await seen(admin.getByText("1 interview waits for the budget to be graded.", { exact: false })).toBeVisible();
    await saveBudget(admin, "5");
    await seen
      .poll(async () => {
        await candidate.reload();
        return candidate.getByText(/^Anthropic grader, claude-sonnet-5-5/).isVisible();
      })
      .toBe(true);
    expect(new Set(model.received.map(({ headers }) => headers.authorization))).toEqual(new Set([`Bearer ${apiKey}`]));

    await admin.reload();
    await seen(admin.getByRole("rowheader", { name: /^Grading, Grace/ }).first()).toBeVisible();
    await seen(admin.getByText("req_1", { exact: true })).toBeVisible();
    await lookAt(admin, "usage", [390, 1440]);
    const file = admin.waitForEvent("download");
    await admin.getByRole("link", { name: "All calls of 30 days as CSV" }).click();
    expect((await file).suggestedFilename()).toBe("calls.csv");

    const told = [...sent, app.said(), app.errors()].join("\n");
    expect(told).toContain("Qk7e");
    expect(told).not.toContain(apiKey.slice(0, -4));
  },
);

browserTest("without JavaScript budget and key are set by plain forms", async ({ visit }) => {
  const page = await visit(app.url, {
    returning: cookiesOf(people.admin),
    script: false,
    expected: [/^400: POST/],
  });
  await page.goto("/admin/acme/usage");
  await page.getByLabel("One person, US dollars a day").fill("a lot");
  await page.getByRole("button", { name: "Save the budget" }).click();
  await seen(page.getByText("Write an amount in US dollars", { exact: false })).toBeVisible();
  await seen(page.getByLabel("One person, US dollars a day")).toHaveValue("a lot");
  await page.getByLabel("One person, US dollars a day").fill("1.50");
  await page.getByRole("button", { name: "Save the budget" }).click();
  await seen(page.getByText("The budget is saved.")).toBeVisible();
  await page.getByRole("button", { name: /^Remove the key/ }).click();
  await seen(page.getByText("The key is removed.")).toBeVisible();
});
