import type { Page } from "@playwright/test";
import { beforeAll } from "vitest";
import { browserTest, isAlive } from "#test/support/browser.ts";
import { type HttpVisitor, visitOverHttp } from "#test/support/http-visitor.ts";
import { answerBox, ask, seen } from "#test/support/interview-steps.ts";
import { lookAt } from "#test/support/look-at.ts";
import { sharedMailbox, useSharedApp } from "#test/support/running-app.ts";
import { reviewerAccount } from "#test/support/reviewer.ts";
import { clarification, strongAnswers } from "#test/support/strong-answers.ts";

// Every page in every state, at both widths and in both themes: axe is silent, nothing scrolls sideways, and a picture of
// it is left in test-results/screens.

const url = useSharedApp();

/** `show` brings a page into its state; it runs anew for each width. */
type Shown = {
  name: string;
  path: string | (() => string);
  expected?: RegExp[];
  show?: (page: Page) => Promise<void>;
};

const forStrangers: Shown[] = [
  { name: "home", path: "/" },
  { name: "scenarios", path: "/scenarios" },
  { name: "scenarios-nothing-fits", path: "/scenarios?find=zeppelin" },
  { name: "scenario", path: "/scenarios/customer-support-chatbot" },
  { name: "exercise", path: "/scenarios/break-even-that-computes-none" },
  { name: "learn", path: "/learn" },
  { name: "learn-page", path: "/learn/retrieval-pipeline" },
  { name: "labs", path: "/labs" },
  { name: "labs-cost", path: "/labs/cost?retrainsPerMonth=1" },
  { name: "labs-cost-never", path: "/labs/cost?preset=s2-compare-costs" },
  { name: "labs-cost-faults", path: "/labs/cost?preset=nope&queriesPerDay=-1&trainingRunUsd=x&price.gpu=0" },
  { name: "labs-latency", path: "/labs/latency" },
  { name: "labs-latency-cache", path: "/labs/latency?preset=s0-semantic-cache" },
  { name: "labs-decide", path: "/labs/decide" },
  { name: "labs-decide-open", path: "/labs/decide?dataChanges=weekly&problem=nope&queriesPerMonth=-1&budget=7" },
  { name: "labs-retrieval", path: "/labs/retrieval?rerank=0&top=99", show: waitForMeaning },
  { name: "labs-retrieval-planted", path: "/labs/retrieval?planted=lost-in-context&hint=1", show: waitForMeaning },
  { name: "studio-diagram", path: "/studio/diagram", show: waitForEditor },
  { name: "studio-diagram-broken-link", path: "/studio/diagram#d=nonsense", show: waitForEditor },
  { name: "how-grading-works", path: "/how-grading-works" },
  { name: "search", path: "/search" },
  { name: "search-found", path: "/search?q=how+often+may+we+retrain+before+it+stops+paying" },
  { name: "search-none", path: "/search?q=sourdough+pizza" },
  { name: "lab-tuning", path: "/labs/tuning", show: waitForTraining },
  { name: "lab-tuning-diverging", path: "/labs/tuning?rate=1&rank=99", show: waitForTraining },
  { name: "practice-empty", path: "/practice" },
  { name: "drills", path: "/practice/drill" },
  { name: "progress-empty", path: "/progress" },
  { name: "sign-in", path: "/sign-in" },
  { name: "sign-in-refused", path: "/sign-in", expected: [/^401: POST/], show: sendWrongPassword },
  { name: "sign-in-link-sent", path: "/sign-in", show: askForLink },
  { name: "forgot-password", path: "/forgot-password" },
  { name: "link-ended", path: "/magic-link?token=used" },
  { name: "sign-up-problem", path: "/sign-up", expected: [/^400: POST/], show: sendEmptySignUp },
  { name: "not-found", path: "/no-such-page", expected: [/^404: GET/] },
  { name: "assess-unknown", path: "/assess/no-such-invitation", expected: [/^404: GET/] },
];

