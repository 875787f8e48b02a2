import { expect } from "vitest";
import { browserTest, isAlive } from "#test/support/browser.ts";
import { visitOverHttp } from "#test/support/http-visitor.ts";
import { seen } from "#test/support/interview-steps.ts";
import { lookAt } from "#test/support/look-at.ts";
import { useSharedApp } from "#test/support/running-app.ts";
import { setTimeout as wait } from "node:timers/promises";

// What is missed comes back: by keyboard alone, and without scripts.

const url = useSharedApp();

/** A guest who missed most of an interview, once its grade is there. */
async function guestWhoMissed() {
  const guest = visitOverHttp(url);
  const session = await guest.start();
  await guest.answer(session, { text: "I would fine-tune on the articles every night, so it knows them by heart." });
  await guest.finish(session, "");
  for (;;) {
    const page = await (await guest.get("/practice")).text();
    if (page.includes("recall-answer")) return guest;
    await wait(200);
  }
}

browserTest("a missed check becomes a card that is answered, rated and taken back by keyboard", async ({ visit }) => {
  const guest = await guestWhoMissed();
  const page = await visit(url, { returning: guest.cookies() });
  await page.goto("/practice");
  await isAlive(page);
  await seen(page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Practice" })).toBeVisible();
  const box = page.getByRole("textbox", { name: "Your answer, from memory" });
  await box.focus();
  await page.keyboard.type("The articles it needs change every week and it never gets to see them.");
  await page.keyboard.press("Control+Enter");
  await seen(page.getByRole("heading", { name: "What counts", exact: true })).toBeVisible();
  await seen(page.locator("#recall-verdict")).toBeFocused();
  await seen(page.getByText("back in 10 minutes")).toBeVisible();
  await lookAt(page, "practice-answered", [1440, 390]);
  const question = await page.locator(".recall-question").textContent();
  await page.keyboard.press("3");
  await seen(page.getByText("Your last rating: “Good”")).toBeVisible();
  await seen(box).toBeFocused();
  await seen(page.locator(".recall-question")).not.toHaveText(question ?? "");
  await page.getByRole("button", { name: "Take it back" }).focus();
  await page.keyboard.press("Enter");
  await seen(page.locator(".recall-question")).toHaveText(question ?? "");
  await page.getByRole("button", { name: "Set this card aside" }).focus();
  await page.keyboard.press("Enter");
  await seen(page.getByRole("button", { name: "Bring it back" })).toBeVisible();
  await lookAt(page, "practice", [1440, 390]);
});

browserTest("a drill from its start to what decides, by keyboard", async ({ visit }) => {
  const page = await visit(url);
  await page.goto("/practice");
  await isAlive(page);
  await page.getByRole("link", { name: "Try a drill, one minute" }).focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/practice\/drill$/);
  await page.getByRole("button", { name: "Start the minute" }).focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/practice\/drill\/[\w-]{8,}$/);
  await seen(page.getByRole("timer")).toContainText(/^0:\d\d left$/);
  await lookAt(page, "drill", [1440, 390]);
  await page.getByRole("radio", { name: /^Prompt/ }).focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowDown");
  await seen(page.getByRole("radio", { name: /^RAG/ })).toBeChecked();
  await page.keyboard.press("Tab");
  await page.keyboard.type("I like it.");
  await page.keyboard.press("Control+Enter");
  await seen(page.getByRole("heading", { name: "Why not the others" })).toBeVisible();
  await seen(page.locator("#drill-verdict")).toBeFocused();
  await lookAt(page, "drill-result", [1440, 390]);
  await page.getByRole("button", { name: "Next drill" }).focus();
  await page.keyboard.press("Enter");
  await seen(page.getByRole("timer")).toBeVisible();
  await page.goto("/practice");
  await seen(page.getByText("1 card is due")).toBeVisible();
});

browserTest("without scripts a card is answered and rated, and a drill answered, by forms alone", async ({ visit }) => {
  const guest = await guestWhoMissed();
  const page = await visit(url, { returning: guest.cookies(), script: false });
  await page.goto("/practice");
  const question = await page.locator(".recall-question").textContent();
  await page.getByRole("button", { name: "I don’t know" }).click();
  await seen(page.getByText("You left it open.")).toBeVisible();
  await page.getByRole("button", { name: /Again/ }).click();
  await seen(page.getByText("Your last rating: “Again”")).toBeVisible();
  expect(await page.locator(".recall-question").textContent()).not.toBe(question);
  await page.goto("/practice/drill");
  await page.getByRole("button", { name: "Start the minute" }).click();
  await page.getByRole("radio", { name: /^Hybrid/ }).check();
  await page.getByRole("button", { name: "Answer" }).click();
  await seen(page.getByRole("heading", { name: "Why not the others" })).toBeVisible();
});

browserTest(
  "a goal with a day that has passed is refused in words, and a good one leads to a plan",
  async ({ visit }) => {
    const page = await visit(url, { expected: [/^400: POST/] });
    await page.goto("/progress");
    await isAlive(page);
    await page.getByLabel("The day").fill("2020-02-03");
    await page.getByRole("button", { name: "Make a plan" }).click();
    await seen(page.getByText("3 February 2020 has passed. Give a day that is still to come.")).toBeVisible();
    const soon = new Date(Date.now() + 12 * 86_400_000).toISOString().slice(0, 10);
    await page.getByLabel("The day").fill(soon);
    await page.getByRole("button", { name: "Make a plan" }).click();
    await seen(page.getByText(/^12 days are left until/)).toBeVisible();
    await lookAt(page, "progress-goal", [1440, 390]);
  },
);
