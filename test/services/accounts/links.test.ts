import { expect, test } from "vitest";
import { db } from "#app/db/client.server.ts";
import { clientAddressHeader } from "#app/services/accounts/client-address.server.ts";
import { findViewer } from "#app/services/accounts/find-viewer.server.ts";
import { findMagicLink } from "#app/services/accounts/links/find-magic-link.server.ts";
import { findResetLink } from "#app/services/accounts/links/find-reset-link.server.ts";
import { requestMagicLink } from "#app/services/accounts/links/request-magic-link.server.ts";
import { requestPasswordReset } from "#app/services/accounts/links/request-password-reset.server.ts";
import { resetPassword } from "#app/services/accounts/links/reset-password.server.ts";
import { sendVerification } from "#app/services/accounts/links/send-verification.server.ts";
import { useMagicLink as enterByMagicLink } from "#app/services/accounts/links/use-magic-link.server.ts";
import { readClaimedAddress, verifyEmail } from "#app/services/accounts/links/verify-email.server.ts";
import { signIn } from "#app/services/accounts/sign-in.server.ts";
import { useTestDatabase } from "#test/support/database.ts";
import { goalOf } from "#test/support/goal.ts";
import { newestMail, tokenFrom } from "#test/support/mailbox.ts";
import { verified } from "#test/support/verified.ts";
import { browserWith, makeAccount, makeGuest } from "#test/support/visitor.ts";

// The links in mails: verifying an address, signing in, choosing a new password.

useTestDatabase();

const password = "correct horse battery";
const nobody = () => new Headers();
const linkFor = (email: string, next = "/") => requestMagicLink(nobody(), { email, next });
const isVerified = async (id: string) => (await db().user.findUniqueOrThrow({ where: { id } })).emailVerified;

test("signing up sends a link, and the link verifies the address, however often it is used", async () => {
  const { viewer } = await makeAccount({ email: "Verify@example.com" });
  const { subject, link } = await newestMail("verify@example.com");
  expect(subject).toBe("Is this your e-mail address?");
  expect(link.pathname).toBe("/verify-email");
  const token = link.searchParams.get("token") ?? "";
  expect(readClaimedAddress(token)).toBe("verify@example.com");
  expect(await isVerified(viewer.id)).toBe(false);
  for (let n = 0; n < 2; n++) {
    expect((await verifyEmail(nobody(), token)).ok).toBe(true);
    expect(await isVerified(viewer.id)).toBe(true);
  }
});

test("a link that was tampered with verifies nothing, and nonsense claims no address", async () => {
  const { viewer } = await makeAccount({ email: "tamper@example.com" });
  const [head = "", , signature = ""] = (await tokenFrom("tamper@example.com")).split(".");
  const claim = Buffer.from(JSON.stringify({ email: "tamper@example.com", exp: 9e9 })).toString("base64url");
  expect(await verifyEmail(nobody(), `${head}.${claim}.${signature}`)).toEqual({ ok: false, reason: "link-ended" });
  expect(await verifyEmail(nobody(), "")).toEqual({ ok: false, reason: "link-ended" });
  expect(await isVerified(viewer.id)).toBe(false);
  expect([readClaimedAddress(""), readClaimedAddress("a.b.c"), readClaimedAddress("a.e30.c")]).toEqual([
    null,
    null,
    null,
  ]);
});

test("a link to verify is sent again, until the address is verified or five are enough", async () => {
  const account = await makeAccount({ email: "again@example.com" });
  const outcomes = [];
  for (let n = 0; n < 6; n++) outcomes.push((await sendVerification(account.viewer, account.headers)).ok);
  expect(outcomes).toEqual([true, true, true, true, true, false]);
  const { viewer, headers } = await verified(account);
  expect(await sendVerification(viewer, headers)).toEqual({ ok: false, reason: "verified-already" });
});

test("a link signs in once, leads to where it was asked for, and a guest keeps their work", async () => {
  const { viewer } = await verified(await makeAccount({ email: "magic@example.com" }));
  const guest = await makeGuest();
  await db().goal.create({ data: goalOf(guest.viewer.id) });
  expect((await linkFor("Magic@Example.com", "/progress")).ok).toBe(true);
  const { link } = await newestMail("Magic@Example.com");
  expect([link.pathname, link.searchParams.get("next")]).toEqual(["/magic-link", "/progress"]);
  const token = link.searchParams.get("token") ?? "";
  expect(await findMagicLink(token)).toMatchObject({ emailVerified: true });

  const outcome = await enterByMagicLink(guest.headers, token);

  expect(outcome).toMatchObject({ ok: true, needsCode: false });
  expect(await findViewer(browserWith(outcome.ok ? outcome.headers : new Headers()))).toMatchObject({ id: viewer.id });
  expect(await db().goal.count({ where: { userId: viewer.id } })).toBe(1);
  expect(await db().user.count({ where: { id: guest.viewer.id } })).toBe(0);
  expect(await findMagicLink(token)).toBeNull();
  expect(await enterByMagicLink(nobody(), token)).toEqual({ ok: false, reason: "link-ended" });
});

