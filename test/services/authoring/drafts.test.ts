import { expect, test } from "vitest";
import { applyChanges } from "#app/domain/authoring/merging.ts";
import { db } from "#app/db/client.server.ts";
import { copyScenario } from "#app/services/authoring/copy-scenario.server.ts";
import { createScenario } from "#app/services/authoring/create-scenario.server.ts";
import { findAuthored } from "#app/services/authoring/find-authored.server.ts";
import { listAuthored } from "#app/services/authoring/list-authored.server.ts";
import { saveDraft } from "#app/services/authoring/save-draft.server.ts";
import { draftOf, publishNew, writeDraft } from "#test/support/authored.ts";
import { useTestDatabase } from "#test/support/database.ts";
import { asOfNow, makeMember, makeOrganisation } from "#test/support/organisation.ts";
import { makeScenario, useTestLibrary } from "#test/support/scenario.ts";
import { makeViewer } from "#test/support/session.ts";

await useTestLibrary(makeScenario());
useTestDatabase();

async function makeStudio() {
  const organisation = await makeOrganisation();
  const author = await makeMember({ organisationId: organisation.id, roles: ["instructor"], name: "Grace" });
  return { organisation, author };
}

test("a new scenario is named after its title, and begins as a skeleton that can be read", async () => {
  const { organisation, author } = await makeStudio();
  const made = await createScenario(author, { organisation: organisation.handle, title: " Réfund  desk’s bot " });
  expect(made).toEqual({ ok: true, slug: "refund-desks-bot" });
  const found = await findAuthored(author, {
    organisation: organisation.handle,
    slug: "refund-desks-bot",
    action: "write_scenario",
  });
  expect(found?.authored).toMatchObject({ title: "Réfund desk’s bot", revision: 1, createdById: author.id });
  expect(found?.address).toBe(`${organisation.handle}.refund-desks-bot`);
  expect(Object.keys(found?.authored.files ?? {})).toEqual(expect.arrayContaining(["scenario.md", "rubric.yaml"]));
});

test("a name that is taken, here or by what ships, is refused with one that is free", async () => {
  const { organisation, author } = await makeStudio();
  const create = (title: string, slug?: string) =>
    createScenario(author, { organisation: organisation.handle, title, ...(slug && { slug }) });
  await create("Refund desk");
  expect(await create("Refund desk")).toMatchObject({ ok: false, field: "slug", proposal: "refund-desk-2" });
  expect(await create("House dialect")).toMatchObject({ ok: false, field: "slug", proposal: "house-dialect-2" });
  expect(await create("Anything", "Not A Slug")).toMatchObject({ ok: false, field: "slug", proposal: "not-a-slug" });
  expect(await create("返金")).toMatchObject({ ok: false, field: "slug", proposal: null });
  expect(await create("  ")).toMatchObject({ ok: false, field: "title" });
  const elsewhere = await makeStudio();
  expect(
    await createScenario(elsewhere.author, { organisation: elsewhere.organisation.handle, title: "Refund desk" }),
  ).toEqual({ ok: true, slug: "refund-desk" });
});

test("of several people who take one name at once, one gets it and the others are told", async () => {
  const { organisation, author } = await makeStudio();
  const made = await Promise.all(
    Array.from({ length: 5 }, () => createScenario(author, { organisation: organisation.handle, title: "At once" })),
  );
  expect(made.filter((each) => each?.ok)).toHaveLength(1);
  expect(made.filter((each) => each && !each.ok)).toHaveLength(4);
});

test("who may not write gets nothing: a reviewer, a member of another organisation, and whoever was removed", async () => {
  const { organisation, author } = await makeStudio();
  const slug = await writeDraft(author, { organisation: organisation.handle });
  const reviewer = await makeMember({ organisationId: organisation.id, roles: ["reviewer"] });
  const { author: stranger } = await makeStudio();
  await db().member.deleteMany({ where: { userId: author.id } });
  for (const viewer of [reviewer, stranger, await asOfNow(author), await makeViewer()]) {
    const wanted = { organisation: organisation.handle, slug };
    expect(await createScenario(viewer, { organisation: organisation.handle, title: "Mine" })).toBeNull();
    expect(await findAuthored(viewer, { ...wanted, action: "write_scenario" })).toBeNull();
    expect(await saveDraft(viewer, { ...wanted, files: {}, seenRevision: 1 })).toBeNull();
    expect(await copyScenario(viewer, { organisation: organisation.handle, from: "house-dialect" })).toBeNull();
  }
  expect((await listAuthored(reviewer, organisation.handle))?.scenarios).toHaveLength(1);
  expect(await listAuthored(stranger, organisation.handle)).toBeNull();
});

