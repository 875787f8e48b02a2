import type { Page } from "@playwright/test";
import { beforeAll, expect } from "vitest";
import { browserTest, isAlive } from "#test/support/browser.ts";
import { type HttpVisitor, textOf, visitOverHttp } from "#test/support/http-visitor.ts";
import { seen } from "#test/support/interview-steps.ts";
import { lookAt } from "#test/support/look-at.ts";
import { mailedInvitation, verifyMailed } from "#test/support/operator.ts";
import { sharedMailbox, useSharedApp } from "#test/support/running-app.ts";
import { strongAnswers } from "#test/support/strong-answers.ts";

// An instructor tries a draft on sample answers, labels them, and later sees how learners do.

const url = useSharedApp();
const mailbox = sharedMailbox();
const run = Date.now().toString(36);
const handle = `try-${run}`;
const slug = "customer-support-chatbot-2";
const base = `/studio/${handle}/scenarios/${slug}`;
const password = "correct horse battery";

let instructor: HttpVisitor;
let learner: HttpVisitor;

async function signUp(name: string): Promise<{ visitor: HttpVisitor; email: string }> {
  const visitor = visitOverHttp(url);
  const email = `${name.toLowerCase()}-${run}@example.com`;
  await visitor.post("/sign-up", { name, email, password });
  await verifyMailed({ url, mailbox, email });
  return { visitor, email };
}

beforeAll(async () => {
  ({ visitor: instructor } = await signUp("Tova"));
  await instructor.post("/organisations/new", { name: "Trials", handle });
  await instructor.post(`/studio/${handle}/scenarios/new`, { intent: "copy", copyOf: "customer-support-chatbot" });
  const invited = await signUp("Levi");
  learner = invited.visitor;
  await instructor.post(`/admin/${handle}/members`, { intent: "invite", email: invited.email, roles: "candidate" });
  await learner.post(await mailedInvitation({ url, mailbox, email: invited.email }));
});

async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await isAlive(page);
}

const columnOf = (page: Page, name: string) => page.locator(".readings thead th").filter({ hasText: name });

browserTest(
  "a draft is tried, its verdicts seen side by side, an answer pasted and labelled by keys",
  async ({ visit }) => {
    const page = await visit(url, { returning: instructor.cookies(), expected: [/^400: POST/] });
    await open(page, `${base}/try`);
    await seen(page.getByText("There is no key for a model.")).toBeVisible();
    await seen(page.getByRole("checkbox", { name: /^Anthropic grader/ })).toBeDisabled();
    await page.getByRole("button", { name: "Read them" }).click();
    await seen(page.getByText(/: 6 of 6 read\./)).toBeVisible({ timeout: 60_000 });
    await seen(columnOf(page, "Strong")).toContainText("labelled strong");
    await seen(page.getByRole("heading", { name: "It would be refused" })).toHaveCount(0);

    const first = page.locator(".reading-open").first();
    await first.focus();
    await page.keyboard.press("Enter");
    await seen(first).toHaveAttribute("aria-expanded", "true");
    await seen(page.locator(".quotes-row").first().locator("mark").first()).toBeVisible();
    await lookAt(page, "studio-try", [1440, 390]);

    await page.setViewportSize({ width: 390, height: 844 });
    await page.locator("#answer-choice").selectOption("strong");
    await seen(columnOf(page, "Strong")).toBeVisible();
    await seen(columnOf(page, "Partial")).toBeHidden();
    await page.setViewportSize({ width: 1440, height: 900 });

    await page.getByText("Paste an answer").click();
    await page.getByLabel("Name").fill("From a pilot");
    await page.getByRole("textbox", { name: "Answer" }).fill("## Interviewer\nWhy?");
    await page.getByRole("button", { name: "Keep it as a sample answer" }).click();
    await seen(page.getByRole("alert")).toContainText("cannot be read as a transcript");
    const pasted = "<script>alert(1)</script> The articles change weekly, so they are looked up.";
    await page.getByRole("textbox", { name: "Answer" }).fill(pasted);
    await page.getByRole("button", { name: "Keep it as a sample answer" }).click();
    await page.getByRole("link", { name: "Read and label: From a pilot" }).click();
    await seen(page.getByText(pasted)).toBeVisible();

    await isAlive(page);
    await page.getByRole("button", { name: "Keep these labels" }).click();
    await seen(page.getByRole("alert")).toContainText("Your labels are not kept yet.");
    await lookAt(page, "studio-label", [1440, 390]);
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.getByRole("radio", { name: "Beginning" }).focus();
    const rows = await page.locator(".label-form fieldset").count();
    await page.keyboard.press("1");
    for (let row = 1; row < rows; row += 1) await page.keyboard.press("3");
    await page.getByRole("button", { name: "Keep these labels" }).click();
    await seen(page.getByRole("row", { name: /^From a pilot/ }).first()).toContainText("Labelled, beginning");
  },
);

browserTest("learners' interviews come to figures without names, a question to a hidden fact", async ({ visit }) => {
  const page = await visit(url, { returning: instructor.cookies() });
  await open(page, `${base}/learners`);
  await seen(page.getByText("Nobody has taken this scenario yet.")).toBeVisible();
  await open(page, `${base}/versions`);
  const accept = page.getByLabel(/publish it all the same/);
  if (await accept.isVisible()) await accept.check();
  await page.getByRole("button", { name: "Publish version 1" }).click();
  await seen(page.getByText("Version 1 is published.")).toBeVisible({ timeout: 60_000 });

  const sessionId = await learner.start(`${handle}.${slug}`);
  await learner.ask(sessionId, "What is the colour of the office?");
  for (const each of strongAnswers()) await learner.answer(sessionId, each);
  await expect
    .poll(async () => textOf(await learner.get(`/sessions/${sessionId}/scorecard`)), { timeout: 60_000 })
    .toMatch(/Who graded this/);

  await open(page, `${base}/learners`);
  await seen(page.getByText("1 attempt by 1 person, all finished; 1 graded.")).toBeVisible();
  await lookAt(page, "studio-learners", [1440, 390]);
  await page.setViewportSize({ width: 1440, height: 900 });
  expect(await textOf(await learner.get(`${base}/learners`))).not.toContain("1 attempt");
  expect((await learner.get(`${base}/try`)).status).toBe(404);
  expect((await learner.get(`/studio/${handle}/sessions/${sessionId}`)).status).toBe(404);

  await page.getByRole("link", { name: "Levi" }).click();
  await seen(page.getByRole("heading", { name: "Levi" })).toBeVisible();
  await seen(page.getByRole("button", { name: /Grade again|Contest/ })).toHaveCount(0);
  await lookAt(page, "studio-session", [1440, 390]);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goBack();
  await page.getByRole("button", { name: /What is the colour of the office/ }).click();
  await page.waitForURL(/#scenario\.md/);
  await seen(
    page.locator('[id^="scenario.md/hiddenFacts"] textarea, [id^="scenario.md/hiddenFacts"] input').first(),
  ).toBeAttached();
  expect(decodeURI(page.url())).toContain("scenario.md/hiddenFacts[");
});
