import type { Page } from "@playwright/test";
import { expect } from "vitest";
import { browserTest, isAlive } from "#test/support/browser.ts";
import { visitOverHttp } from "#test/support/http-visitor.ts";
import { answer, answerBox, ask, question, seen, startInterview } from "#test/support/interview-steps.ts";
import { lookAt } from "#test/support/look-at.ts";
import { useSharedApp } from "#test/support/running-app.ts";
import { clarification, strongAnswers } from "#test/support/strong-answers.ts";

// Nobody has to finish in one sitting, in one tab or with a steady network: what was typed is there.

const url = useSharedApp();

const saved = (page: Page) => page.getByText(/^Saved (just now|\d)/);
const troubled = (page: Page, words: string) => page.locator(".saving").filter({ hasText: words });

browserTest(
  "somebody who closes the browser goes on where they were, on the first page's one click",
  async ({ visit }) => {
    const page = await visit(url);
    await startInterview(page);
    await ask(page, clarification.asked);
    await answer(page, strongAnswers()[0] ?? { text: "" });
    const standing = (await question(page).textContent()) ?? "";
    await answerBox(page).fill("The beginning of a second answer.");
    await seen(saved(page)).toBeVisible();
    const returning = await page.context().cookies();
    await page.context().close();

    const later = await visit(url, { returning });
    await later.goto("/");
    await later.getByRole("link", { name: "Go on with your interview" }).click();
    await seen(question(later)).toHaveText(standing);
    await seen(answerBox(later)).toHaveValue("The beginning of a second answer.");
    await seen(later.getByText(clarification.told).first()).toBeVisible();
    await seen(later.getByText("Question 2 of 5", { exact: true })).toBeVisible();
  },
);

browserTest("text is saved while somebody types without a pause, and a reload keeps all of it", async ({ visit }) => {
  const page = await visit(url);
  const sessionId = await startInterview(page);
  let saves = 0;
  page.on("response", (response) => {
    if (response.url().endsWith(`${sessionId}/draft`) && response.ok()) saves += 1;
  });
  const text = "Without lifting the fingers, one sentence after another, for longer than a save may wait. ".repeat(2);
  await answerBox(page).pressSequentially(text, { delay: 30 });
  expect(saves).toBeGreaterThan(0);
  await page.reload();
  await seen(answerBox(page)).toHaveValue(text);
});

browserTest(
  "an older tab is told so, shows both texts, and the one that is kept is the one that is saved",
  async ({ visit }) => {
    const older = await visit(url, { expected: [/^409: POST .*\/draft/] });
    const sessionId = await startInterview(older);
    const newer = await older.context().newPage();
    await newer.goto(`/sessions/${sessionId}`);
    await isAlive(newer);
    await answerBox(newer).fill("The newer text, from the second tab.");
    await seen(saved(newer)).toBeVisible();

    await answerBox(older).fill("The older text, from the first tab.");
    await seen(troubled(older, "Open in another tab; that one has the newer text.")).toBeVisible();
    await older.getByRole("button", { name: "Show both" }).click();
    const both = older.getByRole("region", { name: "Both versions of your text" });
    await seen(both.getByText("The older text, from the first tab.")).toBeVisible();
    await seen(both.getByText("The newer text, from the second tab.")).toBeVisible();
    await older.getByRole("button", { name: "Keep the text: Here" }).click();
    await seen(saved(older)).toBeVisible();
    await newer.reload();
    await seen(answerBox(newer)).toHaveValue("The older text, from the first tab.");
  },
);

