import { expect as expectPage, type Page } from "@playwright/test";
import { beforeAll, expect } from "vitest";
import { browserTest, isAlive } from "#test/support/browser.ts";
import { handInOverHttp, openAssessmentOverHttp } from "#test/support/handed-in.ts";
import type { HttpVisitor } from "#test/support/http-visitor.ts";
import { seen } from "#test/support/interview-steps.ts";
import { lookAt } from "#test/support/look-at.ts";
import { useSharedApp } from "#test/support/running-app.ts";

// A reviewer reads what two candidates handed in: once with keys alone, once without scripts.

const url = useSharedApp();
const handle = `blind-${Date.now().toString(36)}`;
const candidate = "Quenby Thistlewood";
let reviewer: HttpVisitor;

beforeAll(async () => {
  const { admin, invite } = await openAssessmentOverHttp(url, { handle });
  reviewer = admin;
  for (const name of [candidate, "Perpetua Quill"]) await handInOverHttp(url, await invite(), name);
}, 120_000);

async function takeNext(page: Page): Promise<void> {
  await page.goto(`/hiring/${handle}/queue`);
  const next = page.getByRole("button", { name: "Take the next one" });
  await seen(next).toBeVisible();
  await next.focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/reviews\/[\w-]+$/);
  // The address changes before the page does.
  await seen(page.locator("p[data-from]").first()).toBeVisible();
}

/** A diagram that is folded away is never drawn, and a look waits for every one. */
async function openBrief(page: Page): Promise<void> {
  await page.getByText("The brief", { exact: true }).click();
}

/** What was pressed has reached the server. */
async function isSaved(page: Page): Promise<void> {
  await seen(page.getByText(/^Saved (just now|\d)/)).toBeVisible();
}

