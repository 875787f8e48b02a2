import { expect, test } from "vitest";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { mostWarmUps } from "#app/domain/hiring/candidacy.ts";
import { graceMs } from "#app/domain/interview/clock.ts";
import { db } from "#app/db/client.server.ts";
import { getNotice } from "#app/services/hiring/assessments/get-notice.server.ts";
import { endAssessment } from "#app/services/hiring/assessments/end-assessment.server.ts";
import { beginCandidacy, noticeKey } from "#app/services/hiring/candidacy/begin-candidacy.server.ts";
import { findCandidacy } from "#app/services/hiring/candidacy/find-candidacy.server.ts";
import { handInCandidacy } from "#app/services/hiring/candidacy/hand-in.server.ts";
import { startPart } from "#app/services/hiring/candidacy/start-part.server.ts";
import { startWarmUp } from "#app/services/hiring/candidacy/start-warm-up.server.ts";
import { askForDeletion, withdrawCandidacy } from "#app/services/hiring/candidacy/withdraw.server.ts";
import { endOverdueInterview } from "#app/services/interview/clock/end-overdue-interview.server.ts";
import { finishSession } from "#app/services/interview/finish-session.server.ts";
import { useTestJobs } from "#test/support/database.ts";
import { acknowledge, beginBy, makeInvitation, takePart } from "#test/support/candidacy.ts";
import { gradedScenario } from "#test/support/graded-scenario.ts";
import { giveReview, makeAssessment, makeTeam } from "#test/support/hiring.ts";
import { makeScenario, useTestLibrary } from "#test/support/scenario.ts";
import { answer, gradingJobs, makeViewer } from "#test/support/session.ts";

const warmUp = makeScenario({ slug: "warm-up", title: "A small thing to begin with", minutes: 10 });
await useTestLibrary(gradedScenario, warmUp);
useTestJobs(gradingJobs);

const minuteMs = 60_000;
const said = ["The dialect is a habit of output, it barely changes, so it belongs in the weights."];

type Settings = Parameters<typeof makeAssessment>[1];

async function invited(settings: Settings = {}, extraTimePercent = 0) {
  const team = await makeTeam();
  const assessment = await makeAssessment(team, settings);
  const candidate = await makeViewer();
  const candidacyId = await beginBy(candidate, assessment.id, { extraTimePercent });
  const partId = assessment.part.id;
  const start = (who: Viewer = candidate) => startPart(who, { candidacyId, partId });
  const take = (answers = said) => takePart(candidate, { candidacyId, partId, answers });
  const page = async () => {
    const found = await findCandidacy(candidate, candidacyId);
    if (!found) throw new Error("The candidacy is gone.");
    return found;
  };
  const stored = () => db().candidacy.findUniqueOrThrow({ where: { id: candidacyId }, include: { sessions: true } });
  return { team, assessment, candidate, candidacyId, partId, start, take, page, stored };
}

async function started(made: { start: () => ReturnType<typeof startPart> }): Promise<string> {
  const begun = await made.start();
  if (!begun?.ok) throw new Error("The part did not begin.");
  return begun.sessionId;
}

const auditOf = (candidacyId: string) =>
  db().auditEntry.findMany({ where: { candidacyId }, orderBy: { at: "asc" }, select: { action: true, actorId: true } });

test("whoever reads the notice begins: a code, the exact words, what was agreed and an entry in the log are kept", async () => {
  const made = await invited({ retentionDays: 30 }, 25);
  const kept = await made.stored();
  expect(kept.code).toMatch(/^[34679CDFGHJKMNPQRTVWXY]{4}$/);
  expect(kept.notice).toEqual(await getNotice({ assessmentId: made.assessment.id, extraTimePercent: 25 }));
  expect(kept.extraTimePercent).toBe(25);
  expect(kept.deleteAt.getTime() - kept.acknowledgedAt.getTime()).toBe(30 * 24 * 60 * minuteMs);
  expect(await auditOf(made.candidacyId)).toEqual([{ action: "candidacy.begin", actorId: made.candidate.id }]);
});

test("the same person goes on where they began, by whichever invitation, and uses nothing", async () => {
  const made = await invited();
  const other = await makeInvitation(made.assessment.id, { mostUses: 5 });
  expect(await acknowledge(made.candidate, other)).toEqual({ ok: true, candidacyId: made.candidacyId });
  const [first, second] = await db().assessmentInvitation.findMany({ orderBy: { createdAt: "desc" }, take: 2 });
  expect([second?.uses, first?.uses].sort()).toEqual([0, 1]);
});

