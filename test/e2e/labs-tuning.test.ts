import type { Page } from "@playwright/test";
import { expect } from "vitest";
import { browserTest, isAlive } from "#test/support/browser.ts";
import { seen } from "#test/support/interview-steps.ts";
import { useSharedApp } from "#test/support/running-app.ts";

// The tuning lab trains in a worker of the browser. A run takes seconds, more on a busy machine.

const url = useSharedApp();
const patience = { timeout: 60_000 };

const trained = (page: Page) => seen(page.getByText(/^Trained in this browser in/)).toBeVisible(patience);
const headline = (page: Page) => page.locator(".tuning-headline");

browserTest("what the server trained is trained again in the browser, the same to the last bit", async ({ visit }) => {
  const page = await visit(url);
  await page.goto("/labs/tuning");
  await seen(headline(page)).toContainText(/Full fine-tuning learned the convention to 9\d\s%/);
  await seen(page.getByText(/^Trained in this browser .*the same to the last bit as on the server$/)).toBeVisible(
    patience,
  );
  await seen(page.locator("main")).not.toContainText("NaN");
});

browserTest("by keyboard: inputs, presets, stopping, and adapters swapped on one base", async ({ visit }) => {
  const page = await visit(url);
  await page.goto("/labs/tuning");
  await isAlive(page);
  await page.getByRole("textbox", { name: "Learning rate" }).focus();
  await page.keyboard.press("Control+KeyA");
  await page.keyboard.type("1");
  await page.keyboard.press("Enter");
  await page.waitForURL(/rate=1$/);
  await seen(headline(page)).toContainText("Full fine-tuning diverged at step", patience);
  await seen(headline(page)).toContainText("A learning rate of 1 is too high");

  await page.getByRole("link", { name: "The cure" }).focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/labs\/tuning\?general=15$/);
  await seen(headline(page)).toContainText(/Full fine-tuning learned the convention to 9\d\s%/, patience);
  await trained(page);

  const fingerprint = page.locator(".swap-panel code").filter({ visible: true });
  const base = await fingerprint.textContent();
  await page.getByRole("radio", { name: "No adapter" }).focus();
  await page.keyboard.press("ArrowRight");
  await seen(page.getByText(/^This adapter changes the answer on \d/).filter({ visible: true })).toBeVisible();
  expect(await fingerprint.textContent()).toBe(base);

  await page.getByRole("textbox", { name: /^Steps of training/ }).focus();
  await page.keyboard.press("Control+KeyA");
  // All at once: typed slowly, 200 would be trained on the way.
  await page.keyboard.insertText("2000");
  await page.getByRole("button", { name: "Stop" }).focus();
  await page.keyboard.press("Enter");
  await seen(page.getByText(/^Stopped at step \d+ of 2000$/)).toBeVisible();
  await seen(page.getByRole("button", { name: "Train again" })).toBeEnabled();
});

browserTest("the address is the state: it can be opened elsewhere, and back leads back", async ({ visit }) => {
  const page = await visit(url);
  await page.goto("/labs/tuning?examples=50&steps=300&seed=3");
  await trained(page);
  await seen(page.getByText(/it has learned examples by heart/).first()).toBeVisible();
  await page.getByRole("link", { name: "Diverging" }).click();
  await seen(headline(page)).toContainText("diverged at step", patience);
  await page.goBack();
  await seen(page.getByRole("textbox", { name: /^Examples of the convention/ })).toHaveValue("50");
  await seen(headline(page)).toContainText("Full fine-tuning learned the convention to", patience);
});

browserTest("what cannot be is named at its field, and the default is trained with", async ({ visit }) => {
  const page = await visit(url);
  await page.goto("/labs/tuning?rank=99&rate=-1&examples=lots&steps=1e9&general=NaN&seed=1.5&alpha=");
  const faults = page.locator(".field-error");
  await seen(faults).toHaveCount(7);
  await seen(faults.first()).toContainText("Write a whole number from 1 to 16");
  await seen(page.getByRole("textbox", { name: "Rank of the adapter" })).toHaveAttribute("aria-invalid", "true");
  await trained(page);
  await seen(page.locator("main .tuning-answer")).not.toContainText("NaN");
});

browserTest("when the worker breaks, the page says so and can try again", async ({ visit }) => {
  const page = await visit(url);
  const broken = "**/tuning-worker*";
  await page.route(broken, (route) =>
    route.fulfill({ contentType: "text/javascript", body: 'throw new Error("cut off");' }),
  );
  await page.goto("/labs/tuning?general=15");
  const alert = page.getByRole("alert");
  await seen(alert).toContainText("Training broke off.", patience);
  await page.unroute(broken);
  await alert.getByRole("button", { name: "Try again" }).click();
  await trained(page);
});

for (const width of [1440, 390] as const) {
  browserTest(`without scripts the default run can be read, at ${width} px`, async ({ visit }) => {
    const page = await visit(url, { script: false, width });
    await page.goto("/labs/tuning");
    await seen(headline(page)).toContainText("dropped the general rule from");
    await seen(page.getByRole("img", { name: /^After full fine-tuning: right at/ })).toBeVisible();
    await page.getByText("Second customer’s", { exact: true }).first().click();
    await seen(page.locator(".swap-second")).toBeVisible();
    await page.getByRole("textbox", { name: "Rank of the adapter" }).fill("4");
    await page.getByRole("button", { name: "Use these inputs" }).click();
    await seen(page.getByText(/runs in the browser and needs JavaScript/)).toBeVisible();
    await page.getByRole("link", { name: "the run with the default inputs" }).click();
    await seen(headline(page)).toContainText("dropped the general rule from");
  });
}
