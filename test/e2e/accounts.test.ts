import type { Page } from "@playwright/test";
import { expect } from "vitest";
import { browserTest } from "#test/support/browser.ts";
import { answerBox, playShort, seen, startInterview } from "#test/support/interview-steps.ts";
import { useSharedApp } from "#test/support/running-app.ts";

// A guest becomes somebody, keeps what they did, and finds it again elsewhere; nobody else does.

const url = useSharedApp();

let accounts = 0;

function newAccount() {
  accounts += 1;
  return {
    name: `Grace ${accounts}`,
    email: `grace-${Date.now()}-${accounts}@example.com`,
    password: "seven sparrows sing",
  };
}

type Account = ReturnType<typeof newAccount>;

async function signUp(page: Page, { name, email, password }: Account): Promise<void> {
  await page.getByRole("link", { name: "Keep your work" }).click();
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Keep my work" }).click();
  await seen(page.getByText(name)).toBeVisible();
}

async function signIn(page: Page, { name, email, password }: Account): Promise<void> {
  await page.getByRole("link", { name: "Sign in" }).first().click();
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await seen(page.getByText(name)).toBeVisible();
}

browserTest(
  "a guest signs up and keeps the interview, signs out, and signs in on another browser with the history",
  async ({ visit }) => {
    const page = await visit(url);
    const account = newAccount();
    const sessionId = await playShort(page, "Retrieval, because the articles change every week.");
    await signUp(page, account);
    await seen(page).toHaveURL(new RegExp(`/sessions/${sessionId}/scorecard$`));
    await seen(page.getByRole("heading", { name: "Who graded this" })).toBeVisible();

    await page.getByRole("button", { name: "Sign out" }).click();
    await seen(page.getByRole("link", { name: "Sign in" }).first()).toBeVisible();
    await page.goto(`/sessions/${sessionId}/scorecard`);
    await seen(page).toHaveURL(/\/sign-in\?next=/);

    const elsewhere = await visit(url);
    await elsewhere.goto("/progress");
    await signIn(elsewhere, account);
    await seen(elsewhere).toHaveURL(/\/progress$/);
    await elsewhere.getByRole("link", { name: /^Scorecard/ }).click();
    await seen(elsewhere).toHaveURL(new RegExp(`/sessions/${sessionId}/scorecard$`));
  },
);

browserTest("what a guest did on another device joins the account they sign in to", async ({ visit }) => {
  const account = newAccount();
  const page = await visit(url);
  await playShort(page, "Retrieval, because the articles change every week.");
  await signUp(page, account);

  const elsewhere = await visit(url);
  await startInterview(elsewhere);
  await answerBox(elsewhere).fill("Half an answer, written as a guest.");
  await seen(elsewhere.getByText(/^Saved (just now|\d)/)).toBeVisible();
  await elsewhere.goto("/sign-in?next=/progress");
  await elsewhere.getByLabel("E-mail address").fill(account.email);
  await elsewhere.getByLabel("Password").fill(account.password);
  await elsewhere.getByRole("button", { name: "Sign in" }).click();
  await seen(elsewhere.getByRole("heading", { name: "Every attempt" })).toBeVisible();
  await elsewhere.getByRole("link", { name: "Continue" }).click();
  await seen(answerBox(elsewhere)).toHaveValue("Half an answer, written as a guest.");
});

browserTest(
  "a second person who has the address of an interview sees that there is no such page",
  async ({ visit }) => {
    const owner = await visit(url);
    const sessionId = await playShort(owner, "Retrieval, because the articles change every week.");
    const other = await visit(url, { expected: [/^404: GET/] });
    await startInterview(other);
    for (const path of [`/sessions/${sessionId}`, `/sessions/${sessionId}/scorecard`]) {
      await other.goto(path);
      await seen(other.getByRole("heading", { name: "There is no such page." })).toBeVisible();
      expect(await other.content()).not.toContain("Retrieval, because");
    }
  },
);

browserTest("mistakes in the forms are named where they are, and what was typed stays", async ({ visit }) => {
  const page = await visit(url, { expected: [/^(400|401|409): POST/] });
  await page.goto("/sign-up");
  await page.getByLabel("Name").fill("Grace");
  await page.getByLabel("E-mail address").fill("grace@nowhere");
  await page.getByLabel("Password").fill("seven sparrows sing");
  await page.getByRole("button", { name: "Make the account" }).click();
  await seen(page.getByText("Enter an e-mail address such as ada@example.com.")).toBeVisible();
  await seen(page.getByLabel("E-mail address")).toHaveValue("grace@nowhere");
  await seen(page.getByLabel("E-mail address")).toHaveAttribute("aria-invalid", "true");
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill("nobody@example.com");
  await page.getByLabel("Password").fill("not the password");
  await page.getByRole("button", { name: "Sign in" }).click();
  await seen(page.getByRole("alert").getByText("No account has this e-mail address with this password.")).toBeVisible();
});
