import { beforeAll, expect, test } from "vitest";
import type { Role } from "#app/domain/accounts/roles.ts";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { db } from "#app/db/client.server.ts";
import { getReview } from "#app/services/review/get-review.server.ts";
import { listWaitingSessions } from "#app/services/review/list-waiting-sessions.server.ts";
import { recordReview } from "#app/services/review/record-review.server.ts";
import { useTestJobs } from "#test/support/database.ts";
import { makeMember, makeOrganisation } from "#test/support/organisation.ts";
import { makeScenario, useTestLibrary } from "#test/support/scenario.ts";
import { idleJobs } from "#test/support/idle-jobs.ts";
import { answer, gradeNow, makeViewer, playSession, startInterview } from "#test/support/session.ts";

await useTestLibrary(makeScenario());
process.env.REVIEWERS = "rae@example.com, ben@example.com";
useTestJobs(idleJobs);

const said = "Tables change every week so the schema has to come from the catalogue at query time.";
const given = { levels: { framing: 3, economics: null }, comments: { framing: "Splits it well." } };

let rae: Viewer;
let ben: Viewer;

beforeAll(async () => {
  rae = await makeViewer({ id: "rae", name: "rae" });
  ben = await makeViewer({ id: "ben", name: "ben" });
});

async function finished(viewer?: Viewer) {
  const candidate = viewer ?? (await makeViewer());
  return { candidate, sessionId: await playSession(candidate, { answers: [said] }) };
}

const waitingFor = async (viewer: Viewer) =>
  (await listWaitingSessions(viewer))?.sessions.map(({ sessionId }) => sessionId) ?? null;

test("finished interviews of others wait, oldest first, until somebody has given them levels", async () => {
  const { sessionId: first } = await finished();
  const { sessionId: second } = await finished();
  const own = await finished(rae);
  const open = await startInterview(await makeViewer());
  const waiting = (await waitingFor(rae)) ?? [];
  expect(waiting.filter((id) => [first, second, own.sessionId, open].includes(id))).toEqual([first, second]);
  expect(await waitingFor(ben)).toContain(own.sessionId);
  const before = await listWaitingSessions(rae);

  expect(await recordReview(rae, { sessionId: first, given })).toMatchObject({ ok: true });
  const after = await listWaitingSessions(rae);
  expect(after?.sessions.map(({ sessionId }) => sessionId)).not.toContain(first);
  expect(await waitingFor(ben)).not.toContain(first);
  expect(after).toMatchObject({ waiting: (before?.waiting ?? 0) - 1, given: (before?.given ?? 0) + 1 });
});

test("a reviewer reads the interview without a name, and the grader's levels only after giving their own", async () => {
  const { candidate, sessionId } = await finished();
  await gradeNow(sessionId);
  const before = await getReview(rae, sessionId);
  expect(before?.given).toBeNull();
  expect(before?.transcript.some(({ text }) => text === said)).toBe(true);
  expect(before?.criteria.map(({ id, levels }) => [id, levels.length])).toEqual([
    ["framing", 5],
    ["economics", 5],
  ]);
  expect(before?.criteria[0]?.levels[4]).toMatch(/^Puts the dialect .* sides, and tests the split/);
  const shown = JSON.stringify(before);
  for (const secret of [candidate.id, candidate.email ?? "", "proficient", '"score"'])
    expect(shown).not.toContain(secret);

  await recordReview(rae, { sessionId, given });
  const after = await getReview(rae, sessionId);
  expect(after?.given).toMatchObject({
    levels: { framing: 3 },
    comments: { framing: "Splits it well." },
    grade: { grader: "offline", levels: { framing: 2, economics: 0 } },
  });
  expect((await getReview(ben, sessionId))?.given).toBeNull();
});

test("what was given is kept with its rubric, its reviewer and its time", async () => {
  const { sessionId } = await finished();
  const now = new Date("2026-11-22T10:00:00Z");
  const recorded = await recordReview(rae, { sessionId, given, now });
  const review = await db().review.findFirstOrThrow({ where: { sessionId } });
  const { scenarioVersion } = await db().session.findUniqueOrThrow({
    where: { id: sessionId },
    include: { scenarioVersion: true },
  });
  expect(review).toMatchObject({
    id: recorded?.ok ? recorded.reviewId : "",
    reviewerId: "rae",
    rubricHash: scenarioVersion.rubricHash,
    levels: { framing: 3 },
    comments: { framing: "Splits it well." },
    createdAt: now,
  });
});

