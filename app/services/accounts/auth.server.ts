import { betterAuth } from "better-auth";
import { isAPIError } from "better-auth/api";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { anonymous } from "better-auth/plugins/anonymous";
import { db } from "#app/db/client.server.ts";
import { longestPassword, shortestPassword } from "#app/domain/accounts/password.ts";
import { env } from "#app/env.server.ts";
import { log } from "#app/log.server.ts";
import { authSecret } from "./auth-secret.server.ts";
import { clientAddressHeader } from "./client-address.server.ts";
import { keepGuestWork } from "./keep-guest-work.server.ts";

const dayInSeconds = 86_400;

function createAuth() {
  const { appUrl } = env();
  return betterAuth({
    appName: "Tradeoff",
    baseURL: appUrl,
    secret: authSecret(env()),
    telemetry: { enabled: false },
    database: prismaAdapter(db(), { provider: "postgresql" }),
    // `Session` is a candidate's run through a scenario; a sign-in is an AuthSession. A guest's work hangs on it, so
    // it lasts a year rather than a week.
    session: { modelName: "authSession", expiresIn: 365 * dayInSeconds, disableSessionRefresh: true },
    emailAndPassword: {
      enabled: true,
      minPasswordLength: shortestPassword,
      maxPasswordLength: longestPassword,
    },
    plugins: [
      anonymous({
        generateName: () => "Guest",
        // keepGuestWork deletes the guest in the same transaction that moves the work.
        disableDeleteAnonymousUser: true,
        onLinkAccount: ({ anonymousUser, newUser }) =>
          keepGuestWork({ guestId: anonymousUser.user.id, accountId: newUser.user.id }),
      }),
    ],
    // In the database, so that a restart or a second machine does not forget. A class behind one address may begin at
    // the same moment; nobody needs many passwords a minute.
    rateLimit: {
      enabled: true,
      storage: "database",
      customRules: {
        "/sign-in/anonymous": { window: 60, max: 120 },
        "/sign-in/email": { window: 60, max: 10 },
        "/sign-up/email": { window: 60, max: 20 },
      },
    },
    advanced: {
      cookiePrefix: "tradeoff",
      useSecureCookies: appUrl.startsWith("https:"),
      defaultCookieAttributes: { sameSite: "lax", httpOnly: true },
      ipAddress: { ipAddressHeaders: [clientAddressHeader] },
    },
    onAPIError: {
      // A refusal is an answer; only what is none is worth a line.
      onError: (error) => {
        if (!isAPIError(error)) log().error({ err: error }, "accounts broke");
      },
    },
    logger: { level: "error", log: (_level, message) => log().debug({ part: "accounts" }, message) },
  });
}

type Auth = ReturnType<typeof createAuth>;

let current: { on: ReturnType<typeof db>; auth: Auth } | undefined;

/** The account library on the open database, made when it is first needed. */
export function auth(): Auth {
  if (current?.on !== db()) current = { on: db(), auth: createAuth() };
  return current.auth;
}
