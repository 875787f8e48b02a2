import type { TwoFactorReply } from "#app/components/account/two-factor/two-factor-reply.ts";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import {
  beginTwoFactor,
  confirmTwoFactor,
  dropTwoFactor,
  endTwoFactor,
  renewBackupCodes,
  type TwoFactorRefusal,
} from "#app/services/accounts/two-factor/change-two-factor.server.ts";

// One step for each form on the page of the authenticator app: what to do, and what to tell.

type Step = { reply: TwoFactorReply; status: number; headers?: Headers };
type Given = { viewer: Viewer; visitor: Headers; typed: string };

const refusals: Record<TwoFactorRefusal, { status: number; words?: string; fields?: TwoFactorReply["fields"] }> = {
  "address-unverified": { status: 403, words: "Verify your e-mail address first; then set up the app." },
  "wrong-password": { status: 400, fields: { password: "This is not your password." } },
  "no-password": { status: 409, words: "Your account has no password. Choose one on the page of your account first." },
  "wrong-code": {
    status: 400,
    fields: { code: "This code is wrong or has ended. Type the one that the app shows now." },
  },
  "on-already": { status: 409, words: "An app is set up already." },
  "off-already": { status: 409, words: "No app is set up." },
  "too-many-attempts": {
    status: 429,
    words: "Too many attempts from your network. Wait a minute, then try again.",
  },
};

function told(words: string | null, more: { backupCodes?: string[]; headers?: Headers } = {}): Step {
  return { reply: { words, backupCodes: more.backupCodes ?? null, fields: {} }, status: 200, headers: more.headers };
}

function refused(reason: TwoFactorRefusal): Step {
  const { status, words = null, fields = {} } = refusals[reason];
  return { reply: { words, fields, backupCodes: null }, status };
}

function missing(field: "password" | "code", words: string): Step {
  return { reply: { words: null, fields: { [field]: words }, backupCodes: null }, status: 400 };
}

const steps: Record<string, (given: Given) => Promise<Step>> = {
  begin: async ({ viewer, visitor, typed }) => {
    if (typed === "") return missing("password", "Enter your password.");
    const outcome = await beginTwoFactor(viewer, visitor, typed);
    return outcome.ok ? told(null, outcome) : refused(outcome.reason);
  },
  drop: async ({ viewer }) => {
    await dropTwoFactor(viewer);
    return told("Nothing was set up.");
  },
  confirm: async ({ viewer, visitor, typed }) => {
    if (typed === "") return missing("code", "Enter the code that the app shows.");
    const outcome = await confirmTwoFactor(viewer, visitor, typed);
    return outcome.ok ? told("It is on. From now on signing in asks for a code.", outcome) : refused(outcome.reason);
  },
  renew: async ({ viewer, visitor, typed }) => {
    if (typed === "") return missing("password", "Enter your password.");
    const outcome = await renewBackupCodes(viewer, visitor, typed);
    return outcome.ok ? told("The old backup codes no longer work.", outcome) : refused(outcome.reason);
  },
  end: async ({ visitor, typed }) => {
    if (typed === "") return missing("password", "Enter your password.");
    const outcome = await endTwoFactor(visitor, typed);
    return outcome.ok ? told("It is off: signing in no longer asks for a code.", outcome) : refused(outcome.reason);
  },
};

export async function takeTwoFactorStep({ intent, ...given }: Given & { intent: string }): Promise<Step> {
  const step = steps[intent];
  if (step === undefined) throw new Response("This form could not be read. Open the page anew.", { status: 400 });
  return step(given);
}
