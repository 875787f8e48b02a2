import { chromium } from "/work/main/node_modules/@playwright/test/index.mjs";
import { visitOverHttp } from "#test/support/http-visitor.ts";
const url = "http://localhost:4815";
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
const ctx = await browser.newContext({ viewport: { width: 1440, height: 900 } });
const page = await ctx.newPage();
page.on("console", (m) => { if (m.type() === "error") console.log("console:", m.text().slice(0, 300)); });
page.on("pageerror", (e) => console.log("pageerror", e.message.slice(0, 300)));
const shot = async (name: string) => {
  for (const [w, scheme] of [[1440, "light"], [390, "light"], [1440, "dark"]] as const) {
    await page.emulateMedia({ colorScheme: scheme }); await page.setViewportSize({ width: w, height: 900 });
    await page.waitForTimeout(400);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth); if (over > 0) console.log(name, w, "overflows", over);
    await page.screenshot({ path: `/tmp/p5-${name}-${w}-${scheme}.png`, fullPage: true });
  }
  await page.setViewportSize({ width: 1440, height: 900 }); await page.emulateMedia({ colorScheme: "light" });
};
await page.goto(url + "/practice", { waitUntil: "networkidle" }); await shot("empty");
await page.goto(url + "/practice/drill", { waitUntil: "networkidle" }); await shot("drills");
await page.getByRole("button", { name: "Start the minute" }).click(); await page.waitForURL(/drill\/[\w-]{20,}/); await page.waitForTimeout(1500); await shot("drill");
await page.getByRole("radio", { name: /^RAG/ }).check(); await page.getByRole("textbox").fill("It depends on many things, we should look at the market."); await page.keyboard.press("Control+Enter");
await page.getByRole("heading", { name: "Why not the others" }).waitFor({ timeout: 20000 }); await shot("drill-result");
const guest = visitOverHttp(url);
const id = await guest.start();
await guest.answer(id, { text: "I would fine-tune on the articles every night, so it knows them by heart. Retrieval costs 50,000 queries a day times $0.00002, which is $340 a month." });
await guest.finish(id, "");
for (let t = 0; t < 30; t++) { await page.waitForTimeout(1000); const r = await (await guest.get(`/sessions/${id}/scorecard`)).text(); if (/Every check|score-words|of 100/.test(r)) break; }
await ctx.addCookies(guest.cookies().map((c) => ({ ...c, url })));
await page.goto(url + "/practice", { waitUntil: "networkidle" }); await shot("card");
await page.getByRole("textbox").fill("The articles change every week, so a trained model would be out of date; I would look them up."); await page.keyboard.press("Control+Enter");
await page.getByText("How well did you have it?").waitFor({ timeout: 20000 }); await shot("answered");
await page.keyboard.press("3"); await page.getByText(/Your last rating/).waitFor({ timeout: 20000 }); await page.waitForTimeout(800); 
console.log("focus", await page.evaluate(() => document.activeElement?.id));
await page.getByRole("button", { name: "Set this card aside" }).click(); await page.getByRole("heading", { name: "Set aside" }).waitFor(); await shot("aside");
await page.goto(url + "/progress", { waitUntil: "networkidle" }); await shot("progress0");
await page.getByLabel("The day").fill("2026-12-03"); await page.getByRole("button", { name: "Make a plan" }).click(); await page.getByRole("heading", { name: /Interview on/ }).waitFor(); await page.waitForTimeout(500); await shot("progress");
await browser.close();
