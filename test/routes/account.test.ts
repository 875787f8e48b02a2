import { expect, test } from "vitest";
import { db } from "#app/db/client.server.ts";
import * as accountRoute from "#app/routes/account._index.tsx";
import * as passkeyStartRoute from "#app/routes/account.passkeys.start.ts";
import * as twoFactorRoute from "#app/routes/account.two-factor.tsx";
import * as magicLinkRoute from "#app/routes/magic-link.tsx";
import * as mailboxRoute from "#app/routes/mailbox.tsx";
import * as codeRoute from "#app/routes/sign-in.code.tsx";
import * as passkeyFinishRoute from "#app/routes/sign-in.passkey.finish.ts";
import * as signInRoute from "#app/routes/sign-in._index.tsx";
import { findViewer } from "#app/services/accounts/find-viewer.server.ts";
import type { getAccount } from "#app/services/accounts/own/get-account.server.ts";
import { mailboxAddress } from "#app/services/accounts/operator.server.ts";
import { signIn } from "#app/services/accounts/sign-in.server.ts";
import { useTestDatabase } from "#test/support/database.ts";
import { newestMail, tokenFrom } from "#test/support/mailbox.ts";
import { postForm, runRoute, site } from "#test/support/run-route.ts";
import { verified } from "#test/support/verified.ts";
import { browserWith, makeAccount, makeGuest } from "#test/support/visitor.ts";
import { makeSharedDirectory } from "#test/support/shared-directory.ts";

// The pages of one's own account, and the mailbox of whoever runs an embedded instance.

process.env.DATA_DIR = makeSharedDirectory();
useTestDatabase();

const password = "correct horse battery";
type Account = Awaited<ReturnType<typeof getAccount>>;

async function accountOf(headers: Headers): Promise<Account> {
  const { data } = await runRoute(accountRoute.loader, "/account", { headers });
  return (data as { account: Account }).account;
}

async function anotherDevice(email: string): Promise<Headers> {
  const outcome = await signIn(new Headers({ "user-agent": "Firefox/131.0 (Windows)" }), { email, password });
  return browserWith(outcome.ok ? outcome.headers : new Headers());
}

test("nobody is led to sign in and a guest to make an account, from every page of one", async () => {
  const guest = await makeGuest();
  for (const { loader } of [accountRoute, twoFactorRoute]) {
    expect((await runRoute(loader, "/account")).headers.get("location")).toBe("/sign-in?next=%2Faccount");
    const asGuest = await runRoute(loader, "/account", { headers: guest.headers });
    expect(asGuest.headers.get("location")).toBe("/sign-up?next=%2Faccount");
  }
  for (const { action } of [accountRoute, twoFactorRoute, passkeyStartRoute]) {
    expect((await postForm(action, "/account", { intent: "change-name", name: "Eve" })).status).toBe(401);
  }
});

test("a name is changed, without line breaks and hidden characters, and an empty one is refused at its field", async () => {
  const { headers } = await makeAccount();
  const renamed = await postForm(
    accountRoute.action,
    "/account",
    { intent: "change-name", name: " Ada\n\u202eKing " },
    headers,
  );
  expect(renamed.data).toMatchObject({ part: "name", words: "Your name is changed." });
  expect((await findViewer(headers))?.name).toBe("Ada King");
  const empty = await postForm(accountRoute.action, "/account", { intent: "change-name", name: " " }, headers);
  expect([empty.status, empty.data]).toMatchObject([400, { fields: { name: "Enter the name you want to be shown." } }]);
});

test("a password is changed with the one before, and the other devices are signed out if that is wished", async () => {
  const { headers } = await makeAccount({ email: "change@example.com", password });
  const other = await anotherDevice("change@example.com");
  const form = { intent: "change-password", current: "not the password", wanted: "seven sparrows sing" };
  const wrong = await postForm(accountRoute.action, "/account", form, headers);
  expect([wrong.status, wrong.data]).toMatchObject([400, { fields: { current: "This is not your password." } }]);
  const kept = await postForm(accountRoute.action, "/account", { ...form, current: password }, headers);
  expect(kept.status).toBe(200);
  expect(await findViewer(other)).not.toBeNull();
  const again = { ...form, current: "seven sparrows sing", wanted: "eight sparrows sing", endOthers: "yes" };
  const ended = await postForm(accountRoute.action, "/account", again, headers);
  expect(ended.data).toMatchObject({ words: expect.stringMatching(/the other devices are signed out/) });
  expect(await findViewer(other)).toBeNull();
  expect(await findViewer(browserWith(ended.headers))).not.toBeNull();
});

test("devices are listed with this one marked, and one that is signed out is out at once", async () => {
  const { headers } = await makeAccount({ email: "devices@example.com", password });
  const other = await anotherDevice("devices@example.com");
  const { devices } = await accountOf(headers);
  expect(devices.map(({ device, isThisOne }) => [device, isThisOne])).toEqual([
    ["Firefox on Windows", false],
    ["An unknown device", true],
  ]);
  const form = { intent: "end-sign-in", id: devices[0]?.id ?? "" };
  expect((await postForm(accountRoute.action, "/account", form, headers)).status).toBe(200);
  expect(await findViewer(other)).toBeNull();
  expect((await postForm(accountRoute.action, "/account", form, headers)).status).toBe(404);
});

test("all other devices are signed out at once", async () => {
  const { headers } = await makeAccount({ email: "others@example.com", password });
  const others = [await anotherDevice("others@example.com"), await anotherDevice("others@example.com")];
  await postForm(accountRoute.action, "/account", { intent: "end-other-sign-ins" }, headers);
  for (const other of others) expect(await findViewer(other)).toBeNull();
  expect(await findViewer(headers)).not.toBeNull();
});