browserTest(
  "a whole review is made without a mouse, and a reload keeps it",
  { timeout: 120_000 },
  async ({ visit }) => {
    const page = await visit(url, { returning: reviewer.cookies(), expected: [/^failed: POST .*\/reviews\//] });
    await takeNext(page);
    await isAlive(page);
    await expectPage(page.locator("main")).toBeFocused();
    expect(await page.content()).not.toContain("Quenby");
    expect(await page.content()).not.toContain("Perpetua");

    await page.keyboard.press("3");
    await page.keyboard.press("e");
    await seen(page.getByRole("application", { name: "Choosing words by keys" })).toBeFocused();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Shift+ArrowDown");
    await page.keyboard.press("Control+Shift+ArrowLeft");
    await page.keyboard.press("Enter");
    await seen(page.getByRole("button", { name: "Quote for criterion A" })).toBeVisible();
    const quote = await page.locator("mark").first().textContent();

    await page.keyboard.press("j");
    await page.keyboard.press("2");
    await page.keyboard.press("n");
    await page.keyboard.type("Says 3 things, just not why.");
    await page.keyboard.press("Escape");
    await page.keyboard.press("j");
    await page.keyboard.press("u");
    const saved = page.waitForResponse((answer) => answer.url().endsWith("/draft") && answer.ok());
    await page.keyboard.press("0");
    await saved;
    await isSaved(page);
    await openBrief(page);
    await lookAt(page, "blind-review", [1440]);
    await page.setViewportSize({ width: 390, height: 844 });
    for (const pane of ["Transcript", "Rubric"]) {
      await page.getByRole("link", { name: new RegExp(`^${pane}`) }).click();
      await lookAt(page, `blind-review-${pane.toLowerCase()}`, [390]);
    }

    await page.setViewportSize({ width: 1440, height: 900 });
    await page.reload();
    await isAlive(page);
    await seen(page.getByText("3 of 7").first()).toBeVisible();
    expect(await page.locator("mark").first().textContent()).toBe(quote);
    await seen(page.getByRole("button", { name: /^D .* Rating$/ })).toBeVisible();

    await page.getByRole("button", { name: "Finish this transcript" }).press("Enter");
    await seen(page.getByText("Not finished yet.")).toBeVisible();
    await openBrief(page);
    await lookAt(page, "blind-review-missing", [1440]);
    for (let left = 0; left < 4; left += 1) {
      await page.keyboard.press("g");
      await page.keyboard.press(left === 0 ? "u" : "0");
    }
    await page.keyboard.press("g");
    const finish = page.getByRole("button", { name: "Finish this transcript" });
    await expectPage(finish).toBeFocused();
    const cut = /\/reviews\/[\w-]+(\.data)?(\?.*)?$/;
    await page.route(cut, (route) => (route.request().method() === "POST" ? route.abort() : route.continue()));
    await page.keyboard.press("Enter");
    await seen(page.getByText("No answer came: this may have been taken or not.")).toBeVisible();
    await seen(page.getByText("7 of 7").first()).toBeVisible();
    await page.unroute(cut);
    await finish.press("Enter");
    await seen(page.getByText(/You gave your levels/)).toBeVisible();
    await expectPage(page.locator("main")).toBeFocused();
    await seen(page.getByText("Says 3 things, just not why.").first()).toBeVisible();
  },
);

browserTest("words under the mouse are taken whole, and can be put back", async ({ visit }) => {
  const page = await visit(url, { returning: reviewer.cookies() });
  await takeNext(page);
  await isAlive(page);
  await page.evaluate(() => {
    const words = document.querySelector("p[data-from]")!.firstChild!;
    getSelection()!.setBaseAndExtent(words, 1, words, 14);
  });
  await seen(page.getByRole("toolbar", { name: "Selected words" })).toBeVisible();
  await page.getByRole("button", { name: /^Use as evidence for A/ }).click();
  const mark = page.locator("mark");
  expect(await mark.textContent()).toMatch(/^\w.*\w$/);
  await page.getByRole("button", { name: /^Remove/ }).click();
  await expectPage(mark).toHaveCount(0);
  await page.getByRole("link", { name: "Leave the queue" }).click();
  await page.waitForURL(/\/queue$/);
});

/** As if the device had been away while the review went on elsewhere. */
async function keepOnDevice(page: Page, level: number): Promise<void> {
  const name = (await page.getByRole("radio").first().getAttribute("name")) ?? "";
  const kept = { draft: { levels: { [name.replace("level:", "")]: level }, comments: {}, quotes: {} }, revision: -1 };
  await page.evaluate((value) => {
    localStorage.setItem(`tradeoff.review.${location.pathname}/draft`, value);
  }, JSON.stringify(kept));
  await page.reload();
  await isAlive(page);
}

browserTest(
  "a version that this device alone has waits for a choice, and nothing is changed before it",
  async ({ visit }) => {
    const page = await visit(url, { returning: reviewer.cookies() });
    await page.goto(`/hiring/${handle}/queue`);
    await page
      .getByRole("link", { name: /^Go on with/ })
      .first()
      .click();
    await isAlive(page);
    await keepOnDevice(page, 2);
    await seen(page.getByText("This device kept a version that was never saved.")).toBeVisible();
    const levels = page.getByRole("group", { name: /^Level for/ }).first();
    await expectPage(levels.getByRole("radio").first()).toBeDisabled();
    await page.keyboard.press("4");
    await openBrief(page);
    await lookAt(page, "blind-review-two-versions", [1440, 390]);
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.getByRole("button", { name: "Keep this device’s" }).click();
    await expectPage(levels.getByRole("radio").nth(2)).toBeChecked();
    await isSaved(page);
  },
);

browserTest("without scripts levels and notes are given, and what is missing is said", async ({ visit }) => {
  const page = await visit(url, { returning: reviewer.cookies(), script: false, expected: [/^400: POST/] });
  await page.goto(`/hiring/${handle}/queue`);
  const held = page.getByRole("link", { name: /^Go on with The help bot/ }).first();
  await held.click();
  await seen(page.getByText("quotes cannot be taken")).toBeVisible();
  const levels = page.getByRole("group", { name: /^Level for/ });
  await expectPage(levels).toHaveCount(7);
  await levels.first().getByRole("radio").nth(3).check();
  await page.getByRole("button", { name: "Finish this transcript" }).click();
  await seen(page.getByText("Not finished yet.")).toBeVisible();
  await expectPage(levels.first().getByRole("radio").nth(3)).toBeChecked();
  for (let at = 1; at < 7; at += 1) await levels.nth(at).getByRole("radio").last().check();
  await page.getByLabel("Note for A").fill("Separates facts from manner.");
  await page.getByRole("button", { name: "Finish this transcript" }).click();
  await seen(page.getByText(/You gave your levels/)).toBeVisible();
});
