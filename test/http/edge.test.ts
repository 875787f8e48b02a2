import fc from "fast-check";
import { expect, test } from "vitest";
import { parseNextPath } from "#app/http/next-path.server.ts";
import { requireFound } from "#app/http/not-found.server.ts";
import { requireSameOrigin } from "#app/http/same-origin.server.ts";
import { readTheme, writeTheme } from "#app/http/theme.server.ts";

function post(headers: Record<string, string>): Request {
  return new Request("http://localhost:3000/theme", { method: "POST", headers });
}

test("a form sent from a page of this site passes", () => {
  const ours: Record<string, string>[] = [
    { "sec-fetch-site": "same-origin" },
    { "sec-fetch-site": "none" },
    { origin: "http://localhost:3000" },
    { origin: "https://localhost:3000" }, // encrypted as far as the proxy in front
  ];
  for (const headers of ours) expect(() => requireSameOrigin(post(headers))).not.toThrow();
});

test("a request that comes from elsewhere, or does not say, is a 403 in words", async () => {
  const foreign: Record<string, string>[] = [
    {},
    { origin: "null" },
    { origin: "http://evil.example" },
    { origin: "http://localhost:3001" },
    { origin: "http://localhost:3000.evil.example" },
    { "sec-fetch-site": "cross-site", origin: "http://evil.example" },
    { "sec-fetch-site": "same-site", origin: "http://other.localhost:3000" },
  ];
  for (const headers of foreign) {
    const refusal = await Promise.resolve()
      .then(() => requireSameOrigin(post(headers)))
      .catch((thrown: unknown) => thrown);
    expect(refusal).toBeInstanceOf(Response);
    expect((refusal as Response).status).toBe(403);
    expect(await (refusal as Response).text()).toMatch(/did not come from this site's own pages/);
  }
});

test("only a path of this site is followed", () => {
  expect(parseNextPath("/sessions/1?a=b#c")).toBe("/sessions/1?a=b#c");
  const elsewhere = [
    "//evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "/.//evil.example",
    "https://evil.example",
  ];
  for (const path of [...elsewhere, "sessions", "", null, undefined, 7]) expect(parseNextPath(path)).toBe("/");
});

test("whatever is asked for, a browser that follows it stays here", () => {
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.constantFrom("/", "\\", ".", "@", ":", "?", "#", "\t", "\n", " ", "a", "%2f", "-"),
        maxLength: 12,
      }),
      (rest) => {
        const followed = parseNextPath(`/${rest}`);
        expect(new URL(followed, "http://here.example/sign-in").origin).toBe("http://here.example");
      },
    ),
    { numRuns: 2_000 },
  );
});

test("a theme that was written is read back; anything else follows the system", async () => {
  const cookieFor = async (theme: "light" | "dark" | "system") => (await writeTheme(theme)).split(";")[0] ?? "";
  const read = (cookie: string) => readTheme(new Request("http://localhost/", { headers: { cookie } }));
  expect(await read(await cookieFor("dark"))).toBe("dark");
  expect(await read(await cookieFor("light"))).toBe("light");
  expect(await read("theme=nonsense")).toBe("system");
  expect(await read("")).toBe("system");
  expect(await writeTheme("system")).toMatch(/Max-Age=0/);
  expect(await writeTheme("dark")).toMatch(/HttpOnly; SameSite=Lax/);
});

test("what is absent is a 404, and what is falsy but there is returned", () => {
  expect(requireFound(0)).toBe(0);
  expect(requireFound("")).toBe("");
  for (const absent of [null, undefined]) {
    expect(() => requireFound(absent)).toThrow(expect.objectContaining({ status: 404 }));
  }
});
