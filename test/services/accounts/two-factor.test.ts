import { afterEach, expect, test } from "vitest";
import { db } from "#app/db/client.server.ts";
import { findViewer } from "#app/services/accounts/find-viewer.server.ts";
import { requestMagicLink } from "#app/services/accounts/links/request-magic-link.server.ts";
import { useMagicLink as enterByMagicLink } from "#app/services/accounts/links/use-magic-link.server.ts";
import { signIn } from "#app/services/accounts/sign-in.server.ts";
import {
  beginTwoFactor,
  confirmTwoFactor,
  dropTwoFactor,
  endTwoFactor,
  renewBackupCodes,
} from "#app/services/accounts/two-factor/change-two-factor.server.ts";
import { drawQrCode } from "#app/services/accounts/two-factor/draw-qr-code.server.ts";
import { getTwoFactor } from "#app/services/accounts/two-factor/get-two-factor.server.ts";
import { awaitsCode, giveCode } from "#app/services/accounts/two-factor/give-code.server.ts";
import { useTestDatabase } from "#test/support/database.ts";
import { goalOf } from "#test/support/goal.ts";
import { tokenFrom } from "#test/support/mailbox.ts";
import { totp } from "#test/support/totp.ts";
import { verified } from "#test/support/verified.ts";
import { browserWith, makeAccount, makeGuest, type Visitor } from "#test/support/visitor.ts";

// An authenticator app: set up with the password and a first code, and from then on the second step of signing in.

useTestDatabase();

// All of them come from nowhere, which is one place.
afterEach(async () => {
  await db().rateLimit.deleteMany();
});

const password = "correct horse battery";

/** An account whose app is set up, the key it holds, and the browser that did it. */
async function withApp(email: string): Promise<Visitor & { key: string; backupCodes: string[] }> {
  const { viewer, headers } = await verified(await makeAccount({ email, password }));
  expect((await beginTwoFactor(viewer, headers, password)).ok).toBe(true);
  const begun = await getTwoFactor(viewer);
  if (begun.state !== "begun") throw new Error("Nothing was begun.");
  const confirmed = await confirmTwoFactor(viewer, headers, totp(begun.secret));
  if (!confirmed.ok) throw new Error(confirmed.reason);
  const { backupCodes } = confirmed;
  return { viewer, headers: browserWith(confirmed.headers), key: begun.secret, backupCodes };
}

/** A browser that has gone half-way by password, as it was before. */
async function halfWay(email: string, before = new Headers()): Promise<Headers> {
  const outcome = await signIn(before, { email, password });
  if (!outcome.ok || !outcome.needsCode) throw new Error("No code was asked for.");
  const cookies = [before.get("cookie"), browserWith(outcome.headers).get("cookie")];
  return new Headers({ cookie: cookies.filter(Boolean).join("; ") });
}

test("the code of RFC 6238's own example is computed", () => {
  expect(totp("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", 1_111_111_109_000)).toBe("081804");
});

test("setting up asks for a verified address and the password, and is on only after a code from the app", async () => {
  const account = await makeAccount({ email: "setup@example.com", password });
  expect(await beginTwoFactor(account.viewer, account.headers, password)).toEqual({
    ok: false,
    reason: "address-unverified",
  });
  const { viewer, headers } = await verified(account);
  expect(await beginTwoFactor(viewer, headers, "not the password")).toEqual({ ok: false, reason: "wrong-password" });
  expect((await beginTwoFactor(viewer, headers, password)).ok).toBe(true);
  expect(await confirmTwoFactor(viewer, headers, "000000")).toEqual({ ok: false, reason: "wrong-code" });
  expect(await signIn(new Headers(), { email: "setup@example.com", password })).toMatchObject({ needsCode: false });
  await dropTwoFactor(viewer);
  expect(await getTwoFactor(viewer)).toEqual({ state: "off" });
});

