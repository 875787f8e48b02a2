import type { Page } from "@playwright/test";
import { expect } from "vitest";
import { browserTest } from "#test/support/browser.ts";
import { seen } from "#test/support/interview-steps.ts";
import { sidewaysScroll } from "#test/support/look-at.ts";
import { useSharedApp } from "#test/support/running-app.ts";
import { clarification, strongAnswers } from "#test/support/strong-answers.ts";

// Where scripts do not run, or have not arrived yet, pages are plain forms and links, and the interview goes all the way.

const url = useSharedApp();

async function send(page: Page, kind: "Answer" | "Ask a question", text: string, diagram = ""): Promise<void> {
  await page.getByText(kind, { exact: true }).click();
  await page.locator("textarea[name=text]").fill(text);
  await page.locator("textarea[name=diagram]").fill(diagram);
  await page
    .locator("#composer")
    .getByRole("button", { name: /^(Send answer|Ask)/ })
    .click();
}

for (const width of [1440, 390] as const) {
  browserTest(
    `without scripts an interview can be started, asked in, answered and finished, at ${width} px`,
    async ({ visit }) => {
      const page = await visit(url, { script: false, width, expected: [/^409: POST/] });
      await page.goto("/scenarios/customer-support-chatbot");
      await seen(page.getByText("The same as an outline").first()).toBeVisible();
      await page.getByRole("button", { name: "Start the interview" }).click();
      await page.waitForURL(/\/sessions\/[\w-]+$/);
      expect(await sidewaysScroll(page)).toBe(0);

      await send(page, "Answer", "   ");
      await seen(page.getByText("There is nothing to send yet.")).toBeVisible();
      await send(page, "Ask a question", clarification.asked);
      await seen(page.getByText(clarification.told).first()).toBeVisible();
      const [first, second] = strongAnswers();
      await send(page, "Answer", first?.text ?? "");
      await seen(page.getByText("Question 2 of 5", { exact: true })).toBeVisible();
      await page.locator("textarea[name=text]").fill(second?.text ?? "");
      await page.locator("textarea[name=diagram]").fill(second?.diagram ?? "");
      await page.getByText("Finish early").filter({ visible: true }).first().click();
      await page.getByRole("button", { name: "Finish and grade" }).filter({ visible: true }).first().click();

      await page.waitForURL(/\/scorecard$/);
      await seen(page.getByRole("heading", { name: "Who graded this" })).toBeVisible();
      const marked = await page.locator(".your-words mark[data-checks]").allTextContents();
      expect(marked.length).toBeGreaterThan(3);
      await seen(page.getByText("Reply with article links").first()).toBeVisible();
      expect(await sidewaysScroll(page)).toBe(0);
    },
  );
}

browserTest("without scripts the theme can be switched, and stays", async ({ visit }) => {
  const page = await visit(url, { script: false });
  await page.goto("/learn");
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await background();
  await page.getByRole("button", { name: "Dark theme" }).click();
  await seen(page).toHaveURL(/\/learn$/);
  expect(await background()).not.toBe(light);
  await page.goto("/");
  expect(await background()).not.toBe(light);
});
