import { expect } from "vitest";
import { browserTest } from "#test/support/browser.ts";
import { seen } from "#test/support/interview-steps.ts";
import { useSharedApp } from "#test/support/running-app.ts";

const url = useSharedApp();

/** Presses a key as soon as React listens for one, which is before it has rendered anything. */
function pressBeforeTheFirstRender() {
  const listen = document.addEventListener.bind(document);
  const addEventListener: typeof document.addEventListener = (name: string, ...rest: [EventListener]) => {
    listen(name, ...rest);
    if (name !== "keydown" || document.documentElement.dataset["pressed"] === "early") return;
    document.documentElement.dataset["pressed"] = "early";
    queueMicrotask(() => document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "a", bubbles: true })));
  };
  document.addEventListener = addEventListener;
}

browserTest("a key pressed before the page has come to life disturbs nothing", async ({ visit }) => {
  const page = await visit(url);
  await page.addInitScript(pressBeforeTheFirstRender);
  await page.goto("/");
  expect(await page.locator("html").getAttribute("data-pressed")).toBe("early");
  await page.getByRole("link", { name: "Scenarios", exact: true }).first().click();
  await seen(page).toHaveURL(/\/scenarios$/);
});
