import type { Page } from "@playwright/test";
import { expect } from "vitest";
import { browserTest, isAlive } from "#test/support/browser.ts";
import { seen } from "#test/support/interview-steps.ts";
import { findBarriers, sidewaysScroll } from "#test/support/look-at.ts";
import { useSharedApp } from "#test/support/running-app.ts";

// The retrieval lab by keyboard, by address and without scripts.

const url = useSharedApp();
const patienceMs = 120_000;

const answer = (page: Page) => page.locator(".lab-answer");
const knob = (page: Page, label: string) => page.getByRole("combobox", { name: label, exact: true });
const goals = (page: Page) => page.locator(".planted-goals li");

/** A page whose meaning is there: nothing is said of one that is being computed. */
async function openReady(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await isAlive(page);
  await seen(page.getByText(/meaning( of the material)? is being computed/)).toHaveCount(0, { timeout: patienceMs });
}

/** Chooses with the keys alone, as somebody without a mouse does. */
async function choose(page: Page, label: string, position: string): Promise<void> {
  const control = knob(page, label);
  await control.focus();
  for (let pressed = 0; pressed < 12; pressed += 1) {
    if ((await control.locator("option:checked").textContent()) === position) return;
    await page.keyboard.press(pressed === 0 ? "Home" : "ArrowDown");
  }
  throw new Error(`“${label}” has no position “${position}”.`);
}

browserTest("a planted failure is found in the stages and mended by keyboard", async ({ visit }) => {
  const page = await visit(url);
  await openReady(page, "/labs/retrieval");
  await page.getByRole("link", { name: "Wrong documents" }).press("Enter");
  await seen(page).toHaveURL(/planted=wrong-documents/);
  await seen(page.getByText(/meaning is being computed/)).toHaveCount(0, { timeout: patienceMs });
  await seen(goals(page).filter({ hasText: "Not yet" })).toHaveCount(2);
  await seen(page.locator(".planted-why")).toHaveCount(0);
  const byMeaning = page.getByRole("region", { name: "By meaning" });
  await seen(byMeaning.getByRole("row").nth(1)).toContainText("misleads");
  await page.getByRole("link", { name: "Show a hint" }).press("Enter");
  await seen(page.locator(".planted-hint")).toContainText("reads the candidates a second time");
  await choose(page, "Find by words", "On");
  await choose(page, "Order the first anew", "20 candidates");
  await seen(page.locator(".planted-why")).toContainText("Mended.", { timeout: 20_000 });
  await seen(goals(page).filter({ hasText: "So it is" })).toHaveCount(2);
  await seen(answer(page)).toHaveText(
    /^Mended: the answer stands first in the prompt of 3 passages, about \d+ tokens\.$/,
  );
  await seen(page).toHaveURL(/words=on.*rerank=20/);
  await page.reload();
  await seen(page.locator(".planted-why")).toContainText("Mended.");
  expect(await findBarriers(page)).toEqual([]);
});

browserTest("knobs redraw the measure beside what ships, and the address brings it back", async ({ visit }) => {
  const page = await visit(url);
  await openReady(page, "/labs/retrieval");
  const measured = page.locator(".lab-main figcaption");
  const shipped = await measured.innerText();
  await seen(page.locator(".chart-drawing")).toContainText("As shipped");
  await choose(page, "Order the first anew", "None");
  await choose(page, "Find by meaning", "Off");
  await seen(page.locator(".chart-drawing")).toContainText("These knobs", { timeout: 20_000 });
  await seen(page).toHaveURL(/rerank=0.*meaning=off/);
  expect(await measured.innerText()).not.toBe(shipped);
  await seen(page.getByRole("region", { name: "By meaning" })).toContainText("This way of finding is off.");
  await page.getByRole("link", { name: "Back to what ships" }).press("Enter");
  await seen(measured).toHaveText(shipped);
});

browserTest("a question of one's own runs through the stages as it is typed", async ({ visit }) => {
  const page = await visit(url, { width: 390 });
  await openReady(page, "/labs/retrieval");
  await page.getByRole("textbox", { name: "Or your own" }).focus();
  await page.keyboard.type("how large should a chunk be");
  await seen(page).toHaveURL(/q=how\+large\+should\+a\+chunk\+be/);
  await seen(page.locator(".retrieval-question")).toHaveText("“how large should a chunk be”", { timeout: 20_000 });
  await seen(knob(page, "A test question").locator("option:checked")).toHaveText("My own, below");
  await seen(page.locator(".prompt-passages li").first()).toContainText(/chunk/i);
  expect(await sidewaysScroll(page)).toBe(0);
});

browserTest("without scripts an address renders, a form answers, and what is wrong is named", async ({ visit }) => {
  const page = await visit(url, { script: false, width: 390 });
  const response = await page.goto(
    `/labs/retrieval?size=91&budget=1e99&words=off&meaning=off&ask=nope&planted=nothing&${"x".repeat(2000)}=1`,
  );
  expect(response?.status()).toBe(200);
  await seen(page.getByText("“91” is no position of this knob. 90 words is used instead.")).toBeVisible();
  await seen(page.getByText("“1e99” is no position of this knob. 1,000 tokens is used instead.")).toBeVisible();
  await seen(page.getByText("One of the two must be on. Found by words instead.")).toBeVisible();
  await seen(page.getByText("There is no test question “nope”. Choose one of the list.")).toBeVisible();
  await seen(page.getByText("There is no failure “nothing”.")).toBeVisible();
  expect(await page.locator("main").innerText()).not.toMatch(/NaN|Infinity|undefined/);

  await page.goto("/labs/retrieval");
  await seen(page.locator(".chart-drawing svg:visible")).toBeVisible();
  await knob(page, "A test question").selectOption("");
  await page.getByRole("textbox", { name: "Or your own" }).fill("the of and");
  await knob(page, "Chunk size").selectOption("180");
  await page.getByRole("button", { name: "Run the search" }).click();
  await seen(page.getByText(/Only words that stand everywhere/)).toBeVisible();
  await seen(knob(page, "Chunk size")).toHaveValue("180");
  await seen(answer(page)).toHaveText("There is nothing to search for yet.");
  expect(await sidewaysScroll(page)).toBe(0);
});
