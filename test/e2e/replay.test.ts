import { setTimeout as wait } from "node:timers/promises";
import type { Page } from "@playwright/test";
import { beforeAll, expect } from "vitest";
import { browserTest, isAlive } from "#test/support/browser.ts";
import { type HttpVisitor, textOf, visitOverHttp } from "#test/support/http-visitor.ts";
import { answerBox, question, seen, startInterview } from "#test/support/interview-steps.ts";
import { lookAt } from "#test/support/look-at.ts";
import { useSharedApp } from "#test/support/running-app.ts";
import { clarification, strongAnswers } from "#test/support/strong-answers.ts";

// What one does with an interview that is over, and speaking instead of typing in one that is not.

const url = useSharedApp();
let guest: HttpVisitor;
let id = "";

beforeAll(async () => {
  guest = visitOverHttp(url);
  id = await guest.start();
  await guest.ask(id, clarification.asked);
  const [first, second] = strongAnswers();
  await guest.answer(id, first ?? {});
  await guest.answer(id, second ?? {});
  await guest.finish(id, "");
  while (!(await textOf(await guest.get(`/sessions/${id}/scorecard`))).includes("Who graded this")) await wait(200);
});

const where = (page: Page) => page.locator(".replay-where");
const shownTurns = (page: Page) => page.locator(".replay .tied-turn");

async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await isAlive(page);
}

browserTest(
  "an interview is stepped through by keys, buttons and slider, and the address follows",
  async ({ visit }) => {
    const page = await visit(url, { returning: guest.cookies() });
    await open(page, `/sessions/${id}/scorecard`);
    await page.getByRole("link", { name: "Play it back, turn by turn" }).click();
    await seen(where(page)).toContainText("Turn 1 of 7");
    await seen(shownTurns(page)).toHaveCount(1);
    await page.keyboard.press("ArrowRight");
    await seen(where(page)).toContainText("Turn 2 of 7");
    await page.getByRole("link", { name: "Next turn" }).click();
    await seen(where(page)).toContainText("Turn 3 of 7");
    await page.keyboard.press("ArrowRight");
    await seen(page).toHaveURL(/\?turn=4$/);
    const counted = page.getByRole("region", { name: "What had counted by this turn" });
    await seen(counted.getByText("with this turn").first()).toBeVisible();
    await seen(page.locator(".replay .tied-turn[aria-current=step] mark").first()).toBeInViewport();
    await page.getByRole("slider", { name: "Turn" }).focus();
    await page.keyboard.press("End");
    await seen(where(page)).toContainText("Turn 7 of 7");
    await page.keyboard.press("ArrowLeft");
    await seen(where(page)).toContainText("Turn 6 of 7");
    await page.goBack();
    await seen(page).toHaveURL(/\/scorecard$/);
  },
);

browserTest("it plays by itself until it is stopped", async ({ visit }) => {
  const page = await visit(url, { returning: guest.cookies() });
  await open(page, `/sessions/${id}/replay`);
  await page.getByLabel("Pace").selectOption({ label: "Four times as fast" });
  await page.getByRole("button", { name: "Play" }).click();
  await seen(where(page)).toContainText("Turn 3 of 7");
  await page.getByRole("button", { name: "Stop" }).click();
  const stopped = await where(page).textContent();
  await wait(3_000);
  expect(await where(page).textContent()).toBe(stopped);
});

browserTest("without scripts turns are links and a form, and an address that names none says so", async ({ visit }) => {
  const page = await visit(url, { script: false, returning: guest.cookies() });
  await page.goto(`/sessions/${id}/replay?turn=4`);
  await seen(where(page)).toContainText("Turn 4 of 7");
  await seen(shownTurns(page)).toHaveCount(4);
  await page.getByRole("link", { name: "Next turn" }).click();
  await seen(where(page)).toContainText("Turn 5 of 7");
  await page.getByRole("button", { name: "Go" }).click();
  await seen(where(page)).toContainText("Turn 5 of 7");
  await page.goto(`/sessions/${id}/replay?turn=99`);
  await seen(page.getByText("There is no such turn")).toBeVisible();
});

browserTest("the author's answer is there after one's own, and nobody else's interview is", async ({ visit }) => {
  const running = await guest.start();
  for (const page of ["replay", "model-answer", "export"]) {
    expect((await guest.get(`/sessions/${running}/${page}`)).status, page).toBe(404);
    const stranger = visitOverHttp(url);
    await stranger.start();
    expect((await stranger.get(`/sessions/${id}/${page}`)).status, page).toBe(404);
  }
  const page = await visit(url, { returning: guest.cookies() });
  await open(page, `/sessions/${id}/scorecard`);
  await page.getByRole("link", { name: "Where you and a good answer differ" }).click();
  await seen(page.getByRole("heading", { name: "Where you and it differ" })).toBeVisible();
  const rows = page.locator(".difference");
  expect(await rows.count()).toBeGreaterThan(2);
  await seen(rows.first().locator("mark.met").first()).toBeVisible();
  await seen(page.getByText("It is one good answer and not the only one")).toBeVisible();
});

