import type { Page } from "@playwright/test";
import { expect } from "vitest";
import { browserTest, isAlive } from "#test/support/browser.ts";
import { seen } from "#test/support/interview-steps.ts";
import { sidewaysScroll } from "#test/support/look-at.ts";
import { useSharedApp } from "#test/support/running-app.ts";

// The decision lab by keyboard, by address and without scripts.

const url = useSharedApp();

const answer = (page: Page) => page.locator(".lab-answer");

const allVerdicts =
  "Three of seven say fine-tune; S0’s six questions and S3’s rules say hybrid; S2’s flowchart says RAG; S2’s table does not decide.";

browserTest("a situation is answered by keyboard, and its address brings it back", async ({ visit }) => {
  const page = await visit(url);
  await page.goto("/labs/decide");
  await isAlive(page);
  await seen(answer(page)).toHaveText(allVerdicts);
  await page.getByRole("group", { name: "Must the format always hold?" }).getByRole("radio", { checked: true }).focus();
  await page.keyboard.press("ArrowRight");
  await seen(answer(page)).not.toHaveText(allVerdicts);
  await page.getByRole("textbox", { name: "Queries" }).focus();
  await page.keyboard.press("Control+A");
  await page.keyboard.type("200000");
  await page.keyboard.press("Tab");
  await seen(page).toHaveURL(/formatCritical=no.*queriesPerMonth=200000/);
  const said = await answer(page).textContent();
  const way = page.locator("#s2-flowchart .decide-steps li");
  await seen(way).toHaveCount(5);
  await page.reload();
  await isAlive(page);
  await seen(answer(page)).toHaveText(said ?? "");
  await page.getByRole("link", { name: "Clear all facts" }).press("Enter");
  await seen(answer(page)).toHaveText("None of the seven can tell yet: too little is known.");
  await page.goBack();
  await seen(answer(page)).toHaveText(said ?? "");
});

browserTest(
  "the way taken is drawn into the procedure's own diagram, anew for another situation",
  async ({ visit }) => {
    const page = await visit(url, { width: 390 });
    await page.goto("/labs/decide");
    await isAlive(page);
    const flowchart = page.locator("#s2-flowchart");
    await flowchart.scrollIntoViewIfNeeded();
    const taken = flowchart.locator(".diagram-picture .node.taken");
    await seen(taken).toHaveCount(3);
    await page.getByRole("link", { name: "Tags for millions of tickets" }).press("Enter");
    await seen(answer(page)).toHaveText("All seven say fine-tune.");
    await flowchart.scrollIntoViewIfNeeded();
    await seen(taken).toHaveCount(5);
    await seen(flowchart.locator(".diagram-picture .node.tune")).toHaveCount(1);
    expect(await sidewaysScroll(page)).toBe(0);
  },
);

browserTest("a fact that is missing is named where it is missed, and leads to its field", async ({ visit }) => {
  const page = await visit(url);
  await page.goto("/labs/decide?dataChanges=weekly&externalOrPrivateData=yes");
  await isAlive(page);
  await seen(answer(page)).toHaveText("S2’s flowchart says RAG; six cannot tell yet.");
  const tree = page.getByRole("row", { name: /S1’s tree/ });
  await tree.getByRole("link", { name: "whether the format is critical" }).press("Enter");
  await seen(page).toHaveURL(/#fact-formatCritical$/);
  await page.keyboard.press("Tab");
  await seen(page.locator("input[name=formatCritical]:focus")).toHaveCount(1);
});

browserTest("what an address says wrongly is named at its field and counts as not known", async ({ visit }) => {
  const page = await visit(url, { script: false });
  const wrong =
    "labelledExamples=-3&latencyBudgetMs=abc&queriesPerMonth=1e99&needsCitations=perhaps&dataChanges=hourly";
  const response = await page.goto(`/labs/decide?${wrong}&budget=7&${"x".repeat(3000)}=1`);
  expect(response?.status()).toBe(200);
  await seen(page.getByText("“-3” is too little. Write a whole number from 0 to 1,000,000,000.")).toBeVisible();
  await seen(page.getByText("“abc” is not a number. Write a number from 1 to 86,400,000.")).toBeVisible();
  await seen(page.getByText("“1e99” is too much.")).toBeVisible();
  await seen(page.getByText("“perhaps” is not one of the answers.")).toBeVisible();
  await seen(page.getByText("“hourly” is not one of the answers.")).toBeVisible();
  await seen(page.getByText("The address also says “budget”")).toBeVisible();
  await seen(answer(page)).toHaveText("None of the seven can tell yet: too little is known.");
  expect(await page.locator("main").innerText()).not.toMatch(/NaN|undefined|Infinity/);
  expect(await sidewaysScroll(page)).toBe(0);
});

browserTest("without scripts the form is sent, and all that it leads to can be read", async ({ visit }) => {
  const page = await visit(url, { script: false, width: 390 });
  await page.goto("/labs/decide");
  await seen(answer(page)).toHaveText(allVerdicts);
  await page.getByLabel("How often does the knowledge change?").selectOption("Every day");
  await page.getByRole("group", { name: "Must answers cite their sources?" }).getByText("Not known").click();
  await page.getByRole("button", { name: "Ask all seven" }).click();
  await seen(page).toHaveURL(/dataChanges=daily/);
  await seen(page.locator("#s2-flowchart").getByText("Does knowledge change often? Yes.")).toBeVisible();
  await seen(page.locator("#s1-tree .diagram-outline")).toBeVisible();
  await seen(page.getByText("29 of 32 end in RAG.")).toBeVisible();
  await seen(page.getByText("45 of 64 end in hybrid.")).toBeVisible();
  await seen(page.getByText("51 of 64 end in RAG.")).toBeVisible();
  expect(await sidewaysScroll(page)).toBe(0);
});
