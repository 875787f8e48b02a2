import { expect, test } from "vitest";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { mostPages } from "#app/domain/content/organisation-page.ts";
import { db } from "#app/db/client.server.ts";
import { getStudyPage } from "#app/services/library/material/get-study-page.server.ts";
import { listStudyPages } from "#app/services/library/material/list-study-pages.server.ts";
import { listReadablePages, sectionsFor } from "#app/services/library/material/sections-for.server.ts";
import { createPage } from "#app/services/organisation-pages/create-page.server.ts";
import { getPage, previewPage } from "#app/services/organisation-pages/get-page.server.ts";
import { listPages } from "#app/services/organisation-pages/list-pages.server.ts";
import { archivePage, publishPage, unpublishPage } from "#app/services/organisation-pages/publish-page.server.ts";
import { readPublishedPages } from "#app/services/organisation-pages/read-published-pages.server.ts";
import { savePage } from "#app/services/organisation-pages/save-page.server.ts";
import { useTestDatabase } from "#test/support/database.ts";
import { asOfNow, makeMember, makeOrganisation } from "#test/support/organisation.ts";
import { pageText, writePage } from "#test/support/organisation-page.ts";
import { makeScenario, useTestLibrary } from "#test/support/scenario.ts";
import { makeViewer } from "#test/support/session.ts";

await useTestLibrary(makeScenario());
useTestDatabase();

async function makeAcme() {
  const { id: organisationId, handle } = await makeOrganisation();
  const author = await makeMember({ organisationId, roles: ["instructor"], name: "Ines" });
  const reader = await makeMember({ organisationId, roles: ["candidate"] });
  return { organisationId, organisation: handle, author, reader };
}

const outsiders = async (): Promise<(Viewer | null)[]> => {
  const other = await makeOrganisation({ name: "Umbrella" });
  return [null, await makeViewer(), await makeMember({ organisationId: other.id, roles: ["admin"] })];
};

test("a new page is a skeleton that can be published as it is, at an address made from its title", async () => {
  const { organisation, author } = await makeAcme();
  const first = await createPage(author, { organisation, title: "Our  first week!" });
  expect(first).toEqual({ ok: true, slug: "our-first-week" });
  expect(await createPage(author, { organisation, title: "Our first week" })).toEqual({
    ok: true,
    slug: "our-first-week-2",
  });
  expect(await createPage(author, { organisation, title: " " })).toMatchObject({ ok: false });
  expect(await createPage(author, { organisation, title: "週" })).toMatchObject({ ok: false });
  const view = await getPage(author, { organisation, slug: "our-first-week" });
  expect(view).toMatchObject({
    title: "Our first week!",
    state: "draft",
    problems: [],
    address: `${organisation}.our-first-week`,
  });
});

test("an organisation has a most of pages, and is told so", async () => {
  const { organisation, organisationId, author } = await makeAcme();
  const data = Array.from({ length: mostPages - 1 }, (_, at) => ({
    organisationId,
    slug: `p-${at}`,
    title: "P",
    text: "",
  }));
  await db().organisationPage.createMany({ data });
  expect(await createPage(author, { organisation, title: "The last" })).toMatchObject({ ok: true });
  expect(await createPage(author, { organisation, title: "One more" })).toMatchObject({
    ok: false,
    message: expect.stringContaining("at most 200 pages") as string,
  });
});

test("pages that were read before are there beside more than are kept in memory", async () => {
  const { organisationId, organisation } = await makeAcme();
  const other = await makeOrganisation();
  const publish = (to: string, count: number) =>
    db().organisationPage.createMany({
      data: Array.from({ length: count }, (_, at) => ({
        organisationId: to,
        slug: `p-${at}`,
        title: "P",
        text: "",
        publishedText: pageText(`Page ${at}`, { Keys: "Ask." }),
        publishedAt: new Date(),
      })),
    });
  await publish(organisationId, 600);
  await publish(other.id, 600);
  const count = async (...ids: string[]) =>
    Object.fromEntries((await readPublishedPages(ids)).map(({ handle, pages }) => [handle, pages.length]));
  expect(await count(organisationId)).toEqual({ [organisation]: 600 });
  expect(await count(organisationId, other.id)).toEqual({ [organisation]: 600, [other.handle]: 600 });
});

