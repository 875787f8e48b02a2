import { expect } from "vitest";
import { browserTest, isAlive } from "#test/support/browser.ts";
import { answerBox, seen, startInterview } from "#test/support/interview-steps.ts";
import { lookAt } from "#test/support/look-at.ts";
import { useSharedApp } from "#test/support/running-app.ts";
import { strongAnswers } from "#test/support/strong-answers.ts";

// Practice: hints in three steps, feedback after each answer, a clock only for whoever wants one.

const url = useSharedApp();
const [first = { text: "" }] = strongAnswers();

browserTest("practice by keyboard: three hints, feedback on an answer, the network cut once", async ({ visit }) => {
  const page = await visit(url, { expected: [/net::ERR_INTERNET_DISCONNECTED/] });
  await startInterview(page);
  await answerBox(page).fill("Half a sentence, and a hint");
  for (const step of ["1 of 3: a nudge", "2 of 3: a direction", "3 of 3: an example from elsewhere"]) {
    await page.keyboard.press("Alt+KeyH");
    await seen(page.getByText(`Hint ${step}`, { exact: true })).toBeVisible();
    await seen(answerBox(page)).toHaveValue("Half a sentence, and a hint");
  }
  await seen(page.getByRole("button", { name: /none left/ }).first()).toBeVisible();
  await page.keyboard.press("Alt+KeyH");
  await seen(page.locator(".turn.hint")).toHaveCount(3);

  await page.context().setOffline(true);
  await answerBox(page).fill(first.text);
  await seen(page.locator(".saving").filter({ hasText: "Offline. Kept on this device" })).toBeVisible();
  await page.keyboard.press("Control+Enter");
  await seen(page.getByRole("alert").getByText("This was not sent: you are offline.")).toBeVisible();
  await page.context().setOffline(false);
  await seen(page.getByText("You are back online. What you typed meanwhile is saved.")).toBeAttached();
  await answerBox(page).focus();
  await page.keyboard.press("Control+Enter");
  await seen(page.getByText("Question 2 of 5", { exact: true })).toBeVisible();

  const feedback = page.getByRole("complementary", { name: "What this answer showed" });
  await seen(feedback).toBeVisible();
  await seen(feedback.getByText("The offline grader’s reading, an estimate")).toBeVisible();
  await seen(feedback.getByText(/^[\d.]+ of \d+ points$/)).toBeVisible();
  const quoted = await feedback.locator("mark").allTextContents();
  expect(quoted.length).toBeGreaterThan(0);
  for (const quote of quoted) expect(first.text.replace(/\s+/g, " ")).toContain(quote.replace(/\s+/g, " "));
  await seen(feedback.getByText("Not met")).toHaveCount(0);
  await lookAt(page, "room-practice", [1440, 390]);
});

browserTest("the time spent is out of sight until it is wanted, and this browser remembers", async ({ visit }) => {
  const page = await visit(url);
  await startInterview(page);
  await seen(page.getByRole("timer")).toBeHidden();
  await page.getByRole("button", { name: "Show the time I spend" }).focus();
  await page.keyboard.press("Enter");
  await seen(page.getByRole("timer")).toContainText("spent");
  await page.reload();
  await isAlive(page);
  await seen(page.getByRole("timer")).toBeVisible();
});

browserTest("without scripts a hint can be had, and the time spent is shown", async ({ visit }) => {
  const page = await visit(url, { script: false });
  await page.goto("/scenarios/customer-support-chatbot");
  await page.getByRole("button", { name: "Start the interview" }).click();
  await page.waitForURL(/\/sessions\/[\w-]+$/);
  await answerBox(page).fill("I would begin with what changes weekly.");
  await page.getByRole("button", { name: /^Show a hint/ }).click();
  await seen(page.getByText("Hint 1 of 3: a nudge")).toBeVisible();
  await seen(answerBox(page)).toHaveValue("I would begin with what changes weekly.");
  await seen(page.getByRole("timer")).toBeVisible();
});
