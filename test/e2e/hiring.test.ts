import type { Page } from "@playwright/test";
import { expect } from "vitest";
import { password, signUp, verifyByMailbox } from "#test/support/account-steps.ts";
import { browserTest, isAlive } from "#test/support/browser.ts";
import { answer, seen } from "#test/support/interview-steps.ts";
import { findBarriers, sidewaysScroll } from "#test/support/look-at.ts";
import { mailedAssessment, mailedInvitation } from "#test/support/operator.ts";
import { sharedMailbox, useSharedApp } from "#test/support/running-app.ts";
import { strongAnswers } from "#test/support/strong-answers.ts";

// From an invitation to a decision and what the candidate hears of it: an admin, two reviewers and a candidate, each in a
// browser of their own.

const url = useSharedApp();
const unique = Date.now().toString(36);
const handle = `hiring-${unique}`;
const team = `Hiring ${unique}`;
const candidateName = "Quenby Thistlewood";
const candidateEmail = `quenby-${unique}@example.com`;
const mailed = (email: string) => ({ url, mailbox: sharedMailbox(), email });

async function expectSound(page: Page): Promise<void> {
  expect(await findBarriers(page)).toEqual([]);
  expect(await sidewaysScroll(page)).toBe(0);
}

async function foundTeam(page: Page): Promise<void> {
  await signUp(page, "Asa");
  await verifyByMailbox(page);
  await page.goto("/organisations/new");
  await page.getByLabel("Name").fill(team);
  await page.getByRole("button", { name: "Create it" }).click();
  await seen(page.getByRole("heading", { name: `Members of ${team}` })).toBeVisible();
}

async function joinAsReviewer(admin: Page, { page, name }: { page: Page; name: string }): Promise<void> {
  const email = `${name.toLowerCase()}-${unique}@example.com`;
  await admin.goto(`/admin/${handle}/members`);
  await admin.getByLabel("E-mail address").fill(email);
  await admin.getByLabel("Reviewer").last().check();
  await admin.getByRole("button", { name: "Send the invitation" }).click();
  await seen(
    admin.getByText(`is on its way to ${email}`).or(admin.getByText("The invitation is written.")),
  ).toBeVisible();
  await page.goto(await mailedInvitation(mailed(email)));
  await page.getByRole("link", { name: "Make an account" }).click();
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Make the account" }).click();
  await page.getByRole("button", { name: /^Accept and join/ }).click();
  await seen(page.getByText(/^You belong to /)).toBeVisible();
}

/** Gives the path of the assessment. */
async function openAssessment(page: Page): Promise<string> {
  await page.goto(`/hiring/${handle}/new`);
  await isAlive(page);
  await page.getByLabel("Name", { exact: true }).fill("Platform engineer");
  const scenario = page.getByLabel("Scenario 1", { exact: true });
  const option = scenario.locator("option", { hasText: "The help bot that has to keep up" });
  await scenario.selectOption((await option.getAttribute("value")) ?? "");
  await page.getByLabel("Whom to ask").fill("people@example.com");
  await page.locator("main form").getByRole("button").last().click();
  await page.waitForURL(/\/assessments\/[\w-]+$/);
  await expectSound(page);
  await page.getByRole("button", { name: "Open it" }).click();
  await seen(page.getByRole("button", { name: "Open it" })).toHaveCount(0);
  return new URL(page.url()).pathname;
}

async function inviteCandidate(page: Page, assessment: string): Promise<string> {
  await page.goto(`${assessment}/people`);
  await page.getByLabel("E-mail addresses").fill(candidateEmail);
  await page.getByRole("button", { name: "Send the invitations" }).click();
  await seen(page.locator(".invitation-list")).toContainText(candidateEmail);
  await expectSound(page);
  return mailedAssessment(mailed(candidateEmail));
}

