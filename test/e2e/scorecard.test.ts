import type { Page } from "@playwright/test";
import { beforeAll, expect } from "vitest";
import { browserTest, isAlive } from "#test/support/browser.ts";
import { doubtfulAnswers, wrongSum } from "#test/support/doubtful-answers.ts";
import { type HttpVisitor, textOf, visitOverHttp } from "#test/support/http-visitor.ts";
import { seen } from "#test/support/interview-steps.ts";
import { lookAt } from "#test/support/look-at.ts";
import { reviewerAccount } from "#test/support/reviewer.ts";
import { useSharedApp } from "#test/support/running-app.ts";

// A scorecard with everything that code and doubt can put on it, and a level that is contested until a person answers.

const url = useSharedApp();
let guest: HttpVisitor;
let reviewer: HttpVisitor;

beforeAll(async () => {
  guest = visitOverHttp(url);
  reviewer = visitOverHttp(url);
  await reviewer.post("/sign-in", { email: reviewerAccount.email, password: reviewerAccount.password });
});

/** An interview with a wrong sum, a faulty drawing and a half-said condition, graded. */
async function finish(): Promise<string> {
  const id = await guest.start();
  for (const each of doubtfulAnswers()) await guest.answer(id, each);
  await guest.finish(id, "");
  const path = `/sessions/${id}/scorecard`;
  await expect.poll(async () => textOf(await guest.get(path)), { timeout: 20_000 }).toContain("Who graded this");
  return path;
}

async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await isAlive(page);
}

const said = "My second answer names the condition:\nif wording mattered more than facts.";

async function contest(page: Page, reason: string): Promise<void> {
  const form = page.locator(".contest-form").first();
  await page.getByText("Contest this level").first().click();
  await form.getByRole("textbox", { name: "Why should it be another level?" }).fill(reason);
  await form.getByRole("button", { name: /^Contest level/ }).click();
}

browserTest("a wrong number is marked at its words, with the sum beside them and below", async ({ visit }) => {
  const path = await finish();
  const page = await visit(url, { returning: guest.cookies() });
  await open(page, path);
  const mark = page.locator("mark.wrong-number[data-checks]");
  await seen(mark).toHaveText(wrongSum.said);
  const key = (await mark.getAttribute("data-checks")) ?? "";
  const number = key.split(" ").find((each) => each.startsWith("No")) ?? "";
  await seen(page.locator(`.notes [data-checks="${number}"]`)).toContainText(
    `${wrongSum.computed}, not ${wrongSum.claimed}`,
  );
  const part = page.getByRole("region", { name: "Numbers you gave" });
  await seen(part.getByText(`You said ${wrongSum.claimed}; it is ${wrongSum.computed}.`)).toBeVisible();
  await part.getByRole("link", { name: new RegExp(`^${number},`) }).click();
  await seen(mark).toBeInViewport();
});

browserTest("a broken rule stands beside the drawing with its lines, and doubt beside its check", async ({ visit }) => {
  const path = await finish();
  const page = await visit(url, { returning: guest.cookies() });
  await open(page, path);
  const drawn = page.getByRole("region", { name: "The diagram you drew" });
  const broken = drawn.getByRole("listitem").filter({ hasText: "Broken" });
  await seen(broken).toContainText("Reranking comes after retrieval and before generation");
  await seen(broken).toContainText(/line 2/);
  const doubted = page.locator(".criteria .check").filter({ hasText: "Low confidence" });
  expect(await doubted.count()).toBeGreaterThan(0);
  const key = await doubted.first().getAttribute("data-checks");
  await seen(page.locator(`.notes [data-checks="${key}"]`).first()).toContainText("Low confidence");
});

for (const width of [1440, 390] as const) {
  browserTest(`a level is contested, waits for a person, and is answered, at ${width} px`, async ({ visit }) => {
    const path = await finish();
    const page = await visit(url, { width, returning: guest.cookies() });
    await open(page, path);
    await page.getByText("Contest this level").first().click();
    await lookAt(page, "scorecard-contest", [width]);
    await page.getByText("Contest this level").first().click();
    await contest(page, said);
    const appeal = page.locator(".appeal");
    await seen(appeal.getByText("Waiting for a person")).toBeVisible();
    await seen(page.locator(".contests").first()).toBeFocused();
    await lookAt(page, "scorecard-waiting", [width]);

    const answering = await visit(url, { width, returning: reviewer.cookies() });
    await open(answering, "/studio/reviews");
    await lookAt(answering, "studio-reviews-contested", [width]);
    await answering
      .getByRole("link", { name: /^Answer/ })
      .first()
      .click();
    await seen(answering.getByText("if wording mattered more than facts.")).toBeVisible();
    await seen(answering.getByText("You see the grader’s after yours")).toBeVisible();
    await lookAt(answering, "studio-appeal", [width]);
    await answering.getByRole("radio").nth(4).check();
    await answering.getByRole("textbox").fill("The condition is there, and it decides.");
    await answering.getByRole("button", { name: "Give this level" }).click();
    await seen(answering.getByRole("heading", { name: "Your answer" })).toBeVisible();
    await lookAt(answering, "studio-appeal-answered", [width]);

    await open(page, path);
    await seen(appeal).toContainText("The condition is there, and it decides.");
    await seen(appeal).toContainText("A person’s level counts over a grader’s");
    await seen(page.locator(".criterion").first().locator(".criterion-level")).toContainText("Level 4 of 4");
    await seen(page.getByText(/counts a person’s level; \d+ as graded/)).toBeVisible();
    await lookAt(page, "scorecard-answered", [width]);
  });
}

browserTest("without scripts a level is contested too, and a reason that is not taken is kept", async ({ visit }) => {
  const path = await finish();
  const page = await visit(url, { script: false, returning: guest.cookies(), expected: [/^400: POST/] });
  await page.goto(path);
  await contest(page, "   ");
  await seen(page.getByText("Say why first").first()).toBeVisible();
  const form = page.locator(".contest-form").first();
  await form.getByRole("textbox").fill(said);
  await form.getByRole("button", { name: /^Contest level/ }).click();
  await seen(page.locator(".appeal").getByText("Waiting for a person")).toBeVisible();
});
