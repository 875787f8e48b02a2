import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect } from "vitest";
import { paletteOf } from "#app/components/diagram/mermaid-theme.ts";

// A page as it is now, looked at in both themes: by axe, by its edges, and as a picture for a person to look at.

const themes = ["light", "dark"] as const;

/** Leaves a picture of each look in test-results/screens, and fails the test for whatever is unsound about it. */
export async function lookAt(page: Page, name: string, widths: readonly (390 | 1440)[]): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: width === 390 ? 844 : 900 });
    for (const theme of themes) {
      const what = `${name}, ${width} px, ${theme}`;
      await page.emulateMedia({ colorScheme: theme });
      await keepDrawing(page);
      await settle(page, theme);
      await page.screenshot({ path: `test-results/screens/${name}-${width}-${theme}.png`, fullPage: true });
      expect.soft(await findBarriers(page, theme === "light" ? "all" : "colour"), what).toEqual([]);
      expect.soft(await sidewaysScroll(page), `sideways scroll of ${what}`).toBe(0);
      expect.soft(await movingParts(page), `what moves by itself on ${what}`).toEqual([]);
    }
  }
}

/**
 * Chromium without a screen now and then stops drawing a page that it takes for hidden, and then nothing that waits for a
 * frame ends; coming to the front and another size make it draw again.
 */
async function keepDrawing(page: Page): Promise<void> {
  await page.bringToFront();
  const draws = await page.evaluate(() =>
    Promise.race([
      new Promise<boolean>((resolve) => requestAnimationFrame(() => resolve(true))),
      new Promise<boolean>((resolve) => setTimeout(() => resolve(false), 3000)),
    ]),
  );
  const size = page.viewportSize();
  if (draws || !size) return;
  await page.setViewportSize({ ...size, height: size.height + 1 });
  await page.setViewportSize(size);
}

/** Diagrams are drawn when they come near the window, and anew in the colours of another theme. */
async function settle(page: Page, theme: (typeof themes)[number]): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  for (const figure of await page.locator("figure.diagram").all()) {
    if (await figure.isVisible()) await figure.scrollIntoViewIfNeeded();
  }
  await page.waitForFunction((sheet = "") => {
    const seen = (selector: string) =>
      [...document.querySelectorAll<HTMLElement>(selector)].filter(({ offsetWidth }) => offsetWidth > 0);
    return (
      seen("figure.diagram").every(({ dataset }) => dataset.state === "drawn" || dataset.state === "failed") &&
      seen(".diagram-picture:not(.is-stale)").every(({ innerHTML }) => innerHTML.includes(sheet))
    );
  }, paletteOf(theme).sheet);
  await page.evaluate(() => scrollTo(0, 0));
}

const axeTags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** The rules that a theme can change the answer of. */
const axeColourRules = ["color-contrast", "link-in-text-block"];

/** What axe finds on the page as it is now, one line for each element; by all rules, or those about colour. */
export async function findBarriers(page: Page, rules: "all" | "colour" = "all"): Promise<string[]> {
  // The newer mode puts the results of several frames together in a page of its own; there are no frames here.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const { violations } = await (rules === "all" ? axe.withTags(axeTags) : axe.withRules(axeColourRules)).analyze();
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help}: ${target.join(" ")}`));
}

/** How far the page can be scrolled sideways, which it should not. */
export function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** With reduced motion, which a visitor of the tests asks for unless they say otherwise, nothing does. */
function movingParts(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    document
      .getAnimations()
      .filter(({ playState }) => playState === "running")
      .map(({ effect }) => (effect instanceof KeyframeEffect ? (effect.target?.outerHTML.slice(0, 120) ?? "") : "")),
  );
}
