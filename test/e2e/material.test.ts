import type { Page } from "@playwright/test";
import { expect } from "vitest";
import { browserTest, isAlive } from "#test/support/browser.ts";
import { seen } from "#test/support/interview-steps.ts";
import { sidewaysScroll } from "#test/support/look-at.ts";
import { useSharedApp } from "#test/support/running-app.ts";

// The material: study pages, the ledger and the glossary, by keyboard and without scripts.

const url = useSharedApp();

const entries = (page: Page) => page.locator(".figures-ledger tr[id]");
const count = (page: Page) => page.locator(".figures-count").innerText();

/** Whether a row or an article stands out, as what the address leads to does. */
const standsOut = (page: Page, id: string) =>
  page.locator(`#${id}`).evaluate((element) => {
    const shown = element instanceof HTMLTableRowElement ? (element.cells[0] ?? element) : element;
    return getComputedStyle(shown).backgroundColor !== "rgba(0, 0, 0, 0)";
  });

browserTest("by keyboard a badge opens its entry, closes, and leads into the ledger", async ({ visit }) => {
  const page = await visit(url);
  await page.goto("/learn/cost");
  await isAlive(page);
  const badge = page.locator("a[data-figure='s0-study-embedding']").first();
  await badge.focus();
  await page.keyboard.press("Enter");
  const note = page.getByRole("dialog", { name: "$340 a month" });
  await seen(note).toBeFocused();
  expect(await note.innerText()).toMatch(/Recomputed, differs[\s\S]*\$30 a month: 50,000 queries/);
  await page.keyboard.press("Escape");
  await seen(note).toHaveCount(0);
  await seen(badge).toBeFocused();

  await page.keyboard.press("Enter");
  await seen(note).toBeFocused();
  await page.keyboard.press("Tab");
  await seen(note.getByRole("link", { name: "In the ledger" })).toBeFocused();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/figures#s0-study-embedding$/);
  await expect.poll(() => standsOut(page, "s0-study-embedding")).toBe(true);
  expect(await standsOut(page, "s0-study-index")).toBe(false);
});

browserTest("by keyboard the ledger is filtered as it is typed, and the address follows", async ({ visit }) => {
  const page = await visit(url);
  await page.goto("/figures");
  await isAlive(page);
  const all = await entries(page).count();
  expect(await count(page)).toBe(`Showing ${all} of ${all}`);
  await page.getByRole("searchbox", { name: "Find a figure" }).focus();
  await page.keyboard.type("reranker");
  await seen.poll(() => entries(page).count()).toBeLessThan(6);
  await page.waitForURL(/\?find=reranker$/);
  await page.getByRole("radio", { name: "S0", exact: true }).focus();
  await page.keyboard.press("Space");
  await page.waitForURL(/find=reranker&source=S0$/);
  await page.getByRole("radio", { name: /^All \d/ }).focus();
  await page.keyboard.press("ArrowRight");
  await page.waitForURL(/status=recomputed/);
  await seen(page.getByText("No figure says “reranker” here.")).toBeVisible();
  await page.getByRole("link", { name: "Show all figures" }).press("Enter");
  await seen.poll(() => entries(page).count()).toBe(all);
});