test("a file is read up to its first drawing that takes too long, and one with too many is told so", async () => {
  const { organisation, author } = await makeAcme();
  const drawn = (source: string) => `\`\`\`mermaid\n${source}\n\`\`\`\n`;
  const problemsWith = async (title: string, drawings: string[]) => {
    const slug = await writePage(author, {
      organisation,
      title,
      sections: { Way: drawings.join("\n") },
      publish: false,
    });
    return (await getPage(author, { organisation, slug }))?.problems.map(({ message }) => message) ?? [];
  };
  const endless = `flowchart LR\n${"A;".repeat(9_900)}`;
  const stopped = await problemsWith("Stopped", [drawn(endless), drawn(endless), drawn("flowchart LR\n  a --> [")]);
  expect(stopped).toEqual([expect.stringContaining("longer than 2 s")]);
  const many = await problemsWith(
    "Many",
    Array.from({ length: 14 }, () => drawn("flowchart LR\n  a --> [")),
  );
  expect(many).toHaveLength(13);
  expect(many.at(-1)).toBe("a file may have at most 12 drawings; this has 14");
});

test("a published page is read by the members of its organisation and by nobody else", async () => {
  const { organisation, organisationId, author, reader } = await makeAcme();
  const slug = await writePage(author, { organisation, title: "First week", sections: { Keys: "Ask at the desk." } });
  const address = `${organisation}.${slug}`;
  for (const member of [author, reader]) {
    expect(await getStudyPage(member, address)).toMatchObject({
      slug: address,
      organisation: { handle: organisation, name: "Acme" },
      sections: [{ id: "keys", heading: "Keys" }],
    });
    expect((await listStudyPages(member)).organisations).toMatchObject([{ name: "Acme", pages: [{ slug: address }] }]);
    expect((await listReadablePages(member)).map((page) => page.slug)).toContain(address);
  }
  for (const outsider of await outsiders()) {
    expect(await getStudyPage(outsider, address)).toBeNull();
    expect((await listStudyPages(outsider)).organisations).toEqual([]);
    expect((await listReadablePages(outsider)).map((page) => page.slug)).not.toContain(address);
  }
  expect(await getStudyPage(reader, `${organisationId}.${slug}`)).toBeNull();
  expect([...(await sectionsFor(organisationId))]).toContain(`${address}#keys`);
  expect([...(await sectionsFor(null))]).not.toContain(`${address}#keys`);
  await db().member.deleteMany({ where: { userId: reader.id } });
  expect(await getStudyPage(await asOfNow(reader), address)).toBeNull();
});

test("readers see what was published last: not the draft, not what was taken back, not what is archived", async () => {
  const { organisation, author, reader } = await makeAcme();
  const slug = await writePage(author, { organisation, title: "Rota", sections: { Nights: "Two of you." } });
  const wanted = { organisation, slug };
  const readNow = async () => (await getStudyPage(reader, `${organisation}.${slug}`))?.sections.map(({ id }) => id);
  const stateNow = async () => (await listPages(author, organisation))?.pages.map(({ state }) => state);
  await savePage(author, { ...wanted, text: pageText("Rota", { Days: "Three of you." }), seenRevision: 2 });
  expect([await readNow(), await stateNow()]).toEqual([["nights"], ["changed"]]);
  expect(await publishPage(author, { ...wanted, seenRevision: 3 })).toEqual({ ok: true });
  expect([await readNow(), await stateNow()]).toEqual([["days"], ["published"]]);
  expect(await publishPage(author, { ...wanted, seenRevision: 3 })).toEqual({ ok: false, reason: "unchanged" });
  expect(await archivePage(author, { ...wanted, archived: true })).toBe(true);
  expect([await readNow(), await stateNow()]).toEqual([undefined, ["archived"]]);
  await archivePage(author, { ...wanted, archived: false });
  expect(await readNow()).toEqual(["days"]);
  expect(await unpublishPage(author, wanted)).toBe(true);
  expect([await readNow(), await stateNow()]).toEqual([undefined, ["draft"]]);
});

test("only whoever writes for the organisation sees, keeps or publishes its pages", async () => {
  const { organisation, author, reader } = await makeAcme();
  const slug = await writePage(author, { organisation, title: "Rota", sections: { Nights: "Two." }, publish: false });
  const wanted = { organisation, slug };
  for (const viewer of [reader, ...(await outsiders())]) {
    expect(await listPages(viewer, organisation)).toBeNull();
    if (viewer === null) continue;
    expect(await getPage(viewer, wanted)).toBeNull();
    expect(await previewPage(viewer, { ...wanted, text: "" })).toBeNull();
    expect(await createPage(viewer, { organisation, title: "Mine" })).toBeNull();
    expect(await savePage(viewer, { ...wanted, text: "", seenRevision: 2 })).toBeNull();
    expect(await publishPage(viewer, { ...wanted, seenRevision: 2 })).toBeNull();
    expect(await unpublishPage(viewer, wanted)).toBeNull();
    expect(await archivePage(viewer, { ...wanted, archived: true })).toBeNull();
  }
});

