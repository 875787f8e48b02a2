import { expect, test } from "vitest";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import type { Between } from "#app/domain/hiring/agreement/shown.ts";
import { db } from "#app/db/client.server.ts";
import { getAgreement } from "#app/services/hiring/agreement/get-agreement.server.ts";
import { listAgreement } from "#app/services/hiring/agreement/list-agreement.server.ts";
import { measureAgreement } from "#app/services/hiring/agreement/measure-agreement.server.ts";
import { keepSessions, makeSessions, type MadeSession } from "#test/support/agreement.ts";
import { useTestJobs } from "#test/support/database.ts";
import { makeAssessment, makeTeam, type Team } from "#test/support/hiring.ts";
import { idleJobs } from "#test/support/idle-jobs.ts";
import { makeMember } from "#test/support/organisation.ts";

useTestJobs(idleJobs);

const instructorOf = ({ organisationId }: Team) =>
  makeMember({ organisationId, roles: ["instructor"], name: "Ina Instructor" });

async function makeMeasured(sessions: readonly MadeSession[]) {
  const team = await makeTeam();
  const assessment = await makeAssessment(team);
  const reviewers = [team.first, team.second, team.third];
  const ids = await keepSessions(assessment, { sessions, reviewers });
  const hash = assessment.part.scenarioHash;
  await measureAgreement({ organisationId: team.organisationId, scenarioHash: hash });
  const look = (viewer: Viewer, between: Between = "grader", criterion: string | null = null) =>
    getAgreement(viewer, { organisation: team.handle, hash, between, criterion });
  return { team, assessment, reviewers, ids, hash, look };
}

const three = { criteria: 2, reviewers: 3 };

test("admins see names, a reviewer their own row, an instructor letters that stay the same from page to page", async () => {
  const { team, look } = await makeMeasured(makeSessions(12, three));
  const namesFor = async (viewer: Viewer) => {
    const [overview, one] = [await listAgreement(viewer, team.handle), await look(viewer)];
    expect(one?.reviewers.map(({ name }) => name)).toEqual(overview?.reviewers.map(({ name }) => name));
    return overview?.reviewers.map(({ name }) => name);
  };
  expect(await namesFor(team.admin)).toEqual(["Rae First", "Rex Second", "Rui Third"]);
  expect(await namesFor(await instructorOf(team))).toEqual(["Reviewer A", "Reviewer B", "Reviewer C"]);
  const own = (await namesFor(team.second)) ?? [];
  expect(own[0]).toBe("You");
  expect(own.slice(1).every((name) => /^Reviewer [ABC]$/.test(name))).toBe(true);
});

test("what an instructor and a reviewer are sent holds no id or name of a reviewer, and no session but the reviewer's own", async () => {
  const { team, ids, look } = await makeMeasured(makeSessions(12, three));
  for (const viewer of [await instructorOf(team), team.first]) {
    const sent = JSON.stringify([await listAgreement(viewer, team.handle), await look(viewer)]);
    for (const id of [team.second.id, team.third.id, ...ids]) expect(sent).not.toContain(id);
    expect(sent).not.toMatch(/Rex|Rui|Quenby|@example/);
  }
});

test("below five sessions nothing is sent but how many there are", async () => {
  const made = makeSessions(4, three);
  const { team, look } = await makeMeasured(made);
  for (const viewer of [await instructorOf(team), team.first, team.admin]) {
    const overview = await listAgreement(viewer, team.handle);
    expect(overview?.versions[0]?.agreement).toMatchObject({
      sessions: 4,
      graders: [{ sessions: 4, exact: null, withinOne: null, kappa: null, interval: null }],
      people: { sessions: 4, exact: null, alpha: null, interval: null },
    });
    const one = await look(viewer);
    for (const measured of one?.version.agreement?.criteria ?? []) {
      expect(measured).toMatchObject({ peopleConfusion: null, graders: [{ exact: null, confusion: null }] });
    }
    expect(one?.version.agreement?.months).toMatchObject([{ graders: [{ exact: null }], people: { exact: null } }]);
    for (const { figures } of [...(overview?.reviewers ?? []), ...(one?.reviewers ?? [])]) expect(figures).toBeNull();
  }
});

