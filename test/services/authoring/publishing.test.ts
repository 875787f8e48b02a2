import { expect, test } from "vitest";
import { db } from "#app/db/client.server.ts";
import {
  archiveScenario,
  deleteScenarioDraft,
  restoreScenario,
} from "#app/services/authoring/archive-scenario.server.ts";
import { findAuthored } from "#app/services/authoring/find-authored.server.ts";
import { getDifference } from "#app/services/authoring/get-difference.server.ts";
import { getVersions } from "#app/services/authoring/get-versions.server.ts";
import { listAuthored } from "#app/services/authoring/list-authored.server.ts";
import { publishScenario } from "#app/services/authoring/publish-scenario.server.ts";
import { restoreVersion } from "#app/services/authoring/restore-version.server.ts";
import { findScenario, listReachable } from "#app/services/library/find-scenario.server.ts";
import {
  draftOf,
  publishNew,
  publishNow,
  revisionOf,
  strongWords,
  weakWords,
  writeDraft,
  writtenAnswer,
} from "#test/support/authored.ts";
import { useTestDatabase } from "#test/support/database.ts";
import { makeMember, makeOrganisation } from "#test/support/organisation.ts";
import { makeScenario, useTestLibrary } from "#test/support/scenario.ts";

await useTestLibrary(makeScenario());
useTestDatabase();

async function makeStudio() {
  const { id: organisationId, handle: organisation } = await makeOrganisation();
  const author = await makeMember({ organisationId, roles: ["instructor"], name: "Grace" });
  return { organisationId, organisation, author };
}

const asIs = { note: "", acceptWarnings: true };

test("publishing makes an immutable version with the draft's exact files, and the next draft leaves it as it is", async () => {
  const { organisation, author } = await makeStudio();
  const known = { organisation, slug: await writeDraft(author, { organisation }) };
  const published = await publishScenario(author, { ...known, seenRevision: 1, ...asIs, note: " The first. " });
  expect(published).toEqual({ ok: true, number: 1 });
  expect(await publishNow(author, { ...known, files: draftOf({ title: "Refund desk, again" }) })).toBe(2);

  const view = await getVersions(author, known);
  expect(view?.versions).toMatchObject([
    { number: 2, note: "", publishedBy: "Grace", attempts: 0, graded: 0 },
    { number: 1, note: "The first.", publishedBy: "Grace" },
  ]);
  expect(view?.state).toEqual({ kind: "published", number: 2 });
  const first = await db().publishedVersion.findFirst({
    where: { number: 1, scenario: { slug: known.slug, organisation: { handle: organisation } } },
    include: { version: true },
  });
  expect(first?.files).toEqual(draftOf({ title: "Refund desk" }));
  expect(first?.version).toMatchObject({ slug: `${organisation}.${known.slug}`, hash: first?.hash });
});

test("a draft that was changed, that is published already or that cannot be read is not published", async () => {
  const { organisation, author } = await makeStudio();
  const known = { organisation, slug: await writeDraft(author, { organisation }) };
  const publish = async (changes: Partial<Parameters<typeof publishScenario>[1]> = {}) =>
    publishScenario(author, { ...known, ...asIs, seenRevision: await revisionOf(author, known), ...changes });
  expect(await publish({ seenRevision: 7 })).toMatchObject({ ok: false, reason: "conflict" });
  expect(await publish()).toMatchObject({ ok: true });
  expect(await publish()).toMatchObject({ ok: false, reason: "unchanged" });
  const broken = { ...draftOf(), "rubric.yaml": "criteria: []\n" };
  await db().authoredScenario.updateMany({ where: { slug: known.slug }, data: { files: broken } });
  const refused = await publish();
  expect(refused).toMatchObject({ ok: false, reason: "problems" });
  expect(JSON.stringify(refused)).toContain("rubric.yaml, criteria");
});

