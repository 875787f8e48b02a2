import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect } from "vitest";
import { browserTest, isAlive } from "#test/support/browser.ts";
import { seen, startInterview, diagramBox } from "#test/support/interview-steps.ts";
import { lookAt, sidewaysScroll } from "#test/support/look-at.ts";
import { useSharedApp } from "#test/support/running-app.ts";

// The studio: drawn by keyboard, told what is wrong and what the rules find, shared by link, undone over a reload.

const url = useSharedApp();

const editor = (page: Page) => page.getByRole("textbox", { name: "Your drawing, in Mermaid" });
const preview = (page: Page) => page.getByRole("img", { name: /: preview$/ });
const sourceOf = (page: Page) => page.locator("textarea[name=source]").inputValue();

async function openStudio(page: Page, path = "/studio/diagram"): Promise<void> {
  await page.goto(path);
  await isAlive(page);
  await seen(page.locator(".cm-content")).toBeVisible();
}

/** Takes out what stands in the editor, by keyboard. */
async function clear(page: Page): Promise<void> {
  await editor(page).focus();
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");
}

browserTest("a system is drawn by keyboard alone: completion, palette, findings, and Tab leaves", async ({ visit }) => {
  const page = await visit(url);
  await openStudio(page);
  await clear(page);
  await page.keyboard.type("fl");
  const suggestions = page.getByRole("listbox");
  await seen(suggestions.getByRole("option", { name: /^flowchart LR/ })).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Q[Question] --> Ret");
  await seen(suggestions.getByRole("option", { name: /^Retriever/ })).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await seen.poll(() => sourceOf(page)).toBe('flowchart LR\n  Q[Question] --> retriever["Retriever"]');

  // A name that is typed to its end stays what it is: Enter is a new line, as far in as the one above.
  await page.keyboard.press("Enter");
  await page.keyboard.type("retriever --> ");
  await page.keyboard.press("Control+Space");
  await seen(suggestions).toBeVisible();
  await page.keyboard.press("Escape");
  await seen(suggestions).toBeHidden();
  await page.keyboard.press("Tab");
  await seen(page.locator("summary").filter({ hasText: "Insert a part" })).toBeFocused();
  await page.keyboard.press("Tab");
  await seen(page.getByRole("button", { name: "Question" })).toBeFocused();
  for (let at = 0; at < 14; at += 1) await page.keyboard.press("ArrowRight");
  await seen(page.getByRole("button", { name: "Generator", exact: true })).toBeFocused();
  await page.keyboard.press("Enter");
  await seen(editor(page)).toBeFocused();
  await page.keyboard.type("Writer");
  await seen
    .poll(() => sourceOf(page))
    .toBe('flowchart LR\n  Q[Question] --> retriever["Retriever"]\n  retriever --> generator["Writer"]');
  await seen(preview(page).getByText("Writer")).toBeVisible();

  const rule = page.getByRole("listitem").filter({ hasText: "Retrieval comes before generation" });
  await seen(rule.getByText("Holds")).toBeVisible();
  await rule.getByRole("button", { name: "line 3" }).press("Enter");
  await seen(editor(page)).toBeFocused();
  await page.keyboard.type("  retriever --> answer");
  await seen.poll(() => sourceOf(page)).toMatch(/\n {2}retriever --> answer$/);
  await page.keyboard.press("Shift+Tab");
  await seen(editor(page)).not.toBeFocused();
});

browserTest("a fault stands at its line, ours and Mermaid's, and goes with it", async ({ visit }) => {
  const page = await visit(url);
  await openStudio(page);
  await editor(page).fill("flowchart LR\n  A[Query] --> B[Search\n  B --> C");
  await seen(editor(page)).toHaveAttribute("aria-invalid", "true");
  await seen(page.getByRole("status").getByText(/^Line 2: The label of B/)).toBeVisible();
  await seen(page.locator(".cm-lintRange-error")).toHaveText("A[Query] --> B[Search");
  await page.locator(".cm-lint-marker-error").hover();
  await seen(page.locator(".cm-diagnostic")).toContainText("The label of B");
  await editor(page).fill("flowchart LR\n  A@{ shape: no-such-shape }");
  await seen(page.getByRole("status").getByText(/^Line \d: .*No such shape/)).toBeVisible();
  await editor(page).fill("flowchart LR\n  A --> B");
  await seen(page.locator(".cm-lintRange-error")).toHaveCount(0);
  await seen(editor(page)).not.toHaveAttribute("aria-invalid", "true");
});

