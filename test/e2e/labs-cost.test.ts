import type { Locator, Page } from "@playwright/test";
import { expect } from "vitest";
import { browserTest, isAlive } from "#test/support/browser.ts";
import { seen } from "#test/support/interview-steps.ts";
import { findBarriers, sidewaysScroll } from "#test/support/look-at.ts";
import { useSharedApp } from "#test/support/running-app.ts";

// The cost and the latency lab: live by keyboard, shareable by address, whole without scripts.

const url = useSharedApp();

const answer = (page: Page) => page.locator(".lab-answer");
const field = (page: Page, name: string) => page.locator(`.lab-input input[name="${name}"]`);
const slider = (page: Page, label: RegExp) => page.getByRole("slider", { name: label });

async function press(page: Page, at: Locator, key: string, times = 1): Promise<void> {
  await at.focus();
  for (let time = 0; time < times; time += 1) await page.keyboard.press(key);
}

browserTest("the cost lab answers to the keyboard at once, and its address keeps what is set", async ({ visit }) => {
  const page = await visit(url);
  await page.goto("/labs");
  await page.getByRole("link", { name: "Cost", exact: true }).press("Enter");
  await page.waitForURL(/\/labs\/cost$/);
  await isAlive(page);
  await seen(answer(page)).toHaveText(/^Never retrained, fine-tuning is cheaper by \$890 a month\./);

  await field(page, "retrainsPerMonth").fill("1");
  await seen(answer(page)).toHaveText(
    /^Retrained once a month, fine-tuning is cheaper by \$90 a month\. It flips above 1\.11/,
  );
  await seen(page).toHaveURL(/retrainsPerMonth=1(&|$)/);
  await press(page, slider(page, /^Training again/), "ArrowRight", 40);
  await seen(answer(page)).toHaveText(/^Retrained 2\.0 times a month|^Retrained twice a month/);
  await seen(page).toHaveURL(/retrainsPerMonth=2(&|$)/);
  await seen(slider(page, /^Training again/)).toHaveAttribute("aria-valuetext", "twice a month");

  await page.reload();
  await seen(answer(page)).toHaveText(/^Retrained twice a month, retrieval is cheaper by \$710/);
  await isAlive(page);
  await page.getByRole("link", { name: "Two straight lines" }).press("Enter");
  await seen(answer(page)).toHaveText(/No break-even exists\.$/);
  await seen(page.getByText("No break-even exists.", { exact: true }).first()).toBeVisible();
  await page.getByRole("link", { name: "Add them" }).press("Enter");
  await seen(answer(page)).toHaveText(/It flips above 20,0\d\d queries in the first month\.$/);
  await page.goBack();
  await page.goBack();
  await seen(answer(page)).toHaveText(/^Retrained twice a month/);
  await seen(field(page, "retrainsPerMonth")).toHaveValue("2");
});

browserTest("what another source says can be tried, and a price set to today's is dated", async ({ visit }) => {
  const page = await visit(url);
  await page.goto("/labs/cost?retrainsPerMonth=1");
  await isAlive(page);
  const run = page.locator(".lab-input").filter({ hasText: "One training run" });
  await run.locator("summary").press("Enter");
  await run.getByRole("link", { name: "$2,400 a run" }).press("Enter");
  await seen(field(page, "trainingRunUsd")).toHaveValue("2400");
  await seen(answer(page)).toHaveText(/^Retrained once a month, retrieval is cheaper by \$1,510/);

  await page.getByRole("textbox", { name: "GPT-4o-mini, long prompts" }).fill("0.1");
  const row = page.getByRole("row").filter({ hasText: "GPT-4o-mini, long prompts" });
  await seen(row).toContainText(/\d{4}-\d\d-\d\d/);
  await seen(row).toContainText("set by you");
  await seen(page.getByText("With the inputs as you set them")).toBeVisible();
  await seen(page).toHaveURL(/price\.small-model=0\.1/);
});

