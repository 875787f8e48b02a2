import { expect, type Locator, type Page } from "@playwright/test";
import { isAlive } from "#test/support/browser.ts";
import type { WrittenAnswer } from "#test/support/strong-answers.ts";

// What a candidate does in the room, step by step. Every step ends when its outcome is on screen.

export const seen = expect.configure({ timeout: 20_000 });

/** One click on the first page, and the candidate is in the room. Gives the session's id. */
export async function startInterview(page: Page): Promise<string> {
  await page.goto("/");
  await page.getByRole("button", { name: "Start an interview" }).click();
  await page.waitForURL(/\/sessions\/[\w-]+$/);
  await seen(answerBox(page)).toBeVisible();
  await isAlive(page);
  return sessionIdOf(page);
}

export function sessionIdOf(page: Page): string {
  const id = /\/sessions\/([\w-]+)/.exec(page.url())?.[1];
  if (id === undefined) throw new Error(`${page.url()} is not a session's page.`);
  return id;
}

export function answerBox(page: Page): Locator {
  return page.getByRole("textbox", { name: /^Your answer to question/ });
}

export function diagramBox(page: Page): Locator {
  return page.getByRole("textbox", { name: "Your diagram, in Mermaid" });
}

export function questionBox(page: Page): Locator {
  return page.getByRole("textbox", { name: "Your question to the interviewer" });
}

export function question(page: Page): Locator {
  return page.locator("#question-text");
}

/** Asks, and waits until the interviewer has answered. */
export async function ask(page: Page, text: string): Promise<void> {
  await page.getByText("Ask a question", { exact: true }).click();
  await questionBox(page).fill(text);
  await page.getByRole("button", { name: /^Ask/ }).click();
  await seen(page.getByText(text).first()).toBeVisible();
  await seen(answerBox(page)).toBeVisible();
}

const isRoom = (page: Page) => /\/sessions\/[\w-]+$/.test(new URL(page.url()).pathname);

/** Sends an answer to the question that stands, and waits for the next question or, after the last, the page it leads to. */
export async function answer(page: Page, { text, diagram }: WrittenAnswer): Promise<void> {
  await page.getByRole("tab", { name: "Write" }).click();
  const number = await questionNumber(page);
  await answerBox(page).fill(text);
  if (diagram !== undefined) {
    await page.getByRole("tab", { name: /^Diagram/ }).click();
    await diagramBox(page).fill(diagram);
  }
  await page.getByRole("button", { name: /^Send answer/ }).click();
  const next = page.getByRole("textbox", { name: `Your answer to question ${number + 1}` });
  await seen.poll(async () => !isRoom(page) || (await next.isVisible())).toBe(true);
}

async function questionNumber(page: Page): Promise<number> {
  const label = await answerBox(page).getAttribute("aria-label");
  return Number(/\d+$/.exec(label ?? "")?.[0]);
}

/** Ends the interview with what is in the box, and waits for the scorecard's page. */
export async function finishEarly(page: Page): Promise<void> {
  const told = page.getByRole("link", { name: /^Told so far/ });
  if (await told.isVisible()) await told.click(); // on a narrow page the button stands in that pane
  await page.getByText("Finish early").filter({ visible: true }).click();
  await page.getByRole("button", { name: "Finish and grade" }).filter({ visible: true }).click();
  await page.waitForURL(/\/scorecard$/);
}

/** The page of a grade that has been made, however long the grader takes. */
export async function waitForGrade(page: Page): Promise<void> {
  await seen(page.getByRole("heading", { name: "Who graded this" })).toBeVisible({ timeout: 60_000 });
}

/** A whole interview of one answer, finished early and graded. Gives the session's id. */
export async function playShort(page: Page, text: string): Promise<string> {
  const sessionId = await startInterview(page);
  await answerBox(page).fill(text);
  await finishEarly(page);
  await waitForGrade(page);
  return sessionId;
}