/** The whole ledger is too long a picture; the entries with one status are of every shape. */
const forReaders: Shown[] = [
  { name: "learn-figure", path: "/learn/cost", show: openFigure },
  { name: "learn-answers", path: "/learn/cost#check-yourself", show: openAnswers },
  { name: "figures", path: "/figures?status=recomputed#s0-study-embedding" },
  { name: "figures-nothing-fits", path: "/figures?status=guessed&find=zeppelin" },
  { name: "glossary", path: "/glossary#hybrid" },
];

async function openFigure(page: Page): Promise<void> {
  await page.locator("a.figure-badge.differs").first().click();
  await seen(page.getByRole("dialog").getByText("In the ledger")).toBeVisible();
}

async function openAnswers(page: Page): Promise<void> {
  for (const summary of await page.getByText("What a good answer says").all()) await summary.click();
  await page.getByText("of the ledger, and what became of them").click();
}

async function waitForTraining(page: Page): Promise<void> {
  await seen(page.getByText(/^Trained in this browser/)).toBeVisible({ timeout: 60_000 });
}

async function waitForEditor(page: Page): Promise<void> {
  await seen(page.locator(".cm-content")).toBeVisible();
  await seen(page.getByRole("img", { name: /preview$/ })).toBeVisible();
}

async function waitForMeaning(page: Page): Promise<void> {
  await seen(page.getByText(/meaning( of the material)? is being computed/)).toHaveCount(0, { timeout: 60_000 });
}

async function sendWrongPassword(page: Page): Promise<void> {
  await page.getByLabel("E-mail address").fill("nobody@example.com");
  await page.getByLabel("Password").fill("not the password");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await seen(page.getByRole("alert").first()).toBeVisible();
}

async function askForLink(page: Page): Promise<void> {
  await page.getByLabel("E-mail address").fill("nobody@example.com");
  await page.getByRole("button", { name: "Send me a link instead" }).click();
  await seen(page.getByText("A mail to nobody@example.com is written.")).toBeVisible();
}

async function sendEmptySignUp(page: Page): Promise<void> {
  await page.locator("main form").evaluate((form: HTMLFormElement) => (form.noValidate = true));
  await page.getByRole("button", { name: "Make the account" }).click();
  await seen(page.getByText("Enter the name you want to be shown.")).toBeVisible();
}

let guest: HttpVisitor;
let reviewer: HttpVisitor;
let graded = "";
let retried = "";
let begun = "";
let reading = "";

/** A visitor who has finished two interviews at one scenario and is in the middle of another. */
beforeAll(async () => {
  guest = visitOverHttp(url);
  graded = await guest.start();
  await guest.ask(graded, clarification.asked);
  for (const each of strongAnswers()) await guest.answer(graded, each);
  retried = await guest.start();
  await guest.answer(retried, { text: "I would fine-tune on the articles every night, so it knows them by heart." });
  await guest.finish(retried, "");
  begun = await guest.start("code-review-assistant");
  await guest.ask(begun, "What is the colour of the office?");
  await guest.answer(begun, { text: "I would first measure what the comments get wrong.", ...strongAnswers()[1] });
  await guest.saveDraft(begun, { text: "A beginning, not yet sent." }, 2);
  reading = await guest.start("empty-keyword-query");
  reviewer = visitOverHttp(url);
  await reviewer.post("/sign-in", { email: reviewerAccount.email, password: reviewerAccount.password });
});

