import type { Page } from "@playwright/test";
import { beforeAll, expect } from "vitest";
import { browserTest, isAlive } from "#test/support/browser.ts";
import { type HttpVisitor, visitOverHttp } from "#test/support/http-visitor.ts";
import { seen } from "#test/support/interview-steps.ts";
import { lookAt, sidewaysScroll } from "#test/support/look-at.ts";
import { useSharedApp } from "#test/support/running-app.ts";

// An instructor writes a scenario: as a form, as its files, beside somebody else, offline, by keyboard and without scripts.

const url = useSharedApp();
const run = Date.now().toString(36);
const handle = `studio-${run}`;

let instructor: HttpVisitor;

beforeAll(async () => {
  instructor = visitOverHttp(url);
  await instructor.post("/sign-up", {
    name: "Ines",
    email: `ines-${run}@example.com`,
    password: "correct horse battery",
  });
  await instructor.post("/organisations/new", { name: `Studio ${run}`, handle });
});

let scenarios = 0;

/** A new draft's page. */
async function begin(): Promise<string> {
  scenarios += 1;
  const slug = `draft-${scenarios}`;
  const made = await instructor.post(`/studio/${handle}/scenarios/new`, { title: `Draft ${scenarios}`, slug });
  expect(made.status).toBe(302);
  return `/studio/${handle}/scenarios/${slug}`;
}

const at = (page: Page, anchor: string) => page.locator(`[id="${anchor}"]`);
const saved = (page: Page) =>
  seen(page.locator(".keeping").first()).toHaveText(/^Saved (just now|\d)/, { timeout: 20_000 });

async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await isAlive(page);
}

async function showView(page: Page, view: "Form" | "Files" | "As candidates see it"): Promise<void> {
  await page.getByRole("navigation", { name: "Views of this draft" }).getByRole("link", { name: view }).click();
}

/** The text of a file as the page shows it, in whatever shows it. */
async function fileText(page: Page, file: string): Promise<string> {
  await page.getByRole("navigation", { name: "Files" }).getByRole("link", { name: file, exact: true }).click();
  return page.locator("textarea[name=text]").inputValue();
}

browserTest("a scenario is written in the form alone, and its files say the same", async ({ visit }) => {
  const page = await visit(url, { returning: instructor.cookies() });
  await open(page, `/studio/${handle}/scenarios/new`);
  await page.getByLabel("Title").fill("The refund desk");
  await page.getByRole("button", { name: "Begin with a skeleton" }).click();
  await page.waitForURL(/\/scenarios\/the-refund-desk$/);
  await isAlive(page);

  await at(page, "scenario.md/summary").fill("A shop wants: refunds, answered by a bot.");
  await at(page, "scenario.md/minutes").fill("3");
  await seen(at(page, "scenario.md/minutes-notes")).toContainText("must be at least 5");
  await at(page, "scenario.md/minutes").fill("25");
  await seen(at(page, "scenario.md/minutes-notes")).toHaveCount(0);
  await page.getByRole("button", { name: "Add a hidden fact" }).click();
  await at(page, "scenario.md/hiddenFacts[1].answer").fill('It is "final" after 30 days.');
  await at(page, "scenario.md/hiddenFacts[1].asks[0]").fill("When is a refund final?");
  await at(page, "scenario.md/hiddenFacts[1].id").fill("final-after");
  await at(page, "rubric.yaml/criteria[0]").click();
  await at(page, "rubric.yaml/criteria[0].checks[1]").click();
  await at(page, "rubric.yaml/criteria[0].checks[1].points").fill("9");
  await seen(page.getByText("75 % of the score")).toBeVisible();
  await at(page, "rubric.yaml/criteria[0].checks[1].points").blur();
  await page.getByRole("button", { name: "Move Gives the reason for the choice up" }).click();
  await seen(at(page, "rubric.yaml/criteria[0].checks[0]")).toContainText("Gives the reason");
  await seen(at(page, "rubric.yaml/criteria[0].checks[0]")).toBeFocused();
  await at(page, "scenario.md/body").fill("Refunds.\n\n```mermaid\nflowchart LR\n  a[Question] --> b[Answer]\n```\n");
  await seen(page.locator(".brief-preview svg").first()).toBeVisible({ timeout: 20_000 });
  await saved(page);

  await showView(page, "Files");
  const description = await fileText(page, "scenario.md");
  expect(description).toContain('summary: "A shop wants: refunds, answered by a bot."');
  expect(description).toContain("kind: choice # choice, dispute, diagnosis or code-reading");
  expect(description).toContain("minutes: 25");
  expect(description).toContain("When is a refund final?");
  const rubric = await fileText(page, "rubric.yaml");
  expect(rubric.indexOf("gives-a-reason")).toBeLessThan(rubric.indexOf("asks-how-often-it-changes"));
  await page.reload();
  await isAlive(page);
  expect(await fileText(page, "rubric.yaml")).toBe(rubric);
});