test("the address for the app says whose key it is, and is drawn as a square", async () => {
  const { viewer, headers } = await verified(await makeAccount({ email: "qr+1@example.com", password }));
  await beginTwoFactor(viewer, headers, password);
  const begun = await getTwoFactor(viewer);
  if (begun.state !== "begun") throw new Error("Nothing was begun.");
  expect(begun.uri).toMatch(/^otpauth:\/\/totp\/Tradeoff%3Aqr%2B1%40example\.com\?secret=[A-Z2-7]+&issuer=Tradeoff/);
  const { size, path } = drawQrCode(begun.uri);
  expect(size).toBeGreaterThan(20);
  expect(path).toMatch(/^(M\d+ \d+h1v1h-1z)+$/);
});

test("after the password comes a code; until then the visitor is not signed in, and a guest stays the guest", async () => {
  const { viewer, key } = await withApp("steps@example.com");
  const guest = await makeGuest();
  await db().goal.create({ data: goalOf(guest.viewer.id) });

  const visitor = await halfWay("steps@example.com", guest.headers);

  expect(awaitsCode(visitor)).toBe(true);
  expect(await findViewer(visitor)).toMatchObject({ id: guest.viewer.id });
  expect(await giveCode(visitor, "000000")).toEqual({ ok: false, reason: "wrong-code" });
  const outcome = await giveCode(visitor, ` ${totp(key)} `);
  expect(outcome.ok && (await findViewer(browserWith(outcome.headers)))).toMatchObject({ id: viewer.id });
  expect(await db().goal.count({ where: { userId: viewer.id } })).toBe(1);
  expect(await db().user.count({ where: { id: guest.viewer.id } })).toBe(0);
});

test("a link by mail asks for the code as well", async () => {
  const { viewer, key } = await withApp("linked@example.com");
  await requestMagicLink(new Headers(), { email: "linked@example.com", next: "/" });
  const outcome = await enterByMagicLink(new Headers(), await tokenFrom("linked@example.com"));
  if (!outcome.ok) throw new Error(outcome.reason);
  expect(outcome.needsCode).toBe(true);
  const visitor = browserWith(outcome.headers);
  expect(await findViewer(visitor)).toBeNull();
  const done = await giveCode(visitor, totp(key));
  expect(done.ok && (await findViewer(browserWith(done.headers)))).toMatchObject({ id: viewer.id });
});

test("a backup code signs in once, and new ones put the old out of use", async () => {
  const { viewer, headers, backupCodes } = await withApp("backup@example.com");
  const [first = "", second = ""] = backupCodes;
  expect(backupCodes).toHaveLength(10);
  expect((await giveCode(await halfWay("backup@example.com"), first)).ok).toBe(true);
  expect(await giveCode(await halfWay("backup@example.com"), first)).toEqual({ ok: false, reason: "wrong-code" });
  const renewed = await renewBackupCodes(viewer, headers, password);
  expect(renewed.ok && renewed.backupCodes).toHaveLength(10);
  expect(await giveCode(await halfWay("backup@example.com"), second)).toEqual({ ok: false, reason: "wrong-code" });
});

test("five wrong codes end the sign-in, ten lock the second step, and nobody begins there", async () => {
  const { key } = await withApp("guessed@example.com");
  for (let round = 0; round < 2; round++) {
    const visitor = await halfWay("guessed@example.com");
    for (let n = 0; n < 5; n++) await giveCode(visitor, "000000");
    expect((await giveCode(visitor, totp(key))).ok).toBe(false);
  }
  const visitor = await halfWay("guessed@example.com");
  expect(await giveCode(visitor, totp(key))).toEqual({ ok: false, reason: "account-locked" });
  expect(await giveCode(new Headers(), totp(key))).toEqual({ ok: false, reason: "sign-in-ended" });
});

test("switching it off asks for the password, and then a password is enough again", async () => {
  const { headers } = await withApp("off@example.com");
  expect(await endTwoFactor(headers, "not the password")).toEqual({ ok: false, reason: "wrong-password" });
  expect((await endTwoFactor(headers, password)).ok).toBe(true);
  expect(await signIn(new Headers(), { email: "off@example.com", password })).toMatchObject({ needsCode: false });
});
