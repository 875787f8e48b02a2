import { stat } from "node:fs/promises";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import type { Page } from "@playwright/test";
import { expect } from "vitest";
import { browserTest, isAlive } from "#test/support/browser.ts";
import { makeDirectory } from "#test/support/directory.ts";
import { answerBox, finishEarly, question, seen, sessionIdOf, waitForGrade } from "#test/support/interview-steps.ts";
import { killAndRestart } from "#test/support/launch-app.ts";
import { findBarriers, lookAt, sidewaysScroll } from "#test/support/look-at.ts";
import { startProcess } from "#test/support/process.ts";
import { startApp, useSharedApp } from "#test/support/running-app.ts";
import { strongAnswers } from "#test/support/strong-answers.ts";

// A mock interview: the server's clock, no hints, feedback at the end, one pause.

const url = useSharedApp();
const [first = { text: "" }, second = { text: "" }] = strongAnswers();
const offline = [/net::ERR_INTERNET_DISCONNECTED/];

const timer = (page: Page) => page.getByRole("timer");

async function startMock(page: Page): Promise<string> {
  await page.goto("/scenarios/customer-support-chatbot");
  await isAlive(page);
  await page.getByRole("radio", { name: /^Practice/ }).focus();
  await page.keyboard.press("ArrowDown");
  await seen(page.getByRole("radio", { name: /^Mock/ })).toBeChecked();
  await page.getByRole("button", { name: "Start the interview" }).focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/sessions\/[\w-]+$/);
  await seen(answerBox(page)).toBeVisible();
  await isAlive(page);
  return sessionIdOf(page);
}

async function leftSeconds(page: Page): Promise<number> {
  const [, minutes, seconds] = /(\d+):(\d\d)/.exec((await timer(page).textContent()) ?? "") ?? [];
  return Number(minutes) * 60 + Number(seconds);
}

browserTest("a mock interview by keyboard, with the network cut once and its one pause taken", async ({ visit }) => {
  const page = await visit(url, { expected: offline });
  await startMock(page);
  await seen(timer(page)).toContainText(/^2[45]:\d\d left$/);
  await page.keyboard.press("Alt+KeyH");
  await seen(page.getByRole("button", { name: /hint/ })).toHaveCount(0);

  await answerBox(page).focus();
  await page.keyboard.insertText(first.text);
  await page.keyboard.press("Control+Enter");
  await seen(page.getByText("Question 2 of 5", { exact: true })).toBeVisible();
  await seen(page.getByText("The offline grader’s reading")).toHaveCount(0);
  await lookAt(page, "room-mock", [1440, 390]);
  await page.setViewportSize({ width: 1440, height: 900 });

  await page.context().setOffline(true);
  await answerBox(page).fill("Typed without a network.");
  await seen(page.locator(".saving").filter({ hasText: "Offline. Kept on this device" })).toBeVisible();
  await page.context().setOffline(false);
  await seen(page.getByText("You are back online. What you typed meanwhile is saved.")).toBeAttached();
  await seen(page.getByText(/^Saved .*, with what you typed offline$/)).toBeVisible();

  const standing = (await question(page).textContent()) ?? "";
  await page.getByRole("button", { name: "Pause, once" }).focus();
  await page.keyboard.press("Enter");
  await seen(page.getByRole("heading", { name: /^Paused, with 2[34]:\d\d left/ })).toBeVisible();
  expect(await page.content()).not.toContain(standing);
  expect(await page.content()).not.toContain(first.text.slice(0, 40));
  await lookAt(page, "room-paused", [1440, 390]);
  await page.setViewportSize({ width: 1440, height: 900 });
  const before = await leftSeconds(page);
  await page.getByRole("button", { name: "Go on with the clock" }).focus();
  await page.keyboard.press("Enter");
  await seen(answerBox(page)).toHaveValue("Typed without a network.");
  expect(before - (await leftSeconds(page))).toBeLessThan(5);
  await seen(page.getByText("The one pause has been taken.")).toBeVisible();
  await seen(page.getByRole("button", { name: "Pause, once" })).toHaveCount(0);

  await answerBox(page).fill(second.text);
  await finishEarly(page);
  await waitForGrade(page);
});

