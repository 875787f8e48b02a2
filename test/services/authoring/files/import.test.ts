import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import type { DraftFiles } from "#app/domain/authoring/draft.ts";
import { db } from "#app/db/client.server.ts";
import { createScenario } from "#app/services/authoring/create-scenario.server.ts";
import { exportScenario, exportScenarios } from "#app/services/authoring/files/export-scenarios.server.ts";
import { importScenarios } from "#app/services/authoring/files/import-scenarios.server.ts";
import { getImportPlan, planImport } from "#app/services/authoring/files/plan-import.server.ts";
import { readArchive } from "#app/services/authoring/files/read-archive.server.ts";
import { writeArchive } from "#app/services/authoring/files/write-archive.server.ts";
import { findAuthored } from "#app/services/authoring/find-authored.server.ts";
import { saveDraft } from "#app/services/authoring/save-draft.server.ts";
import { useTestDatabase } from "#test/support/database.ts";
import { makeMember, makeOrganisation } from "#test/support/organisation.ts";
import { makeScenario, useTestLibrary, writtenScenario } from "#test/support/scenario.ts";
import { makeViewer } from "#test/support/session.ts";

const shipped = makeScenario();
const library = await useTestLibrary(shipped);
useTestDatabase();

/** The files of a scenario as a draft holds them. */
function filesOf(changes: Partial<Parameters<typeof makeScenario>[0]> = {}): DraftFiles {
  const written = writtenScenario(makeScenario({ ...changes, slug: "x" }));
  return Object.fromEntries(written.map(({ file, text }) => [file.slice(2), text]));
}

async function makeAcme() {
  const { id: organisationId, handle: organisation } = await makeOrganisation();
  const author = await makeMember({ organisationId, roles: ["instructor"] });
  return { organisationId, organisation, author };
}
type Acme = Awaited<ReturnType<typeof makeAcme>>;

async function plan({ author, organisation }: Pick<Acme, "author" | "organisation">, bytes: Buffer) {
  const started = await planImport(author, { organisation, bytes });
  if (!started?.ok) throw new Error(started?.message ?? "There is no such organisation.");
  const view = await getImportPlan(author, { organisation, planId: started.planId });
  if (!view) throw new Error("The plan is gone.");
  return view;
}

const draftOf = async ({ author, organisation }: Acme, slug: string) =>
  (await findAuthored(author, { organisation, slug, action: "write_scenario" }))?.authored.files;

test("what one organisation exports another imports, byte for byte, and is shown before", async () => {
  const [acme, umbrella] = [await makeAcme(), await makeAcme()];
  const files = { ...filesOf({ title: "Refunds" }), "calibration/strong.md": "---\r\n\ufeffnot read\r\n" };
  await createScenario(acme.author, { organisation: acme.organisation, title: "Refunds", slug: "refund-desk", files });
  const zip = await exportScenarios(acme.author, acme.organisation);
  if (!zip) throw new Error("Nothing was exported.");
  const one = await exportScenario(acme.author, {
    organisation: acme.organisation,
    slug: "refund-desk",
    version: null,
  });
  expect(one?.bytes.equals(zip.bytes)).toBe(true);
  const view = await plan(umbrella, zip.bytes);
  expect(view.scenarios).toMatchObject([{ slug: "refund-desk", title: "Refunds", kind: "new" }]);
  expect(view.scenarios[0]?.files.map(({ path, kind }) => [path, kind])).toEqual([
    ["calibration/strong.md", "added"],
    ["rubric.yaml", "added"],
    ["scenario.md", "added"],
  ]);
  expect(await draftOf(umbrella, "refund-desk")).toBeUndefined();
  const chosen = [{ slug: "refund-desk", name: null }];
  const wanted = { organisation: umbrella.organisation, planId: view.id };
  expect(await importScenarios(umbrella.author, { ...wanted, chosen })).toEqual({
    imported: [{ slug: "refund-desk", outcome: "created", name: "refund-desk" }],
    left: 0,
  });
  expect(await draftOf(umbrella, "refund-desk")).toEqual(files);
  expect(await getImportPlan(umbrella.author, wanted)).toBeNull();
  const again = await plan(umbrella, zip.bytes);
  expect(again.scenarios).toMatchObject([{ kind: "same", files: [], changes: [] }]);
});

