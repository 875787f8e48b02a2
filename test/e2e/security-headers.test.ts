import { expect, test } from "vitest";
import { visitOverHttp } from "#test/support/http-visitor.ts";
import { useSharedApp } from "#test/support/running-app.ts";

// What every page of the running server carries against being framed, injected into or borrowed from.

const url = useSharedApp();

const publicPages = ["/", "/scenarios", "/scenarios/customer-support-chatbot", "/learn", "/progress", "/sign-in"];

async function everyPage(): Promise<{ path: string; response: Response }[]> {
  const guest = visitOverHttp(url);
  const sessionId = await guest.start();
  const paths = [...publicPages, `/sessions/${sessionId}`, `/sessions/${sessionId}/scorecard`, "/no-such-page"];
  return Promise.all(paths.map(async (path) => ({ path, response: await guest.get(path) })));
}

function directives(response: Response): Map<string, string> {
  const policy = response.headers.get("content-security-policy") ?? "";
  return new Map(policy.split(";").map((directive) => [directive.split(" ", 1)[0] ?? "", directive]));
}

test("every page binds scripts to its own nonce, cannot be framed and is what it says it is", async () => {
  for (const { path, response } of await everyPage()) {
    const policy = directives(response);
    expect(policy.get("script-src"), path).toMatch(/^script-src 'self' 'nonce-[\w+/=]{20,}'$/);
    expect(policy.get("frame-ancestors"), path).toBe("frame-ancestors 'none'");
    expect(policy.get("object-src"), path).toBe("object-src 'none'");
    expect(policy.get("form-action"), path).toBe("form-action 'self'");
    expect(response.headers.get("x-content-type-options"), path).toBe("nosniff");
    expect(response.headers.get("x-powered-by"), path).toBeNull();
    expect(response.headers.get("cache-control"), path).toMatch(/private|no-store/);
  }
});

test("no page has a script without the nonce of its response, a handler in an attribute or a script in a link", async () => {
  for (const { path, response } of await everyPage()) {
    const nonce = /'nonce-([^']+)'/.exec(directives(response).get("script-src") ?? "")?.[1];
    const html = await response.text();
    const scripts = html.match(/<script\b[^>]*>/g) ?? [];
    expect(scripts.length, path).toBeGreaterThan(0);
    expect(scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`) && !/\bsrc="\//.test(tag), path)).toEqual([]);
    expect(html.match(/<[^>]+\son\w+=/g), path).toBeNull();
    expect(html.match(/(?:href|src|action)="javascript:/gi), path).toBeNull();
  }
});

test("cookies are out of reach of scripts and of other sites", async () => {
  const guest = visitOverHttp(url);
  const started = await guest.post("/scenarios/customer-support-chatbot");
  const themed = await guest.post("/theme", { theme: "dark", next: "/" });
  const cookies = [...started.headers.getSetCookie(), ...themed.headers.getSetCookie()];
  expect(cookies.length).toBeGreaterThanOrEqual(2);
  for (const cookie of cookies) expect(cookie).toMatch(/^(?=.*; HttpOnly)(?=.*; SameSite=Lax)(?=.*; Path=\/)/i);
});

test("after signing in or choosing a theme nobody is led to another site", async () => {
  const guest = visitOverHttp(url);
  for (const next of ["https://elsewhere.example/", "//elsewhere.example/", "/\\elsewhere.example"]) {
    const themed = await guest.post("/theme", { theme: "dark", next });
    expect([next, themed.headers.get("location")]).toEqual([next, "/"]);
  }
});