browserTest("bad values are named at their fields and computed with the source's", async ({ visit }) => {
  const page = await visit(url);
  await page.goto("/labs/cost?preset=nonsense&queriesPerDay=-1&ragTokensPerQuery=abc&trainingRunUsd=1e99&price.gpu=0");
  await isAlive(page);
  await seen(page.getByText("There is no model “nonsense”.")).toBeVisible();
  for (const [name, words] of [
    ["queriesPerDay", /“-1” is less\. Computed with 50,000 instead/],
    ["ragTokensPerQuery", /“abc” is not one\. Computed with 2,100 instead/],
    ["trainingRunUsd", /“1e99” is (more|not one)\. Computed with 800 instead/],
  ] as const) {
    await seen(field(page, name)).toHaveAttribute("aria-invalid", "true");
    await seen(page.locator(".lab-input").filter({ has: page.locator(`input[name="${name}"]`) })).toContainText(words);
  }
  await seen(page.getByText("Write an amount above 0, up to 10,000 dollars.")).toBeVisible();
  await seen(answer(page)).toHaveText(/cheaper by \$890/);
  expect(await page.locator("main").innerText()).not.toMatch(/NaN|Infinity|undefined/);
  await field(page, "queriesPerDay").fill("100000");
  await seen(field(page, "queriesPerDay")).not.toHaveAttribute("aria-invalid", "true");
});

browserTest(
  "the latency lab shows that a sum of p95s is no p95, by a seed that the address keeps",
  async ({ visit }) => {
    const page = await visit(url);
    await page.goto("/labs/latency");
    await isAlive(page);
    await seen(answer(page)).toHaveText(/^The four p95s add up to 2,908 ms\. .* a sum of p95s is not a p95\.$/);
    const first = await answer(page).innerText();
    await field(page, "seed").fill("7");
    await seen(page).toHaveURL(/seed=7/);
    const seventh = await answer(page).innerText();
    await press(page, slider(page, /^How far stages are slow together/), "End");
    await seen(answer(page)).toHaveText(/all stages are slow for the same requests\.$/);
    await press(page, slider(page, /^How far stages are slow together/), "Home");
    await seen(answer(page)).toHaveText(seventh);
    await field(page, "seed").fill("1");
    await seen(answer(page)).toHaveText(first);

    await page.getByRole("link", { name: "A cache of answers" }).press("Enter");
    await seen(answer(page)).toHaveText(/^With 55 % from the cache, .* 754 ms, is neither\.$/);
    await press(page, slider(page, /^Queries answered from the cache/), "Home");
    await seen(answer(page)).toHaveText(/^With 0 % from the cache, half of all answers are there after 1,455 ms/);
    await field(page, "missP95Ms").fill("10");
    await seen(page.getByText(/“A miss, p95” must be “A miss, p50” \(1455\) or more/)).toBeVisible();
  },
);

for (const path of ["/labs/cost", "/labs/latency"]) {
  browserTest(`without scripts ${path} shows its defaults and answers a form`, async ({ visit }) => {
    const page = await visit(url, { script: false, width: 390 });
    await page.goto(path);
    await seen(answer(page)).toHaveText(/./);
    const before = await answer(page).innerText();
    await seen(page.locator(".chart-drawing svg:visible").first()).toBeVisible();
    const [name, value] = path === "/labs/cost" ? ["retrainsPerMonth", "3"] : ["ragLlmP95Ms", "4,000"];
    await field(page, name).fill(value);
    await page.getByRole("button", { name: "Compute", exact: true }).click();
    await seen(field(page, name)).toHaveValue(value);
    expect(await answer(page).innerText()).not.toBe(before);
    await seen(page.locator(".field-error")).toHaveCount(0);
    expect(await sidewaysScroll(page)).toBe(0);
  });
}

for (const lab of ["/labs/cost", "/labs/latency"]) {
  browserTest(`every model of ${lab} is sound, with its tables open`, async ({ visit }) => {
    const page = await visit(url, { width: 390 });
    await page.goto(lab);
    const links = page.locator(".preset-tabs a");
    const models = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
    expect(models.length).toBeGreaterThan(3);
    for (const model of models) {
      await page.goto(model);
      await isAlive(page);
      await page.locator("main details").evaluateAll((all) => all.forEach((each) => each.setAttribute("open", "")));
      expect(await findBarriers(page), model).toEqual([]);
      expect(await sidewaysScroll(page), model).toBe(0);
      expect(await page.locator("main").innerText(), model).not.toMatch(/NaN|Infinity|undefined/);
    }
  });
}
