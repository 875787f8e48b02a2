import { expect, test } from "vitest";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { db } from "#app/db/client.server.ts";
import { archiveScenario } from "#app/services/authoring/archive-scenario.server.ts";
import { getVersions } from "#app/services/authoring/get-versions.server.ts";
import { getModelAnswer } from "#app/services/grading/get-model-answer.server.ts";
import { getScorecard } from "#app/services/grading/get-scorecard.server.ts";
import { getRoom } from "#app/services/interview/get-room.server.ts";
import { startSession } from "#app/services/interview/start-session.server.ts";
import { listSituationsOf } from "#app/services/library/find-scenario.server.ts";
import { getScenario } from "#app/services/library/get-scenario.server.ts";
import { listScenarios } from "#app/services/library/list-scenarios.server.ts";
import { getPractice } from "#app/services/practice/get-practice.server.ts";
import { getProgress } from "#app/services/progress/get-progress.server.ts";
import { draftOf, publishNew, publishNow, strongWords, weakWords } from "#test/support/authored.ts";
import { useTestJobs } from "#test/support/database.ts";
import { idleJobs } from "#test/support/idle-jobs.ts";
import { asOfNow, makeMember, makeOrganisation } from "#test/support/organisation.ts";
import { makeScenario, useTestLibrary } from "#test/support/scenario.ts";
import { answer, gradeNow, makeViewer, playSession } from "#test/support/session.ts";

await useTestLibrary(makeScenario());
useTestJobs(idleJobs);

async function makeSchool() {
  const { id: organisationId, handle: organisation, name } = await makeOrganisation({ name: "Acme" });
  const author = await makeMember({ organisationId, roles: ["instructor"] });
  const candidate = await makeMember({ organisationId, roles: ["candidate"] });
  const slug = await publishNew(author, { organisation });
  return { organisationId, organisation, name, author, candidate, slug, address: `${organisation}.${slug}` };
}

async function leave(viewer: Viewer): Promise<Viewer> {
  await db().member.deleteMany({ where: { userId: viewer.id } });
  return asOfNow(viewer);
}

test("an organisation's scenario is there for its members and for nobody else", async () => {
  const { author, candidate, address } = await makeSchool();
  const stranger = (await makeSchool()).candidate;
  for (const member of [author, candidate]) {
    expect(await getScenario(member, address)).toMatchObject({ title: "Refund desk", owner: { name: "Acme" } });
    expect((await listScenarios(member)).map(({ slug }) => slug)).toContain(address);
  }
  for (const viewer of [null, stranger, await makeViewer()]) {
    expect(await getScenario(viewer, address)).toBeNull();
    expect((await listScenarios(viewer)).map(({ slug }) => slug)).not.toContain(address);
    if (viewer) expect(await startSession(viewer, { slug: address })).toBeNull();
  }
  expect(await db().session.count({ where: { slug: address } })).toBe(0);
});

test("its session belongs to the organisation too, and the room says whose it is", async () => {
  const { organisationId, candidate, address } = await makeSchool();
  const started = await startSession(candidate, { slug: address });
  const sessionId = started?.sessionId ?? "";
  expect(await db().session.findUnique({ where: { id: sessionId } })).toMatchObject({ organisationId, slug: address });
  expect(await getRoom(candidate, sessionId)).toMatchObject({ organisation: "Acme", newerVersion: false });
  const shipped = await startSession(candidate, { slug: "house-dialect" });
  expect(await getRoom(candidate, shipped?.sessionId ?? "")).toMatchObject({ organisation: null });
});

test("it is interviewed, graded, answered by its author and practised like what ships", async () => {
  const { candidate, address } = await makeSchool();
  const sessionId = await playSession(candidate, { slug: address, answers: [strongWords] });
  await gradeNow(sessionId);
  const card = await getScorecard(candidate, sessionId);
  expect(card).toMatchObject({ state: "graded", hasModelAnswer: true, agreement: { answers: 2 } });
  expect(card?.session).toMatchObject({ newerVersion: false, owner: { name: "Acme", version: 1, newest: 1 } });
  expect(await getModelAnswer(candidate, sessionId)).toMatchObject({ author: "Ada", newerVersion: false });
  const progress = await getProgress(candidate);
  expect(progress).toMatchObject({ scenarioCount: 2, scenariosTried: 1 });
  expect(progress.attempts).toMatchObject([{ slug: address, title: "Refund desk" }]);
});

test("whoever began on an older version keeps it, and is told on which they were graded", async () => {
  const { organisation, slug, author, candidate, address } = await makeSchool();
  const sessionId = await playSession(candidate, { slug: address, answers: [weakWords] });
  await publishNow(author, { organisation, slug, files: draftOf({ title: "Second" }) });
  await publishNow(author, { organisation, slug, files: draftOf({ title: "Third" }) });
  await gradeNow(sessionId);
  const card = await getScorecard(candidate, sessionId);
  expect(card?.session).toMatchObject({ title: "Refund desk", newerVersion: true, owner: { version: 1, newest: 3 } });
  expect((await getVersions(author, { organisation, slug }))?.versions.map(({ attempts }) => attempts)).toEqual([
    0, 0, 1,
  ]);
  expect(await getScenario(candidate, address)).toMatchObject({ title: "Third", owner: { number: 3 } });
});

test("a member who left keeps sessions and scorecards, and cannot begin anew", async () => {
  const { organisation, slug, author, candidate, address } = await makeSchool();
  const finished = await playSession(candidate, { slug: address, answers: [weakWords] });
  await gradeNow(finished);
  const running = (await startSession(candidate, { slug: address }))?.sessionId ?? "";
  const gone = await leave(candidate);
  await publishNow(author, { organisation, slug, files: draftOf({ title: "Not for those who left" }) });

  expect(await startSession(gone, { slug: address })).toBeNull();
  expect(await getScorecard(gone, finished)).toMatchObject({ state: "graded", session: { newerVersion: false } });
  expect(await getModelAnswer(gone, finished)).toMatchObject({ session: { title: "Refund desk" } });
  expect(await answer(gone, running, weakWords)).toMatchObject({ ok: true });
  expect((await getProgress(gone)).attempts).toHaveLength(1);
  const { card } = await getPractice(gone);
  expect(card).toMatchObject({ origin: null });
});

test("an interview under way goes on when its scenario is archived", async () => {
  const { organisation, slug, author, candidate, address } = await makeSchool();
  const sessionId = (await startSession(candidate, { slug: address }))?.sessionId ?? "";
  await archiveScenario(author, { organisation, slug });
  expect(await answer(candidate, sessionId, weakWords)).toMatchObject({ ok: true });
  expect(await getRoom(candidate, sessionId)).toMatchObject({ title: "Refund desk" });
  expect(await getScenario(candidate, address)).toBeNull();
});

test("an answer may have been written for what ships or for the organisation's own, and for nobody else's", async () => {
  const { organisationId, address } = await makeSchool();
  const other = await makeSchool();
  const slugsOf = async (id: string | null) => (await listSituationsOf(id)).map(({ slug }) => slug);
  expect(await slugsOf(null)).toEqual(["house-dialect"]);
  expect(await slugsOf(organisationId)).toEqual(["house-dialect", address]);
  expect(await slugsOf(other.organisationId)).toEqual(["house-dialect", other.address]);
});
