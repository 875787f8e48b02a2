import { readFileSync } from "node:fs";
import { expect } from "vitest";
import { parseTranscript } from "#app/domain/interview/transcript.ts";
import { browserTest, isAlive } from "#test/support/browser.ts";
import { answer, answerBox, seen, waitForGrade } from "#test/support/interview-steps.ts";
import { useSharedApp } from "#test/support/running-app.ts";

// An exercise in reading code, from the library to the scorecard.

const url = useSharedApp();
const slug = "poll-that-never-ends";

function strongAnswers(): string[] {
  const written = readFileSync(`scenarios/${slug}/calibration/strong.md`, "utf8");
  const { transcript } = parseTranscript(written.slice(written.indexOf("## Interviewer")));
  return transcript.filter(({ speaker }) => speaker === "candidate").map(({ text }) => text);
}

browserTest(
  "an exercise is found in its group, asks three questions and is graded without positions",
  async ({ visit }) => {
    const page = await visit(url);
    await page.goto("/scenarios?minutes=15");
    await isAlive(page);
    const group = page.getByRole("region", { name: "Read the code" });
    expect(await page.locator(".scenario-group").count()).toBe(1);
    await group.getByRole("link", { name: "A new model every Sunday" }).click();
    await page.waitForURL(`**/scenarios/${slug}`);
    await seen(page.getByText("Up to 3 questions")).toBeVisible();
    await page.getByRole("button", { name: "Start the interview" }).click();
    await seen(answerBox(page)).toBeVisible();

    for (const [at, text] of strongAnswers().entries()) {
      await seen(page.getByText(`Question ${at + 1} of 3`, { exact: true })).toBeVisible();
      await answer(page, { text });
    }
    await waitForGrade(page);
    await seen(page.getByText(/^\d+ of 100/).first()).toBeVisible();
    expect(await page.getByText("What could be defended, and when").count()).toBe(0);
    expect(await page.getByText("You argued for").count()).toBe(0);
  },
);

browserTest("on a narrow page code scrolls inside itself, by keyboard, with its lines numbered", async ({ visit }) => {
  const page = await visit(url, { width: 390 });
  await page.goto(`/scenarios/${slug}`);
  await isAlive(page);
  const code = page.locator("pre.numbered");
  expect(await code.locator(".line").count()).toBeGreaterThan(15);
  await page.getByRole("button", { name: "Start the interview" }).focus();
  await page.keyboard.press("Tab");
  await seen(code).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await seen.poll(() => code.evaluate(({ scrollLeft }) => scrollLeft)).toBeGreaterThan(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
});

browserTest("without scripts the code is all there", async ({ visit }) => {
  const page = await visit(url, { script: false });
  await page.goto(`/scenarios/${slug}`);
  expect(await page.locator("pre.numbered").textContent()).toContain('while job.status != "succeeded":');
});