test("a plan names the files and fields that change in a draft, and importing changes just these", async () => {
  const acme = await makeAcme();
  const before = { ...filesOf({ title: "Refunds", minutes: 20 }), "hints.yaml": "{}\n" };
  const { "hints.yaml": _removed, ...rest } = filesOf({ title: "Refunds", minutes: 25 });
  await createScenario(acme.author, { organisation: acme.organisation, title: "Refunds", slug: "desk", files: before });
  const view = await plan(acme, await writeArchive([{ slug: "desk", files: rest }]));
  expect(view.scenarios[0]).toMatchObject({
    kind: "changes",
    files: [
      { path: "hints.yaml", kind: "removed", added: 0 },
      { path: "scenario.md", kind: "changed", added: 1, removed: 1 },
    ],
  });
  expect(JSON.stringify(view.scenarios[0]?.changes)).toContain("25");
  const outcome = await importScenarios(acme.author, {
    organisation: acme.organisation,
    planId: view.id,
    chosen: [{ slug: "desk", name: null }],
  });
  expect(outcome?.imported).toEqual([{ slug: "desk", outcome: "saved", name: "desk" }]);
  expect(await draftOf(acme, "desk")).toEqual(rest);
});

test("a draft that was changed since the plan was shown is not overwritten, and the rest is imported", async () => {
  const acme = await makeAcme();
  const { organisation, author } = acme;
  await createScenario(author, { organisation, title: "Desk", slug: "desk", files: filesOf() });
  const zip = await writeArchive([
    { slug: "desk", files: filesOf({ minutes: 44 }) },
    { slug: "other", files: filesOf({ minutes: 45 }) },
  ]);
  const view = await plan(acme, zip);
  const edited = filesOf({ minutes: 33 });
  await saveDraft(author, { organisation, slug: "desk", files: edited, seenRevision: 1 });
  const chosen = [
    { slug: "desk", name: null },
    { slug: "other", name: null },
  ];
  const wanted = { organisation, planId: view.id };
  const first = await importScenarios(author, { ...wanted, chosen });
  expect(first).toMatchObject({ imported: [{ outcome: "changed-meanwhile" }, { outcome: "created" }], left: 1 });
  expect(await draftOf(acme, "desk")).toEqual(edited);
  const shown = await getImportPlan(author, wanted);
  expect(shown?.scenarios).toMatchObject([{ slug: "desk", kind: "changes" }]);
  expect(await importScenarios(author, { ...wanted, chosen })).toMatchObject({
    imported: [{ outcome: "saved" }],
    left: 0,
  });
  expect(await draftOf(acme, "desk")).toEqual(filesOf({ minutes: 44 }));
});

test("a scenario that appeared since the plan was shown is not overwritten either", async () => {
  const acme = await makeAcme();
  const view = await plan(acme, await writeArchive([{ slug: "desk", files: filesOf({ minutes: 44 }) }]));
  const { organisation, author } = acme;
  await createScenario(author, { organisation, title: "Desk", slug: "desk", files: filesOf() });
  const chosen = [{ slug: "desk", name: null }];
  const outcome = await importScenarios(author, { organisation, planId: view.id, chosen });
  expect(outcome?.imported).toMatchObject([{ outcome: "changed-meanwhile" }]);
  expect(await draftOf(acme, "desk")).toEqual(filesOf());
});

test("the name of what ships is taken: another is proposed, and one that is taken too is refused", async () => {
  const acme = await makeAcme();
  const { organisation, author } = acme;
  const view = await plan(acme, await writeArchive([{ slug: shipped.slug, files: filesOf() }]));
  expect(view.scenarios).toMatchObject([{ kind: "taken", proposal: `${shipped.slug}-2` }]);
  const wanted = { organisation, planId: view.id };
  const asShipped = await importScenarios(author, { ...wanted, chosen: [{ slug: shipped.slug, name: shipped.slug }] });
  expect(asShipped?.imported).toMatchObject([
    { outcome: "refused", message: expect.stringMatching(/library that ships/) },
  ]);
  const renamed = await importScenarios(author, { ...wanted, chosen: [{ slug: shipped.slug, name: "our-own" }] });
  expect(renamed?.imported).toEqual([{ slug: shipped.slug, outcome: "created", name: "our-own" }]);
  expect(await draftOf(acme, "our-own")).toEqual(filesOf());
});

