import { z } from "zod";
import { type AuthOutcome, readOutcome } from "./call-auth.server.ts";
import { findViewer } from "./find-viewer.server.ts";
import { keepGuestWork } from "./keep-guest-work.server.ts";

export type SignedIn = { ok: true; headers: Headers; needsCode: boolean };
export type SignInOutcome<Reason extends string> = SignedIn | Extract<AuthOutcome<Reason>, { ok: false }>;

const HalfWaySchema = z.object({ twoFactorRedirect: z.literal(true) });

/**
 * The end of every way to sign in: what the visitor did as a guest becomes the account's. Half-way, when a code is still
 * to come, the visitor stays who they were.
 */
export async function finishSignIn<Reason extends string>(
  visitor: Headers,
  response: Response,
  reasons: Record<string, Reason>,
): Promise<SignInOutcome<Reason | "too-many-attempts">> {
  const isHalfWay = response.ok && HalfWaySchema.safeParse(await response.clone().json()).success;
  const outcome = await readOutcome(response, reasons);
  if (!outcome.ok) return outcome;
  if (isHalfWay) return { ok: true, headers: withoutSignIn(outcome.headers), needsCode: true };
  await bringGuestWork(visitor, outcome.headers);
  return { ok: true, headers: outcome.headers, needsCode: false };
}

/** The library signs a visitor out before it asks for the code; a guest would lose their work by it. */
function withoutSignIn(headers: Headers): Headers {
  const kept = new Headers();
  for (const cookie of headers.getSetCookie()) {
    if (!/^(__Secure-)?tradeoff\.session_/.test(cookie)) kept.append("set-cookie", cookie);
  }
  return kept;
}

async function bringGuestWork(visitor: Headers, signedIn: Headers): Promise<void> {
  const guest = await findViewer(visitor);
  if (guest === null || !guest.isGuest) return;
  const cookie = signedIn
    .getSetCookie()
    .map((line) => line.slice(0, line.indexOf(";")))
    .join("; ");
  const account = await findViewer(new Headers({ cookie }));
  if (account === null) throw new Error("Somebody was signed in, but the new cookie is not recognised.");
  await keepGuestWork({ guestId: guest.id, accountId: account.id });
}