browserTest("on paper there is no way to go on, and marks are told apart by their lines", async ({ visit }) => {
  const page = await visit(url, { theme: "dark", returning: guest.cookies() });
  for (const name of ["scorecard", "replay?turn=7"]) {
    await open(page, `/sessions/${id}/${name}`);
    await page.emulateMedia({ media: "print" });
    await seen(page.locator(".site-header")).toBeHidden();
    await seen(page.locator(".site-footer")).toBeHidden();
    await seen(page.getByRole("button").filter({ visible: true })).toHaveCount(0);
    const mark = page.locator(".your-words mark.met").first();
    expect(await mark.evaluate((each) => getComputedStyle(each).borderBottomStyle)).toBe("solid");
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe("rgba(0, 0, 0, 0)");
    expect((await page.pdf({ format: "A4" })).length).toBeGreaterThan(10_000);
    await page.emulateMedia({ media: "screen" });
  }
});

for (const width of [1440, 390] as const) {
  browserTest(`the pages of an interview that is over are sound at ${width} px`, async ({ visit }) => {
    const page = await visit(url, { width, returning: guest.cookies() });
    for (const name of ["replay?turn=4", "model-answer"]) {
      await open(page, `/sessions/${id}/${name}`);
      await lookAt(page, name.replace("?turn=4", ""), [width]);
    }
  });
}

/** A browser that hears what the test says, and speaks into a list. */
function fakeSpeech() {
  const heard: { say: (words: string, isFinal: boolean) => void; fail: (error: string) => void }[] = [];
  class FakeRecognition {
    onresult: ((event: object) => void) | null = null;
    onerror: ((fault: { error: string }) => void) | null = null;
    onend: (() => void) | null = null;
    start() {
      heard.push({
        say: (transcript, isFinal) =>
          this.onresult?.({ resultIndex: 0, results: [Object.assign([{ transcript }], { isFinal })] }),
        fail: (error) => {
          this.onerror?.({ error });
          this.onend?.();
        },
      });
    }
    stop() {
      this.onend?.();
    }
    abort() {
      this.onend?.();
    }
  }
  const spoken: { text: string; dispatchEvent: (event: Event) => boolean }[] = [];
  const voice = { getVoices: () => [{}], addEventListener() {}, removeEventListener() {} };
  const speak = (utterance: (typeof spoken)[number]) => spoken.push(utterance);
  Object.assign(window, { SpeechRecognition: FakeRecognition, heard, spoken });
  Object.defineProperty(window, "speechSynthesis", { value: { ...voice, speak, cancel() {} } });
}

const say = (page: Page, words: string, isFinal: boolean) =>
  page.evaluate(
    ([spoken, final]) =>
      (window as unknown as { heard: { say: (words: string, isFinal: boolean) => void }[] }).heard
        .at(-1)
        ?.say(spoken, final),
    [words, isFinal] as const,
  );

browserTest("an answer is dictated at the cursor, corrected, and a fault is told in words", async ({ visit }) => {
  const page = await visit(url);
  await page.addInitScript(fakeSpeech);
  await startInterview(page);
  await answerBox(page).fill("I would it.");
  await answerBox(page).evaluate((field: HTMLTextAreaElement) => field.setSelectionRange(7, 7));
  await seen(page.getByText("Only the text comes to us.")).toBeVisible();
  await page.getByRole("button", { name: "Dictate" }).click();
  await say(page, "retrieve", false);
  await seen(page.locator(".dictate-heard")).toContainText("retrieve …");
  await seen(answerBox(page)).toHaveValue("I would it.");
  await say(page, "look", true);
  await say(page, "up", true);
  await seen(answerBox(page)).toHaveValue("I would look up it.");
  await lookAt(page, "room-dictating", [1440, 390]);
  await page.getByRole("button", { name: "Stop listening" }).click();
  await answerBox(page).fill("I would look it up.");
  await page.getByRole("button", { name: "Dictate" }).click();
  await page.evaluate(() =>
    (window as unknown as { heard: { fail: (error: string) => void }[] }).heard.at(-1)?.fail("not-allowed"),
  );
  await seen(page.getByText("Allow it for this site")).toBeVisible();
  await seen(page.getByRole("button", { name: "Dictate" })).toBeVisible();
  await seen(answerBox(page)).toHaveValue("I would look it up.");
});

browserTest("the question is read aloud, and stops", async ({ visit }) => {
  const page = await visit(url);
  await page.addInitScript(fakeSpeech);
  await startInterview(page);
  await page.getByRole("button", { name: "Read aloud" }).click();
  const spoken = await page.evaluate(() => (window as unknown as { spoken: { text: string }[] }).spoken[0]?.text);
  expect(spoken).toBe(await question(page).textContent());
  await page.getByRole("button", { name: "Stop reading" }).click();
  await seen(page.getByRole("button", { name: "Read aloud" })).toBeVisible();
});

browserTest("a browser that can neither hear nor speak shows no button for it", async ({ visit }) => {
  const page = await visit(url);
  await page.addInitScript(() => {
    for (const name of ["SpeechRecognition", "webkitSpeechRecognition", "speechSynthesis"]) {
      Object.defineProperty(window, name, { value: undefined });
    }
  });
  await startInterview(page);
  await seen(page.getByRole("button", { name: /Dictate|Read aloud/ })).toHaveCount(0);
  await answerBox(page).fill("Typed.");
  await seen(page.getByRole("button", { name: /^Send answer/ })).toBeEnabled();
});