test("a drawing that Mermaid cannot read keeps a draft from being published", async () => {
  const { organisation, author } = await makeStudio();
  const brief = "What there is:\n\n```mermaid\nflowchart LR\n  a[Unclosed --> b\n```";
  const known = { organisation, slug: await writeDraft(author, { organisation, files: draftOf({ brief }) }) };
  const refused = await publishScenario(author, { ...known, ...asIs, seenRevision: 1 });
  expect(refused).toMatchObject({ ok: false, reason: "problems" });
  expect(JSON.stringify(refused)).toContain("Mermaid does not parse");
});

test("a weak answer that scores like a strong one refuses it, and warnings have to be accepted", async () => {
  const { organisation, author } = await makeStudio();
  const all = ["dialect-is-behaviour", "schema-is-knowledge", "shorter-prompt"];
  const files = {
    ...draftOf(),
    "calibration/strong.md": writtenAnswer({ words: weakWords, band: "strong", met: all }),
    "calibration/confidently-wrong.md": writtenAnswer({ words: strongWords, band: "beginning", met: [] }),
  };
  const wrong = { organisation, slug: await writeDraft(author, { organisation, title: "Wrong", files }) };
  expect(await publishScenario(author, { ...wrong, ...asIs, seenRevision: 1 })).toMatchObject({ reason: "refused" });

  const tooKind = writtenAnswer({ words: weakWords, band: "proficient", met: ["trains-facts"] });
  const doubtful = { ...draftOf(), "calibration/confidently-wrong.md": tooKind };
  const warned = { organisation, slug: await writeDraft(author, { organisation, title: "Warned", files: doubtful }) };
  const asked = { ...warned, note: "", seenRevision: 1 };
  const refused = await publishScenario(author, { ...asked, acceptWarnings: false });
  expect(refused).toMatchObject({ ok: false, reason: "warnings" });
  expect(await publishScenario(author, { ...asked, acceptWarnings: true })).toMatchObject({ ok: true });
});

test("of several who publish at once one wins, and the others are told", async () => {
  const { organisation, organisationId, author } = await makeStudio();
  const other = await makeMember({ organisationId, roles: ["admin"] });
  const known = { organisation, slug: await writeDraft(author, { organisation }) };
  const published = await Promise.all(
    [author, other, author, other].map((viewer) => publishScenario(viewer, { ...known, ...asIs, seenRevision: 1 })),
  );
  expect(published.filter((each) => each?.ok)).toEqual([{ ok: true, number: 1 }]);
  const reasons = published.flatMap((each) => (each && !each.ok ? [each.reason] : []));
  expect(reasons.every((reason) => reason === "conflict" || reason === "unchanged")).toBe(true);
  expect((await getVersions(author, known))?.versions).toHaveLength(1);
});

test("an earlier version can become the draft again, and be published again under a number of its own", async () => {
  const { organisation, author } = await makeStudio();
  const known = { organisation, slug: await publishNew(author, { organisation }) };
  await publishNow(author, { ...known, files: draftOf({ title: "Worse" }) });
  const seenRevision = await revisionOf(author, known);
  expect(await restoreVersion(author, { ...known, number: 9, seenRevision })).toBeNull();
  expect(await restoreVersion(author, { ...known, number: 1, seenRevision: 1 })).toMatchObject({ reason: "conflict" });
  expect(await restoreVersion(author, { ...known, number: 1, seenRevision })).toMatchObject({ ok: true });
  expect(await publishNow(author, known)).toBe(3);
  const found = await findAuthored(author, { ...known, action: "write_scenario" });
  expect(found?.authored.title).toBe("Refund desk");
  const [third, second, first] = (await getVersions(author, known))?.versions ?? [];
  expect(third?.hash).toBe(first?.hash);
  expect(second?.hash).not.toBe(first?.hash);
});

