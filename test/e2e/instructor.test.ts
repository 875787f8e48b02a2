import type { Page } from "@playwright/test";
import { expect } from "vitest";
import {
  addPasskey,
  password,
  signInByPasskey,
  signOut,
  signUp,
  verifyByMailbox,
} from "#test/support/account-steps.ts";
import { browserTest, isAlive } from "#test/support/browser.ts";
import { answer, seen, waitForGrade } from "#test/support/interview-steps.ts";
import { findBarriers, sidewaysScroll } from "#test/support/look-at.ts";
import { mailedInvitation } from "#test/support/operator.ts";
import { sharedMailbox, useSharedApp } from "#test/support/running-app.ts";
import { strongAnswers } from "#test/support/strong-answers.ts";

// The whole way of an instructor who comes for the first time: an account with a passkey, an organisation, a scenario
// written and published, and somebody else who is invited, takes it in a browser of their own and is graded on it.

const url = useSharedApp();
const unique = Date.now().toString(36);

async function expectSound(page: Page): Promise<void> {
  expect(await findBarriers(page)).toEqual([]);
  expect(await sidewaysScroll(page)).toBe(0);
}

async function foundOrganisation(page: Page, name: string): Promise<void> {
  await page.goto("/studio");
  await page
    .getByRole("link", { name: /organisation/ })
    .first()
    .click();
  await page.getByLabel("Name").fill(name);
  await page.getByRole("button", { name: "Create it" }).click();
  await seen(page.getByRole("heading", { name: `Members of ${name}` })).toBeVisible();
  await expectSound(page);
}

async function invite(page: Page, email: string): Promise<void> {
  await page.getByLabel("E-mail address").fill(email);
  await page.getByRole("button", { name: "Send the invitation" }).click();
  await seen(page.locator(".invitation")).toContainText(email);
}

/** From a copy of the library, so that there are sample answers to be judged by; the title is the instructor's own. */
async function writeScenario(page: Page, { handle, title }: { handle: string; title: string }): Promise<string> {
  await page.goto(`/studio/${handle}/scenarios/new`);
  await isAlive(page);
  await page.getByLabel("Scenario").selectOption("customer-support-chatbot");
  await page.getByRole("button", { name: "Make a copy" }).click();
  await page.waitForURL(/\/scenarios\/customer-support-chatbot-2$/);
  await isAlive(page);
  const saved = page.waitForResponse((reply) => reply.url().includes("/save") && reply.ok());
  await page.locator('[id="scenario.md/title"]').fill(title);
  await saved;
  await seen(page.locator(".keeping").first()).toHaveText(/^Saved/);
  await expectSound(page);
  return new URL(page.url()).pathname;
}

async function publish(page: Page, scenario: string): Promise<void> {
  await page.goto(`${scenario}/versions`);
  await isAlive(page);
  const accept = page.getByLabel(/publish it all the same/);
  if (await accept.isVisible()) await accept.check();
  await page.getByRole("button", { name: "Publish version 1" }).click();
  await seen(page.getByText("Version 1 is published.")).toBeVisible();
  await expectSound(page);
}

async function acceptInvitation(page: Page, { email, path }: { email: string; path: string }): Promise<void> {
  await page.goto(path);
  await page.getByRole("link", { name: "Make an account" }).click();
  await page.getByLabel("Name").fill("Katherine");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Make the account" }).click();
  await page.getByRole("button", { name: /^Accept and join/ }).click();
  await seen(page.getByText(/^You belong to /)).toBeVisible();
}

async function takeIt(page: Page, title: string): Promise<void> {
  await page.goto("/scenarios");
  await page.getByRole("link", { name: title }).click();
  await seen(page.getByText(/can read the interview and its scorecard/)).toBeVisible();
  await page
    .getByRole("button", { name: /^Start/ })
    .first()
    .click();
  await page.waitForURL(/\/sessions\/[\w-]+$/);
  await isAlive(page);
  for (const each of strongAnswers()) await answer(page, each);
  await waitForGrade(page);
}

/** What the instructor sees marked are the candidate's own words. */
async function expectHerWords(page: Page): Promise<void> {
  await seen(page.getByRole("heading", { name: "Katherine" })).toBeVisible();
  const said = strongAnswers().map(({ text, diagram = "" }) => `${text}\n${diagram}`);
  const marked = await page.locator(".your-words mark[data-checks]").allTextContents();
  expect(marked.length).toBeGreaterThan(5);
  for (const words of marked) expect(said.join("\n")).toContain(words);
}

browserTest(
  "an instructor signs up, comes back by passkey, publishes a scenario, and somebody invited takes it and is graded",
  async ({ visit }) => {
    const name = `Teachers ${unique}`;
    const handle = `teachers-${unique}`;
    const title = `The help desk of ${unique}`;
    const page = await visit(url);
    await signUp(page, "Dorothy");
    await verifyByMailbox(page);
    await addPasskey(page);
    await signOut(page);
    await signInByPasskey(page);

    await foundOrganisation(page, name);
    const email = `katherine-${unique}@example.com`;
    await invite(page, email);
    const scenario = await writeScenario(page, { handle, title });
    await publish(page, scenario);

    const candidate = await visit(url, { width: 390 });
    await acceptInvitation(candidate, {
      email,
      path: await mailedInvitation({ url, mailbox: sharedMailbox(), email }),
    });
    await takeIt(candidate, title);
    await seen(candidate.getByText(new RegExp(`version 1 of ${name}`))).toBeVisible();

    await page.goto(`${scenario}/learners`);
    await seen(page.getByRole("link", { name: /Katherine/ })).toBeVisible();
    await page.getByRole("link", { name: /Katherine/ }).click();
    await expectHerWords(page);
    await expectSound(page);
  },
);
