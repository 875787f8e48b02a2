import type { Page } from "@playwright/test";
import { seen } from "#test/support/interview-steps.ts";
import { sharedMailbox } from "#test/support/running-app.ts";

// What somebody does with an account, step by step, on the application that browser tests share.

export const password = "seven sparrows sing";

export async function signUp(page: Page, name: string): Promise<string> {
  const email = `${name.toLowerCase()}-${Date.now()}@example.com`;
  await page.goto("/sign-up?next=/account");
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Make the account" }).click();
  await seen(page.getByRole("heading", { name: "Your account" })).toBeVisible();
  return email;
}

/** By the mailbox, as on an instance without a mail server. */
export async function verifyByMailbox(page: Page): Promise<void> {
  await page.goto(sharedMailbox());
  await seen(page).toHaveURL(/\/mailbox$/);
  await page
    .getByRole("link", { name: /verify-email/ })
    .first()
    .click();
  await page.getByRole("button", { name: "Yes, this is my account" }).click();
  await seen(page.getByText(/ is verified\.$/)).toBeVisible();
}

export async function signOut(page: Page): Promise<void> {
  await page.goto("/");
  await page.getByRole("button", { name: "Sign out" }).click();
  await seen(page.getByRole("link", { name: "Sign in" }).first()).toBeVisible();
}

/** A fingerprint reader that always agrees. */
async function plugInAuthenticator(page: Page): Promise<void> {
  const devTools = await page.context().newCDPSession(page);
  await devTools.send("WebAuthn.enable");
  const abilities = { hasResidentKey: true, hasUserVerification: true, isUserVerified: true };
  const options = {
    protocol: "ctap2",
    transport: "internal",
    automaticPresenceSimulation: true,
    ...abilities,
  } as const;
  await devTools.send("WebAuthn.addVirtualAuthenticator", { options });
}

export async function addPasskey(page: Page): Promise<void> {
  await plugInAuthenticator(page);
  await page.goto("/account");
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await seen(page.getByText("The passkey is added.")).toBeVisible();
  await seen(page.getByText("Rename or remove")).toBeVisible();
}

export async function signInByPasskey(page: Page): Promise<void> {
  await page.goto("/sign-in?next=/account");
  await page.getByRole("button", { name: "Use a passkey" }).click();
  await seen(page.getByRole("heading", { name: "Your account" })).toBeVisible();
}
