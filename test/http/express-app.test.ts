import { expect, test, vi } from "vitest";
import { startExpress } from "#test/support/express-server.ts";

const megabyte = 1_048_576;

/** A body that does not announce its length. */
function streamOf(bytes: number): ReadableStream<Uint8Array> {
  let left = bytes;
  return new ReadableStream({
    pull(controller) {
      const chunk = Math.min(left, 65_536);
      if (chunk === 0) return controller.close();
      controller.enqueue(new Uint8Array(chunk).fill(97));
      left -= chunk;
    },
  });
}

test("a form of a page of another site is refused in plain words, before Remix sees it", async () => {
  const { url } = await startExpress();
  const elsewhere: Record<string, string>[] = [
    { origin: "http://evil.example" },
    { "sec-fetch-site": "cross-site" },
    {},
  ];
  for (const headers of elsewhere) {
    const response = await fetch(`${url}/echo`, { method: "POST", headers, body: "x" });
    expect(response.status).toBe(403);
    expect(await response.text()).toMatch(/did not come from this site's own pages, so nothing was changed/);
  }
});

test("a body above 1 MB that is announced is refused in plain words", async () => {
  const { url } = await startExpress();
  const send = (bytes: number) =>
    fetch(`${url}/echo`, { method: "POST", headers: { origin: url }, body: "a".repeat(bytes) });
  expect(await (await send(megabyte)).json()).toMatchObject({ bytes: megabyte });
  const refused = await send(megabyte + 1);
  expect(refused.status).toBe(413);
  expect(await refused.text()).toMatch(/more than 1 MB, so it was not read and nothing was changed/);
});

test("a body that only turns out to be above 1 MB is refused as well, and a small one arrives whole", async () => {
  const { url } = await startExpress();
  const send = (bytes: number) =>
    fetch(`${url}/echo`, {
      method: "POST",
      headers: { origin: url },
      body: streamOf(bytes),
      duplex: "half",
    });
  expect(await (await send(300_000)).json()).toMatchObject({ bytes: 300_000 });
  const refused = await send(megabyte + 1);
  expect(refused.status).toBe(413);
  expect(await (await send(5)).json()).toMatchObject({ bytes: 5 });
});

test("a zip of 10 MB is taken where scenarios are imported, and nowhere else", async () => {
  const { url } = await startExpress();
  const send = (path: string, bytes: number, method = "POST") =>
    fetch(url + path, { method, headers: { origin: url }, body: "a".repeat(bytes) });
  for (const path of ["/studio/acme/import", "/studio/acme/import.data?index"]) {
    expect((await send(path, 9 * megabyte)).status, "it reaches the application, which has no such page here").toBe(
      404,
    );
    const refused = await send(path, 11 * megabyte);
    expect([refused.status, await refused.text()]).toEqual([413, expect.stringMatching(/more than 10 MB/)]);
  }
  const others: [string, string][] = [
    ["/studio/acme/import/one", "POST"],
    ["/studio/import", "POST"],
    ["/studio/acme/important", "POST"],
    ["/studio/a/b/import", "POST"],
    ["/studio/acme/import", "PUT"],
  ];
  for (const [path, method] of others) expect((await send(path, megabyte + 1, method)).status).toBe(413);
});

test("the visitor's address is the connection's, whatever the visitor says", async () => {
  const { url } = await startExpress();
  const headers = {
    "x-client-address": "203.0.113.1",
    "x-forwarded-for": "203.0.113.2",
    "x-forwarded-host": "a.example",
  };
  const said = await (await fetch(`${url}/echo`, { headers })).json();
  expect(said).toMatchObject({ address: "127.0.0.1", url: `${url}/echo` });
});

test("behind one proxy the address and the host are what that proxy says, not what came before it", async () => {
  const { url } = await startExpress({ TRUST_PROXY: "1" });
  const headers = {
    "x-forwarded-for": "198.51.100.66, 203.0.113.2",
    "x-forwarded-host": "tradeoff.example",
    "x-forwarded-proto": "https",
  };
  const said = await (await fetch(`${url}/echo`, { headers })).json();
  expect(said).toMatchObject({ address: "203.0.113.2", url: "https://tradeoff.example/echo" });
  const origin = "https://tradeoff.example";
  const posted = await fetch(`${url}/echo`, { method: "POST", headers: { ...headers, origin }, body: "x" });
  expect(await posted.json()).toMatchObject({ bytes: 1 });
});

test("every response has a policy with a nonce of its own, which the application is told", async () => {
  const { url } = await startExpress();
  const nonces = new Set<string>();
  for (let n = 0; n < 3; n++) {
    const response = await fetch(`${url}/echo`);
    const policy = response.headers.get("content-security-policy") ?? "";
    const { nonce } = (await response.json()) as { nonce: string };
    expect(policy).toContain(`script-src 'self' 'nonce-${nonce}';`);
    expect(policy).toContain("object-src 'none'");
    expect(policy).not.toContain("upgrade-insecure-requests");
    nonces.add(nonce);
  }
  expect(nonces.size).toBe(3);
});

test("on https browsers are told to insist on it, on http they are not", async () => {
  const plain = await fetch(`${(await startExpress()).url}/echo`);
  expect(plain.headers.get("strict-transport-security")).toBeNull();
  const secure = await fetch(`${(await startExpress({ APP_URL: "https://tradeoff.example" })).url}/echo`);
  expect(secure.headers.get("strict-transport-security")).toMatch(/max-age=/);
  expect(secure.headers.get("content-security-policy")).toContain("upgrade-insecure-requests");
});

test("a request is one line in the log, without its query, its cookies or its body", async () => {
  const { url, logged } = await startExpress();
  const headers = { origin: url, cookie: "session=secret-cookie" };
  await fetch(`${url}/echo?q=secret-query`, { method: "POST", headers, body: "secret-body" });
  await vi.waitFor(() => expect(logged).toHaveLength(1));
  expect(JSON.parse(logged[0] ?? "")).toMatchObject({ req: { method: "POST", path: "/echo" }, res: { status: 200 } });
  expect(logged[0]).not.toContain("secret");
});

test("the log does not hold what opens an invitation", async () => {
  const { url, logged } = await startExpress();
  for (const address of ["/invitations/secret-token", "/invitations/secret-token.data?_routes=x"]) {
    await (await fetch(url + address)).text();
  }
  await vi.waitFor(() => expect(logged).toHaveLength(2));
  expect(logged.map((line) => (JSON.parse(line) as { req: { path: string } }).req.path)).toEqual([
    "/invitations/…",
    "/invitations/….data",
  ]);
  expect(logged.join("")).not.toContain("secret");
});

test("nor does it where everything broke", async () => {
  const { url, logged } = await startExpress({}, () => Promise.reject(new Error("There is no build.")));
  for (const address of ["/invitations/secret-token", "/Invitations/secret-token.data"]) {
    expect((await fetch(url + address)).status).toBe(500);
  }
  await vi.waitFor(() => expect(logged.filter((line) => line.includes("There is no build."))).toHaveLength(2));
  expect(logged.join("")).not.toContain("secret");
});

test("an asset that is not there is a plain 404, not a page", async () => {
  const { url } = await startExpress();
  const response = await fetch(`${url}/assets/entry-00000000.js`);
  expect(response.status).toBe(404);
  expect(response.headers.get("content-type")).toMatch(/^text\/plain/);
});
