import { createHash, timingSafeEqual } from "node:crypto";
import type { MailReach } from "#app/domain/accounts/mail-reach.ts";
import { type Env, env } from "#app/env.server.ts";
import { secretFile } from "./secret-file.server.ts";

// Whoever runs an embedded instance reads its mailbox. They show who they are by a key that lies beside the data and is
// part of the link that the start prints: no account, as the first account's own mail is in there.

/** Null on PostgreSQL, where nobody is alone with the data. */
function operatorKey({ dataDir, databaseUrl }: Pick<Env, "dataDir" | "databaseUrl">): string | null {
  if (databaseUrl !== null) return null;
  return secretFile({ dataDir, name: "operator-key", repair: "delete it, and start again for a new one" });
}

export function isOperatorKey(given: unknown, settings: Pick<Env, "dataDir" | "databaseUrl"> = env()): boolean {
  const key = operatorKey(settings);
  if (key === null || typeof given !== "string") return false;
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(key));
}

/** Where this instance's mailbox is, key and all; null where there is none. */
export function mailboxAddress(settings: Pick<Env, "dataDir" | "databaseUrl" | "appUrl"> = env()): string | null {
  const key = operatorKey(settings);
  return key === null ? null : `${settings.appUrl}/mailbox?key=${key}`;
}

/** Where mail goes: pages say who can open it, or that nobody will, instead of sending people to look for it. */
export function mailReach({ databaseUrl, smtp }: Pick<Env, "databaseUrl" | "smtp"> = env()): MailReach {
  if (smtp !== null) return "sent";
  return databaseUrl === null ? "kept" : "nowhere";
}
