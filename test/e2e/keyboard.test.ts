import type { Locator, Page } from "@playwright/test";
import { expect } from "vitest";
import { browserTest } from "#test/support/browser.ts";
import { answerBox, diagramBox, question, questionBox, seen, waitForGrade } from "#test/support/interview-steps.ts";
import { useSharedApp } from "#test/support/running-app.ts";
import { clarification, strongAnswers } from "#test/support/strong-answers.ts";

// The way to a scorecard without touching a pointer. Wherever the focus goes, it can be seen.

const url = useSharedApp();

const mostStops = 80;

/** What has the focus and shows no sign of it, in words; null when it does show, by itself or by what holds it. */
function findUnseenFocus(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    if (!(focused instanceof HTMLElement) || focused === document.body) return null;
    const probe = document.body.appendChild(document.createElement("i"));
    probe.style.color = "var(--focus)";
    const pen = getComputedStyle(probe).color;
    probe.remove();
    const shows = (element: Element) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      return (outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2) || boxShadow.includes(pen);
    };
    // A field inside a frame lets the frame show it.
    const holders = [focused, focused.closest("label"), focused.closest("form")];
    return holders.some((holder) => holder !== null && shows(holder)) ? null : focused.outerHTML.slice(0, 200);
  });
}

/** Presses Tab until `goal` has the focus; every stop on the way can be seen. */
async function tabTo(page: Page, goal: Locator): Promise<void> {
  for (let stop = 0; stop < mostStops; stop += 1) {
    await page.keyboard.press("Tab");
    expect(await findUnseenFocus(page)).toBeNull();
    if (await goal.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`Tab does not lead to ${String(goal)}.`);
}

browserTest("the whole interview by keyboard alone, with the focus in sight", async ({ visit }) => {
  const page = await visit(url);
  await page.goto("/");
  await page.keyboard.press("Tab");
  await seen(page.getByRole("link", { name: "Skip to the page" })).toBeFocused();
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByRole("button", { name: "Start an interview" }));
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/sessions\/[\w-]+$/);

  await tabTo(page, answerBox(page));
  await page.keyboard.press("Alt+KeyQ");
  await seen(questionBox(page)).toBeFocused();
  await page.keyboard.type(clarification.asked);
  await page.keyboard.press("Control+Enter");
  await seen(page.getByText(clarification.told).first()).toBeVisible();

  const [first, second] = strongAnswers();
  await seen(answerBox(page)).toBeVisible();
  await answerBox(page).focus();
  await page.keyboard.insertText(first?.text ?? "");
  await page.keyboard.press("Alt+KeyD");
  await seen(diagramBox(page)).toBeFocused();
  await page.keyboard.insertText(second?.diagram ?? "");
  await seen(page.getByRole("img", { name: /preview$/ })).toBeVisible();
  await page.keyboard.press("Control+Enter");
  await seen(page.getByRole("textbox", { name: "Your answer to question 2" })).toBeVisible();
  await seen(question(page)).toBeVisible();

  await page.keyboard.press("Alt+KeyQ");
  await page.keyboard.press("Alt+KeyQ");
  await seen(answerBox(page)).toBeFocused();
  await page.keyboard.insertText(second?.text ?? "");
  await tabTo(page, page.getByRole("button", { name: /^Send answer/ }));
  await page.keyboard.press("?");
  const keys = page.getByRole("dialog", { name: "Keys" });
  await seen(keys).toBeVisible();
  await page.keyboard.press("Escape");
  await seen(keys).toBeHidden();

  await tabTo(page, page.locator("summary").filter({ hasText: "Finish early", visible: true }).first());
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByRole("button", { name: "Finish and grade" }).filter({ visible: true }));
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/scorecard$/);
  await waitForGrade(page);

  const key = page.locator(".criteria a.check-key").first();
  await tabTo(page, key);
  await page.keyboard.press("Enter");
  await seen(page).toHaveURL(/#words-/);
  await seen(page.locator(":target")).toBeInViewport();
});

browserTest(
  "keys for one thing do not disturb another: letters typed into an answer stay letters",
  async ({ visit }) => {
    const page = await visit(url);
    await page.goto("/scenarios/legal-document-analysis");
    await page.getByRole("button", { name: "Start the interview" }).click();
    await answerBox(page).pressSequentially("Why? Q and D, 5 > 3.");
    await seen(answerBox(page)).toHaveValue("Why? Q and D, 5 > 3.");
    await seen(page.getByRole("dialog")).toHaveCount(0);
    await page.keyboard.press("Enter");
    await seen(answerBox(page)).toHaveValue("Why? Q and D, 5 > 3.\n");
  },
);