test("two versions are compared field by field, and sample answers by name", async () => {
  const { organisation, author } = await makeStudio();
  const known = { organisation, slug: await publishNew(author, { organisation }) };
  const { "calibration/confidently-wrong.md": gone, ...kept } = draftOf({ minutes: 40 });
  await publishNow(author, {
    ...known,
    files: { ...kept, "calibration/partial.md": (gone ?? "").replace("every night", "each night") },
  });
  const difference = await getDifference(author, { ...known, from: 1, to: 2 });
  expect(difference?.answers).toEqual([
    { name: "confidently-wrong", kind: "removed" },
    { name: "partial", kind: "added" },
  ]);
  expect(JSON.stringify(difference?.changes)).toContain("40");
  expect(await getDifference(author, { ...known, from: 2, to: "draft" })).toMatchObject({ changes: [], answers: [] });
  expect(await getDifference(author, { ...known, from: 1, to: 3 })).toBeNull();
});

test("an archived scenario is listed nowhere and cannot be begun; restored it is there again", async () => {
  const { organisation, author } = await makeStudio();
  const known = { organisation, slug: await publishNew(author, { organisation }) };
  const address = `${organisation}.${known.slug}`;
  expect(await archiveScenario(author, known)).toEqual({ ok: true });
  expect(await findScenario(author, address)).toBeNull();
  expect((await listReachable(author)).map(({ scenario }) => scenario.slug)).toEqual(["house-dialect"]);
  expect((await listAuthored(author, organisation))?.scenarios).toMatchObject([
    { state: { kind: "archived", number: 1 } },
  ]);
  const seenRevision = await revisionOf(author, known);
  expect(await publishScenario(author, { ...known, ...asIs, seenRevision })).toMatchObject({ reason: "archived" });
  expect(await restoreScenario(author, known)).toEqual({ ok: true });
  expect((await findScenario(author, address))?.owner).toMatchObject({ handle: organisation, number: 1 });
});

test("only a draft that was never published can be deleted", async () => {
  const { organisation, author } = await makeStudio();
  const draft = { organisation, slug: await writeDraft(author, { organisation, title: "Never" }) };
  const published = { organisation, slug: await publishNew(author, { organisation, title: "Published" }) };
  expect(await deleteScenarioDraft(author, draft)).toEqual({ ok: true });
  expect(await deleteScenarioDraft(author, draft)).toBeNull();
  expect(await deleteScenarioDraft(author, published)).toEqual({ ok: false, reason: "published" });
});

test("what an assessment uses stays until the assessment is over", async () => {
  const { organisation, organisationId, author } = await makeStudio();
  const known = { organisation, slug: await publishNew(author, { organisation }) };
  const { hash: scenarioHash } = await db().publishedVersion.findFirstOrThrow({
    where: { scenario: { organisationId, slug: known.slug } },
  });
  const now = new Date();
  const begun = { userId: author.id, scenarioHash, organisationId, startedAt: now, lastActiveAt: now };
  const { id } = await db().session.create({
    data: { ...begun, slug: `${organisation}.${known.slug}`, mode: "assessment" },
  });
  expect(await archiveScenario(author, known)).toEqual({ ok: false, reason: "used_by_assessment" });
  await db().session.update({ where: { id }, data: { phase: "finished", finishedAt: now } });
  expect(await archiveScenario(author, known)).toEqual({ ok: true });
});

test("a reviewer may read the versions and publish nothing", async () => {
  const { organisation, organisationId, author } = await makeStudio();
  const known = { organisation, slug: await writeDraft(author, { organisation }) };
  const reviewer = await makeMember({ organisationId, roles: ["reviewer"] });
  expect(await getVersions(reviewer, known)).toMatchObject({ canWrite: false, judged: null });
  expect(await publishScenario(reviewer, { ...known, ...asIs, seenRevision: 1 })).toBeNull();
  expect(await archiveScenario(reviewer, known)).toBeNull();
  expect(await deleteScenarioDraft(reviewer, known)).toBeNull();
});
