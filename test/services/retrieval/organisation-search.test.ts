import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { db } from "#app/db/client.server.ts";
import { archivePage, publishPage, unpublishPage } from "#app/services/organisation-pages/publish-page.server.ts";
import { savePage } from "#app/services/organisation-pages/save-page.server.ts";
import { closeEmbedder } from "#app/services/retrieval/choose-embedder.server.ts";
import { findFurtherStudy } from "#app/services/retrieval/find-further-study.server.ts";
import { findPassages, searchMaterial } from "#app/services/retrieval/search-material.server.ts";
import { useTestDatabase } from "#test/support/database.ts";
import { asOfNow, makeMember, makeOrganisation } from "#test/support/organisation.ts";
import { pageText, writePage } from "#test/support/organisation-page.ts";
import { retrievalPages } from "#test/support/retrieval-material.ts";
import { makeScenario, useTestLibrary, writeFiles } from "#test/support/scenario.ts";
import { makeViewer } from "#test/support/session.ts";

const library = await useTestLibrary(makeScenario());
const files = Object.entries(retrievalPages).map(([slug, text]) => ({ file: `${slug}.md`, text }));
await writeFiles(library.contentDir, files);
const dataDir = await mkdtemp(join(tmpdir(), "tradeoff-vectors-"));
process.env.DATA_DIR = dataDir;
useTestDatabase();
afterAll(async () => {
  await closeEmbedder();
  await rm(dataDir, { recursive: true, force: true });
});

const secret = "The quarantine shelf keeps a parcel of zircon crystals until the assay office has weighed it.";
const query = "how long does the quarantine shelf keep zircon crystals";

async function makeAcme(name: string, publish = true) {
  const { id: organisationId, handle } = await makeOrganisation({ name });
  const author = await makeMember({ organisationId, roles: ["instructor"] });
  const reader = await makeMember({ organisationId, roles: ["candidate"] });
  const sections = { "The quarantine shelf": secret, Other: "Nothing much." };
  const slug = await writePage(author, { organisation: handle, title: "Crystals", sections, publish });
  return {
    organisationId,
    organisation: handle,
    slug,
    author,
    reader,
    address: `/learn/${handle}.${slug}#the-quarantine-shelf`,
  };
}

async function search(viewer: Viewer | null, typed = query) {
  const found = await searchMaterial(viewer, typed, { untilReady: true });
  if (found.kind === "refused") throw new Error(found.reason);
  return found;
}

/** Everything a search says to a viewer, and everything a model would be given. */
async function sees(viewer: Viewer | null, typed = query): Promise<string> {
  const passages = await findPassages(viewer, typed, { untilReady: true });
  const given = passages.ok ? passages.found.index.passages.map(({ text }) => text) : [];
  const missing = {
    checkKey: "A1",
    title: "",
    asks: `Does the candidate say that ${query}?`,
    study: { page: "latency", section: "", pageTitle: "", sectionTitle: "", minutes: 1, href: "" },
    scoreLost: 5,
  };
  return JSON.stringify([await search(viewer, typed), given, await findFurtherStudy(viewer, [missing])]);
}

test("a member finds a page of the organisation and what ships in one list, and is told whose page it is", async () => {
  const { reader, address } = await makeAcme("Acme");
  const found = await search(reader);
  expect(found.results[0]).toMatchObject({ address, organisation: "Acme", title: "Crystals" });
  expect([found.mode, found.note]).toEqual(["hybrid", null]);
  const mixed = await search(reader, "a hash of the wording, and the quarantine shelf of zircon crystals");
  expect(new Set(mixed.results.map(({ organisation }) => organisation))).toEqual(new Set(["Acme", null]));
  const shipped = await search(reader, "a hash of the wording finds only the same wording");
  expect(shipped.results[0]).toMatchObject({ page: "caching", organisation: null });
});

test("nobody else ever finds it: not a stranger, a guest, another organisation's admin or a removed member", async () => {
  const { reader, author } = await makeAcme("Acme");
  const other = await makeAcme("Umbrella", false);
  const guest = { ...(await makeViewer()), isGuest: true, email: null, emailVerified: false };
  const outsiders = [null, await makeViewer(), guest, other.reader, other.author];
  expect(await sees(reader)).toContain("zircon");
  expect(await sees(author)).toContain("zircon");
  for (const outsider of outsiders) expect(await sees(outsider)).not.toMatch(/zircon crystals until|Crystals/);
  await db().member.deleteMany({ where: { userId: reader.id } });
  expect(await sees(await asOfNow(reader))).not.toMatch(/zircon crystals until|Crystals/);
});

test("whoever belongs to two organisations finds the pages of both", async () => {
  const [acme, umbrella] = [await makeAcme("Acme"), await makeAcme("Umbrella")];
  await db().member.create({
    data: { organisationId: umbrella.organisationId, userId: acme.reader.id, roles: ["candidate"] },
  });
  const found = await search(await asOfNow(acme.reader));
  expect(
    found.results
      .slice(0, 2)
      .map(({ address }) => address)
      .sort(),
  ).toEqual([acme.address, umbrella.address].sort());
  expect((await search(umbrella.reader)).results.map(({ address }) => address)).not.toContain(acme.address);
});

test("what is published anew, taken back or archived is found or not from the next search on", async () => {
  const { author, reader, organisation, slug } = await makeAcme("Acme", false);
  const wanted = { organisation, slug };
  expect(await sees(reader)).not.toContain("zircon crystals until");
  expect(await publishPage(author, { ...wanted, seenRevision: 2 })).toEqual({ ok: true });
  expect(await sees(reader)).toContain("zircon crystals until");
  const text = pageText("Crystals", { "The quarantine shelf": "It holds beryl crystals for nine days." });
  await savePage(author, { ...wanted, text, seenRevision: 2 });
  expect(await sees(reader)).not.toContain("beryl");
  await publishPage(author, { ...wanted, seenRevision: 3 });
  expect(await sees(reader)).toContain("beryl");
  expect(await sees(reader)).not.toContain("zircon crystals until");
  await archivePage(author, { ...wanted, archived: true });
  expect(await sees(reader)).not.toContain("beryl");
  await archivePage(author, { ...wanted, archived: false });
  expect(await sees(reader)).toContain("beryl");
  await unpublishPage(author, wanted);
  expect(await sees(reader)).not.toContain("beryl");
});