async function takeAssessment(page: Page, invitation: string): Promise<void> {
  await page.goto(invitation);
  await page.getByRole("link", { name: "Make an account" }).click();
  await page.getByLabel("Name").fill(candidateName);
  await page.getByLabel("E-mail address").fill(candidateEmail);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Make the account" }).click();
  await expectSound(page);
  await seen(page.getByText(/decided by a person/).first()).toBeVisible();
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Go on to the assessment" }).click();
  await page.waitForURL(/\/assessments\/[\w-]+$/);
  await expectSound(page);
  await page.getByRole("button", { name: /The help bot/ }).click();
  await page.waitForURL(/\/sessions\/[\w-]+$/);
  await isAlive(page);
  for (const each of strongAnswers()) await answer(page, each);
  await seen(page.getByText("You have handed in").first()).toBeVisible();
  expect(await page.content()).not.toMatch(/of 100/);
}

/** With keys alone. `key` is the level given to every criterion; the last one's cannot be told. */
async function reviewByKeys(page: Page, key: string): Promise<void> {
  await page.goto(`/hiring/${handle}/queue`);
  await page.getByRole("button", { name: "Take the next one" }).press("Enter");
  await page.waitForURL(/\/reviews\/[\w-]+$/);
  await isAlive(page);
  expect(await page.content()).not.toContain("Quenby");
  const rubric = page.getByRole("navigation", { name: "Parts of the page" }).getByRole("link", { name: /^Rubric/ });
  if (await rubric.isVisible()) await rubric.press("Enter");
  const criteria = await page.getByRole("button", { name: /(Not rated|Rating)$/ }).count();
  for (let at = 0; at < criteria; at += 1) {
    await page.keyboard.press(at === criteria - 1 ? "u" : key);
    await page.keyboard.press("n");
    await page.keyboard.type(`Note ${at} by keys.`);
    await page.keyboard.press("Escape");
    await page.keyboard.press("j");
  }
  await page.getByRole("button", { name: "Finish this transcript" }).press("Enter");
  await seen(page.getByText(/You gave your levels/)).toBeVisible();
  await expectSound(page);
}

async function decide(page: Page, assessment: string): Promise<void> {
  await page.goto(`${assessment}/results`);
  await expectSound(page);
  expect(await page.content()).not.toContain("Quenby");
  await page.locator("table").getByRole("link").first().click();
  await seen(page.getByRole("heading", { name: new RegExp(candidateName) })).toBeVisible();
  await expectSound(page);
  await page.getByRole("radio").first().check();
  await page.getByLabel("The reason").fill("Reasons hold, and both reviewers say so.");
  await page.getByRole("button", { name: "Record the decision" }).click();
  await seen(page.getByText("Reasons hold, and both reviewers say so.")).toBeVisible();
  await page.getByLabel("Your words to the candidate").first().fill("What you said of freshness held throughout.");
  await page.getByRole("button", { name: "Look at it as the candidate will" }).click();
  await page.getByRole("button", { name: "Send it" }).click();
  await seen(page.getByRole("button", { name: "Send it" })).toHaveCount(0);
}

browserTest(
  "a team invites, two people review blind, an admin decides, and the candidate hears what the team lets out",
  { timeout: 240_000 },
  async ({ visit }) => {
    const admin = await visit(url);
    await foundTeam(admin);
    const [first, second] = [await visit(url), await visit(url, { width: 390 })];
    await joinAsReviewer(admin, { page: first, name: "Rae" });
    await joinAsReviewer(admin, { page: second, name: "Rex" });

    const assessment = await openAssessment(admin);
    const candidate = await visit(url, { width: 390 });
    await takeAssessment(candidate, await inviteCandidate(admin, assessment));

    await reviewByKeys(first, "3");
    expect(await first.content()).not.toContain("Quenby");
    await reviewByKeys(second, "2");
    await seen(second.getByText("Note 0 by keys.").first()).toBeVisible();

    await decide(admin, assessment);
    await candidate.reload();
    await seen(candidate.getByText("What you said of freshness held throughout.")).toBeVisible();
    expect(await candidate.content()).not.toContain("both reviewers say so");
    await expectSound(candidate);

    await admin.goto(`/hiring/${handle}/audit`);
    await seen(
      admin
        .getByRole("table")
        .getByText(/decided on a candidate/i)
        .first(),
    ).toBeVisible();
    expect(await admin.content()).not.toContain("Quenby");
    await expectSound(admin);
  },
);
