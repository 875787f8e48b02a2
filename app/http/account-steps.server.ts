import type { AccountPart, AccountReply } from "#app/components/account/account-reply.ts";
import { keptWords, nowhereWords } from "#app/domain/accounts/mail-reach.ts";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { sendVerification } from "#app/services/accounts/links/send-verification.server.ts";
import { requestPasswordReset } from "#app/services/accounts/links/request-password-reset.server.ts";
import { changeName } from "#app/services/accounts/own/change-name.server.ts";
import { changePassword, type ChangePasswordRefusal } from "#app/services/accounts/own/change-password.server.ts";
import { endOtherSignIns, endSignIn } from "#app/services/accounts/own/end-sign-in.server.ts";
import { mailReach } from "#app/services/accounts/operator.server.ts";
import { removePasskey, renamePasskey } from "#app/services/accounts/passkeys/keep-passkeys.server.ts";
import type { AccountForm } from "./account-form.server.ts";
import { tooLong, tooShort } from "./new-password.server.ts";
import { requireFound } from "./not-found.server.ts";

// One step for each form on the page of somebody's own account: what to do, and what to tell.

type Step = { reply: AccountReply; status: number; headers?: Headers };
type Given<Intent extends AccountForm["intent"]> = {
  viewer: Viewer;
  visitor: Headers;
  sent: Extract<AccountForm, { intent: Intent }>;
};
type Steps = { [Intent in AccountForm["intent"]]: (given: Given<Intent>) => Promise<Step> };

export const partOf: Record<AccountForm["intent"], AccountPart> = {
  "change-name": "name",
  "send-verification": "address",
  "change-password": "password",
  "send-password-link": "password",
  "rename-passkey": "passkeys",
  "remove-passkey": "passkeys",
  "end-sign-in": "devices",
  "end-other-sign-ins": "devices",
};

function done(part: AccountPart, words: string, headers?: Headers): Step {
  return { reply: { part, tone: "quiet", words, fields: {}, about: null }, status: 200, headers };
}

function refused(part: AccountPart, words: string, status: number): Step {
  return { reply: { part, tone: "danger", words, fields: {}, about: null }, status };
}

/** After asking for a mail: `words` where it is sent, and else where it lies, or that it reaches nobody. */
function sent(part: AccountPart, words: string): Step {
  const reach = mailReach();
  if (reach === "nowhere") return refused(part, nowhereWords, 409);
  return done(part, reach === "sent" ? words : `The mail is written. ${keptWords}`);
}

const tooMany = "Too many attempts from your network. Wait a minute, then try again.";
const mailsEnough = "Several links were sent to you in the last quarter of an hour. Use the newest, or wait a while.";

const passwordRefusals: Record<
  ChangePasswordRefusal,
  { status: number; words?: string; fields?: Record<string, string> }
> = {
  "wrong-password": { status: 400, fields: { current: "This is not your password." } },
  "no-password": { status: 409, words: "Your account has no password yet. Have a link sent to choose one." },
  "password-too-short": { status: 400, fields: { wanted: tooShort } },
  "password-too-long": { status: 400, fields: { wanted: tooLong } },
  "too-many-attempts": { status: 429, words: tooMany },
};

const steps: Steps = {
  "change-name": async ({ viewer, sent }) => {
    await changeName(viewer, sent.name);
    return done("name", "Your name is changed.");
  },
  "send-verification": async ({ viewer, visitor }) => {
    const outcome = await sendVerification(viewer, visitor);
    if (outcome.ok) return sent("address", `A link is sent to ${viewer.email}. It works for a day.`);
    if (outcome.reason === "verified-already") return done("address", "Your address is verified already.");
    return refused("address", outcome.reason === "too-many-mails" ? mailsEnough : tooMany, 429);
  },
  "change-password": async ({ visitor, sent }) => {
    const { current, wanted } = sent;
    const endOthers = sent.endOthers === "yes";
    const outcome = await changePassword(visitor, { current, wanted, endOthers });
    if (outcome.ok) {
      const words = `Your password is changed${endOthers ? ", and the other devices are signed out" : ""}.`;
      return done("password", words, outcome.headers);
    }
    const { status, words = null, fields = {} } = passwordRefusals[outcome.reason];
    return { reply: { part: "password", tone: "danger", words, fields, about: null }, status };
  },
  "send-password-link": async ({ viewer, visitor }) => {
    const outcome = await requestPasswordReset(visitor, viewer.email ?? "");
    if (outcome.ok) return sent("password", `A link to choose a password by is sent to ${viewer.email}.`);
    return refused("password", outcome.reason === "too-many-mails" ? mailsEnough : tooMany, 429);
  },
  "rename-passkey": async ({ viewer, sent }) => {
    requireFound((await renamePasskey(viewer, { id: sent.id, name: sent.passkeyName })) || null);
    return done("passkeys", "The passkey has its new name.");
  },
  "remove-passkey": async ({ viewer, sent }) => {
    requireFound((await removePasskey(viewer, sent.id)) || null);
    return done("passkeys", "The passkey is removed: it no longer signs in. Delete it on your device too.");
  },
  "end-sign-in": async ({ viewer, sent }) => {
    requireFound((await endSignIn(viewer, sent.id)) || null);
    return done("devices", "The device is signed out.");
  },
  "end-other-sign-ins": async ({ viewer, visitor }) => {
    await endOtherSignIns(viewer, visitor);
    return done("devices", "All other devices are signed out.");
  },
};

export function takeAccountStep<Intent extends AccountForm["intent"]>(given: Given<Intent>): Promise<Step> {
  const step: Steps[Intent] = steps[given.sent.intent];
  return step(given);
}
