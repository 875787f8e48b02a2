import { gzipSync } from "node:zlib";
import { chromium, type BrowserContext, type Page } from "@playwright/test";
import { chromiumArgs, findChromium } from "#test/support/chromium.ts";
import type { Row } from "./row.ts";

const open = ["/", "/scenarios", "/scenarios/customer-support-chatbot", "/learn", "/learn/cost", "/how-grading-works"];

/** Diagrams are drawn when they come near the window; here nothing ever does. */
function neverNear() {
  window.IntersectionObserver = class {
    root = null;
    rootMargin = "";
    thresholds = [];
    observe() {}
    unobserve() {}
    disconnect() {}
    takeRecords() {
      return [];
    }
  };
}

async function kilobytesOf(page: Page, visit: () => Promise<unknown>): Promise<number> {
  const sizes: Promise<number>[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() !== "script") return;
    sizes.push(response.body().then((body) => gzipSync(body).byteLength));
  });
  await visit();
  await page.waitForLoadState("networkidle");
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0) / 1000;
}

/** Each page in a browser that has nothing yet. */
async function measureFresh(context: BrowserContext, url: string): Promise<number> {
  const page = await context.newPage();
  const kilobytes = await kilobytesOf(page, () => page.goto(url));
  await page.close();
  return kilobytes;
}

async function startSession(context: BrowserContext, url: string): Promise<string> {
  const page = await context.newPage();
  await page.goto(`${url}/scenarios/customer-support-chatbot`);
  await page.getByRole("button", { name: "Start the interview" }).click();
  await page.waitForURL(/\/sessions\//);
  const room = page.url().split("#", 1)[0] ?? "";
  await page.close();
  return room;
}

/** JavaScript, gzip, that a page loads before any diagram is drawn. Null without a browser. */
export async function measureJavaScript(url: string): Promise<Row[] | null> {
  const executablePath = findChromium();
  if (!executablePath) return null;
  const browser = await chromium.launch({ executablePath, args: chromiumArgs });
  try {
    const fresh = async (address: string, state?: Awaited<ReturnType<BrowserContext["storageState"]>>) => {
      const context = await browser.newContext(state ? { storageState: state } : {});
      await context.addInitScript(neverNear);
      const kilobytes = await measureFresh(context, address);
      await context.close();
      return kilobytes;
    };
    const bare = await fresh(`${url}/bare`);
    const visitor = await browser.newContext();
    const room = await startSession(visitor, url);
    const state = await visitor.storageState();
    const baseline = { what: "a bare Remix route: React, Remix, the shell", figure: bare };
    const rows: Row[] = [];
    for (const path of open) {
      rows.push({ what: `JavaScript of ${path}`, figure: await fresh(url + path), unit: "kB gzip", baseline });
    }
    rows.push({ what: "JavaScript of the room", figure: await fresh(room, state), unit: "kB gzip", baseline });
    return rows;
  } finally {
    await browser.close();
  }
}
