import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import type { ScorecardView } from "#app/domain/grading/scorecard/scorecard.ts";
import { db } from "#app/db/client.server.ts";
import type { JobHandlers } from "#app/db/jobs.server.ts";
import { getScorecard } from "#app/services/grading/get-scorecard.server.ts";
import { runGrade } from "#app/services/grading/run-grade.server.ts";
import { endOverdueInterview } from "#app/services/interview/clock/end-overdue-interview.server.ts";
import { finishSession } from "#app/services/interview/finish-session.server.ts";
import type { StepResult } from "#app/services/interview/record-step.server.ts";
import { startSession } from "#app/services/interview/start-session.server.ts";
import { submitAnswer } from "#app/services/interview/submit-answer.server.ts";
import { idleJobs } from "#test/support/idle-jobs.ts";
import { gradedScenario } from "#test/support/graded-scenario.ts";

// Candidates and their interviews, through the services that the pages call.

/** Jobs that are really done. */
export const gradingJobs: JobHandlers = {
  ...idleJobs,
  "grade-session": ({ gradeId }) => runGrade(gradeId),
  "end-interview": ({ sessionId }) => endOverdueInterview(sessionId),
};

/** An account with the address `<id>@example.com`; a reviewer's id is chosen so that REVIEWERS can name the address. */
export async function makeViewer({
  id = randomUUID(),
  name = "Ada",
}: { id?: string; name?: string } = {}): Promise<Viewer> {
  const email = `${id}@example.com`;
  await db().user.create({ data: { id, name, email, emailVerified: true } });
  return { id, name, email, isGuest: false, emailVerified: true, memberships: [] };
}

export async function startInterview(viewer: Viewer, slug = gradedScenario.slug): Promise<string> {
  const started = await startSession(viewer, { slug });
  if (!started) throw new Error(`There is no scenario ${slug}.`);
  return started.sessionId;
}

export function countTurns(sessionId: string): Promise<number> {
  return db().turn.count({ where: { sessionId } });
}

/** Answers the question that stands, as a tab does that has seen everything. */
export async function answer(
  viewer: Viewer,
  sessionId: string,
  text: string,
  diagram = "",
): Promise<StepResult | null> {
  return submitAnswer(viewer, { sessionId, text, diagram, seenSeq: await countTurns(sessionId) });
}

/** An interview from its start to its end, which comes early if the answers run out. Gives the session's id. */
export async function playSession(
  viewer: Viewer,
  { slug, answers }: { slug?: string; answers: readonly string[] },
): Promise<string> {
  const sessionId = await startInterview(viewer, slug);
  for (const text of answers) await answer(viewer, sessionId, text);
  await finishSession(viewer, sessionId);
  return sessionId;
}

/** The newest grade of a session, made by the caller. */
export async function gradeNow(sessionId: string): Promise<string> {
  const { id } = await db().grade.findFirstOrThrow({ where: { sessionId }, orderBy: { createdAt: "desc" } });
  await runGrade(id);
  return id;
}

/** The scorecard once the job has made the grade. */
export async function waitForScorecard(viewer: Viewer, sessionId: string): Promise<ScorecardView> {
  for (;;) {
    const scorecard = await getScorecard(viewer, sessionId);
    if (!scorecard) throw new Error("The session is not the viewer's.");
    if (scorecard.state === "graded" || scorecard.state === "ungraded") return scorecard;
    await wait(50);
  }
}
