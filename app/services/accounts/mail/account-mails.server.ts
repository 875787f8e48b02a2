import { db } from "#app/db/client.server.ts";
import { env } from "#app/env.server.ts";
import { linkMinutes } from "../links/link-minutes.ts";
import { sendMail } from "./send-mail.server.ts";

// The mails about an account: short, plain text, and without a word that a stranger has typed.

function link(path: string, query: Record<string, string>): string {
  return `${env().appUrl}${path}?${new URLSearchParams(query)}`;
}

function send(to: string, subject: string, paragraphs: readonly string[]): Promise<void> {
  return sendMail({ to, subject, text: `${paragraphs.join("\n\n")}\n\nTradeoff, ${env().appUrl}\n` });
}

export function mailVerification({ email, token }: { email: string; token: string }): Promise<void> {
  return send(email, "Is this your e-mail address?", [
    "Somebody, we hope you, made an account at Tradeoff with this address. If it was you, open this page and press its button:",
    link("/verify-email", { token }),
    `The link works for ${linkMinutes.verification / 60} hours; a new one can be had on the page of your account.`,
    "If it was not you, do nothing: the address stays unverified. Pressing the button would tell us that their account is yours.",
  ]);
}

export async function mailMagicLink(asked: {
  email: string;
  token: string;
  metadata?: Record<string, unknown>;
}): Promise<void> {
  const { email, token, metadata } = asked;
  if (!(await hasAccount(email))) return mailNoAccount(email, "a link to sign in with");
  const next: Record<string, string> = {};
  if (typeof metadata?.next === "string" && metadata.next !== "/") next.next = metadata.next;
  return send(email, "Your link to sign in", [
    "Somebody, we hope you, asked for a link to sign in to Tradeoff with this address. Open it on the device you want to sign in on, and press the button there:",
    link("/magic-link", { token, ...next }),
    `The link works once, for ${linkMinutes.magic} minutes.`,
    "If it was not you, do nothing. Nobody is signed in unless the button is pressed, and only where it is pressed.",
  ]);
}

export function mailReset({ email, token }: { email: string; token: string }): Promise<void> {
  return send(email, "Choose a new password", [
    "Somebody, we hope you, asked to choose a new password for the account at Tradeoff with this address. It is done here:",
    link("/reset-password", { token }),
    `The link works once, for ${linkMinutes.reset} minutes. A new password ends every sign-in of the account, on all devices.`,
    "If it was not you, do nothing: your password stays as it is.",
  ]);
}

/** Unknown addresses get a mail too: then neither the answer on screen nor the time it takes tells them apart. */
export function mailNoAccount(email: string, wanted: string): Promise<void> {
  return send(email, "There is no account with this address", [
    `Somebody, perhaps you, asked for ${wanted} at Tradeoff, but no account has this address.`,
    `If you have an account, try your other addresses. If you want one, make it here:\n\n${env().appUrl}/sign-up`,
    "If it was not you, there is nothing to do.",
  ]);
}

/** A guest's made-up address is no account's. */
export async function hasAccount(email: string): Promise<boolean> {
  const user = await db().user.findUnique({ where: { email: email.toLowerCase() }, select: { isAnonymous: true } });
  return user !== null && user.isAnonymous !== true;
}
