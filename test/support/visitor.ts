import { startGuest } from "#app/services/accounts/start-guest.server.ts";
import { findViewer } from "#app/services/accounts/find-viewer.server.ts";
import { signUp } from "#app/services/accounts/sign-up.server.ts";
import type { Viewer } from "#app/domain/accounts/viewer.ts";

/** A visitor's browser, as far as accounts are concerned: the cookies it sends along. */
export type Visitor = { headers: Headers; viewer: Viewer };

/** The request headers of a browser that was sent these response headers. */
export function browserWith(response: Headers): Headers {
  const cookies = response.getSetCookie().map((line) => line.slice(0, line.indexOf(";")));
  return new Headers({ cookie: cookies.join("; ") });
}

export async function makeGuest(): Promise<Visitor> {
  return visitorOf(await startGuest(new Headers()));
}

let accounts = 0;

export async function makeAccount(
  account: { name?: string; email?: string; password?: string } = {},
): Promise<Visitor> {
  accounts += 1;
  const filled = { name: "Ada", email: `ada-${accounts}@example.com`, password: "correct horse battery", ...account };
  return visitorOf(await signUp(new Headers(), filled));
}

async function visitorOf(outcome: Awaited<ReturnType<typeof signUp | typeof startGuest>>): Promise<Visitor> {
  if (!outcome.ok) throw new Error(`Accounts refused a test's visitor: ${outcome.reason}`);
  const headers = browserWith(outcome.headers);
  const viewer = await findViewer(headers);
  if (viewer === null) throw new Error("Accounts do not recognise the cookie they have just set.");
  return { headers, viewer };
}