test("files with problems are imported as a draft, and the plan says them in the words of the check", async () => {
  const acme = await makeAcme();
  const files = { "scenario.md": "---\ntitle: !!js/function x\n---\n", "rubric.yaml": "a: &a [*a, *a]\n" };
  const view = await plan(acme, await writeArchive([{ slug: "desk", files }]));
  const said = view.scenarios[0]?.problems.map(({ file, field, message }) => `${file} ${field}: ${message}`);
  expect(said?.[0]).toMatch(/^scenario.md line 2: is not valid YAML: Unresolved tag/);
  expect(said?.some((each) => each.startsWith("rubric.yaml"))).toBe(true);
  const many = Object.fromEntries(Array.from({ length: 61 }, (_, at) => [`calibration/a${at}.md`, "x"]));
  const refused = await plan(acme, await writeArchive([{ slug: "desk", files: many }]));
  expect(refused.scenarios).toMatchObject([{ kind: "refused", refusal: expect.stringMatching(/at most 60 files/) }]);
});

test("a plan is for the one it was shown to, there, and for half an hour", async () => {
  const acme = await makeAcme();
  const { organisation, organisationId, author } = acme;
  const colleague = await makeMember({ organisationId, roles: ["admin"] });
  const candidate = await makeMember({ organisationId, roles: ["candidate", "reviewer"] });
  const elsewhere = await makeAcme();
  const zip = await writeArchive([{ slug: "desk", files: filesOf() }]);
  const view = await plan(acme, zip);
  const chosen = [{ slug: "desk", name: null }];
  const wanted = { organisation, planId: view.id };
  const others: Viewer[] = [colleague, candidate, elsewhere.author, await makeViewer()];
  for (const other of others) {
    expect(await getImportPlan(other, wanted)).toBeNull();
    expect(await importScenarios(other, { ...wanted, chosen })).toBeNull();
  }
  expect(await getImportPlan(author, { ...wanted, organisation: elsewhere.organisation })).toBeNull();
  for (const other of [candidate, elsewhere.author]) {
    expect(await planImport(other, { organisation, bytes: zip })).toBeNull();
    expect(await exportScenarios(other, organisation)).toBeNull();
  }
  const later = new Date(Date.now() + 31 * 60_000);
  expect(await getImportPlan(author, { ...wanted, now: later })).toBeNull();
  await planImport(colleague, { organisation, bytes: zip, now: later });
  expect(await db().importPlan.count({ where: { id: view.id } }), "what is over is cleared away").toBe(0);
});

test("whoever plans another import leaves the one before", async () => {
  const acme = await makeAcme();
  const zip = await writeArchive([{ slug: "desk", files: filesOf() }]);
  const first = await plan(acme, zip);
  const second = await plan(acme, zip);
  const rows = await db().importPlan.findMany({ where: { userId: acme.author.id }, select: { id: true } });
  expect(rows).toEqual([{ id: second.id }]);
  expect(await getImportPlan(acme.author, { organisation: acme.organisation, planId: first.id })).toBeNull();
});

test("a version is exported as it was published, whatever the draft says since", async () => {
  const acme = await makeAcme();
  const { organisation, author } = acme;
  await createScenario(author, { organisation, title: "Desk", slug: "desk", files: filesOf({ minutes: 10 }) });
  const scenario = await db().authoredScenario.findFirstOrThrow({ where: { organisation: { handle: organisation } } });
  const version = { hash: `hash of ${scenario.id}`, slug: "desk", rubricHash: "r", content: {} };
  await db().scenarioVersion.create({ data: version });
  const files = filesOf({ minutes: 9 });
  await db().publishedVersion.create({ data: { scenarioId: scenario.id, number: 1, hash: version.hash, files } });
  const first = await exportScenario(author, { organisation, slug: "desk", version: 1 });
  expect(await readArchive(first?.bytes ?? Buffer.alloc(0))).toMatchObject({ scenarios: [{ slug: "desk", files }] });
  expect(first?.name).toBe("desk-version-1.zip");
  expect(await exportScenario(author, { organisation, slug: "desk", version: 2 })).toBeNull();
});

test("nothing of this writes to the library that ships", async () => {
  const read = async () => {
    const paths = await readdir(library.scenariosDir, { recursive: true });
    return Promise.all(
      paths.map(async (path) => {
        const { isFile, mtimeMs } = await stat(join(library.scenariosDir, path)).then((found) => ({
          isFile: found.isFile(),
          mtimeMs: found.mtimeMs,
        }));
        return [path, mtimeMs, isFile ? await readFile(join(library.scenariosDir, path), "utf8") : null];
      }),
    );
  };
  const before = await read();
  const acme = await makeAcme();
  const view = await plan(acme, await writeArchive([{ slug: shipped.slug, files: filesOf({ minutes: 59 }) }]));
  const chosen = [{ slug: shipped.slug, name: shipped.slug }];
  await importScenarios(acme.author, { organisation: acme.organisation, planId: view.id, chosen });
  expect(await read()).toEqual(before);
});
