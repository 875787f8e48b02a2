import { beforeAll, expect } from "vitest";
import { readArchive } from "#app/services/authoring/files/read-archive.server.ts";
import { writeArchive } from "#app/services/authoring/files/write-archive.server.ts";
import { browserTest, isAlive } from "#test/support/browser.ts";
import { type HttpVisitor, textOf, visitOverHttp } from "#test/support/http-visitor.ts";
import { seen } from "#test/support/interview-steps.ts";
import { lookAt } from "#test/support/look-at.ts";
import { mailedInvitation, verifyMailed } from "#test/support/operator.ts";
import { sharedMailbox, useSharedApp } from "#test/support/running-app.ts";
import { makeZip } from "#test/support/zip.ts";

// Scenarios leave one organisation as a zip and come into another; a study page is written, found and read by members.

const url = useSharedApp();
const mailbox = sharedMailbox();
const run = Date.now().toString(36);
const [acme, umbrella] = [`acme-${run}`, `umbrella-${run}`];

async function makePerson(name: string): Promise<HttpVisitor & { email: string }> {
  const email = `${name.toLowerCase()}-${run}@example.com`;
  const visitor = visitOverHttp(url);
  expect((await visitor.post("/sign-up", { name, email, password: "seven sparrows sing" })).status).toBe(302);
  await verifyMailed({ url, mailbox, email });
  return { ...visitor, email };
}

let author: HttpVisitor;
let member: HttpVisitor;
let outsider: HttpVisitor;

beforeAll(async () => {
  author = await makePerson("Ines");
  for (const handle of [acme, umbrella]) await author.post("/organisations/new", { name: `Of ${handle}`, handle });
  const candidate = await makePerson("Cleo");
  await author.post(`/admin/${acme}/members`, { intent: "invite", email: candidate.email, roles: "candidate" });
  await candidate.post(await mailedInvitation({ url, mailbox, email: candidate.email }));
  member = candidate;
  outsider = await makePerson("Odo");
});

async function exportOf(path: string): Promise<Buffer> {
  const response = await author.get(path);
  expect([response.status, response.headers.get("content-type")]).toEqual([200, "application/zip"]);
  return Buffer.from(await response.arrayBuffer());
}

const widths = [1440, 390] as const;
const asUpload = (buffer: Buffer) => ({ name: "scenarios.zip", mimeType: "application/zip", buffer });

browserTest(
  "a scenario is exported, changed outside, and imported into another organisation, which sees first what that does",
  async ({ visit }) => {
    await author.post(`/studio/${acme}/scenarios/new`, { title: "Refund desk", slug: "refund-desk" });
    const exported = await exportOf(`/studio/${acme}/scenarios/refund-desk/export`);
    expect((await outsider.get(`/studio/${acme}/scenarios/refund-desk/export`)).status).toBe(404);
    expect((await member.get(`/studio/${acme}/export`)).status).toBe(404);
    const page = await visit(url, { returning: author.cookies(), expected: [/^422: POST/] });
    await page.goto(`/studio/${umbrella}/import`);
    await isAlive(page);
    const zip = page.getByLabel("Zip of scenarios");
    const look = page.getByRole("button", { name: "See what it would do" });
    await zip.setInputFiles(asUpload(makeZip([{ name: "../evil/scenario.md" }])));
    await look.click();
    await seen(page.getByText("Nothing was imported. “../evil/scenario.md” leads out of its folder.")).toBeVisible();
    await zip.setInputFiles(asUpload(exported));
    await look.click();
    await seen(page.getByRole("heading", { name: "What this import would do" })).toBeVisible();
    await seen(page.getByText("One scenario is new. Nothing is changed yet.")).toBeVisible();
    await page.getByRole("button", { name: "Import what is ticked" }).click();
    await seen(page.getByText("One scenario is imported.")).toBeVisible();
    expect((await exportOf(`/studio/${umbrella}/scenarios/refund-desk/export`)).equals(exported)).toBe(true);

    const read = await readArchive(exported);
    if (!read.ok) throw new Error(read.message);
    const changed = read.scenarios.map(({ slug, files }) => ({
      slug,
      files: { ...files, "scenario.md": (files["scenario.md"] ?? "").replace("Refund desk", "The refund desk") },
    }));
    await zip.setInputFiles(asUpload(await writeArchive(changed)));
    await look.click();
    await seen(page.getByText("One scenario changes a draft. Nothing is changed yet.")).toBeVisible();
    await seen(page.getByText("1 line added, 1 line removed")).toBeVisible();
    await page.getByText("What changes for candidates and graders").click();
    await lookAt(page, "import-plan", widths);
    await page.getByRole("button", { name: "Import what is ticked" }).click();
    await seen(page.getByRole("link", { name: "The refund desk" }).first()).toBeVisible();
    await lookAt(page, "import-done", widths);
  },
);

