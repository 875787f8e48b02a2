import { expect, test } from "vitest";
import { lockMs, mostHeld } from "#app/domain/hiring/queue.ts";
import { db } from "#app/db/client.server.ts";
import { claimNext } from "#app/services/hiring/queue/claim-next.server.ts";
import { claimSession } from "#app/services/hiring/queue/claim-session.server.ts";
import { releaseSession, skipSession } from "#app/services/hiring/queue/leave-session.server.ts";
import { listQueue } from "#app/services/hiring/queue/list-queue.server.ts";
import { useTestDatabase } from "#test/support/database.ts";
import { handIn, makeAssessment, makeTeam, type Team } from "#test/support/hiring.ts";
import { makeMember } from "#test/support/organisation.ts";

useTestDatabase();

const ofTeam = ({ organisationId: organisation }: Team) => ({ organisation });

/** A team, an assessment with so many reviewers a session, and so many sessions that wait. */
async function makeQueue({ sessions, reviewers = 2 }: { sessions: number; reviewers?: number }) {
  const team = await makeTeam();
  const assessment = await makeAssessment(team, { reviewersPerSession: reviewers });
  const ids: string[] = [];
  for (let n = 0; n < sessions; n++) ids.push((await handIn(assessment, { graded: false })).sessionId);
  return { team, assessment, ids, organisation: team.organisationId };
}

async function takeAll(team: Team, viewer = team.first): Promise<string[]> {
  const taken: string[] = [];
  for (;;) {
    const next = await claimNext(viewer, ofTeam(team));
    if (!next?.ok) return taken;
    taken.push(next.sessionId);
    await skipSession(viewer, { ...ofTeam(team), sessionId: next.sessionId, reason: "Not my field." });
  }
}

test("each reviewer comes to every session once, in an order of their own that is the same again", async () => {
  const { team, ids } = await makeQueue({ sessions: 6 });
  const first = await takeAll(team);
  expect([...first].sort()).toEqual([...ids].sort());
  const second = await takeAll(team, team.second);
  expect([...second].sort()).toEqual([...ids].sort());
  await db().reviewClaim.deleteMany({ where: { reviewerId: team.first.id } });
  expect(await takeAll(team)).toEqual(first);
});

test("two reviewers who race for one place get one winner, and the other gets the next session", async () => {
  const { team, ids, organisation } = await makeQueue({ sessions: 2, reviewers: 1 });
  const both = await Promise.all([claimNext(team.first, ofTeam(team)), claimNext(team.second, ofTeam(team))]);
  const taken = both.map((each) => (each?.ok ? each.sessionId : null));
  expect([...taken].sort()).toEqual([...ids].sort());
  expect(await claimNext(team.third, { organisation })).toEqual({ ok: false, reason: "nothing_waits" });
});

test("of many who ask for the same place exactly one gets it, and the others are told who has it", async () => {
  const { team, ids, organisation } = await makeQueue({ sessions: 1, reviewers: 1 });
  const [sessionId = ""] = ids;
  const people = [team.first, team.second, team.third];
  const claims = await Promise.all(people.map((viewer) => claimSession(viewer, { organisation, sessionId })));
  const winner = people[claims.findIndex((claim) => claim?.ok)];
  expect(claims.filter((claim) => claim?.ok)).toHaveLength(1);
  const refused = { ok: false, reason: "full", heldBy: winner?.name };
  expect(claims.filter((claim) => !claim?.ok)).toEqual([refused, refused]);
});

test("a place is free again when its lock has ended, and when its holder is no reviewer any more", async () => {
  const { team, ids, organisation } = await makeQueue({ sessions: 1, reviewers: 1 });
  const [sessionId = ""] = ids;
  const later = new Date(Date.now() + lockMs + 1_000);
  await claimSession(team.first, { organisation, sessionId });
  expect(await claimSession(team.second, { organisation, sessionId })).toMatchObject({ reason: "full" });
  expect(await claimSession(team.second, { organisation, sessionId, now: later })).toMatchObject({ ok: true });
  await db().member.updateMany({ where: { userId: team.second.id }, data: { roles: ["candidate"] } });
  expect(await claimNext(team.third, { organisation, now: later })).toMatchObject({ ok: true, sessionId });
});

test("whoever has lost their role since the page was loaded takes nothing", async () => {
  const { team, ids, organisation } = await makeQueue({ sessions: 1 });
  await db().member.deleteMany({ where: { userId: team.first.id } });
  expect(await claimNext(team.first, { organisation })).toBeNull();
  expect(await claimSession(team.first, { organisation, sessionId: ids[0] ?? "" })).toBeNull();
  expect(await db().reviewClaim.count({ where: { reviewerId: team.first.id } })).toBe(0);
});