test("an admin is led to the sessions furthest apart first, which is noted once", async () => {
  const near: MadeSession = { grader: [2, 2], settled: [2, 2], people: [[2, 2], [2, 2]] }; // prettier-ignore
  const far = (gap: number): MadeSession => ({ ...near, grader: [2 + gap, 2], people: [[2, 2], [1, 2]] }); // prettier-ignore
  const { team, ids, look } = await makeMeasured([near, far(1), near, far(2), near]);
  const { disagreements } = (await look(team.admin)) ?? {};
  expect(disagreements).toMatchObject({ links: "record", between: "grader", criterion: "framing", isUnknown: false });
  expect(disagreements?.sessions.map(({ sessionId, apart }) => [sessionId, apart])).toEqual([
    [ids[3], 2],
    [ids[1], 1],
  ]);
  const between = await look(team.admin, "reviewers", "economics");
  expect(between?.disagreements.sessions.map(({ people }) => people)).toEqual([[1, 2], [1, 2]]); // prettier-ignore
  const noted = await db().auditEntry.findMany({ where: { organisationId: team.organisationId } });
  expect(noted.map(({ action, actorId }) => [action, actorId])).toEqual([["results.see", team.admin.id]]);
});

test("a reviewer is led to complete sessions they reviewed, and to no other", async () => {
  const apart: MadeSession = { grader: [4, 4], settled: [1, 1], people: [[1, 1], [1, 1]] }; // prettier-ignore
  const { team, assessment, reviewers, ids, look } = await makeMeasured([apart, apart, apart]);
  const [waiting] = await keepSessions(assessment, { sessions: [apart], reviewers, reviewState: "waiting" });
  for (const sessionId of [ids[0], waiting]) {
    const review = { sessionId: sessionId ?? "", rubricHash: "rubric", levels: {}, createdAt: new Date() };
    await db().review.create({ data: { ...review, reviewerId: team.first.id } });
  }
  const own = await look(team.first);
  expect(own?.disagreements).toMatchObject({ links: "own reviews", sessions: [{ sessionId: ids[0], apart: 3 }] });
  expect((await look(team.second))?.disagreements.sessions).toEqual([]);
  expect((await look(await instructorOf(team)))?.disagreements).toMatchObject({ links: "none", sessions: [] });
});

test("a grader's level is in no list where the team hides it until it is validated, nor is anybody who has withdrawn", async () => {
  const apart: MadeSession = { grader: [4, 4], settled: [1, 1], people: [[1, 3], [1, 1]] }; // prettier-ignore
  const { team, assessment, ids, look } = await makeMeasured([apart, apart]);
  const { candidacyId } = await db().session.findUniqueOrThrow({ where: { id: ids[0] ?? "" } });
  await db().candidacy.update({ where: { id: candidacyId ?? "" }, data: { withdrawnAt: new Date() } });
  const listed = async (between: Between) => (await look(team.admin, between))?.disagreements.sessions;
  expect(await listed("grader")).toMatchObject([{ sessionId: ids[1], grader: 4 }]);
  await db().assessment.update({ where: { id: assessment.id }, data: { hideUnvalidated: true } });
  expect(await listed("grader")).toEqual([]);
  expect(await listed("reviewers")).toMatchObject([{ sessionId: ids[1], grader: null, apart: 2 }]);
  await makeAssessment(team);
  expect(await listed("grader")).toEqual([]);
});

test("nobody is led to a session of their own", async () => {
  const apart: MadeSession = { grader: [4, 4], settled: [1, 1], people: [[1, 1], [1, 1]] }; // prettier-ignore
  const { team, ids, look } = await makeMeasured([apart, apart]);
  await db().session.update({ where: { id: ids[0] ?? "" }, data: { userId: team.admin.id } });
  expect((await look(team.admin))?.disagreements.sessions.map(({ sessionId }) => sessionId)).toEqual([ids[1]]);
});

test("each threshold that open assessments have is judged, and a criterion that is not there gives the first", async () => {
  const { team, look } = await makeMeasured(makeSessions(40, { ...three, stray: 0.4 }));
  await makeAssessment(team, { gateKappa: 0.99, gateLeast: 30 });
  await makeAssessment(team, { gateKappa: 0.99, gateLeast: 30 });
  await makeAssessment(team, { gateKappa: 0.1, state: "draft" });
  const found = await look(team.admin, "grader", "nope");
  expect(
    found?.version.gates.map(({ gateKappa, assessments, isValidated }) => [gateKappa, assessments, isValidated]),
  ).toEqual([
    [0.6, 1, true],
    [0.99, 2, false],
  ]);
  expect(found?.disagreements).toMatchObject({ criterion: "framing", isUnknown: true });
});

test("a candidate, an admin elsewhere and an unknown version are told the same: nothing is there", async () => {
  const { team, look } = await makeMeasured([]);
  const candidate = await makeMember({ organisationId: team.organisationId, roles: ["candidate"] });
  const { admin: elsewhere } = await makeTeam();
  for (const viewer of [candidate, elsewhere]) {
    expect(await listAgreement(viewer, team.handle)).toBeNull();
    expect(await look(viewer)).toBeNull();
  }
  const unknown = { organisation: team.handle, hash: "nope", between: "grader", criterion: null } as const;
  expect(await getAgreement(team.admin, unknown)).toBeNull();
});