browserTest("without scripts a zip is looked at and imported too", async ({ visit }) => {
  await author.post(`/studio/${acme}/scenarios/new`, { title: "Plain desk", slug: "plain-desk" });
  const exported = await exportOf(`/studio/${acme}/scenarios/plain-desk/export`);
  const page = await visit(url, { returning: author.cookies(), script: false });
  await page.goto(`/studio/${umbrella}/import`);
  await page.getByLabel("Zip of scenarios").setInputFiles(asUpload(exported));
  await page.getByRole("button", { name: "See what it would do" }).click();
  await page.getByRole("button", { name: "Import what is ticked" }).click();
  await seen(page.getByText("One scenario is imported.")).toBeVisible();
});

browserTest(
  "a study page is written, published, read and found by a member, and is not there for anybody else",
  async ({ visit }) => {
    const page = await visit(url, { returning: author.cookies() });
    await page.goto(`/studio/${acme}/pages`);
    await isAlive(page);
    await page.getByLabel("Title").fill("The quarantine shelf");
    await page.getByRole("button", { name: "Begin the page" }).click();
    await seen(page.getByRole("heading", { name: "The quarantine shelf" }).first()).toBeVisible();
    const text = page.locator(".cm-content");
    await seen(text).toBeVisible();
    await text.click();
    await page.keyboard.press("ControlOrMeta+End");
    await page.keyboard.insertText(
      "\n\n## Zircon\n\nZircon crystals wait there until the assay office has weighed them.\n",
    );
    const preview = page.getByRole("region", { name: "The page as its readers see it" });
    await seen(preview.getByText("Zircon crystals wait there")).toBeVisible();
    await lookAt(page, "study-page-write", widths);
    const address = `/learn/${acme}.the-quarantine-shelf`;
    expect((await member.get(address)).status).toBe(404);
    await page.getByRole("button", { name: "Publish it" }).click();
    await seen(page.getByText("Members read it at")).toBeVisible();

    await page.goto(address);
    await isAlive(page);
    await lookAt(page, "learn-page-own", widths);
    await page.goto(`/studio/${acme}/pages`);
    await isAlive(page);
    await lookAt(page, "study-pages", widths);

    const read = await member.get(address);
    expect([read.status, await textOf(read)]).toEqual([200, expect.stringContaining("Zircon crystals wait there")]);
    const query = "/search?q=how+long+do+zircon+crystals+wait+for+the+assay+office";
    expect(await textOf(await member.get(query))).toContain(`of Of ${acme}`);
    for (const other of [outsider, visitOverHttp(url)]) {
      expect((await other.get(address)).status).toBe(404);
      expect(await textOf(await other.get(query))).not.toContain("assay office has weighed");
      expect(await textOf(await other.get("/learn"))).not.toContain("The quarantine shelf");
    }
    expect(await textOf(await member.get("/learn"))).toContain("The quarantine shelf");
    await page.goto(query);
    await isAlive(page);
    await lookAt(page, "search-own", widths);
  },
);

browserTest("two authors of one study page see both texts, with and without scripts", async ({ visit }) => {
  await author.post(`/studio/${acme}/pages?index`, { title: "Two hands" });
  const path = `/studio/${acme}/pages/two-hands`;
  const page = await visit(url, { returning: author.cookies(), script: false, expected: [/^409: POST/] });
  await page.goto(path);
  const sent = await author.post(`${path}?index`, { intent: "save", text: "Theirs", seenRevision: "1" });
  expect(sent.status).toBe(302);
  await page.locator("textarea[name=text]").fill("Mine");
  await page.getByRole("button", { name: "Save" }).click();
  await seen(page.getByRole("heading", { name: /changed the same text/ })).toBeVisible();
  await page.getByText("Keep yours; theirs is not in the text any more").click();
  await page.getByRole("button", { name: "Save what I chose" }).click();
  await seen(page.locator("textarea[name=text]")).toHaveValue("Mine");
});