browserTest(
  "a link carries the drawing to another browser, and a bad one says so and harms nothing",
  async ({ visit }) => {
    const page = await visit(url);
    const sent: string[] = [];
    page.on("request", (request) => sent.push(request.url() + (request.postData() ?? "")));
    await openStudio(page);
    const drawing = 'flowchart TD\n  A(["Größe – 检索"]) -->|"ja"| B[("Zwiebel")]\n';
    await editor(page).fill(drawing);
    await seen(preview(page).getByText("Zwiebel")).toBeVisible();
    await page.getByRole("button", { name: "Share by link" }).click();
    const link = page.getByRole("textbox", { name: "Link to this drawing" });
    await seen(link).toHaveValue(/\/studio\/diagram#d=[\w-]+$/);
    const address = await link.inputValue();
    expect(sent.filter((each) => /Zwiebel|#d=/.test(each))).toEqual([]);

    const other = await visit(url);
    await openStudio(other, address);
    await seen.poll(() => sourceOf(other)).toBe(drawing);
    await seen(preview(other).getByText("Zwiebel")).toBeVisible();
    await seen(other.getByText("This drawing came with the link.")).toBeVisible();
    await seen(other).toHaveURL(/\/studio\/diagram$/);
    await other.evaluate((hash) => (location.hash = hash), address.slice(address.indexOf("#"), -9));
    await seen(other.getByRole("alert")).toHaveText(/^The link holds no drawing that can be read/);
    expect(await sourceOf(other)).toBe(drawing);
  },
);

browserTest("what was drawn and how is kept over a reload: undo goes on where it was", async ({ visit }) => {
  const page = await visit(url);
  await openStudio(page);
  const first = await sourceOf(page);
  await editor(page).focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.type("  answer --> archive");
  await page.getByRole("link", { name: "A router" }).click();
  await seen(preview(page).getByText("Guardrail")).toBeVisible();

  await page.reload();
  await isAlive(page);
  await seen(page.locator(".cm-content")).toBeVisible();
  await seen(preview(page).getByText("Guardrail")).toBeVisible();
  await editor(page).focus();
  await page.keyboard.press("Control+z");
  await seen.poll(() => sourceOf(page)).toBe(`${first}  answer --> archive`);
  for (let at = 0; at < 25; at += 1) await page.keyboard.press("Control+z");
  await seen.poll(() => sourceOf(page)).toBe(first);
  await page.keyboard.press("Control+y");
  await seen.poll(() => sourceOf(page)).not.toBe(first);
});

browserTest(
  "the drawing is zoomed and moved by keys, buttons and wheel, and saved as a file of its own",
  async ({ visit }) => {
    const page = await visit(url);
    await openStudio(page);
    await seen(preview(page)).toBeVisible();
    const frame = page.getByRole("group", { name: /^Drawing at/ });
    await frame.focus();
    await page.keyboard.press("+");
    await seen(frame).toHaveAccessibleName(/^Drawing at 125 %/);
    await page.keyboard.press("ArrowRight");
    await page.getByRole("button", { name: "Zoom in" }).click();
    await seen(frame).toHaveAccessibleName(/^Drawing at 156 %/);
    await frame.hover();
    await page.keyboard.down("Control");
    await page.mouse.wheel(0, -100);
    await page.keyboard.up("Control");
    await seen(frame).toHaveAccessibleName(/^Drawing at 195 %/);
    await page.getByRole("button", { name: "Reset" }).click();
    await seen(frame).toHaveAccessibleName(/^Drawing at 100 %/);
    expect(await sidewaysScroll(page)).toBe(0);

    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Download as SVG" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("drawing.svg");
    const svg = await readFile(await download.path(), "utf8");
    expect(svg).toMatch(/^<svg [^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/);
    expect(svg).toContain("Reranker");
    expect(svg).not.toMatch(/var\(--|<script|foreignObject|javascript:|@import/);
  },
);

browserTest("what is pasted is bounded, and a source made to hang the editor does not", async ({ visit }) => {
  const page = await visit(url);
  await openStudio(page);
  const before = await sourceOf(page);
  await editor(page).focus();
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData("text/plain", "A --> B\n".repeat(125_000));
    document.activeElement?.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
    );
  });
  await seen(page.getByText(/^Not put in: a source may be 20,000 characters long/)).toBeVisible();
  expect(await sourceOf(page)).toBe(before);
  for (const hostile of ['"'.repeat(18_000), 'A[("--==.|{'.repeat(1_600), `A${" ".repeat(15_000)}-->`]) {
    await editor(page).fill(`flowchart LR\n${hostile}`);
    await seen(page.getByRole("status").getByText(/^Line 2:/)).toBeVisible();
  }
  await editor(page).fill("flowchart LR\n  A --> B");
  await seen(page.getByText("2 boxes, 1 arrow. Reads without errors.")).toBeVisible();
});

for (const width of [1440, 390] as const) {
  browserTest(`the studio is sound at ${width} px with everything open`, async ({ visit }) => {
    const page = await visit(url, { width });
    await openStudio(page);
    await page.getByText("Rules to hold it against").click();
    await page.getByRole("button", { name: "None" }).click();
    await page.getByRole("checkbox", { name: "Reranking comes after retrieval" }).check();
    await editor(page).fill('flowchart LR\n  Q[Question] --> R["Rerank"] --> S["Search"] --> G["Generator"]');
    await seen(page.getByText("0 of 1 rule is kept, 1 broken.")).toBeVisible();
    await page.getByRole("button", { name: "Share by link" }).click();
    await seen(page.getByRole("textbox", { name: "Link to this drawing" })).toBeVisible();
    await seen(preview(page)).toBeVisible();
    await lookAt(page, "studio-diagram-open", [width]);
  });
}

browserTest(
  "without scripts the source is there to be read and changed, with what the rules find",
  async ({ visit }) => {
    const page = await visit(url, { script: false, width: 390 });
    await page.goto("/labs");
    await page.getByRole("link", { name: "diagram studio" }).click();
    await page.getByRole("link", { name: "A training pipeline" }).click();
    const source = page.getByRole("textbox", { name: "Your drawing, in Mermaid" });
    await seen(source).toHaveValue(/Held-out test set/);
    await source.fill("flowchart LR\n  mine --> yours");
    await seen(source).toHaveValue(/mine/);
    await seen(page.getByText("3 of 12 rules are kept, 9 not drawn.")).toBeVisible();
    await seen(page.getByRole("button", { name: "Share by link" })).toBeHidden();
    expect(await sidewaysScroll(page)).toBe(0);
  },
);

browserTest("the editor's program is loaded only where somebody draws", async ({ visit }) => {
  const page = await visit(url);
  const loaded: string[] = [];
  page.on("request", (request) => loaded.push(new URL(request.url()).pathname));
  const programs = () => loaded.filter((path) => /\/code-editor\b/.test(path));
  for (const path of ["/", "/labs", "/learn/retrieval-pipeline", "/scenarios/customer-support-chatbot"]) {
    await page.goto(path);
    await isAlive(page);
  }
  await startInterview(page);
  await page.waitForLoadState("networkidle");
  expect(programs()).toEqual([]);
  await page.keyboard.press("Alt+KeyD");
  await seen(diagramBox(page)).toBeFocused();
  await page.keyboard.insertText("flowchart LR\n  A[Ask] --> B[Reply]");
  await seen(page.locator(".cm-content")).toContainText("A[Ask] --> B[Reply]");
  await seen(diagramBox(page)).toBeFocused();
  expect(programs()).toHaveLength(1);
  await page.keyboard.type(" --> C");
  await seen(page.getByText("3 boxes, 2 arrows. Reads without errors.")).toBeVisible();
  await page.keyboard.press("Control+Enter");
  await seen(page.getByRole("textbox", { name: "Your answer to question 2" })).toBeVisible();
});
