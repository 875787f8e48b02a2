import { expect, test } from "vitest";
import { db } from "#app/db/client.server.ts";
import { isReviewer } from "#app/domain/accounts/permissions.ts";
import { clientAddressHeader } from "#app/services/accounts/client-address.server.ts";
import { findViewer } from "#app/services/accounts/find-viewer.server.ts";
import { signIn } from "#app/services/accounts/sign-in.server.ts";
import { signOut } from "#app/services/accounts/sign-out.server.ts";
import { signUp } from "#app/services/accounts/sign-up.server.ts";
import { startGuest } from "#app/services/accounts/start-guest.server.ts";
import { useTestDatabase } from "#test/support/database.ts";
import { browserWith, makeAccount, makeGuest } from "#test/support/visitor.ts";

useTestDatabase();

const password = "correct horse battery";

async function recordSession(userId: string): Promise<string> {
  const scenario = { hash: "h1", slug: "legal", rubricHash: "r1", content: {} };
  await db().scenarioVersion.upsert({ where: { hash: "h1" }, create: scenario, update: {} });
  const now = new Date("2026-11-01T10:00:00Z");
  const session = await db().session.create({
    data: { userId, scenarioHash: "h1", slug: "legal", startedAt: now, lastActiveAt: now },
  });
  return session.id;
}

async function ownersOf(sessionIds: string[]): Promise<string[]> {
  const sessions = await db().session.findMany({ where: { id: { in: sessionIds } } });
  return sessions.map((session) => session.userId);
}

test("a visitor without cookies is nobody, and so is one with a forged cookie", async () => {
  expect(await findViewer(new Headers())).toBeNull();
  expect(await findViewer(new Headers({ cookie: "tradeoff.session_token=forged.c2lnbmF0dXJl" }))).toBeNull();
});

test("a guest is recognised by the cookie alone and shows no address", async () => {
  const { viewer } = await makeGuest();
  expect(viewer).toMatchObject({ name: "Guest", email: null, isGuest: true });
});

test("a guest who signs up keeps every session, and the guest is gone", async () => {
  const guest = await makeGuest();
  const sessions = [await recordSession(guest.viewer.id), await recordSession(guest.viewer.id)];

  const outcome = await signUp(guest.headers, { name: "Grace", email: "Grace@Example.com", password });

  expect(outcome.ok).toBe(true);
  const viewer = outcome.ok ? await findViewer(browserWith(outcome.headers)) : null;
  expect(viewer).toMatchObject({ name: "Grace", email: "grace@example.com", isGuest: false });
  expect(await ownersOf(sessions)).toEqual([viewer?.id, viewer?.id]);
  expect(await db().user.findUnique({ where: { id: guest.viewer.id } })).toBeNull();
  expect(await findViewer(guest.headers)).toBeNull();
});

test("a guest who signs in to an existing account adds to what the account has", async () => {
  const account = await makeAccount({ email: "alan@example.com", password });
  const earlier = await recordSession(account.viewer.id);
  const guest = await makeGuest();
  const asGuest = await recordSession(guest.viewer.id);

  const outcome = await signIn(guest.headers, { email: "alan@example.com", password });

  expect(outcome.ok).toBe(true);
  expect(await ownersOf([earlier, asGuest])).toEqual([account.viewer.id, account.viewer.id]);
  expect(await db().user.count({ where: { id: guest.viewer.id } })).toBe(0);
});

test("somebody with an account who signs in to another one moves nothing", async () => {
  const first = await makeAccount();
  const session = await recordSession(first.viewer.id);
  const second = await makeAccount({ email: "second@example.com", password });
  expect((await signIn(first.headers, { email: "second@example.com", password })).ok).toBe(true);
  expect(await ownersOf([session])).toEqual([first.viewer.id]);
  expect(second.viewer.id).not.toBe(first.viewer.id);
});

test("a wrong password, an unknown address and something that is no address are refused alike", async () => {
  await makeAccount({ email: "edsger@example.com", password });
  const refusal = { ok: false, reason: "wrong-credentials" };
  const attempts = [
    { email: "edsger@example.com", password: "not the password" },
    { email: "nobody@example.com", password },
    { email: "not an address", password },
  ];
  for (const attempt of attempts) expect(await signIn(new Headers(), attempt)).toEqual(refusal);
});

test("a guest whose sign-in fails is still the same guest with the same work", async () => {
  const guest = await makeGuest();
  const session = await recordSession(guest.viewer.id);
  expect((await signIn(guest.headers, { email: "nobody@example.com", password })).ok).toBe(false);
  expect(await findViewer(guest.headers)).toEqual(guest.viewer);
  expect(await ownersOf([session])).toEqual([guest.viewer.id]);
});