browserTest(
  "what is edited in a file is in the form, and text that is no YAML leads back to its line",
  async ({ visit }) => {
    const page = await visit(url, { returning: instructor.cookies() });
    await open(page, `${await begin()}?view=files&file=scenario.md`);
    const editor = page.locator(".cm-content");
    await seen(editor).toBeVisible();
    await editor.getByText("minutes: 20").click();
    await page.keyboard.press("End");
    await page.keyboard.type("5");
    await showView(page, "Form");
    await seen(at(page, "scenario.md/minutes")).toHaveValue("205");
    await seen(at(page, "scenario.md/minutes-notes")).toContainText("must be at most 90");
    await page.getByText(/^\d problem/).click();
    await page.getByRole("link", { name: "scenario.md minutes" }).click();
    await seen(at(page, "scenario.md/minutes")).toBeFocused();

    await showView(page, "Files");
    await editor.getByText("level: foundation").click();
    await page.keyboard.press("Home");
    await page.keyboard.type('"');
    await showView(page, "Form");
    await seen(page.getByText("The text cannot be shown as a form yet.")).toBeVisible();
    await page.locator(".empty-state").getByRole("link").first().click();
    await seen(page.locator(".cm-lint-marker-error").first()).toBeVisible();
  },
);

browserTest("two authors: other files go together, the same file shows both texts and waits", async ({ visit }) => {
  const path = await begin();
  const look = { returning: instructor.cookies(), expected: [/^409: POST/] };
  const first = await visit(url, look);
  const second = await visit(url, look);
  await open(first, path);
  await open(second, path);

  await at(first, "scenario.md/summary").fill("The first author's words.");
  await saved(first);
  await at(second, "rubric.yaml/criteria[0]").click();
  await at(second, "rubric.yaml/criteria[0].title").fill("The second author's title");
  await seen(second.getByText("Ines changed scenario.md; that is in your text now.").first()).toBeVisible();
  await seen(at(second, "scenario.md/summary")).toHaveValue("The first author's words.");
  await saved(second);

  await at(first, "scenario.md/title").fill("One title");
  await saved(first);
  await at(second, "scenario.md/title").fill("Another title");
  await seen(second.getByRole("heading", { name: "Ines changed the same text" })).toBeVisible();
  const both = second.locator(".side-by-side");
  await seen(both).toContainText("One title");
  await seen(both).toContainText("Another title");
  await lookAt(second, "studio-conflict", [1440, 390]);

  await second.getByRole("radio", { name: /Edit both together/ }).check();
  await second.getByRole("button", { name: "Save what I chose" }).click();
  await seen(second.getByRole("alert")).toContainText("decide each place");
  const merged = second.getByLabel("Both together, scenario.md");
  const text = await merged.inputValue();
  await merged.fill(text.replace(/<<<<<<< yours\n[\s\S]*?>>>>>>> theirs\n/, 'title: "Both titles"\n'));
  await second.getByRole("button", { name: "Save what I chose" }).click();
  await seen(at(second, "scenario.md/title")).toHaveValue("Both titles");
  await saved(second);
  await first.reload();
  await seen(at(first, "scenario.md/title")).toHaveValue("Both titles");
});

browserTest("offline the text is kept on the device, and sent when the network is back", async ({ visit }) => {
  const path = await begin();
  const page = await visit(url, {
    returning: instructor.cookies(),
    expected: [/^failed: POST .*\/save/, /^404: POST/],
  });
  await open(page, path);
  await at(page, "scenario.md/title").fill("Typed at the station");
  await saved(page);
  await page.context().setOffline(true);
  await at(page, "scenario.md/title").fill("Typed on a train");
  await seen(page.getByText("Offline. Kept on this device, sent when you are back").first()).toBeVisible();
  await page.context().setOffline(false);
  await saved(page);
  await page.reload();
  await seen(at(page, "scenario.md/title")).toHaveValue("Typed on a train");

  await instructor.post(`${path}/versions`, { intent: "delete" });
  await isAlive(page);
  await at(page, "scenario.md/title").fill("Typed too late");
  await seen(page.getByRole("heading", { name: "This can no longer be saved" })).toBeVisible();
  await seen(page.getByLabel("Your text of scenario.md")).toHaveValue(/Typed too late/);
});

const attack = `<img src=x onerror="window.broken=1"><script>window.broken=1</script>`;