test("the database does not hold what stands in the links", async () => {
  await makeAccount({ email: "hashed@example.com" });
  await linkFor("hashed@example.com");
  const magic = await tokenFrom("hashed@example.com");
  await requestPasswordReset(nobody(), "hashed@example.com");
  const reset = await tokenFrom("hashed@example.com");
  const kept = JSON.stringify(await db().verification.findMany());
  for (const token of [magic, reset]) expect(kept).not.toContain(token);
});

test("an address without account gets no link and no account, and the answer is the same", async () => {
  await makeAccount({ email: "known@example.com" });
  expect(await linkFor("unknown@example.com")).toEqual(await linkFor("known@example.com"));
  const reset = (email: string) => requestPasswordReset(nobody(), email);
  expect(await reset("unknown@example.com")).toEqual(await reset("known@example.com"));
  const mails = await db().mail.findMany({ where: { to: "unknown@example.com" } });
  expect(mails.map(({ subject }) => subject)).toEqual([
    "There is no account with this address",
    "There is no account with this address",
  ]);
  expect(mails.map(({ text }) => text).join()).not.toContain("token=");
  expect(await db().user.count({ where: { email: "unknown@example.com" } })).toBe(0);
});

test("nobody's mail is filled: the sixth link in a quarter of an hour is not sent, from wherever it is asked for", async () => {
  const outcomes = [];
  for (let n = 0; n < 6; n++) {
    const visitor = new Headers({ [clientAddressHeader]: `203.0.113.${n}` });
    outcomes.push(await requestMagicLink(visitor, { email: "flooded@example.com", next: "/" }));
  }
  expect(outcomes.at(4)?.ok).toBe(true);
  expect(outcomes.at(5)).toEqual({ ok: false, reason: "too-many-mails" });
  expect(await db().mail.count({ where: { to: "flooded@example.com" } })).toBe(5);
});

test("a link to an unverified address ends the password and the sign-ins of whoever made the account", async () => {
  const squatter = await makeAccount({ email: "owner@example.com", password });
  await linkFor("owner@example.com");
  const token = await tokenFrom("owner@example.com");
  expect(await findMagicLink(token)).toMatchObject({ emailVerified: false });
  expect((await enterByMagicLink(nobody(), token)).ok).toBe(true);
  expect(await isVerified(squatter.viewer.id)).toBe(true);
  expect(await findViewer(squatter.headers)).toBeNull();
  expect((await signIn(nobody(), { email: "owner@example.com", password })).ok).toBe(false);
});

test("a new password is chosen by link, once; it verifies the address and ends all sign-ins", async () => {
  const before = await makeAccount({ email: "reset@example.com", password });
  await requestPasswordReset(nobody(), "reset@example.com");
  const token = await tokenFrom("reset@example.com");
  expect(await findResetLink(token)).toEqual({ email: "reset@example.com" });
  expect(await resetPassword(nobody(), { token, password: "short" })).toEqual({
    ok: false,
    reason: "password-too-short",
  });
  expect((await resetPassword(nobody(), { token, password: "seven sparrows sing" })).ok).toBe(true);
  expect(await resetPassword(nobody(), { token, password: "eight sparrows sing" })).toEqual({
    ok: false,
    reason: "link-ended",
  });
  expect(await findViewer(before.headers)).toBeNull();
  expect(await isVerified(before.viewer.id)).toBe(true);
  expect((await signIn(nobody(), { email: "reset@example.com", password })).ok).toBe(false);
  expect((await signIn(nobody(), { email: "reset@example.com", password: "seven sparrows sing" })).ok).toBe(true);
});

test("somebody who was locked out by a stranger's wrong passwords comes in by link and by a new password", async () => {
  await verified(await makeAccount({ email: "locked@example.com", password }));
  for (let n = 0; n < 11; n++) {
    const visitor = new Headers({ [clientAddressHeader]: `192.0.2.${n}` });
    await signIn(visitor, { email: "locked@example.com", password: "not the password" });
  }
  const owner = new Headers({ [clientAddressHeader]: "192.0.2.200" });
  expect(await signIn(owner, { email: "locked@example.com", password })).toEqual({
    ok: false,
    reason: "account-slowed",
  });
  await linkFor("locked@example.com");
  expect((await enterByMagicLink(owner, await tokenFrom("locked@example.com"))).ok).toBe(true);
  await requestPasswordReset(nobody(), "locked@example.com");
  await resetPassword(owner, { token: await tokenFrom("locked@example.com"), password: "nine sparrows sing" });
  expect((await signIn(owner, { email: "locked@example.com", password: "nine sparrows sing" })).ok).toBe(true);
});