const forGuests: Shown[] = [
  { name: "scenarios-with-progress", path: "/scenarios" },
  { name: "scenario-tried", path: "/scenarios/customer-support-chatbot" },
  { name: "progress", path: "/progress" },
  { name: "assessments-empty", path: "/assessments" },
  { name: "compare", path: () => `/progress/compare?first=${graded}&second=${retried}` },
  { name: "scorecard", path: () => `/sessions/${graded}/scorecard` },
  { name: "scorecard-weak", path: () => `/sessions/${retried}/scorecard` },
  { name: "replay", path: () => `/sessions/${graded}/replay?turn=6` },
  { name: "model-answer", path: () => `/sessions/${retried}/model-answer` },
  { name: "scorecard-unfinished", path: () => `/sessions/${begun}/scorecard` },
  { name: "room", path: () => `/sessions/${begun}` },
  { name: "room-asked", path: () => `/sessions/${begun}`, show: (page) => ask(page, "Who reviews the reviews?") },
  { name: "room-diagram", path: () => `/sessions/${begun}`, show: drawWrongly },
  { name: "room-keys", path: () => `/sessions/${begun}`, show: showKeys },
  { name: "room-finish", path: () => `/sessions/${begun}`, show: openFinish },
  { name: "room-brief", path: () => `/sessions/${begun}`, show: (page) => showPane(page, "Brief") },
  { name: "room-told", path: () => `/sessions/${begun}`, show: (page) => showPane(page, "Told so far") },
  { name: "room-code", path: () => `/sessions/${reading}`, show: (page) => showPane(page, "Brief") },
  { name: "room-finished", path: () => `/sessions/${graded}` },
];

async function drawWrongly(page: Page): Promise<void> {
  await page.getByRole("tab", { name: /^Diagram/ }).click();
  // What is put in while the editor takes the plain field's place would be put in twice.
  const source = page.locator(".cm-content");
  await seen(source).toBeVisible();
  const write = async (text: string) => {
    await source.click();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.insertText(text);
  };
  await write('flowchart LR\n  A["Code"] --> B["Model"]');
  await seen(page.getByRole("img", { name: /preview$/ })).toBeVisible();
  await write('flowchart LR\n  A["Code"] --> B["Model"');
  await seen(source).toHaveAttribute("aria-invalid", "true");
}

async function showKeys(page: Page): Promise<void> {
  await answerBox(page).blur();
  await page.keyboard.press("?");
  const keys = page.getByRole("dialog", { name: "Keys" });
  await seen(keys).toBeVisible();
  // A list taller than the window begins at its head.
  await seen(keys.getByRole("heading", { name: "Keys" })).toBeFocused();
}

async function openFinish(page: Page): Promise<void> {
  await showPane(page, "Told so far");
  await page.getByText("Finish early").filter({ visible: true }).first().click();
  await seen(page.getByText("Finish now?").filter({ visible: true })).toBeVisible();
}

/** On a wide page all panes are in view already. */
async function showPane(page: Page, name: string): Promise<void> {
  const link = page.getByRole("link", { name: new RegExp(`^${name}`) });
  if (await link.isVisible()) await link.click();
}

const forReviewers: Shown[] = [
  { name: "account", path: "/account" },
  { name: "account-data", path: "/account/data" },
  { name: "account-password-refused", path: "/account", expected: [/^400: POST/], show: giveShortPassword },
  { name: "two-factor", path: "/account/two-factor", show: beginTwoFactor },
  { name: "mailbox", path: () => sharedMailbox() },
  { name: "studio", path: "/studio" },
  { name: "studio-calibration", path: "/studio/calibration", show: openDisagreements },
  { name: "studio-reviews", path: "/studio/reviews" },
  { name: "studio-review", path: () => `/studio/reviews/${graded}` },
  { name: "studio-review-given", path: () => `/studio/reviews/${retried}`, show: giveLevels },
  {
    name: "studio-review-refused",
    path: () => `/studio/reviews/${graded}`,
    expected: [/^400: POST/],
    show: giveNoLevels,
  },
];

async function giveShortPassword(page: Page): Promise<void> {
  const form = page.locator("form", { hasText: "New password" });
  await form.evaluate((element: HTMLFormElement) => (element.noValidate = true));
  await page.getByRole("button", { name: "Change the password" }).click();
  await seen(page.getByText("Enter the password you have now.")).toBeVisible();
}