test("nobody is offered their own interview, one whose candidate withdrew, or one of another organisation", async () => {
  const { team, assessment, organisation } = await makeQueue({ sessions: 0 });
  const own = await handIn(assessment, { graded: false });
  await db().member.create({ data: { organisationId: organisation, userId: own.candidate.id, roles: ["reviewer"] } });
  const candidate = { ...own.candidate, memberships: team.first.memberships };
  const withdrawn = await handIn(assessment, { graded: false });
  await db().candidacy.update({ where: { id: withdrawn.candidacy.id }, data: { withdrawnAt: new Date() } });
  const elsewhere = await makeQueue({ sessions: 1 });
  expect(await claimNext(candidate, { organisation })).toEqual({ ok: false, reason: "nothing_waits" });
  for (const sessionId of [own.sessionId, withdrawn.sessionId, elsewhere.ids[0] ?? ""]) {
    expect(await claimSession(candidate, { organisation, sessionId })).toBeNull();
  }
  expect(await takeAll(team)).toEqual([own.sessionId]);
});

test("what is given back without a word written is as if it was never taken", async () => {
  const { team, ids, organisation } = await makeQueue({ sessions: 1, reviewers: 1 });
  const [sessionId = ""] = ids;
  await claimNext(team.first, { organisation });
  expect(await releaseSession(team.first, { organisation, sessionId })).toEqual({ ok: true });
  expect((await listQueue(team.first, { organisation }))?.held).toEqual([]);
  expect(await claimNext(team.second, { organisation })).toMatchObject({ ok: true, sessionId });
  expect(await releaseSession(team.first, { organisation, sessionId })).toBeNull();
});

test("the page lists what is held with its end, what was left with its reason, and counts to a bound", async () => {
  const { team, ids, organisation } = await makeQueue({ sessions: 3, reviewers: 1 });
  const [left = "", held = ""] = ids;
  await claimSession(team.first, { organisation, sessionId: left });
  await skipSession(team.first, { organisation, sessionId: left, reason: "I know who this is." });
  await claimSession(team.first, { organisation, sessionId: held });
  const queue = await listQueue(team.first, { organisation });
  expect(queue?.held).toMatchObject([{ sessionId: held, kind: "independent", assessment: "Platform engineer" }]);
  expect(queue?.held[0]?.lockedUntil).not.toBeNull();
  expect(queue?.left).toMatchObject([{ sessionId: left, reason: "I know who this is.", isFree: true }]);
  expect(queue?.waiting).toEqual({ count: 1, isMore: false });
  await claimSession(team.second, { organisation, sessionId: left });
  expect((await listQueue(team.first, { organisation }))?.left).toMatchObject([{ isFree: false }]);
});

test("what was left can be taken up again while a place is free", async () => {
  const { team, ids, organisation } = await makeQueue({ sessions: 1, reviewers: 1 });
  const [sessionId = ""] = ids;
  await claimSession(team.first, { organisation, sessionId });
  await skipSession(team.first, { organisation, sessionId, reason: "Later." });
  expect(await claimNext(team.first, { organisation })).toMatchObject({ reason: "nothing_waits" });
  expect(await claimSession(team.first, { organisation, sessionId })).toMatchObject({ ok: true });
  expect((await listQueue(team.first, { organisation }))?.left).toEqual([]);
});

test("nobody holds more than a few at once", async () => {
  const { team, organisation } = await makeQueue({ sessions: mostHeld + 1 });
  for (let n = 0; n < mostHeld; n++) expect(await claimNext(team.first, { organisation })).toMatchObject({ ok: true });
  expect(await claimNext(team.first, { organisation })).toEqual({ ok: false, reason: "most_held" });
});

test("taking, giving back and leaving are on the record, without anybody's words", async () => {
  const { team, ids, organisation } = await makeQueue({ sessions: 1 });
  const [sessionId = ""] = ids;
  await claimSession(team.first, { organisation, sessionId });
  await releaseSession(team.first, { organisation, sessionId });
  await claimSession(team.first, { organisation, sessionId });
  await skipSession(team.first, { organisation, sessionId, reason: "A word of mine." });
  const entries = await db().auditEntry.findMany({ where: { sessionId }, orderBy: { at: "asc" } });
  expect(entries.map(({ action }) => action).sort()).toEqual([
    "review.claim",
    "review.claim",
    "review.release",
    "review.skip",
  ]);
  expect(JSON.stringify(entries)).not.toContain("A word of mine");
});

test("whoever is no reviewer of the organisation sees no queue", async () => {
  const { team, organisation } = await makeQueue({ sessions: 1 });
  const instructor = await makeMember({ organisationId: organisation, roles: ["instructor"] });
  expect(await listQueue(instructor, { organisation })).toBeNull();
  const { team: elsewhere } = await makeQueue({ sessions: 0 });
  expect(await listQueue(elsewhere.admin, { organisation })).toBeNull();
  expect(await listQueue(team.admin, { organisation })).not.toBeNull();
});