test("of two authors the second to save sees both texts, and saves over the other's only knowingly", async () => {
  const { organisation, organisationId, author } = await makeAcme();
  const other = await makeMember({ organisationId, roles: ["admin"], name: "Ada" });
  const slug = await writePage(author, { organisation, title: "Rota", sections: { Nights: "Two." }, publish: false });
  const wanted = { organisation, slug };
  const [mine, theirs] = [pageText("Rota", { Nights: "Mine." }), pageText("Rota of Ada", { Nights: "Theirs." })];
  const saves = [
    savePage(other, { ...wanted, text: theirs, seenRevision: 2 }),
    savePage(author, { ...wanted, text: mine, seenRevision: 2 }),
  ];
  const outcomes = await Promise.all(saves);
  const won = outcomes.findIndex((outcome) => outcome?.ok);
  const lost = outcomes[1 - won];
  if (!lost || lost.ok) throw new Error("One of the two has to be told.");
  expect(lost.theirs).toMatchObject({
    text: [theirs, mine][won],
    revision: 3,
    editedBy: ["Ada", "Ines"][won],
  });
  const again = await savePage(author, { ...wanted, text: mine, seenRevision: lost.theirs.revision });
  expect(again?.ok).toBe(true);
  expect(await savePage(author, { ...wanted, text: mine, seenRevision: 1 }), "its answer was lost").toEqual(again);
  expect((await getPage(author, wanted))?.title).toBe("Rota");
});

test("a page with an error is not published, and each error is named at its line", async () => {
  const { organisation, author } = await makeAcme();
  const waiting = await writePage(author, { organisation, title: "Waiting", sections: { A: "b" }, publish: false });
  const text = pageText("Rota", {
    Links: `[one](/learn/latency) [two](/learn/latency#nowhere) [three](/learn/${organisation}.${waiting})
[four](/learn/${organisation}.nothing) [five](/labs/nothing) [six](/learn/${organisation}.rota#links)`,
    Drawing: "```mermaid\nflowchart LR\n  a --> [\n```",
    Sources: "It costs [S9:1].",
  });
  await createPage(author, { organisation, title: "Rota" });
  const wanted = { organisation, slug: "rota" };
  await savePage(author, { ...wanted, text, seenRevision: 1 });
  const broken = await publishPage(author, { ...wanted, seenRevision: 2 });
  if (!broken || broken.ok || broken.reason !== "problems") throw new Error("It was published.");
  expect(broken.problems).toEqual([
    expect.objectContaining({ file: "rota.md", message: expect.stringMatching(/\[S9:1\] names no source/) }),
  ]);
  await savePage(author, { ...wanted, text: text.replace("[S9:1]", "much"), seenRevision: 2 });
  const view = await getPage(author, wanted);
  expect(view?.problems.map(({ severity, field, message }) => `${severity} ${field}: ${message}`)).toEqual([
    `warning line 12: links to a page that is not published yet: /learn/${organisation}.waiting`,
    "error line 12: links to a section that does not exist: /learn/latency#nowhere",
    `error line 13: links to a page that does not exist: /learn/${organisation}.nothing`,
    "error line 13: links to a place that does not exist: /labs/nothing",
    expect.stringMatching(/^error line 19: the Mermaid does not parse/),
  ]);
});

test("scripts and HTML in a page stay text or are left out, in what is read and in what is previewed", async () => {
  const { organisation, author, reader } = await makeAcme();
  const evil = "Text <script>alert(1)</script> <img src=x onerror=alert(1)> [a](javascript:alert(1)) `<b>`";
  const slug = await writePage(author, { organisation, title: "Evil", sections: { "<b>x</b>": evil } });
  const read = await getStudyPage(reader, `${organisation}.${slug}`);
  const previewed = await previewPage(author, { organisation, slug, text: pageText("Evil", { x: evil }) });
  for (const body of [read?.body, previewed?.page?.body]) {
    const html = (body ?? []).map((block) => (block.kind === "html" ? block.html : "")).join("");
    expect(html).toContain("<code>&#x3C;b></code>");
    expect(html).not.toMatch(/<script|<img|javascript:|onerror/);
  }
});