test("a draft is saved over the text its author has seen, and over no other", async () => {
  const { organisation, author } = await makeStudio();
  const other = await makeMember({ organisationId: organisation.id, roles: ["admin"], name: "Joan" });
  const slug = await writeDraft(author, { organisation: organisation.handle });
  const known = { organisation: organisation.handle, slug };
  const mine = draftOf({ title: "Mine" });
  const theirs = draftOf({ title: "Theirs" });

  expect(await saveDraft(other, { ...known, files: theirs, seenRevision: 1 })).toMatchObject({ ok: true, revision: 2 });
  expect(await saveDraft(author, { ...known, files: mine, seenRevision: 1 })).toMatchObject({
    ok: false,
    reason: "conflict",
    theirs: { files: theirs, revision: 2, editedBy: "Joan" },
  });
  expect(await saveDraft(author, { ...known, files: mine, seenRevision: 2 })).toMatchObject({ ok: true, revision: 3 });
  // The answer to that was lost on its way, and the tab sends the same again: it is shown what it has sent itself.
  expect(await saveDraft(author, { ...known, files: mine, seenRevision: 2 })).toMatchObject({
    ok: false,
    theirs: { files: mine, revision: 3, editedBy: "Grace" },
  });
  expect(await saveDraft(author, { ...known, files: mine, seenRevision: 3 })).toMatchObject({ ok: true, revision: 3 });
  const [row] = (await listAuthored(author, organisation.handle))?.scenarios ?? [];
  expect(row).toMatchObject({ title: "Mine", editedBy: "Grace", state: { kind: "draft" }, attempts: 0 });
});

test("a save whose answer was lost is told what another author has saved since, also when it changes nothing", async () => {
  const { organisation, author } = await makeStudio();
  const other = await makeMember({ organisationId: organisation.id, roles: ["admin"], name: "Joan" });
  const slug = await writeDraft(author, { organisation: organisation.handle });
  const known = { organisation: organisation.handle, slug };
  const first = draftOf();
  const mine = { ...first, "rubric.yaml": `${first["rubric.yaml"]}# mine\n` };
  const both = { ...mine, "scenario.md": `${first["scenario.md"]}\nTheirs.\n` };
  await saveDraft(author, { ...known, files: mine, seenRevision: 1 });
  await saveDraft(other, { ...known, files: both, seenRevision: 2 });
  // What was changed is sent again, and put on top of what is there by now.
  const again = applyChanges(both, { "rubric.yaml": mine["rubric.yaml"] ?? null });
  expect(await saveDraft(author, { ...known, files: again, seenRevision: 1 })).toMatchObject({
    ok: false,
    theirs: { files: both, revision: 3, editedBy: "Joan" },
  });
});

test("of many saves that saw the same text one is kept", async () => {
  const { organisation, author } = await makeStudio();
  const slug = await writeDraft(author, { organisation: organisation.handle });
  const known = { organisation: organisation.handle, slug };
  const saved = await Promise.all(
    Array.from({ length: 8 }, (_, at) =>
      saveDraft(author, { ...known, files: draftOf({ title: `Text ${at}` }), seenRevision: 1 }),
    ),
  );
  expect(saved.filter((each) => each?.ok)).toHaveLength(1);
});

test("a title that cannot be read leaves the one it had", async () => {
  const { organisation, author } = await makeStudio();
  const slug = await writeDraft(author, { organisation: organisation.handle, title: "Named once" });
  const files = { "scenario.md": "---\ntitle: [\n---\n" };
  await saveDraft(author, { organisation: organisation.handle, slug, files, seenRevision: 1 });
  const [row] = (await listAuthored(author, organisation.handle))?.scenarios ?? [];
  expect(row?.title).toBe("Named once");
});

test("what ships can be copied, and so can what an organisation published; the copy gets a name that is free", async () => {
  const { organisation, author } = await makeStudio();
  const { handle } = organisation;
  expect(await copyScenario(author, { organisation: handle, from: "house-dialect" })).toEqual({
    ok: true,
    slug: "house-dialect-2",
  });
  const copied = await findAuthored(author, {
    organisation: handle,
    slug: "house-dialect-2",
    action: "write_scenario",
  });
  expect(copied?.authored.files["scenario.md"]).toContain("Questions in, our SQL out");
  const slug = await publishNew(author, { organisation: handle, title: "Published" });
  expect(await copyScenario(author, { organisation: handle, from: `${handle}.${slug}` })).toEqual({
    ok: true,
    slug: "published-2",
  });
  expect(await copyScenario(author, { organisation: handle, from: "nowhere" })).toBeNull();
  expect(await copyScenario(author, { organisation: handle, from: "../package" })).toBeNull();
});
