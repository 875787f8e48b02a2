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
import { visitOverHttp } from "#test/support/http-visitor.ts";
import { seen } from "#test/support/interview-steps.ts";
import { listMailedLinks } from "#test/support/operator.ts";
import { sharedMailbox, useSharedApp } from "#test/support/running-app.ts";
import { totp } from "#test/support/totp.ts";

// An account from its first form to its last device: verified by mail, opened by link, passkey and code, closed elsewhere.

const url = useSharedApp();

async function newestLink(page: string): Promise<string> {
  const [link] = await listMailedLinks(visitOverHttp(url), sharedMailbox(), page);
  if (link === undefined) throw new Error(`No mail leads to ${page}.`);
  return link.pathname + link.search;
}

async function signInByLink(page: Page, email: string): Promise<void> {
  await page.goto("/sign-in?next=/account");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByRole("button", { name: "Send me a link instead" }).click();
  await seen(page.getByText(`A mail to ${email} is written.`)).toBeVisible();
  await page.goto(await newestLink("/magic-link"));
  await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
  await seen(page.getByRole("heading", { name: "Your account" })).toBeVisible();
}

/** Gives the key that the app would hold. */
async function setUpApp(page: Page): Promise<string> {
  await page.getByRole("link", { name: "Set up an app" }).click();
  await page.getByLabel("Your password").fill(password);
  await page.getByRole("button", { name: "Set up an app" }).click();
  const key = (await page.locator(".totp-secret").textContent()) ?? "";
  await page.getByLabel("Code from the app").fill(totp(key));
  await page.getByRole("button", { name: "Switch it on" }).click();
  await seen(page.locator(".backup-codes li")).toHaveCount(10);
  return key;
}

async function signInByCode(page: Page, email: string, code: string): Promise<void> {
  await page.goto("/sign-in?next=/account");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("main").getByRole("button", { name: "Sign in", exact: true }).click();
  await page.getByLabel("Code").fill(code);
  await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
  await seen(page.getByRole("heading", { name: "Your account" })).toBeVisible();
}

browserTest(
  "somebody verifies their address, signs in elsewhere by link, here by passkey and by code, and signs the other device out",
  async ({ visit }) => {
    const page = await visit(url);
    const email = await signUp(page, "Radia");
    await seen(page.getByText("not verified yet")).toBeVisible();
    await verifyByMailbox(page);

    const elsewhere = await visit(url, { width: 390 });
    await signInByLink(elsewhere, email);

    await addPasskey(page);
    await signOut(page);
    await signInByPasskey(page);

    const key = await setUpApp(page);
    await signOut(page);
    await signInByCode(page, email, totp(key));

    const devices = page.getByRole("region", { name: "Signed in on" });
    await seen(devices.getByRole("listitem")).toHaveCount(2);
    await devices.getByRole("button", { name: /^Sign out/ }).click();
    await seen(devices.getByText("The device is signed out.")).toBeVisible();
    await seen(devices.getByRole("listitem")).toHaveCount(1);

    await elsewhere.getByRole("link", { name: "Set up an app" }).click();
    await seen(elsewhere).toHaveURL(/\/sign-in\?next=/);
  },
);

browserTest(
  "without scripts there are the password and the link, and no button that does nothing",
  async ({ visit }) => {
    const page = await visit(url);
    const email = await signUp(page, "Frances");
    await verifyByMailbox(page);
    const plain = await visit(url, { script: false });
    await plain.goto("/sign-in");
    await seen(plain.getByRole("button", { name: "Use a passkey" })).toHaveCount(0);
    await signInByLink(plain, email);
    await plain.getByLabel("The name that others see").fill("Frances A.");
    await plain.getByRole("button", { name: "Change the name" }).click();
    await seen(plain.getByText("Your name is changed.")).toBeVisible();
  },
);

browserTest("a guest who comes in by passkey keeps what they did", async ({ visit }) => {
  const page = await visit(url);
  await signUp(page, "Hedy");
  await verifyByMailbox(page);
  await addPasskey(page);
  await signOut(page);
  await page.goto("/scenarios/customer-support-chatbot");
  await isAlive(page);
  await page
    .getByRole("button", { name: /^Start/ })
    .first()
    .click();
  await page.waitForURL(/\/sessions\//);
  const session = new URL(page.url()).pathname;
  await signInByPasskey(page);
  await page.goto(session);
  await seen(page).toHaveURL(new RegExp(`${session}$`));
  expect(await page.locator("#question-text").count()).toBe(1);
});
