import type { Page } from "@playwright/test";
import { expect } from "vitest";
import {
  cutMidStream,
  message,
  overloaded,
  rateLimited,
  refusal,
  stallMidStream,
  wrongKey,
  type Reply,
} from "#test/support/anthropic-replies.ts";
import { browserTest } from "#test/support/browser.ts";
import {
  answer,
  answerBox,
  finishEarly,
  question,
  seen,
  startInterview,
  waitForGrade,
} from "#test/support/interview-steps.ts";
import { lookAt } from "#test/support/look-at.ts";
import { useModelApp } from "#test/support/model-app.ts";
import { strongAnswers } from "#test/support/strong-answers.ts";

// The same pages with a key: a model words the questions and grades, and does so wrongly in every way it can.

const app = useModelApp({ paceMs: 25 });

const [first = { text: "" }, second = { text: "" }, third = { text: "" }] = strongAnswers();

browserTest("the interviewer's words stream in, and are those that stay", async ({ visit }) => {
  const page = await visit(app.url());
  await startInterview(page);
  const words = "Staying with your design: what would you measure first, and where would you stop?";
  const pieceChars = 30;
  const pieces = Math.ceil(words.length / pieceChars);
  const letGo: (() => void)[] = [];
  const gates = Array.from({ length: pieces }, () => new Promise<void>((resolve) => letGo.push(resolve)));
  app.reply(message({ text: words, pieceChars, mayGoOn: (sent) => gates[sent] ?? Promise.resolve() }));
  const answered = answer(page, first);
  for (const [at, go] of letGo.entries()) {
    go();
    await seen(question(page)).toHaveText(words.slice(0, (at + 1) * pieceChars).trim());
  }
  await answered;
  await page.reload();
  await seen(question(page)).toHaveText(words);
});

browserTest("a model grades with quotes of what was said; tokens and cost are shown", async ({ visit }) => {
  const page = await visit(app.url());
  await startInterview(page);
  for (const each of [first, second, third]) await answer(page, each);
  await finishEarly(page);
  await seen(page.getByText(/^[1-9]\d* of \d+$/)).toBeVisible();
  await waitForGrade(page);
  await seen(page.getByText(/^Anthropic grader, claude-sonnet-5-5, in [\d.]+ seconds, for \$0\.\d{4}\./)).toBeVisible();
  await seen(page.getByText(/[\d,]+ tokens read, [\d,]+ written\./)).toBeVisible();
  await seen(page.getByText("Not measured yet for this grader.")).toBeVisible();
  const said = [first, second, third].map(({ text, diagram = "" }) => `${text}\n${diagram}`).join("\n");
  const marked = await page.locator(".your-words mark[data-checks]").allTextContents();
  expect(marked.length).toBeGreaterThan(5);
  for (const words of marked) expect(said).toContain(words);
});

const malformed = message({ text: '{"checks":[{"id":' });

/** What the model does, and what the candidate is told of it. A fault that may pass is met three times. */
const faults: { replies: Reply[]; told: string }[] = [
  { replies: [overloaded, overloaded, overloaded], told: "The model's API is overloaded (529 overloaded_error)" },
  { replies: [stallMidStream, stallMidStream, stallMidStream], told: "The model sent nothing for 1 second. Tried 3" },
  { replies: [cutMidStream, cutMidStream, cutMidStream], told: "ended before the reply was complete. Tried 3 times." },
  { replies: [refusal("cyber")], told: "The model declined to answer (category: cyber)." },
  { replies: [malformed, malformed], told: "The model's reply is not JSON" },
  { replies: [rateLimited("3600")], told: "is limiting this key's requests" },
  { replies: [wrongKey], told: "did not accept the key; check ANTHROPIC_API_KEY" },
];

async function expectUngraded(page: Page, told: string): Promise<void> {
  const notice = page.locator(".message.warn");
  await seen(notice.getByText(told)).toBeVisible();
  await seen(page.getByRole("heading", { level: 1, name: "Not graded yet" })).toBeVisible();
  await seen(notice.getByText("Your transcript is safe and nothing was scored. This is not a zero.")).toBeVisible();
  await seen(page.getByText(first.text.slice(0, 60)).first()).toBeVisible();
  await seen(page.getByText(/of 100/)).toHaveCount(0);
}

browserTest(
  "no fault of a model is a zero: each is told, keeps the transcript and can be tried again",
  async ({ visit }) => {
    const page = await visit(app.url());
    await startInterview(page);
    await answerBox(page).fill(first.text);
    app.reply(...(faults[0]?.replies ?? []));
    await finishEarly(page);
    for (const [at, { told }] of faults.entries()) {
      await expectUngraded(page, told);
      if (at === 0) await lookAt(page, "not-graded", [390, 1440]);
      app.reply(...(faults[at + 1]?.replies ?? []));
      const isLast = at === faults.length - 1;
      await page.getByRole("button", { name: isLast ? "Grade offline instead" : "Try again" }).click();
    }
    await waitForGrade(page);
    await seen(page.getByText(/^Offline grader, .*at no cost\./)).toBeVisible();
    await page.getByRole("button", { name: "Grade with Anthropic" }).click();
    await seen(page.getByText(/^Anthropic grader, claude-sonnet-5-5/)).toBeVisible({ timeout: 60_000 });
    expect(await page.getByText("could not grade it").count()).toBe(faults.length);
  },
);

browserTest(
  "when the model cannot word a question, the authored one is asked and the interview goes on",
  async ({ visit }) => {
    const page = await visit(app.url());
    await startInterview(page);
    app.reply(overloaded);
    await answer(page, first);
    await seen(question(page)).toHaveText(/\?$/);
    expect(await question(page).textContent()).not.toContain("Staying with your design");
    await seen(page.getByText("this is the question as it was written.")).toBeVisible();
    await answer(page, second);
    await seen(question(page)).toHaveText(/^Staying with your design: /);
  },
);

/** A model that thinks for long enough to look at the page meanwhile, and then has said nothing. */
const ponders = message({ text: "", pings: { count: 40, everyMs: 250 } });

browserTest("while a question is put, and while a grade is made, the page says so and is sound", async ({ visit }) => {
  const page = await visit(app.url());
  await startInterview(page);
  app.reply(ponders, ponders);
  await answerBox(page).fill(first.text);
  await page.getByRole("button", { name: /^Send answer/ }).click();
  await seen(page.getByText("The interviewer has read your answer and is putting the question")).toBeVisible();
  await lookAt(page, "question-coming", [1440]);
  await finishEarly(page);
  await seen(page.getByRole("heading", { level: 1, name: "Reading your answers" })).toBeVisible();
  await seen(page.getByText("Verdicts with quotes").first()).toBeVisible();
  await lookAt(page, "grading", [1440, 390]);
  await waitForGrade(page);
});