test("of one person in two tabs, and of two people at the last use, exactly one comes in", async () => {
  const team = await makeTeam();
  const { id } = await makeAssessment(team);
  const token = await makeInvitation(id, { mostUses: 1 });
  const [one, other] = [await makeViewer(), await makeViewer()];
  const twice = await Promise.all([acknowledge(one, token), acknowledge(one, token)]);
  expect(new Set(twice.map((begun) => (begun.ok ? begun.candidacyId : begun.reason))).size).toBe(1);
  expect(await acknowledge(other, token)).toEqual({ ok: false, reason: "used" });
  expect(await db().candidacy.count({ where: { assessmentId: id } })).toBe(1);
});

test("what is acknowledged is what was shown: a notice that has changed since is to be read again", async () => {
  const team = await makeTeam();
  const { id } = await makeAssessment(team);
  const token = await makeInvitation(id);
  const key = noticeKey(await getNotice({ assessmentId: id }));
  await db().assessment.update({ where: { id }, data: { about: "We have moved the office." } });
  const viewer = await makeViewer();
  expect(await beginCandidacy(viewer, { token, noticeKey: key })).toEqual({ ok: false, reason: "notice-changed" });
  expect((await db().assessmentInvitation.findFirstOrThrow({ where: { assessmentId: id } })).uses).toBe(0);
  expect(await acknowledge(viewer, token)).toMatchObject({ ok: true });
});

test("an invitation that has ended, or is another's, lets nobody in", async () => {
  const team = await makeTeam();
  const { id } = await makeAssessment(team);
  const viewer = await makeViewer();
  expect(await acknowledge(viewer, await makeInvitation(id, { days: -1 }))).toMatchObject({ reason: "expired" });
  const elsewhere = await makeInvitation(id, { email: "somebody@else.example" });
  expect(await acknowledge(viewer, elsewhere)).toMatchObject({ reason: "other-address" });
  const unknown = await beginCandidacy(viewer, { token: "guessed", noticeKey: "" });
  expect(unknown).toEqual({ ok: false, reason: "unknown" });
  const open = await makeInvitation(id);
  await db().assessment.update({ where: { id }, data: { state: "closed" } });
  expect(await acknowledge(viewer, open)).toMatchObject({ reason: "closed" });
});

test("a part is begun on the team's version by the server's clock, with extra time and for the team's organisation", async () => {
  const made = await invited({}, 50);
  const id = await started(made);
  const session = await db().session.findUniqueOrThrow({ where: { id } });
  expect(session).toMatchObject({
    mode: "assessment",
    organisationId: made.team.organisationId,
    candidacyId: made.candidacyId,
    partId: made.partId,
    scenarioHash: made.assessment.part.scenarioHash,
    limitMs: 25 * minuteMs * 1.5,
  });
  expect(session.endsAt?.getTime()).toBe(session.startedAt.getTime() + 25 * minuteMs * 1.5);
});

test("two starts at once give one interview, and a later one goes on with it", async () => {
  const made = await invited({ attempts: 3 });
  const [first, second] = await Promise.all([made.start(), made.start()]);
  expect(first).toEqual(second);
  expect(await made.start()).toEqual(first);
  expect(await db().session.count({ where: { candidacyId: made.candidacyId } })).toBe(1);
});

test("nobody begins, sees or ends anything of somebody else's", async () => {
  const made = await invited();
  const other = await makeViewer();
  const { candidacyId } = made;
  expect(await made.start(other)).toBeNull();
  expect(await startWarmUp(other, { candidacyId })).toBeNull();
  expect(await findCandidacy(other, candidacyId)).toBeNull();
  expect(await handInCandidacy(other, { candidacyId })).toBeNull();
  expect(await withdrawCandidacy(other, { candidacyId })).toBeNull();
  expect(await askForDeletion(other, { candidacyId })).toBeNull();
  expect(await startPart(made.candidate, { candidacyId, partId: "another" })).toBeNull();
});

test("one attempt at one part hands itself in, and waits for reviewers with the offline grader's levels", async () => {
  const made = await invited();
  const sessionId = await made.take();
  const session = await db().session.findUniqueOrThrow({ where: { id: sessionId }, include: { grades: true } });
  expect(session.reviewState).toBe("waiting");
  expect(session.queueKey).toBeGreaterThanOrEqual(0);
  expect(session.queueKey).toBeLessThan(1);
  expect(session.grades).toMatchObject([{ grader: "offline" }]);
  expect((await made.stored()).handedInAt).not.toBeNull();
  expect(await db().sessionLevel.count({ where: { sessionId } })).toBe(2);
  expect(await made.start()).toEqual({ ok: false, reason: "handed_in" });
  expect((await auditOf(made.candidacyId)).at(-1)).toEqual({ action: "candidacy.hand-in", actorId: null });
  expect((await giveReview(made.team.first, { sessionId, levels: { framing: 2 } }))?.state).toBe("waiting");
});

