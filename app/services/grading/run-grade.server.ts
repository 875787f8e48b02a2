import { GraderNameSchema } from "#app/domain/grading/grade.ts";
import { gradeTranscript, type GradedTranscript } from "#app/domain/grading/grade-transcript.ts";
import type { GradingProgress } from "#app/domain/grading/grader.ts";
import { recalibrate, shownResult } from "#app/domain/grading/calibration/recalibration.ts";
import { db } from "#app/db/client.server.ts";
import { Prisma } from "#app/db/generated/client.ts";
import { readVersion } from "#app/services/interview/find-session.server.ts";
import { enqueueMeasuring } from "#app/services/hiring/agreement/enqueue-measuring.server.ts";
import { settleLocked } from "#app/services/hiring/levels/settle-session.server.ts";
import { listSituationsOf } from "#app/services/library/find-scenario.server.ts";
import { scheduleResume } from "#app/services/usage/schedule-resume.server.ts";
import { chooseGrader } from "./choose-grader.server.ts";
import { listReviewedGrades } from "./list-reviewed-grades.server.ts";

const unfinished = { in: ["queued", "grading"] } satisfies Prisma.GradeWhereInput["status"];

/** Writes progress one after the other, the newest only: a grader may report faster than the database writes. */
function progressWriter(gradeId: string) {
  let newest: GradingProgress | null = null;
  let writing: Promise<void> = Promise.resolve();
  const write = async () => {
    if (!newest) return;
    const progress = newest;
    newest = null;
    await db().grade.updateMany({ where: { id: gradeId, status: unfinished }, data: { progress } });
  };
  return {
    report: (progress: GradingProgress) => {
      newest = progress;
      // Progress is a courtesy: a grade is not lost because a step of it could not be written.
      writing = writing.then(write).catch(() => undefined);
    },
    settle: () => writing,
  };
}

function endOf(graded: GradedTranscript, latencyMs: number): Prisma.GradeUpdateManyMutationInput {
  const { model, promptVersion, usage, costUsd } = graded.making;
  const making = { model, promptVersion, costUsd, latencyMs, usage: usage ?? Prisma.DbNull, finishedAt: new Date() };
  if (graded.status === "ungraded") {
    const { reason, message } = graded;
    return { ...making, status: "ungraded", reason, message };
  }
  const { score, band } = shownResult(graded.result);
  return { ...making, status: "graded", score, band, result: graded.result };
}

type QueuedGrade = Prisma.GradeGetPayload<{
  include: { scenarioVersion: true; session: { include: { turns: true; scenarioVersion: true } } };
}>;

async function gradeQueued(grade: QueuedGrade, onProgress: (progress: GradingProgress) => void) {
  const { session, sessionId, rubricHash, regradeId } = grade;
  const { organisationId, candidacyId } = session;
  const grader = GraderNameSchema.parse(grade.grader);
  const scenario = readVersion(grade.scenarioVersion ?? session.scenarioVersion);
  const input = { scenario, transcript: session.turns, known: await listSituationsOf(organisationId) };
  const purpose = regradeId === null ? "grade" : "regrade";
  const userId = grade.requestedById ?? session.userId;
  const spend = { purpose, organisationId, userId, sessionId, candidacyId } as const;
  const graded = await gradeTranscript(await chooseGrader(grader, spend), input, { onProgress });
  if (graded.status === "ungraded") return graded;
  const { model } = graded.making;
  const reviewed = await listReviewedGrades({
    grader,
    organisationId,
    model,
    rubricHash,
    exceptSessionId: sessionId,
  });
  return { ...graded, result: recalibrate(scenario.rubric, graded.result, reviewed) };
}

/** A grade that was made for an appeal answers it. */
async function answerAppeal(tx: Prisma.TransactionClient, { appealId, grader }: QueuedGrade): Promise<void> {
  if (appealId === null) return;
  await tx.appeal.updateMany({
    where: { id: appealId, status: "regrading" },
    data: { status: "answered", answeredBy: grader, answeredAt: new Date() },
  });
}

/** What throws is a fault of ours: the candidate keeps the transcript and can try again. */
async function gradeOrSayWhyNot(grade: QueuedGrade, onProgress: (progress: GradingProgress) => void) {
  try {
    return { graded: await gradeQueued(grade, onProgress), error: null };
  } catch (error) {
    const message = "Something went wrong on our side while grading. Your transcript is safe; try again.";
    const making = { model: null, promptVersion: null, usage: null, costUsd: null };
    return { graded: { status: "ungraded", reason: "internal", message, making } as const, error };
  }
}

/**
 * Makes a queued grade. May run again after a crash: a grade that has ended is left as it is, and of two runs that end
 * at the same time one writes.
 */
export async function runGrade(gradeId: string): Promise<void> {
  const grade = await db().grade.findUnique({
    where: { id: gradeId, status: unfinished },
    include: {
      scenarioVersion: true,
      session: { include: { turns: { orderBy: { seq: "asc" } }, scenarioVersion: true } },
    },
  });
  if (!grade) return;
  const begun = await db().grade.updateMany({
    where: { id: gradeId, status: unfinished },
    data: { status: "grading" },
  });
  if (begun.count === 0) return;

  const startedAt = performance.now();
  const progress = progressWriter(gradeId);
  const { graded, error } = await gradeOrSayWhyNot(grade, progress.report);
  await progress.settle();
  const data = endOf(graded, Math.round(performance.now() - startedAt));
  const settled = await db().$transaction(async (tx) => {
    const { count } = await tx.grade.updateMany({ where: { id: gradeId, status: unfinished }, data });
    if (count === 0 || graded.status !== "graded") return null;
    await answerAppeal(tx, grade);
    return settleLocked(tx, grade.sessionId);
  });
  if (settled && settled.state !== "waiting") await enqueueMeasuring(settled);
  if (graded.status === "ungraded" && graded.reason === "budget") await scheduleResume(new Date());
  if (error) throw error;
}
