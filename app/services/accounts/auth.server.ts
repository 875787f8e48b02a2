import { passkey } from "@better-auth/passkey";
import { betterAuth } from "better-auth";
import { isAPIError } from "better-auth/api";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { anonymous } from "better-auth/plugins/anonymous";
import { magicLink } from "better-auth/plugins/magic-link";
import { db } from "#app/db/client.server.ts";
import { longestPassword, shortestPassword } from "#app/domain/accounts/password.ts";
import { env } from "#app/env.server.ts";
import { log } from "#app/log.server.ts";
import { rateLimit } from "./auth-limits.server.ts";
import { authSecret } from "./auth-secret.server.ts";
import { clientAddressHeader } from "./client-address.server.ts";
import { linkMinutes } from "./links/link-minutes.ts";
import { mailMagicLink, mailReset, mailVerification } from "./mail/account-mails.server.ts";
import { proveAddress } from "./links/prove-address.server.ts";
import { refuseUnverifiedUser } from "./passkeys/refuse-unverified-user.server.ts";
import { secondStep } from "./two-factor/second-step.server.ts";

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
    // Whoever reads the database must not be able to follow the links in somebody's mail.
    verification: { storeIdentifier: "hashed" },
    emailAndPassword: {
      enabled: true,
      minPasswordLength: shortestPassword,
      maxPasswordLength: longestPassword,
      resetPasswordTokenExpiresIn: linkMinutes.reset * 60,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: ({ user, token }) => mailReset({ email: user.email, token }),
      onPasswordReset: ({ user }) => proveAddress(user.id),
    },
    emailVerification: {
      sendOnSignUp: true,
      expiresIn: linkMinutes.verification * 60,
      sendVerificationEmail: ({ user, token }) => mailVerification({ email: user.email, token }),
    },
    plugins: [
      secondStep(),
      magicLink({ disableSignUp: true, expiresIn: linkMinutes.magic * 60, sendMagicLink: mailMagicLink }),
      passkey({
        rpID: new URL(appUrl).hostname,
        rpName: "Tradeoff",
        origin: appUrl,
        authenticatorSelection: { residentKey: "required", userVerification: "required" },
        registration: { afterVerification: ({ verification }) => refuseUnverifiedUser(verification.registrationInfo) },
        authentication: {
          afterVerification: ({ verification }) => refuseUnverifiedUser(verification.authenticationInfo),
        },
        advanced: { webAuthnChallengeCookie: "passkey" },
      }),
      // What a guest did is moved by finishSignIn, which every way of signing in ends with; it also lets the guest go.
      anonymous({ generateName: () => "Guest", disableDeleteAnonymousUser: true }),
    ],
    rateLimit,
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
