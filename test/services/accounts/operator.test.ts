import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { isOperatorKey, mailboxAddress, mailReach } from "#app/services/accounts/operator.server.ts";
import { makeDirectory } from "#test/support/directory.ts";

test("the operator's key is made once beside the data, and opens the mailbox", async () => {
  const settings = { dataDir: await makeDirectory(), databaseUrl: null, appUrl: "http://localhost:3000" };
  const address = mailboxAddress(settings) ?? "";
  const key = new URL(address).searchParams.get("key");
  const path = join(settings.dataDir, "operator-key");
  expect(await readFile(path, "utf8")).toBe(key);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect(mailboxAddress(settings)).toBe(address);
  expect(isOperatorKey(key, settings)).toBe(true);
});

test("nothing else opens it: no key, another's, or more than the key", async () => {
  const settings = { dataDir: await makeDirectory(), databaseUrl: null, appUrl: "http://localhost:3000" };
  const key = new URL(mailboxAddress(settings) ?? "").searchParams.get("key") ?? "";
  for (const given of [null, undefined, "", "0", key.slice(1), `${key} `, key.toUpperCase(), { key }, [key]]) {
    expect(isOperatorKey(given, settings)).toBe(false);
  }
});

test("on PostgreSQL nobody is alone with the data, so there is no mailbox and no key", async () => {
  const settings = {
    dataDir: await makeDirectory(),
    databaseUrl: "postgres://db/tradeoff",
    appUrl: "http://x.example",
  };
  expect(mailboxAddress(settings)).toBeNull();
  expect(isOperatorKey("", settings)).toBe(false);
});

test("mail goes to the mail server, without one into the mailbox, and on PostgreSQL without one nowhere", () => {
  const smtp = { url: "smtp://mail.example", from: "mail@tradeoff.example" };
  const databaseUrl = "postgres://db/tradeoff";
  expect(mailReach({ databaseUrl: null, smtp })).toBe("sent");
  expect(mailReach({ databaseUrl, smtp })).toBe("sent");
  expect(mailReach({ databaseUrl: null, smtp: null })).toBe("kept");
  expect(mailReach({ databaseUrl, smtp: null })).toBe("nowhere");
});