test("signing up is refused with its reason: address taken, no address, password too short or too long", async () => {
  await makeAccount({ email: "taken@example.com" });
  const attempt = (email: string, tried: string) => signUp(new Headers(), { name: "Eve", email, password: tried });
  expect(await attempt("TAKEN@example.com", password)).toEqual({ ok: false, reason: "email-taken" });
  expect(await attempt("eve", password)).toEqual({ ok: false, reason: "invalid-email" });
  expect(await attempt("eve@example.com", "ninechars")).toEqual({ ok: false, reason: "password-too-short" });
  expect(await attempt("eve@example.com", "x".repeat(129))).toEqual({ ok: false, reason: "password-too-long" });
});

test("signing out ends the sign-in for whoever still has the cookie", async () => {
  const { headers } = await makeAccount();
  const outcome = await signOut(headers);
  expect(outcome.ok && outcome.headers.getSetCookie().join()).toMatch(/session_token=;.*Max-Age=0/i);
  expect(await findViewer(headers)).toBeNull();
});

test("the cookie is HttpOnly, SameSite=Lax, for the whole site, for a year, and not Secure on plain http", async () => {
  const outcome = await startGuest(new Headers());
  const cookies = outcome.ok ? outcome.headers.getSetCookie() : [];
  expect(cookies).toHaveLength(1);
  const [cookie = ""] = cookies;
  expect(cookie).toMatch(/^tradeoff\.session_token=/);
  expect(cookie).toMatch(/; Max-Age=31536000/);
  expect(cookie).toMatch(/; Path=\/(;|$)/);
  expect(cookie).toMatch(/; HttpOnly/);
  expect(cookie).toMatch(/; SameSite=Lax/);
  expect(cookie).not.toMatch(/Secure/);
});

const from = (address: string) => new Headers({ [clientAddressHeader]: address });
const wrongFor = (email: string) => ({ email, password: "not the password" });

test("a client address has ten passwords a minute, whosever they are, and other addresses have theirs", async () => {
  const outcomes = [];
  for (let n = 0; n < 11; n++) outcomes.push(await signIn(from("203.0.113.7"), wrongFor(`person-${n}@example.com`)));
  expect(outcomes.at(9)).toEqual({ ok: false, reason: "wrong-credentials" });
  expect(outcomes.at(10)).toEqual({ ok: false, reason: "too-many-attempts" });
  const elsewhere = await signIn(from("203.0.113.8"), wrongFor("person-0@example.com"));
  expect(elsewhere).toEqual({ ok: false, reason: "wrong-credentials" });
});

test("a forwarded address that a visitor made up does not change whose attempts are counted", async () => {
  const outcomes = [];
  for (let n = 0; n < 11; n++) {
    const made = from("203.0.113.9");
    made.set("x-forwarded-for", `198.51.100.${n}`);
    outcomes.push(await signIn(made, wrongFor(`forwarded-${n}@example.com`)));
  }
  expect(outcomes.at(-1)).toEqual({ ok: false, reason: "too-many-attempts" });
});

test("a list of passwords tried from many addresses is slowed down by account, alike for one that does not exist", async () => {
  const answers = [];
  await makeAccount({ email: "barbara@example.com", password });
  for (const email of ["barbara@example.com", "nobody-at-all@example.com"]) {
    const outcomes = [];
    for (let n = 0; n < 11; n++) outcomes.push(await signIn(from(`198.51.100.${n}`), wrongFor(email)));
    answers.push(outcomes);
  }
  expect(answers[0]?.map((outcome) => outcome.ok || outcome.reason)).toEqual([
    ...Array.from({ length: 10 }, () => "wrong-credentials"),
    "account-slowed",
  ]);
  expect(answers[1]).toEqual(answers[0]);
  const right = await signIn(from("198.51.100.99"), { email: "Barbara@example.com", password });
  expect(right).toEqual({ ok: false, reason: "account-slowed" });
});

test("a right password ends the counting of the wrong ones before it", async () => {
  await makeAccount({ email: "katherine@example.com", password });
  for (let round = 0; round < 2; round++) {
    for (let n = 0; n < 9; n++) {
      expect((await signIn(from(`198.51.101.${n}`), wrongFor("katherine@example.com"))).ok).toBe(false);
    }
    const right = await signIn(from("198.51.101.99"), { email: "katherine@example.com", password });
    expect(right.ok).toBe(true);
  }
});

test("an address that is named as a reviewer's can be signed up with, and gives no rights until it is verified", async () => {
  const { viewer, headers } = await makeAccount({ email: "Rae@Example.com" });
  expect(isReviewer(viewer, ["rae@example.com"])).toBe(false);
  await db().user.update({ where: { id: viewer.id }, data: { emailVerified: true } });
  expect(isReviewer(await findViewer(headers), ["rae@example.com"])).toBe(true);
});