test("with attempts left it waits for the candidate's word, and only the last finished one is handed in", async () => {
  const made = await invited({ attempts: 3 });
  const first = await made.take();
  expect((await made.page()).handInRefusal).toBeNull();
  const second = await made.take();
  const third = await started(made);
  expect(await handInCandidacy(made.candidate, made)).toEqual({ ok: false, reason: "under_way" });
  await db().session.delete({ where: { id: third } });
  expect(await handInCandidacy(made.candidate, made)).toEqual({ ok: true });
  expect(await handInCandidacy(made.candidate, made)).toEqual({ ok: false, reason: "handed_in" });
  const states = await db().session.findMany({ where: { id: { in: [first, second] } }, orderBy: { startedAt: "asc" } });
  expect(states.map(({ reviewState }) => reviewState)).toEqual([null, "waiting"]);
});

test("after the last attempt no further one begins, and the last of them counts", async () => {
  const made = await invited({ attempts: 2 });
  await made.take();
  const last = await made.take(["I would fine-tune."]);
  expect((await made.stored()).handedInAt).not.toBeNull();
  const waiting = await db().session.findMany({ where: { candidacyId: made.candidacyId, reviewState: "waiting" } });
  expect(waiting.map(({ id }) => id)).toEqual([last]);
  expect(await made.start()).toMatchObject({ ok: false });
});

test("nothing begins after the deadline; what is finished is handed in then, what is under way once it ends", async () => {
  const made = await invited({ attempts: 2, deadline: new Date(Date.now() + 60_000) });
  await made.take();
  const underWay = await started(made);
  await db().assessment.update({ where: { id: made.assessment.id }, data: { deadline: new Date(Date.now() - 1_000) } });
  await endAssessment(made.assessment.id);
  expect((await made.stored()).handedInAt).toBeNull();
  expect(await made.start()).toEqual({ ok: true, sessionId: underWay });
  await answer(made.candidate, underWay, "I would fine-tune on the dialect.");
  await finishSession(made.candidate, underWay);
  expect((await made.stored()).handedInAt).not.toBeNull();
  const waiting = await db().session.findMany({ where: { candidacyId: made.candidacyId, reviewState: "waiting" } });
  expect(waiting.map(({ id }) => id)).toEqual([underWay]);
});

test("the deadline's job hands in what is finished, once, and leaves alone whoever finished nothing", async () => {
  const made = await invited({ attempts: 2 });
  await made.take();
  const idle = await makeViewer();
  const idleId = await beginBy(idle, made.assessment.id);
  await db().assessment.update({ where: { id: made.assessment.id }, data: { deadline: new Date(Date.now() - 1_000) } });
  await Promise.all([endAssessment(made.assessment.id), endAssessment(made.assessment.id)]);
  expect((await made.stored()).handedInAt).not.toBeNull();
  expect((await auditOf(made.candidacyId)).filter(({ action }) => action === "candidacy.hand-in")).toHaveLength(1);
  expect(await db().candidacy.findUnique({ where: { id: idleId } })).toMatchObject({ handedInAt: null });
  expect(await findCandidacy(idle, idleId)).toMatchObject({ ended: "deadline", handInRefusal: "nothing_finished" });
});

test("in a closed assessment nothing begins, and what was under way is handed in when its clock ends it", async () => {
  const made = await invited();
  const sessionId = await started(made);
  await answer(made.candidate, sessionId, "I would fine-tune on the dialect.");
  await db().assessment.update({ where: { id: made.assessment.id }, data: { state: "closed", closedAt: new Date() } });
  await endAssessment(made.assessment.id);
  expect((await made.stored()).handedInAt).toBeNull();
  const endsAt = new Date(Date.now() - graceMs - 1_000);
  await db().session.update({ where: { id: sessionId }, data: { endsAt } });
  await endOverdueInterview(sessionId);
  expect((await made.stored()).handedInAt).not.toBeNull();
  const other = await invited();
  await db().assessment.update({ where: { id: other.assessment.id }, data: { state: "closed" } });
  expect(await other.start()).toEqual({ ok: false, reason: "closed" });
  expect(await startWarmUp(other.candidate, other)).toEqual({ ok: false, reason: "closed" });
});