/** The key is there until it is confirmed: the second width finds it. */
async function beginTwoFactor(page: Page): Promise<void> {
  const password = page.getByLabel("Your password");
  if (await password.isVisible()) {
    await password.fill(reviewerAccount.password);
    await page.getByRole("button", { name: "Set up an app" }).click();
  }
  await seen(page.getByLabel("Code from the app")).toBeVisible();
}

async function openDisagreements(page: Page): Promise<void> {
  await page
    .getByText(/: \d+ disagreements?$/)
    .first()
    .click();
  await seen(page.locator(".disagreements li").first()).toBeVisible();
}

/** Levels are given once: the second width finds them. */
async function giveLevels(page: Page): Promise<void> {
  const send = page.getByRole("button", { name: "Give these levels" });
  if (await send.isVisible()) {
    for (const criterion of await page.locator("fieldset.criterion-levels").all()) {
      await criterion.getByRole("radio").nth(1).check();
    }
    await send.click();
  }
  await seen(page.getByRole("heading", { name: "Your levels" })).toBeVisible();
}

async function giveNoLevels(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Give these levels" }).click();
  await seen(page.getByText("Your levels are not kept yet.")).toBeVisible();
}

let admin: HttpVisitor;
let assessment = "";
let draftOfOne = "";

/** An admin with a draft and an open assessment of one scenario that ships. */
beforeAll(async () => {
  admin = visitOverHttp(url);
  const account = { name: "Asa Admin", email: "asa@hirers.example", password: "correct horse battery staple" };
  await admin.post("/sign-up", account);
  await admin.post("/organisations/new", { name: "Hirers", handle: "hirers" });
  const form = await (await admin.get("/hiring/hirers/new")).text();
  const rules = { attempts: "1", retentionDays: "180", reviewersPerSession: "2", gateKappa: "0.6", gateLeast: "20" };
  const make = async (part: string) => {
    const fields = { ...rules, name: "Platform engineer", contact: account.email, "part-1": part };
    return (await admin.post("/hiring/hirers/new", fields)).headers.get("location") ?? "";
  };
  draftOfOne = await make("");
  assessment = await make(/<option value="([0-9a-f]{64})"/.exec(form)?.[1] ?? "");
  await admin.post(`${assessment}?index`, { intent: "open" });
});

const forHirers: Shown[] = [
  { name: "hiring", path: "/hiring/hirers" },
  { name: "hiring-new", path: "/hiring/hirers/new" },
  { name: "hiring-draft", path: () => draftOfOne },
  { name: "hiring-open", path: () => assessment },
  { name: "hiring-results", path: () => `${assessment}/results?part=x&sort=none` },
  { name: "hiring-audit", path: "/hiring/hirers/audit" },
  { name: "hiring-queue-empty", path: "/hiring/hirers/queue" },
  { name: "hiring-adjudicate-empty", path: "/hiring/hirers/adjudicate" },
  { name: "hiring-people", path: () => `${assessment}/people`, show: makeLink },
];

async function makeLink(page: Page): Promise<void> {
  await page.getByLabel("Name of the link").fill("Careers page");
  await page.getByRole("button", { name: "Make the link" }).click();
  await seen(page.getByText("The link “Careers page” is made.")).toBeVisible();
}

const visitors: { shown: readonly Shown[]; cookies: () => ReturnType<HttpVisitor["cookies"]> }[] = [
  { shown: [...forStrangers, ...forReaders], cookies: () => [] },
  { shown: forGuests, cookies: () => guest.cookies() },
  { shown: forReviewers, cookies: () => reviewer.cookies() },
  { shown: forHirers, cookies: () => admin.cookies() },
];

for (const width of [1440, 390] as const) {
  for (const { shown, cookies } of visitors) {
    for (const { name, path, expected, show } of shown) {
      browserTest(`the page ${name} is sound at ${width} px in both themes`, async ({ visit }) => {
        const page = await visit(url, { width, expected, returning: cookies() });
        await page.goto(typeof path === "string" ? path : path());
        await isAlive(page);
        await show?.(page);
        await lookAt(page, name, [width]);
      });
    }
  }
}
