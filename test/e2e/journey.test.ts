import type { Page } from "@playwright/test";
import { expect } from "vitest";
import { browserTest, type Look } from "#test/support/browser.ts";
import {
  answer,
  answerBox,
  ask,
  diagramBox,
  finishEarly,
  question,
  seen,
  startInterview,
  waitForGrade,
} from "#test/support/interview-steps.ts";
import { findBarriers, sidewaysScroll } from "#test/support/look-at.ts";
import { useSharedApp } from "#test/support/running-app.ts";
import { clarification, strongAnswers, type WrittenAnswer } from "#test/support/strong-answers.ts";

// The whole way of somebody who comes for the first time, without a key: from the first page to comparing two attempts.

const url = useSharedApp();

async function expectSound(page: Page): Promise<void> {
  expect(await findBarriers(page)).toEqual([]);
  expect(await sidewaysScroll(page)).toBe(0);
}

async function askForAFact(page: Page): Promise<void> {
  await ask(page, clarification.asked);
  await seen(page.getByText(clarification.told).filter({ visible: true }).first()).toBeVisible();
  await seen(page.getByText(/^Still to answer: question 1$/)).toBeVisible();
}

/** Breaks the diagram first: the fault stands beside the source, and the last good drawing stays. */
async function answerWithDiagram(page: Page, { text, diagram = "" }: WrittenAnswer): Promise<void> {
  await answerBox(page).fill(text);
  await page.getByRole("tab", { name: /^Diagram/ }).click();
  await diagramBox(page).fill(diagram);
  const preview = page.getByRole("img", { name: "Your diagram, in Mermaid: preview" });
  await seen(preview.getByText("Rerank, keep 4")).toBeVisible();
  await diagramBox(page).fill(diagram.replace('HC[("Help centre")]', 'HC[("Help centre"'));
  await seen(page.getByText(/^Line 2:/)).toBeVisible();
  await seen(diagramBox(page)).toHaveAttribute("aria-invalid", "true");
  await seen(page.getByRole("img", { name: /the last version that could be drawn$/ })).toBeVisible();
  await expectSound(page);
  await answer(page, { text, diagram });
}

async function answerAll(page: Page, answers: readonly WrittenAnswer[]): Promise<string[]> {
  const questions: string[] = [];
  for (const [at, each] of answers.entries()) {
    await seen(
      page
        .getByText(`Question ${at + 1} of 5`)
        .filter({ visible: true })
        .first(),
    ).toBeVisible();
    questions.push((await question(page).textContent()) ?? "");
    await (each.diagram ? answerWithDiagram(page, each) : answer(page, each));
  }
  return questions;
}

/** Every mark lies word for word in what was said, and its key leads to a check and back. */
async function expectEvidence(page: Page, answers: readonly WrittenAnswer[]): Promise<void> {
  const marks = page.locator(".your-words mark[data-checks]");
  const said = answers.map(({ text, diagram = "" }) => `${text}\n${diagram}`).join("\n");
  const marked = await marks.allTextContents();
  expect(marked.length).toBeGreaterThan(5);
  for (const words of marked) expect(said).toContain(words);
}

async function backgroundOf(page: Page, selector: string): Promise<string> {
  return page
    .locator(selector)
    .first()
    .evaluate((element) => getComputedStyle(element).background);
}

async function expectTies(page: Page): Promise<void> {
  const key = page.locator(".your-words a.key").first();
  const check = await key.getAttribute("data-checks");
  const mark = `.your-words mark[data-checks~="${check}"]`;
  const note = `.notes [data-checks="${check}"]`;
  const listed = `.criteria [data-checks="${check}"]`;
  const parts = [mark, note, listed];
  const before = await Promise.all(parts.map((part) => backgroundOf(page, part)));
  for (const part of [`${note} a`, `${listed} a.check-key`, `.your-words a.key[data-checks="${check}"]`]) {
    await page.locator(part).first().focus();
    const lit = await Promise.all(parts.map((each) => backgroundOf(page, each)));
    for (const [at, background] of lit.entries()) expect(background, `${parts[at]} with ${part}`).not.toBe(before[at]);
  }
}

async function studyWhatWasMissing(page: Page): Promise<void> {
  const link = page.locator(".missing-list a[href^='/learn/']").first();
  const [, section] = ((await link.getAttribute("href")) ?? "").split("#");
  await link.click();
  await page.waitForURL(/\/learn\/[\w-]+#[\w-]+$/);
  await seen(page.locator(`[id="${section}"]`)).toBeInViewport();
}

async function journey(page: Page, width: number): Promise<void> {
  await startInterview(page);
  await askForAFact(page);
  const answers = strongAnswers();
  const questions = await answerAll(page, answers);
  expect(new Set(questions).size).toBe(5);

  await waitForGrade(page);
  await seen(page.getByRole("img", { name: /^\d+ of 100, (Proficient|Strong)$/ })).toBeVisible();
  await seen(page.getByText("an estimate, by the offline grader")).toBeVisible();
  await expectEvidence(page, [...answers, { text: clarification.asked }]);
  await expectTies(page);
  await expectSound(page);
  const scorecard = page.url();
  await studyWhatWasMissing(page);

  await page.goto(scorecard);
  await page.getByRole("button", { name: "Try it again" }).click();
  await page.waitForURL(/\/sessions\/[\w-]+$/);
  await answerBox(page).fill("I would fine-tune a small model on the articles, because it is cheaper per question.");
  await finishEarly(page);
  await waitForGrade(page);

  await page.goto("/progress");
  await seen(page.getByRole("heading", { name: "Scores over time" })).toBeVisible();
  expect(await page.getByRole("row").filter({ hasText: "offline grader" }).count()).toBe(2);
  await expectSound(page);
  await page.getByRole("button", { name: "Compare" }).click();
  await page.waitForURL(/\/progress\/compare\?/);
  await seen(page.getByRole("heading", { level: 1 })).toBeVisible();
  expect(await page.getByRole("link", { name: "Scorecard" }).count()).toBe(2);
  await expectSound(page);
  expect(page.viewportSize()?.width).toBe(width);
}

const wide: Look = { width: 1440, theme: "light" };
const narrowDark: Look = { width: 390, theme: "dark" };

browserTest(
  "a stranger practises, is scored by their own words, studies, tries again and compares",
  async ({ visit }) => {
    await journey(await visit(url, wide), 1440);
  },
);

browserTest("the same on a phone in the dark", async ({ visit }) => {
  await journey(await visit(url, narrowDark), 390);
});