test("a warm-up may be repeated, is in the room of an assessment, and is neither graded nor handed in", async () => {
  const made = await invited({ warmUp: "warm-up" });
  const first = await startWarmUp(made.candidate, made);
  if (!first?.ok) throw new Error("The warm-up did not begin.");
  expect(await startWarmUp(made.candidate, made)).toEqual(first);
  await answer(made.candidate, first.sessionId, "Just trying.");
  await finishSession(made.candidate, first.sessionId);
  const session = await db().session.findUniqueOrThrow({ where: { id: first.sessionId }, include: { grades: true } });
  expect(session).toMatchObject({ mode: "assessment", partId: null, phase: "finished", grades: [], reviewState: null });
  expect((await made.stored()).handedInAt).toBeNull();
  expect(await startWarmUp(made.candidate, made)).toMatchObject({ ok: true });
  await made.take();
  expect((await made.stored()).handedInAt).not.toBeNull();
  expect(await db().session.count({ where: { candidacyId: made.candidacyId, reviewState: "waiting" } })).toBe(1);
});

test("warm-ups end after a few, while the one under way is gone on with", async () => {
  const made = await invited({ warmUp: "warm-up" });
  const finish = () =>
    db().session.updateMany({
      where: { candidacyId: made.candidacyId },
      data: { phase: "finished", finishedAt: new Date() },
    });
  for (let taken = 0; taken < mostWarmUps; taken += 1) {
    await finish();
    expect(await startWarmUp(made.candidate, made)).toMatchObject({ ok: true });
  }
  expect(await startWarmUp(made.candidate, made)).toMatchObject({ ok: true });
  await finish();
  expect(await startWarmUp(made.candidate, made)).toEqual({ ok: false, reason: "no_warm_ups_left" });
  expect((await made.page()).warmUp?.taken).toBe(mostWarmUps);
});

test("the id of a session of an assessment does not hold the moment at which it began", async () => {
  const made = await invited();
  expect(await started(made)).toMatch(/^[\da-f]{8}-[\da-f]{4}-4/);
});

test("without a warm-up, or while a part is under way, none begins", async () => {
  const made = await invited();
  expect(await startWarmUp(made.candidate, made)).toEqual({ ok: false, reason: "no_warm_up" });
  await started(made);
  expect(await startWarmUp(made.candidate, made)).toEqual({ ok: false, reason: "other_under_way" });
});

test("whoever withdraws ends what is under way ungraded, leaves the queue and begins nothing more", async () => {
  const made = await invited({ attempts: 2 });
  const first = await made.take();
  await handInCandidacy(made.candidate, made);
  expect(await withdrawCandidacy(made.candidate, made)).toEqual({ ok: true });
  expect(await withdrawCandidacy(made.candidate, made)).toEqual({ ok: true });
  expect(await db().session.findUnique({ where: { id: first } })).toMatchObject({ reviewState: null, queueKey: null });
  expect((await auditOf(made.candidacyId)).filter(({ action }) => action === "candidacy.withdraw")).toHaveLength(1);
  const other = await invited();
  const underWay = await started(other);
  await withdrawCandidacy(other.candidate, other);
  expect(await other.start()).toEqual({ ok: false, reason: "withdrawn" });
  const ended = await db().session.findUniqueOrThrow({ where: { id: underWay }, include: { grades: true } });
  expect(ended).toMatchObject({ phase: "finished", grades: [] });
  expect(await answer(other.candidate, underWay, "Still here.")).toEqual({ ok: false, reason: "finished" });
});

test("asking for deletion is kept once, with an entry in the log and a mail to the team that names nobody", async () => {
  const made = await invited();
  const mailsOf = () => db().mail.findMany({ where: { about: made.candidacyId } });
  const before = (await mailsOf()).length;
  await askForDeletion(made.candidate, made);
  const { deletionAskedAt } = await made.stored();
  await askForDeletion(made.candidate, made);
  expect((await made.stored()).deletionAskedAt).toEqual(deletionAskedAt);
  expect(await auditOf(made.candidacyId)).toHaveLength(2);
  const mails = (await mailsOf()).slice(before);
  expect(mails).toMatchObject([{ to: "people@acme.example", subject: expect.stringMatching(/^Somebody asks for/) }]);
  expect(mails[0]?.text).toContain("/people\n");
  expect(JSON.stringify(mails)).not.toContain(made.candidate.name);
});