browserTest(
  "a link from an entry to its contradiction, and back to another entry, shows where it leads",
  async ({ visit }) => {
    const page = await visit(url);
    await page.goto("/figures?status=recomputed#s0-study-embedding");
    await isAlive(page);
    await page.locator("#s0-study-embedding").getByRole("link", { name: "C1", exact: true }).click();
    await expect.poll(() => standsOut(page, "c1")).toBe(true);
    await page.locator("#c2 a[data-figure='s0-run-price']").click();
    await page.waitForURL(/\/figures#s0-run-price$/);
    await expect.poll(() => standsOut(page, "s0-run-price")).toBe(true);
  },
);

browserTest("the key / goes to the search page from anywhere, but not while something is typed", async ({ visit }) => {
  const page = await visit(url);
  await page.goto("/figures");
  await page.getByRole("searchbox", { name: "Find a figure" }).focus();
  await page.keyboard.press("/");
  await seen(page.getByRole("searchbox", { name: "Find a figure" })).toHaveValue("/");
  await page.goto("/glossary");
  await isAlive(page);
  await page.keyboard.press("/");
  await page.waitForURL(/\/search$/);
  await seen(page.locator("main input[name=q]")).toBeFocused();
  await seen(page.locator("main input[name=q]")).toHaveValue("");
});

for (const width of [1440, 390] as const) {
  browserTest(`without scripts the material is read, filtered and linked, at ${width} px`, async ({ visit }) => {
    const page = await visit(url, { script: false, width });
    await page.goto("/learn");
    await page.getByRole("link", { name: "Cost", exact: true }).click();
    await page.waitForURL(/\/learn\/cost$/);
    const answer = page.locator(".answer").first();
    await seen(answer.locator("p")).toBeHidden();
    await answer.locator("summary").click();
    await seen(answer.locator("p")).toBeVisible();
    await page.getByText("of the ledger, and what became of them").click();
    await seen(page.locator(".study-figures").getByRole("link", { name: "$340 a month" })).toBeVisible();
    await page.locator("a.figure-badge[data-figure='s0-study-embedding']").first().click();
    await page.waitForURL(/\/figures#s0-study-embedding$/);
    expect(await standsOut(page, "s0-study-embedding")).toBe(true);

    const all = await entries(page).count();
    await page.getByRole("searchbox", { name: "Find a figure" }).fill("embedding");
    await page.locator("label", { hasText: "Dated" }).click();
    await page.getByRole("button", { name: "Show what fits" }).click();
    await page.waitForURL(/status=dated/);
    expect(await entries(page).count()).toBeLessThan(all / 20);
    expect(await page.getByRole("radio", { name: /^~? ?Dated/ }).isChecked()).toBe(true);
    expect(await sidewaysScroll(page)).toBe(0);
  });
}

browserTest("an address that asks for what there is not says so at its field and shows the rest", async ({ visit }) => {
  const page = await visit(url, { script: false });
  await page.goto(`/figures?status=guessed&source=S9&find=${"x".repeat(4_000)}`);
  await seen(page.getByText("There is no status “guessed”")).toBeVisible();
  await seen(page.getByText("There is no source “S9”")).toBeVisible();
  await seen(page.getByText("Only the first 100 characters are looked for.")).toBeVisible();
  await page.goto("/figures?status=guessed&status=&find=%00%ff<script>");
  await seen(page.getByRole("heading", { name: "The ledger" })).toBeVisible();
});

browserTest("the four thresholds are drawn and stand in a table, with and without scripts", async ({ visit }) => {
  for (const script of [true, false]) {
    const page = await visit(url, { script });
    await page.goto("/figures#volume-thresholds");
    const part = page.locator("#volume-thresholds");
    await seen(
      part.getByRole("img", { name: /S2, line 444: 100K; S2, line 330: 1M; S0, line 325: 3M/ }).first(),
    ).toBeVisible();
    await part.getByText("As a table").click();
    const rows = await part.locator("tbody tr").allInnerTexts();
    expect(rows).toHaveLength(4);
    expect(rows[2]).toContain("3,000,000");
  }
});

browserTest("the glossary tells the three meanings of hybrid apart, and its letters lead there", async ({ visit }) => {
  const page = await visit(url);
  await page.goto("/glossary");
  await page.getByRole("navigation", { name: "Letters" }).getByRole("link", { name: "H" }).press("Enter");
  await page.waitForURL(/#letter-h$/);
  const senses = await page.locator("#hybrid .glossary-senses > li").allInnerTexts();
  expect(senses.map((sense) => sense.split(".")[0])).toEqual(["Hybrid search", "Hybrid system", "A flowchart's leaf"]);
  await page.locator("#hybrid").getByRole("link", { name: "Hybrid patterns: Three meanings of hybrid" }).click();
  await page.waitForURL(/\/learn\/hybrid-patterns#three-meanings-of-hybrid$/);
});
