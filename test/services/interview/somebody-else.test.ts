import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { emptyDraft } from "#app/domain/interview/draft.ts";
import { db } from "#app/db/client.server.ts";
import { followGrade } from "#app/services/grading/follow-grade.server.ts";
import { getScorecard } from "#app/services/grading/get-scorecard.server.ts";
import { requestGrade } from "#app/services/grading/request-grade.server.ts";
import { askQuestion } from "#app/services/interview/ask-question.server.ts";
import { findSession } from "#app/services/interview/find-session.server.ts";
import { finishSession } from "#app/services/interview/finish-session.server.ts";
import { followQuestion } from "#app/services/interview/follow-question.server.ts";
import { getClock } from "#app/services/interview/clock/get-clock.server.ts";
import { getRoom } from "#app/services/interview/get-room.server.ts";
import { pauseSession } from "#app/services/interview/clock/pause-session.server.ts";
import { resumeSession } from "#app/services/interview/clock/resume-session.server.ts";
import { saveDraft } from "#app/services/interview/save-draft.server.ts";
import { submitAnswer } from "#app/services/interview/submit-answer.server.ts";
import { takeHint } from "#app/services/interview/take-hint.server.ts";
import { getScenario } from "#app/services/library/get-scenario.server.ts";
import { listScenarios } from "#app/services/library/list-scenarios.server.ts";
import { compareAttempts } from "#app/services/progress/compare-attempts.server.ts";
import { getProgress } from "#app/services/progress/get-progress.server.ts";
import { useTestJobs } from "#test/support/database.ts";
import { makeScenario, useTestLibrary } from "#test/support/scenario.ts";
import { idleJobs } from "#test/support/idle-jobs.ts";
import { gradeNow, makeViewer, playSession, startInterview } from "#test/support/session.ts";

await useTestLibrary(makeScenario());
useTestJobs(idleJobs);

const signal = AbortSignal.timeout(60_000);

// Everything that takes a viewer and a session: whose session it is decides whether it is there.
const services: Record<string, (viewer: Viewer, sessionId: string) => Promise<unknown>> = {
  findSession,
  getRoom,
  getScorecard,
  finishSession,
  submitAnswer: (viewer, sessionId) => submitAnswer(viewer, { sessionId, text: "Mine.", diagram: "", seenSeq: 1 }),
  askQuestion: (viewer, sessionId) => askQuestion(viewer, { sessionId, text: "Mine?", seenSeq: 1 }),
  saveDraft: (viewer, sessionId) => saveDraft(viewer, { sessionId, draft: emptyDraft, revision: 0 }),
  takeHint: (viewer, sessionId) => takeHint(viewer, { sessionId, seenSeq: 1 }),
  pauseSession,
  resumeSession,
  getClock,
  followQuestion: (viewer, sessionId) => followQuestion(viewer, sessionId, signal),
  followGrade: (viewer, sessionId) => followGrade(viewer, sessionId, signal),
  requestGrade: (viewer, sessionId) => requestGrade(viewer, { sessionId }),
  compareFirst: (viewer, first) => compareAttempts(viewer, { first, second: sessions.graded }),
  compareSecond: (viewer, second) => compareAttempts(viewer, { first: sessions.graded, second }),
};

const sessions = { open: "", graded: "" };
let owner: Viewer;
let stranger: Viewer;

beforeAll(async () => {
  [owner, stranger] = [await makeViewer(), await makeViewer()];
  sessions.graded = await playSession(owner, { answers: ["The catalogue is read at query time."] });
  await gradeNow(sessions.graded);
  sessions.open = await startInterview(owner);
});

test.each(Object.keys(services))(
  "%s gives nothing of somebody else's session, and nothing of one that is not there",
  async (name) => {
    const call = services[name];
    if (!call) throw new Error(`There is no service ${name}.`);
    for (const id of [sessions.open, sessions.graded, randomUUID(), "", "x' OR 1=1 --"]) {
      expect(await call(stranger, id)).toBeNull();
    }
  },
);

test("and has changed nothing about them", async () => {
  const open = await db().session.findUniqueOrThrow({ where: { id: sessions.open }, include: { turns: true } });
  expect(open).toMatchObject({ phase: "answering", draft: null, draftRevision: 0, turns: [{ seq: 1 }] });
  expect(await db().grade.count({ where: { sessionId: sessions.graded } })).toBe(1);
});

test("lists and pages show a stranger nothing of it, and the owner all of it", async () => {
  const seenBy = async (viewer: Viewer | null) => ({
    row: (await listScenarios(viewer))[0]?.progress?.kind ?? null,
    page: (await getScenario(viewer, "house-dialect"))?.attempts.length,
    unfinished: (await getScenario(viewer, "house-dialect"))?.unfinished?.sessionId ?? null,
  });
  expect(await seenBy(owner)).toEqual({ row: "unfinished", page: 1, unfinished: sessions.open });
  expect(await seenBy(stranger)).toEqual({ row: null, page: 0, unfinished: null });
  expect(await seenBy(null)).toEqual({ row: null, page: 0, unfinished: null });
  expect(await getProgress(stranger)).toMatchObject({ attempts: [], unfinished: [], scenariosTried: 0 });
  expect(await getProgress(owner)).toMatchObject({
    attempts: [{ sessionId: sessions.graded }],
    unfinished: [{ sessionId: sessions.open, question: 1, of: 5 }],
    scenariosTried: 1,
  });
});
