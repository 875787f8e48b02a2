import { chromium } from "/work/main/node_modules/@playwright/test/index.mjs";
import { visitOverHttp } from "#test/support/http-visitor.ts";
const url = "http://localhost:4815";
const guest = visitOverHttp(url);
for (let i = 0; i < 3; i++) { const r = await guest.post("/practice/drill?index"); const loc = r.headers.get("location")!; await guest.post(loc, { approach: "prompt", reason: "no idea" }); }
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
const ctx = await browser.newContext(); await ctx.addCookies(guest.cookies().map((c) => ({ ...c, url })));
const page = await ctx.newPage(); page.on("console", (m) => console.log(m.text().slice(0, 200)));
await page.goto(url + "/practice", { waitUntil: "networkidle" });
await page.getByRole("textbox").fill("speed"); await page.keyboard.press("Control+Enter"); await page.getByText("How well").waitFor();
await page.evaluate(() => { (window as any).__same = 1; document.addEventListener("focusin", (e) => console.log("focusin", (e.target as HTMLElement).outerHTML.slice(0, 80))); });
await page.keyboard.press("3"); await page.getByText(/Your last rating/).waitFor({ timeout: 40000 }).catch(() => console.log("never")); await page.waitForTimeout(1000);
console.log(await page.evaluate(() => [(window as any).__same, document.activeElement?.outerHTML.slice(0, 100)]));
await page.screenshot({ path: "/tmp/p5-dbg.png" });
await browser.close();
