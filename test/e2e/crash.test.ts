import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { expect } from "vitest";
import { browserTest } from "#test/support/browser.ts";
import { answerBox, finishEarly, seen, startInterview, waitForGrade } from "#test/support/interview-steps.ts";
import { useModelApp } from "#test/support/model-app.ts";
import { strongAnswers } from "#test/support/strong-answers.ts";

// The server ends as in a power cut, while somebody writes and while a grade is being made.

const app = useModelApp({ paceMs: 60, idleMs: 30_000 });

/** While the server is away the page says so by itself; requests of that time fail. */
const whileAway = [
  /failed: .* net::ERR_(CONNECTION_REFUSED|EMPTY_RESPONSE|CONNECTION_RESET|INCOMPLETE_CHUNKED_ENCODING|SOCKET_NOT_CONNECTED)/,
  /console: Failed to fetch manifest patches/,
];

const [strong = { text: "" }] = strongAnswers();

/** The rows of grades as they lie on disk, after the server has let go of them. */
async function storedGrades(): Promise<{ status: string; grader: string }[]> {
  await app.end();
  const database = await PGlite.create(join(app.dataDir(), "database"));
  const { rows } = await database.query<{ status: string; grader: string }>('SELECT status, grader FROM "Grade"');
  await database.close();
  return rows;
}

browserTest(
  "killed in the middle of an answer: what was typed is there, and what is typed meanwhile is saved after",
  async ({ visit }) => {
    const page = await visit(app.url(), { expected: whileAway });
    await startInterview(page);
    await answerBox(page).fill("Typed before the power went.");
    await seen(page.getByText(/^Saved (just now|\d)/)).toBeVisible();
    await app.killAndRestart();
    await page.reload();
    await seen(answerBox(page)).toHaveValue("Typed before the power went.");

    const restarted = app.killAndRestart();
    await answerBox(page).fill("Typed while nobody was there to save it.");
    await seen(page.getByText("Not saved yet. Kept on this device, trying again").first()).toBeVisible();
    await restarted;
    await seen(page.getByText(/^Saved (just now|\d)/)).toBeVisible({ timeout: 60_000 });
    await page.reload();
    await seen(answerBox(page)).toHaveValue("Typed while nobody was there to save it.");
  },
);

browserTest(
  "killed in the middle of grading: the page goes on by itself, and there is one grade",
  async ({ visit }) => {
    const page = await visit(app.url(), { expected: whileAway });
    await startInterview(page);
    await answerBox(page).fill(strong.text);
    await finishEarly(page);
    await seen(page.getByText(/^[1-9]\d* of \d+$/)).toBeVisible();
    await app.killAndRestart();
    await waitForGrade(page);
    await seen(page.getByText(/^Anthropic grader, claude-sonnet-5-5/)).toBeVisible();
    const gradings = app.received().filter(({ body }) => body.output_config?.format !== undefined);
    const isSecondLook = (request: unknown) => JSON.stringify(request).includes("This time answer them in this order");
    expect(gradings.filter(({ body }) => !isSecondLook(body)).length).toBe(2);
    expect(gradings.filter(({ body }) => isSecondLook(body)).length).toBeLessThanOrEqual(1);
    expect(await storedGrades()).toEqual([{ status: "graded", grader: "anthropic" }]);
  },
);
