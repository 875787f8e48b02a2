import { type Browser, type BrowserContext, chromium, type Page } from "@playwright/test";
import { afterAll, expect, test } from "vitest";
import { chromiumArgs, findChromium, howToInstall } from "#test/support/chromium.ts";

// Playwright as a library: a real Chromium, with an ear at whatever it complains about.

export type Look = {
  width?: 390 | 1440;
  theme?: "light" | "dark";
  script?: boolean;
  motion?: boolean;
  /** The cookies of a browser that was here before. */
  returning?: readonly { name: string; value: string }[];
  /** Complaints that are the point of the test; any other one fails it. */
  expected?: RegExp[];
};

/** Opens an empty page at the site, in a browser profile of its own, as a new visitor has one. */
type Visit = (url: string, look?: Look) => Promise<Page>;

let browser: Promise<Browser> | undefined;

afterAll(async () => (await browser)?.close());

/** A test in a browser; skipped, with the line that installs one, where there is none. */
export const browserTest = test.extend<{ visit: Visit }>({
  visit: async ({ skip, task }, use) => {
    const executablePath = findChromium();
    if (executablePath === null) return skip(howToInstall);
    browser ??= chromium.launch({ executablePath, args: chromiumArgs });
    const running = await browser;
    const contexts: BrowserContext[] = [];
    const complaints: string[] = [];
    await use(async (url, look = {}) => {
      const context = await running.newContext({ baseURL: url, ...profileOf(look) });
      contexts.push(context);
      await context.addCookies((look.returning ?? []).map(({ name, value }) => ({ name, value, url })));
      context.on("page", (page) => listen({ page, url, look, complaints }));
      return context.newPage();
    });
    if (task.result?.state === "fail" || complaints.length > 0) await keepPictures(task.name, contexts);
    await Promise.all(contexts.map((context) => context.close()));
    expect(complaints, "what the browser complained about").toEqual([]);
  },
});

/** What was on screen when a test failed, in test-results/failures. */
async function keepPictures(name: string, contexts: BrowserContext[]): Promise<void> {
  const pages = contexts.flatMap((context) => context.pages());
  const stem = name.replace(/\W+/g, "-").slice(0, 80);
  for (const [at, page] of pages.entries()) {
    await page.screenshot({ path: `test-results/failures/${stem}-${at + 1}.png`, fullPage: true });
  }
}

const heights = { 390: 844, 1440: 900 };

function profileOf({ width = 1440, theme = "light", script = true, motion = false }: Look) {
  return {
    viewport: { width, height: heights[width] },
    colorScheme: theme,
    reducedMotion: motion ? ("no-preference" as const) : ("reduce" as const),
    javaScriptEnabled: script,
    locale: "en-US",
    timezoneId: "UTC",
  };
}

/** Console errors (a violated security policy is one), exceptions, failed requests, and requests to anywhere else. */
function listen({ page, url, look, complaints }: { page: Page; url: string; look: Look; complaints: string[] }) {
  const complain = (what: string) => {
    if (!look.expected?.some((pattern) => pattern.test(what))) complaints.push(`${what} at ${page.url()}`);
  };
  page.on("console", (message) => {
    // The failed request itself says more.
    const isEcho = message.text().startsWith("Failed to load resource");
    if (message.type() === "error" && !isEcho) complain(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => complain(`exception: ${error.stack ?? error.message}`));
  page.on("request", (request) => {
    if (/^https?:/.test(request.url()) && !request.url().startsWith(url)) complain(`left the site: ${request.url()}`);
  });
  page.on("requestfailed", (request) => {
    const reason = request.failure()?.errorText ?? "";
    // A page that is left drops what it was still loading, and one without scripts does not take what is preloaded.
    const isDropped = reason === "net::ERR_ABORTED" || (look.script === false && request.resourceType() === "script");
    if (!isDropped) complain(`failed: ${request.method()} ${request.url()} ${reason}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) complain(`${response.status()}: ${response.request().method()} ${response.url()}`);
  });
}

/** The page is alive: React has taken over what the server sent. */
export async function isAlive(page: Page): Promise<void> {
  // Until its effects have run, a page lets events pass by: entry.client.tsx.
  const hears = () => {
    let heard = false;
    document.addEventListener("keyup", () => (heard = true), { once: true });
    document.dispatchEvent(new KeyboardEvent("keyup"));
    return heard;
  };
  const isTaken = () => Object.keys(document.querySelector("main") ?? {}).some((key) => key.startsWith("__reactProps"));
  await page.waitForFunction(isTaken);
  await page.waitForFunction(hears);
}
