import { expect, test } from "vitest";
import { db } from "#app/db/client.server.ts";
import { archiveScenario, deleteScenarioDraft } from "#app/services/authoring/archive-scenario.server.ts";
import { createScenario } from "#app/services/authoring/create-scenario.server.ts";
import { getVersions } from "#app/services/authoring/get-versions.server.ts";
import { publishScenario } from "#app/services/authoring/publish-scenario.server.ts";
import { startRegrade } from "#app/services/authoring/regrade/start-regrade.server.ts";
import { saveDraft } from "#app/services/authoring/save-draft.server.ts";
import { startSession } from "#app/services/interview/start-session.server.ts";
import { draftOf, publishNew, revisionOf, weakWords, writeDraft } from "#test/support/authored.ts";
import { useTestJobs } from "#test/support/database.ts";
import { idleJobs } from "#test/support/idle-jobs.ts";
import { makeMember, makeOrganisation } from "#test/support/organisation.ts";
import { postgresServer, usePostgres } from "#test/support/postgres.ts";
import { makeScenario, useTestLibrary } from "#test/support/scenario.ts";
import { playSession } from "#test/support/session.ts";

// What happens at the same moment. On the server that TEST_DATABASE_URL names requests really cross; the embedded
// database takes one transaction at a time. Each race is run several times.

await useTestLibrary(makeScenario());
if (postgresServer === undefined) useTestJobs(idleJobs);
else usePostgres(idleJobs);

const times = Array.from({ length: 3 }, (_, at) => at);

async function makeStudio() {
  const { id: organisationId, handle: organisation } = await makeOrganisation();
  const author = await makeMember({ organisationId, roles: ["instructor"] });
  const other = await makeMember({ organisationId, roles: ["instructor", "admin"] });
  return { organisationId, organisation, author, other };
}

const many = <T>(make: (at: number) => Promise<T>, count = 6) =>
  Promise.all(Array.from({ length: count }, (_, at) => make(at)));

test.each(times)(
  "of two people who publish at once one wins, and nobody's version is lost or doubled (%i)",
  async () => {
    const { organisation, author, other } = await makeStudio();
    const known = { organisation, slug: await writeDraft(author, { organisation }) };
    const asked = { ...known, seenRevision: 1, note: "", acceptWarnings: true };
    const published = await many((at) => publishScenario(at % 2 === 0 ? author : other, asked));
    expect(published.filter((each) => each?.ok)).toEqual([{ ok: true, number: 1 }]);
    expect((await getVersions(author, known))?.versions.map(({ number }) => number)).toEqual([1]);
  },
);

test.each(times)("what is published is a draft that was saved, also while somebody writes on (%i)", async () => {
  const { organisation, author, other } = await makeStudio();
  const known = { organisation, slug: await writeDraft(author, { organisation }) };
  const [published, saved] = await Promise.all([
    publishScenario(author, { ...known, seenRevision: 1, note: "", acceptWarnings: true }),
    saveDraft(other, { ...known, files: draftOf({ title: "Written meanwhile" }), seenRevision: 1 }),
  ]);
  expect(saved).toMatchObject({ ok: true, revision: 2 });
  const versions = await db().publishedVersion.findMany({
    where: { scenario: { slug: known.slug, organisation: { handle: organisation } } },
  });
  expect(versions.map(({ files }) => files)).toEqual(published?.ok ? [draftOf({ title: "Refund desk" })] : []);
});

test.each(times)("of many saves that saw the same text one is kept, and the others are told of it (%i)", async () => {
  const { organisation, author } = await makeStudio();
  const known = { organisation, slug: await writeDraft(author, { organisation }) };
  const saved = await many((at) =>
    saveDraft(author, { ...known, files: draftOf({ title: `Text ${at}` }), seenRevision: 1 }),
  );
  expect(saved.filter((each) => each?.ok)).toHaveLength(1);
  expect(await revisionOf(author, known)).toBe(2);
});

test.each(times)("a name is given once, however many ask for it (%i)", async () => {
  const { organisation, author } = await makeStudio();
  const made = await many(() => createScenario(author, { organisation, title: "Refund desk" }));
  expect(made.filter((each) => each?.ok)).toEqual([{ ok: true, slug: "refund-desk" }]);
});

test.each(times)("one regrade of a scenario runs at a time (%i)", async () => {
  const { organisation, organisationId, author, other } = await makeStudio();
  const known = { organisation, slug: await publishNew(author, { organisation }) };
  const candidate = await makeMember({ organisationId, roles: ["candidate"] });
  await playSession(candidate, { slug: `${organisation}.${known.slug}`, answers: [weakWords] });
  const choice = { on: 1, grader: "offline", sessions: { of: 1 } } as const;
  const started = await many((at) => startRegrade(at % 2 === 0 ? author : other, { ...known, choice }));
  expect(started.filter((each) => each?.ok)).toHaveLength(1);
  expect(await db().grade.count({ where: { regradeId: { not: null }, session: { organisationId } } })).toBe(1);
});

test.each(times)("a draft is deleted or published, never both (%i)", async () => {
  const { organisation, author, other } = await makeStudio();
  const known = { organisation, slug: await writeDraft(author, { organisation }) };
  const [published, deleted] = await Promise.all([
    publishScenario(author, { ...known, seenRevision: 1, note: "", acceptWarnings: true }),
    deleteScenarioDraft(other, known),
  ]);
  expect([published?.ok ?? false, deleted?.ok ?? false].filter(Boolean)).toHaveLength(1);
});

test.each(times)(
  "whoever begins while a scenario is archived has begun or has not, and keeps what was begun (%i)",
  async () => {
    const { organisation, organisationId, author } = await makeStudio();
    const known = { organisation, slug: await publishNew(author, { organisation }) };
    const slug = `${organisation}.${known.slug}`;
    const [begun] = await Promise.all([startSession(author, { slug }), archiveScenario(author, known)]);
    expect(await db().session.count({ where: { organisationId } })).toBe(begun ? 1 : 0);
    expect(await startSession(author, { slug })).toBeNull();
  },
);
