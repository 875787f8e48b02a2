import type { Page } from "@playwright/test";
import { expect } from "vitest";
import { browserTest, isAlive } from "#test/support/browser.ts";
import { message, type Reply } from "#test/support/anthropic-replies.ts";
import { seen } from "#test/support/interview-steps.ts";
import { sidewaysScroll } from "#test/support/look-at.ts";
import { useModelApp } from "#test/support/model-app.ts";
import { useSharedApp } from "#test/support/running-app.ts";

// Search, as it is typed, by keyboard and without scripts; and asking, with a model.

const url = useSharedApp();
const app = useModelApp();

const results = (page: Page) => page.locator(".search-result");
const field = (page: Page) => page.getByRole("searchbox", { name: "Search the material" });

browserTest("the slash key leads to the field, and typing finds, marks and keeps the address", async ({ visit }) => {
  const page = await visit(url);
  await page.goto("/learn");
  await isAlive(page);
  await page.keyboard.press("/");
  await page.waitForURL(/\/search$/);
  await seen(field(page)).toBeFocused();
  await page.keyboard.type("the stored answer is outdated");
  await page.waitForURL(/\?q=the\+stored\+answer\+is\+outdated$/);
  await expect.poll(() => results(page).count()).toBeGreaterThan(2);
  await seen(field(page)).toHaveValue("the stored answer is outdated");
  await seen(page.getByText("By words and by meaning")).toBeVisible();
  expect(await page.locator(".search-snippet b").count()).toBeGreaterThan(0);
  await results(page).getByRole("link").first().focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/(learn|glossary|figures)[^?]*#/);
  await page.goBack();
  await seen(results(page).first()).toBeVisible();
});

browserTest("what is misspelled is read right and said so; nothing that fits is an answer", async ({ visit }) => {
  const page = await visit(url);
  await page.goto("/search?q=size+of+an+adpater");
  await seen(page.getByText("“adpater” is read as “adapter”.")).toBeVisible();
  await page.goto("/search?q=sourdough+pizza+recipe");
  await seen(page.getByText("Nothing in the material answers “sourdough pizza recipe”.")).toBeVisible();
  await page.goto("/search?q=the+of+and");
  await seen(page.getByText("Only words that stand everywhere.")).toBeVisible();
});

browserTest("without scripts a study page’s box leads to the same results", async ({ visit }) => {
  const page = await visit(url, { script: false, width: 390 });
  await page.goto("/learn/latency");
  await field(page).fill("percentiles do not add");
  await page.getByRole("button", { name: "Search" }).click();
  await page.waitForURL(/\?q=percentiles\+do\+not\+add$/);
  await seen(results(page).getByRole("link", { name: "Percentiles do not add" })).toBeVisible();
  expect(await sidewaysScroll(page)).toBe(0);
  await page.goto(`/search?q=${"long+".repeat(1_000)}`);
  await seen(page.getByText("That is more than 500 characters.")).toBeVisible();
});

const citing: Reply = (exchange) => {
  const lines = exchange.body.messages.flatMap(({ content }) => content.split("\n"));
  const given = JSON.parse(lines.find((line) => line.startsWith('{"name"')) ?? "{}") as { name: string; text: string };
  const quote = given.text.split(/\s+/).slice(0, 6).join(" ");
  const said = [
    { says: "Percentiles of stages are not summed.", passage: given.name, quote },
    { says: "Everybody knows it.", passage: given.name, quote: "words that stand nowhere in it" },
  ];
  return message({ text: said.map((line) => JSON.stringify(line)).join("\n"), pieceChars: 10, paceMs: 5 })(exchange);
};

browserTest("a guest asks, and sees the sentences whose citation holds, each with its passage", async ({ visit }) => {
  const page = await visit(app.url());
  await page.goto("/search?q=why+do+percentiles+not+add");
  await seen(page.getByText("A model can answer from these passages for whoever is")).toBeVisible();
  await page.goto("/scenarios/customer-support-chatbot");
  await page.getByRole("button", { name: "Start the interview" }).click();
  await page.waitForURL(/\/sessions\//);
  await page.goto("/search?q=why+do+percentiles+not+add");
  await isAlive(page);
  app.reply(citing);
  await page.getByRole("button", { name: "Ask", exact: true }).click();
  await seen(page.getByText("Percentiles of stages are not summed.")).toBeVisible();
  await seen(page.getByText("1 sentence was left out: the citation did not hold.")).toBeVisible();
  await seen(page.getByText("Everybody knows it.")).toHaveCount(0);
});
