import type { Page } from "@playwright/test";
import { beforeAll, expect } from "vitest";
import { browserTest, isAlive } from "#test/support/browser.ts";
import { type HttpVisitor, textOf, visitOverHttp } from "#test/support/http-visitor.ts";
import { seen } from "#test/support/interview-steps.ts";
import { lookAt } from "#test/support/look-at.ts";
import { useSharedApp } from "#test/support/running-app.ts";
import { strongAnswers } from "#test/support/strong-answers.ts";

// An instructor publishes a scenario, takes it, publishes a newer version and has the interview graded again on it. The
// second test goes on from the first.

const url = useSharedApp();
const handle = `versions-${Date.now().toString(36)}`;
const slug = "customer-support-chatbot-2";
const base = `/studio/${handle}/scenarios/${slug}`;
const address = `${handle}.${slug}`;

let instructor: HttpVisitor;
let sessionId = "";

beforeAll(async () => {
  instructor = visitOverHttp(url);
  const account = { name: "Vera", email: `${handle}@example.com`, password: "correct horse battery" };
  await instructor.post("/sign-up", account);
  await instructor.post("/organisations/new", { name: "Versions", handle });
  await instructor.post(`/studio/${handle}/scenarios/new`, { intent: "copy", copyOf: "customer-support-chatbot" });
});

async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await isAlive(page);
}

async function publish(page: Page, number: number): Promise<void> {
  const accept = page.getByLabel(/publish it all the same/);
  if (await accept.isVisible()) await accept.check();
  await page.getByRole("button", { name: `Publish version ${number}` }).click();
  await seen(page.getByText(`Version ${number} is published.`)).toBeVisible();
}

browserTest("a scenario is published, is there for members alone, and is graded on its version", async ({ visit }) => {
  const page = await visit(url, { returning: instructor.cookies() });
  await open(page, `${base}/versions`);
  await lookAt(page, "studio-versions-none", [1440, 390]);
  await publish(page, 1);
  await seen(page.getByText("The draft is version 1, word for word.")).toBeVisible();

  const stranger = visitOverHttp(url);
  expect((await stranger.get(`/scenarios/${address}`)).status).toBe(404);
  expect((await stranger.post(`/scenarios/${address}`)).status).toBe(404);
  const before = await textOf(await instructor.get(`/scenarios/${address}`));
  expect(before).toContain("Instructors, reviewers and admins of Versions can read the interview and its scorecard.");
  sessionId = await instructor.start(address);
  expect(await textOf(await instructor.get(`/sessions/${sessionId}`))).toContain("A scenario of Versions");
  for (const each of strongAnswers()) await instructor.answer(sessionId, each);
  await open(page, `/sessions/${sessionId}/scorecard`);
  await seen(page.getByText(/, version 1 of Versions’s scenario/)).toBeVisible({ timeout: 30_000 });
});

browserTest("a newer version says what changed, and the interview is graded again on it", async ({ visit }) => {
  const page = await visit(url, { returning: instructor.cookies() });
  await open(page, base);
  // The draft is saved as it is opened: what counts is that the change was sent.
  const saved = page.waitForResponse((answer) => answer.url().includes("/save") && answer.ok());
  await page.locator('[id="scenario.md/minutes"]').fill("40");
  await saved;
  await open(page, `${base}/versions`);
  await seen(page.getByText("1 change from version 1 to the draft.")).toBeVisible();
  await lookAt(page, "studio-versions-changed", [1440, 390]);
  await publish(page, 2);

  await page.getByRole("link", { name: "Choose interviews" }).click();
  await page.getByLabel("Interviews").selectOption("All on version 1: 1");
  await page.getByRole("button", { name: "See what it takes" }).click();
  await seen(page.getByText("It costs nothing, and nothing leaves this server.")).toBeVisible();
  await lookAt(page, "studio-regrades", [1440, 390]);
  await page.getByRole("button", { name: "Grade it again" }).click();
  await seen(page.getByText("Done: 1 of 1 interview.")).toBeVisible({ timeout: 30_000 });
  await seen(page.getByText(/1 interview compared: the score moved/)).toBeVisible();
  await lookAt(page, "studio-regrade", [1440, 390]);
  await open(page, `/sessions/${sessionId}/scorecard`);
  await seen(page.getByText(/Graded on version 1, now 2/)).toBeVisible();
  await seen(page.getByText(/Regraded on version 2: \d+/)).toBeVisible();
});

browserTest("without scripts a draft is published and archived, and says why it is not", async ({ visit }) => {
  const own = "brand-voice-2";
  await instructor.post(`/studio/${handle}/scenarios/new`, { intent: "copy", copyOf: "brand-voice" });
  const page = await visit(url, { returning: instructor.cookies(), script: false });
  await page.goto(`/studio/${handle}/scenarios/${own}/versions`);
  await publish(page, 1);
  await page.getByRole("button", { name: "Archive it" }).click();
  await seen(page.getByText("Archived: nobody can begin it.")).toBeVisible();
  expect((await instructor.get(`/scenarios/${handle}.${own}`)).status).toBe(404);
  await page.getByRole("button", { name: "Restore it" }).click();
  await seen(page.getByRole("button", { name: "Archive it" })).toBeVisible();
  const again = { intent: "publish", seenRevision: "7", note: "" };
  const refused = await instructor.post(`/studio/${handle}/scenarios/${own}/versions`, again);
  expect(refused.status).toBe(409);
});