test("nobody ends another's sign-in, nor renames or removes another's passkey", async () => {
  const owner = await makeAccount();
  const { headers } = await makeAccount();
  const passkey = { id: "p1", name: "Mine", userId: owner.viewer.id, publicKey: "", credentialID: "c1", counter: 0 };
  await db().passkey.create({ data: { ...passkey, deviceType: "singleDevice", backedUp: false } });
  const [device] = (await accountOf(owner.headers)).devices;
  const forms: Record<string, string>[] = [
    { intent: "end-sign-in", id: device?.id ?? "" },
    { intent: "rename-passkey", id: "p1", passkeyName: "Yours" },
    { intent: "remove-passkey", id: "p1" },
  ];
  for (const form of forms) {
    expect((await postForm(accountRoute.action, "/account", form, headers)).status).toBe(404);
  }
  expect(await findViewer(owner.headers)).not.toBeNull();
  expect((await accountOf(owner.headers)).passkeys).toMatchObject([{ id: "p1", name: "Mine" }]);
  expect((await postForm(accountRoute.action, "/account", forms[1] ?? {}, owner.headers)).status).toBe(200);
  expect((await accountOf(owner.headers)).passkeys).toMatchObject([{ name: "Yours" }]);
  expect((await postForm(accountRoute.action, "/account", { intent: "nonsense" }, headers)).status).toBe(400);
});

test("a passkey waits for the address to be verified, and nonsense is no passkey's answer", async () => {
  const account = await makeAccount();
  const early = await postForm(passkeyStartRoute.action, "/account/passkeys/start", {}, account.headers);
  expect([early.status, JSON.parse(String(early.data))]).toMatchObject([
    403,
    { problem: expect.stringMatching(/^Verify/) },
  ]);
  const { headers } = await verified(account);
  const started = await postForm(passkeyStartRoute.action, "/account/passkeys/start", {}, headers);
  expect(started.headers.get("set-cookie")).toMatch(/^tradeoff\.passkey=/);
  expect(JSON.parse(String(started.data))).toMatchObject({
    rp: { id: "localhost" },
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
  const finish = (body: string) =>
    runRoute(passkeyFinishRoute.action, "/", { method: "POST", headers: { origin: site }, body });
  expect((await finish("nonsense")).status).toBe(400);
  expect((await finish(JSON.stringify({ id: "x", response: {} }))).status).toBe(401);
});

test("looking at a link signs nobody in; its button does, and leads on", async () => {
  const { viewer } = await makeAccount({ email: "button@example.com" });
  const fields = { intent: "link", email: "button@example.com", next: "/progress" };
  const sent = await postForm(signInRoute.action, "/sign-in", fields);
  expect(sent.data).toMatchObject({ sent: true, email: "button@example.com" });
  const { link } = await newestMail("button@example.com");
  for (let n = 0; n < 2; n++) {
    const looked = await runRoute(magicLinkRoute.loader, link.pathname + link.search);
    expect(looked.data).toMatchObject({ next: "/progress", link: { email: "button@example.com" } });
    expect(looked.headers.getSetCookie()).toEqual([]);
  }
  const form = { token: await tokenFrom("button@example.com"), next: "/progress" };
  const pressed = await postForm(magicLinkRoute.action, "/magic-link", form);
  expect([pressed.status, pressed.headers.get("location")]).toEqual([302, "/progress"]);
  expect((await findViewer(browserWith(pressed.headers)))?.id).toBe(viewer.id);
  expect((await postForm(magicLinkRoute.action, "/magic-link", form)).status).toBe(410);
});

test("the page of the second step sends whoever has not begun to the beginning", async () => {
  const answer = await runRoute(codeRoute.loader, "/sign-in/code?next=/progress");
  expect([answer.status, answer.headers.get("location")]).toEqual([302, "/sign-in?next=%2Fprogress"]);
});

test("a form of another site does nothing on any of these pages", async () => {
  const { headers } = await makeAccount();
  const forged = new Headers([...headers, ["origin", "http://evil.example"]]);
  const routes = [accountRoute, twoFactorRoute, codeRoute, magicLinkRoute, passkeyStartRoute, passkeyFinishRoute];
  for (const { action } of routes) {
    const answer = await postForm(action, "/", { intent: "change-name", name: "Eve" }, forged);
    expect([answer.status, answer.headers.getSetCookie()]).toEqual([403, []]);
  }
  expect((await findViewer(headers))?.name).not.toBe("Eve");
});

test("the mailbox opens by its key, keeps the visitor by a cookie, and is not there for anybody else", async () => {
  const look = (path: string, headers?: HeadersInit) => runRoute(mailboxRoute.loader, path, { headers });
  const { headers } = await makeAccount();
  expect((await look("/mailbox")).status).toBe(404);
  expect((await look("/mailbox?key=0", headers)).status).toBe(404);
  expect((await look("/mailbox", { cookie: "operator=nonsense" })).status).toBe(404);
  const { pathname, search } = new URL(mailboxAddress() ?? "");
  const opened = await look(pathname + search);
  expect([opened.status, opened.headers.get("location")]).toEqual([302, "/mailbox"]);
  expect(opened.headers.get("set-cookie")).toMatch(/; Path=\/; HttpOnly; SameSite=Lax$/);
  const shown = await look("/mailbox", browserWith(opened.headers));
  expect(shown.data).toMatchObject({ mails: expect.any(Array), hasServer: false });
});