browserTest("a machine's clock that jumps changes nothing: the time left is the server's", async ({ visit }) => {
  const page = await visit(url);
  await startMock(page);
  const before = await leftSeconds(page);
  const asked = page.waitForResponse(/\/sessions\/[\w-]+\/clock$/);
  await page.evaluate(() => {
    const real = Date.now.bind(Date);
    Date.now = () => real() + 40 * 60_000;
  });
  await asked;
  const after = await leftSeconds(page);
  expect(after).toBeLessThanOrEqual(before);
  expect(before - after).toBeLessThan(60);
});

browserTest("without scripts a mock interview can be started, paused and gone on with", async ({ visit }) => {
  const page = await visit(url, { script: false });
  await page.goto("/scenarios/legal-document-analysis");
  await page.getByRole("radio", { name: /^Mock/ }).check();
  await page.getByLabel(/^Extra time/).selectOption("50");
  await page.getByRole("button", { name: "Start the interview" }).click();
  await page.waitForURL(/\/sessions\/[\w-]+$/);
  expect(await leftSeconds(page)).toBeGreaterThan(40 * 60);
  await answerBox(page).fill("I would train the form and look the law up.");
  await page.getByRole("button", { name: "Pause, once" }).click();
  await seen(page.getByRole("heading", { name: /^Paused/ })).toBeVisible();
  await page.getByRole("button", { name: "Go on with the clock" }).click();
  await seen(question(page)).toBeVisible();
  await seen(answerBox(page)).toHaveValue("I would train the form and look the law up.");
  expect(await sidewaysScroll(page)).toBe(0);
});

/** The interview's time runs out so many milliseconds after the server was last alive; it is away meanwhile. */
async function leaveTime(dataDir: string, sessionId: string, leftMs: number): Promise<void> {
  const lastAlive = (await stat(join(dataDir, "alive"))).mtimeMs;
  const database = await PGlite.create(join(dataDir, "database"));
  const endsAt = new Date(lastAlive + leftMs).toISOString();
  await database.query('UPDATE "Session" SET "endsAt" = $1 WHERE "id" = $2', [endsAt, sessionId]);
  await database.close();
}

browserTest(
  "a server that was away gives its time back; when time is up what is typed goes along and is graded",
  async ({ visit }) => {
    const app = await startApp(await makeDirectory());
    const page = await visit(app.url, {
      expected: [/failed: .* net::ERR_/, /console: Failed to fetch manifest patches/],
    });
    const sessionId = await startMock(page);
    await answerBox(page).fill(first.text);
    await seen(page.getByText(/^Saved (just now|\d)/)).toBeVisible();
    await app.end("SIGTERM");
    await leaveTime(app.dataDir, sessionId, 25_000);
    await killAndRestart(startProcess, app);

    await page.reload();
    await isAlive(page);
    await seen(timer(page)).toContainText(/^0:(2[0-5]|1\d) last minute$/);
    expect(await findBarriers(page)).toEqual([]);
    await answerBox(page).fill(`${first.text} And a last thought, typed just before the end.`);
    await seen(page.getByText("What had been saved by then went along.")).toBeVisible({ timeout: 60_000 });
    await seen(page.getByText("typed just before the end").first()).toBeVisible();
    const late = { kind: "answer", text: "And this came far too late.", diagram: "" };
    const refused = await page.request.post(`/sessions/${sessionId}/draft`, {
      headers: { origin: app.url },
      data: { draft: late, revision: 0 },
    });
    expect(await refused.json()).toMatchObject({ ok: false, reason: "time_is_up" });
    await page.reload();
    await seen(page.getByRole("region", { name: "Arrived after time, not graded" })).toContainText("far too late");
    await lookAt(page, "room-time-up", [1440, 390]);
    await page.getByRole("link", { name: "See the scorecard" }).click();
    await waitForGrade(page);
    await seen(page.getByRole("region", { name: "Arrived after time, not graded" })).toContainText("far too late");
  },
  300_000,
);
