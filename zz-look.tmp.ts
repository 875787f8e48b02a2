import { chromium } from "@playwright/test";
const url = "http://localhost:4906";
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"] });
const shots: [string, string][] = [["empty", "/search"], ["found", "/search?q=how+often+may+we+retrain+before+it+stops+paying"], ["none", "/search?q=best+pizza+recipe+with+sourdough"], ["typo", "/search?q=adpater+size"], ["long", "/search?q=" + "word+".repeat(200)], ["common", "/search?q=the+of+and"]];
for (const [scheme, width] of [["light", 1440], ["dark", 390]] as const) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme });
  const page = await context.newPage(); page.setDefaultTimeout(120_000);
  page.on("console", (m) => m.type() === "error" && console.log("console", m.text().slice(0, 300)));
  page.on("pageerror", (e) => console.log("error", e.message));
  for (const [name, path] of shots) { await page.goto(url + path, { waitUntil: "networkidle" }); await page.screenshot({ path: `/tmp/look/${name}-${width}-${scheme}.png`, fullPage: name !== "found" ? false : true }); const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth); if (wide) console.log("scrolls sideways", name, width); }
  if (width === 1440) {
    await page.goto(url + "/scenarios/customer-support-chatbot", { waitUntil: "networkidle" });
    await page.locator("main form[method=post] button").first().click(); await page.waitForURL(/sessions/);
    await page.goto(url + "/search", { waitUntil: "networkidle" });
    await page.locator("main input[name=q]").pressSequentially("how often may we retrain", { delay: 60 });
    await page.waitForURL(/q=how/); await page.getByText("By words and by meaning").waitFor();
    console.log(page.url());
    await page.getByRole("button", { name: "Ask" }).click(); await page.getByText("left out").waitFor();
    await page.screenshot({ path: `/tmp/look/ask-${width}.png`, fullPage: true });
  }
  await context.close();
}
await browser.close();
