import type { BetterAuthOptions } from "better-auth";
import { countAttempt } from "./count-attempt.server.ts";

/** In the database, so that a restart or a second machine does not forget. */
const customStorage = {
  consume: async (key: string, { window, max }: { window: number; max: number }) => {
    const { allowed, retryAfterSeconds } = await countAttempt(key, { windowSeconds: window, max });
    return { allowed, retryAfter: allowed ? null : retryAfterSeconds };
  },
};

/**
 * How often one client address may try what, in a minute. A class behind one address may begin at the same moment;
 * nobody needs many passwords a minute. What is counted by account address stands with the operation that counts it.
 */
export const rateLimit: BetterAuthOptions["rateLimit"] = {
  enabled: true,
  customStorage,
  customRules: {
    "/sign-in/anonymous": { window: 60, max: 120 },
    "/sign-in/email": { window: 60, max: 10 },
    "/sign-in/magic-link": { window: 60, max: 10 },
    "/sign-up/email": { window: 60, max: 20 },
    "/magic-link/verify": { window: 60, max: 20 },
    "/request-password-reset": { window: 60, max: 10 },
    "/reset-password": { window: 60, max: 10 },
    "/send-verification-email": { window: 60, max: 10 },
    "/verify-email": { window: 60, max: 20 },
    "/change-password": { window: 60, max: 10 },
    "/passkey/*": { window: 60, max: 60 },
    "/two-factor/*": { window: 60, max: 15 },
  },
};