browserTest(
  "an answer to a question that was answered in another tab is not taken, and its text stays",
  async ({ visit }) => {
    const older = await visit(url, { expected: [/^409: POST/] });
    const sessionId = await startInterview(older);
    const newer = await older.context().newPage();
    await newer.goto(`/sessions/${sessionId}`);
    await isAlive(newer);
    await answer(newer, { text: "Retrieval, because the articles change every week." });
    await older.bringToFront();
    await answerBox(older).fill("An answer from the older tab.");
    await older.getByRole("button", { name: /^Send answer/ }).click();
    await seen(older.getByRole("alert").getByText("The interview has moved on in another tab.")).toBeVisible();
    await seen(older.getByText("Question 2 of 5", { exact: true })).toBeVisible();
    await seen(answerBox(older)).toHaveValue("An answer from the older tab.");
  },
);

browserTest(
  "offline, the text is kept on the device, sending says so, and it is saved once the network is back",
  async ({ visit }) => {
    const page = await visit(url, { expected: [/net::ERR_INTERNET_DISCONNECTED/] });
    await startInterview(page);
    await page.context().setOffline(true);
    await answerBox(page).fill("Typed in a tunnel.");
    await seen(troubled(page, "Offline. Kept on this device, sent when you are back")).toBeVisible();
    await page.getByRole("button", { name: /^Send answer/ }).click();
    await seen(page.getByRole("alert").getByText("This was not sent: you are offline.")).toBeVisible();
    await seen(answerBox(page)).toHaveValue("Typed in a tunnel.");
    await page.context().setOffline(false);
    await seen(saved(page)).toBeVisible();
    await page.reload();
    await seen(answerBox(page)).toHaveValue("Typed in a tunnel.");
  },
);

browserTest("a sign-in that ran out keeps the text where it is and says where to sign in", async ({ visit }) => {
  const page = await visit(url, { expected: [/^401: POST/] });
  await startInterview(page);
  await page.context().clearCookies();
  await answerBox(page).fill("Typed after the sign-in ran out.");
  await seen(troubled(page, "Your sign-in ran out. Kept on this device")).toBeVisible();
  await page.getByRole("button", { name: /^Send answer/ }).click();
  await seen(page.getByRole("alert").getByText("Your sign-in ran out; your text did not.")).toBeVisible();
  await seen(page.getByRole("alert").getByRole("link", { name: "Sign in" })).toBeVisible();
  await seen(answerBox(page)).toHaveValue("Typed after the sign-in ran out.");
});

browserTest(
  "a form whose sending is cut off keeps what was typed, says so in view, and is sent again",
  async ({ visit }) => {
    const admin = visitOverHttp(url);
    const account = { name: "Lena", email: "lena@cut-off.example", password: "correct horse battery staple" };
    await admin.post("/sign-up", account);
    await admin.post("/organisations/new", { name: "Cut Off", handle: "cut-off" });
    const expected = [/^failed: POST .*\/hiring\/cut-off\/new/, /^400: POST/];
    const page = await visit(url, { returning: admin.cookies(), expected });
    await page.goto("/hiring/cut-off/new");
    await isAlive(page);
    const name = page.getByLabel("Name", { exact: true });
    const send = page.getByRole("button", { name: "Keep it as a draft" });
    await name.fill("Data engineer");
    await page.locator(".assessment-form").evaluate((form: HTMLFormElement) => (form.noValidate = true));
    await page.getByLabel("Whom to ask").fill("nobody");
    await send.click();
    const problem = page.getByText("Enter an e-mail address such as ada@example.com.");
    await seen(problem).toBeVisible();
    await page.getByLabel("Whom to ask").fill("lena@cut-off.example");
    const cut = /\/hiring\/cut-off\/new/;
    await page.route(cut, (route) => (route.request().method() === "POST" ? route.abort() : route.continue()));
    await send.click();
    const told = page.getByText("No answer came: this may have been taken or not.");
    await seen(told).toBeInViewport();
    await lookAt(page, "form-not-sent", [390, 1440]);
    await seen(name).toHaveValue("Data engineer");
    await seen(problem, "what was said of it before still stands").toBeVisible();
    await page.unroute(cut);
    await send.click();
    await seen(page.getByRole("heading", { name: "Data engineer", level: 1 })).toBeVisible();
    await seen(told).toHaveCount(0);
  },
);