browserTest("a script in every field is text in every view", async ({ visit }) => {
  // DOMPurify reads a drawing's words in a document that never runs anything, and the policy speaks of its handler.
  const expected = [/inline event handler violates/];
  const page = await visit(url, { returning: instructor.cookies(), expected });
  const path = await begin();
  await open(page, path);
  for (const part of ["scenario.md/facts[0]", "scenario.md/hiddenFacts[0]", "scenario.md/positions[0]"]) {
    await at(page, part).click();
  }
  await at(page, "rubric.yaml/criteria[0]").click();
  await at(page, "rubric.yaml/criteria[0].checks[0]").click();
  for (const field of await page.locator(".form-parts :is(input:not([type=checkbox]), textarea)").all()) {
    await field.fill((await field.getAttribute("id")) === "scenario.md/body" ? withDrawing(attack) : attack);
  }
  await seen(page.locator(".brief-preview")).toContainText("text after");
  await saved(page);
  for (const address of [`${path}?view=files`, `${path}?view=preview`, path, `/studio/${handle}`]) {
    await open(page, address);
    await seen(page.locator("main")).toContainText("window.broken=1");
    expect(await page.locator("main img, main script").count()).toBe(0);
    expect(await page.evaluate(() => "broken" in window)).toBe(false);
  }
});

function withDrawing(words: string): string {
  return `${words}\n\n\`\`\`mermaid\nflowchart LR\n  a["${words.replaceAll('"', "'")}"] --> b["B"]\n\`\`\`\n\ntext after\n`;
}

browserTest("the form is filled in by keyboard alone", async ({ visit }) => {
  const page = await visit(url, { returning: instructor.cookies() });
  await open(page, await begin());
  const criterion = at(page, "rubric.yaml/criteria[0]");
  await criterion.focus();
  await page.keyboard.press("Enter");
  await seen(criterion).toHaveAttribute("aria-expanded", "true");
  for (let pressed = 0; pressed < 12; pressed += 1) {
    await page.keyboard.press("Tab");
    if ((await page.evaluate(() => document.activeElement?.id)) === "rubric.yaml/criteria[0].title") break;
  }
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("Typed by keyboard");
  await seen(criterion).toContainText("Typed by keyboard");

  const addCriterion = page.getByRole("button", { name: "Add a criterion" });
  await addCriterion.focus();
  await page.keyboard.press("Enter");
  const added = at(page, "rubric.yaml/criteria[1]");
  await seen(added).toBeFocused();
  await page.keyboard.press("Alt+ArrowUp");
  await seen(at(page, "rubric.yaml/criteria[1]")).toContainText("Typed by keyboard");
  await seen(at(page, "rubric.yaml/criteria[0]")).toBeFocused();
  await page
    .getByRole("button", { name: /^Remove / })
    .and(page.locator(".draft-item-tools .btn"))
    .first()
    .focus();
  await saved(page);
});

browserTest("without scripts a file is written and saved, and a conflict shows both texts", async ({ visit }) => {
  const path = await begin();
  const look = { script: false, returning: instructor.cookies(), expected: [/^409: POST/] };
  const first = await visit(url, look);
  const second = await visit(url, look);
  for (const page of [first, second]) await page.goto(`${path}?view=files&file=rubric.yaml`);
  const write = async (page: Page, title: string) => {
    const field = page.locator("textarea[name=text]");
    await field.fill((await field.inputValue()).replace("What this criterion is about", title));
    await page.getByRole("button", { name: "Save this file" }).click();
  };
  await write(first, "Written first");
  await seen(first.locator("textarea[name=text]")).toHaveValue(/Written first/);
  await write(second, "Written second");
  await seen(second.getByRole("heading", { name: "Ines changed the same text" })).toBeVisible();
  await seen(second.locator(".side-by-side")).toContainText("Written first");
  expect(await sidewaysScroll(second)).toBe(0);
  await second.getByRole("radio", { name: /Keep yours/ }).check();
  await second.getByRole("button", { name: "Save what I chose" }).click();
  await seen(second.locator("textarea[name=text]")).toHaveValue(/Written second/);
});

for (const width of [1440, 390] as const) {
  browserTest(`the studio's pages are sound at ${width} px in both themes`, async ({ visit }) => {
    const page = await visit(url, { width, returning: instructor.cookies() });
    await open(page, `/studio/${handle}`);
    await lookAt(page, "studio-scenarios", [width]);
    await open(page, `/studio/${handle}/scenarios/new`);
    await lookAt(page, "studio-new", [width]);
    const path = await begin();
    await open(page, path);
    await at(page, "rubric.yaml/criteria[0]").click();
    await at(page, "rubric.yaml/criteria[0].checks[0]").click();
    await at(page, "rubric.yaml/criteria[0].checks[0].points").fill("99");
    await at(page, "hints.yaml/gives-a-reason").click();
    await page.getByRole("button", { name: "Write three hints" }).click();
    await page.getByRole("button", { name: "Add a sample answer" }).click();
    await page.locator("summary.problem-count").click();
    await lookAt(page, "studio-write-form", [width]);
    await showView(page, "As candidates see it");
    await lookAt(page, "studio-write-preview", [width]);
    await showView(page, "Files");
    await seen(page.locator(".cm-content")).toBeVisible();
    await lookAt(page, "studio-write-files", [width]);
  });
}