test("levels are given once by each reviewer, also by two clicks at once, and a second reviewer may give theirs", async () => {
  const { sessionId } = await finished();
  const both = await Promise.all([
    recordReview(rae, { sessionId, given }),
    recordReview(rae, { sessionId, given: { ...given, levels: { framing: 0, economics: 0 } } }),
  ]);
  expect(both.filter((each) => each?.ok)).toHaveLength(1);
  expect(both).toContainEqual({ ok: false, reason: "already_given" });
  expect(await recordReview(ben, { sessionId, given })).toMatchObject({ ok: true });
  expect(await db().review.count({ where: { sessionId } })).toBe(2);
});

test("a review that passes over a criterion is not kept", async () => {
  const { sessionId } = await finished();
  const recorded = await recordReview(rae, { sessionId, given: { levels: { framing: 3 }, comments: {} } });
  expect(recorded).toMatchObject({ ok: false, reason: "incomplete", problems: [{ criterion: "economics" }] });
  expect(await db().review.count({ where: { sessionId } })).toBe(0);
});

test("for whoever may not, the session and the queue do not exist", async () => {
  const { candidate, sessionId } = await finished();
  const own = await finished(rae);
  const open = await startInterview(await makeViewer());
  await answer(rae, open, said);
  const guest = { ...rae, email: null, isGuest: true };
  const refused: [Viewer, string][] = [
    [candidate, sessionId],
    [await makeViewer(), sessionId],
    [guest, sessionId],
    [rae, own.sessionId],
    [rae, open],
    [rae, "0190a000-0000-7000-8000-000000000000"],
  ];
  for (const [viewer, id] of refused) {
    expect(await getReview(viewer, id)).toBeNull();
    expect(await recordReview(viewer, { sessionId: id, given })).toBeNull();
  }
  for (const viewer of [candidate, guest]) expect(await listWaitingSessions(viewer)).toBeNull();
});

test("an organisation's interviews wait for its own reviewers, and for nobody else", async () => {
  const { id: organisationId } = await makeOrganisation();
  const other = await makeOrganisation();
  const join = (roles: readonly Role[], of = organisationId) => makeMember({ organisationId: of, roles });
  const [reviewer, instructor] = [await join(["reviewer"]), await join(["instructor"])];
  const elsewhere = await join(["reviewer"], other.id);
  const { sessionId } = await finished();
  const own = await finished(reviewer);
  const ids = [sessionId, own.sessionId];
  await db().session.updateMany({ where: { id: { in: ids } }, data: { organisationId } });
  const { sessionId: shipped } = await finished();

  expect(await waitingFor(reviewer)).toEqual([sessionId]);
  expect(await waitingFor(elsewhere)).toEqual([]);
  expect(await waitingFor(instructor)).toBeNull();
  const named = await waitingFor(rae);
  expect(named).toContain(shipped);
  for (const id of ids) expect(named).not.toContain(id);
  expect(await getReview(reviewer, sessionId)).not.toBeNull();
  const refused: [Viewer, string][] = [
    [rae, sessionId],
    [instructor, sessionId],
    [elsewhere, sessionId],
    [reviewer, own.sessionId],
    [reviewer, shipped],
  ];
  for (const [viewer, id] of refused) {
    expect(await getReview(viewer, id)).toBeNull();
    expect(await recordReview(viewer, { sessionId: id, given })).toBeNull();
  }
  expect(await recordReview(reviewer, { sessionId, given })).toMatchObject({ ok: true });
});

test("what a reviewer gave stays when their account goes", async () => {
  const zoe = await db().user.create({ data: { id: "zoe", name: "Zoe", email: "zoe@example.com" } });
  const { sessionId } = await finished();
  const { scenarioVersion } = await db().session.findUniqueOrThrow({
    where: { id: sessionId },
    include: { scenarioVersion: true },
  });
  const { rubricHash } = scenarioVersion;
  await db().review.create({
    data: { sessionId, reviewerId: zoe.id, rubricHash, levels: { framing: 1 }, createdAt: new Date() },
  });
  await db().user.delete({ where: { id: zoe.id } });
  expect(await db().review.findFirst({ where: { sessionId } })).toMatchObject({
    reviewerId: null,
    levels: { framing: 1 },
  });
});
