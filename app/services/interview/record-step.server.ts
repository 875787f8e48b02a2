import { addSpent } from "#app/domain/interview/clock.ts";
import type { Refusal, Step } from "#app/domain/interview/session.ts";
import { db } from "#app/db/client.server.ts";
import { Prisma } from "#app/db/generated/client.ts";
import { env } from "#app/env.server.ts";
import { enqueueGrade, queueGrade } from "#app/services/grading/queue-grade.server.ts";
import type { FoundSession } from "./find-session.server.ts";

export type StepResult = { ok: true; phase: "answering" | "finished" } | { ok: false; reason: Refusal };

/** Another request got in first: it wrote a turn with the same number. */
function isConflict(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
}

/** Writes what a step added, the new phase and, at the end, the grade to be made: all of it or nothing. */
async function write(found: FoundSession, step: Extract<Step, { ok: true }>, now: Date): Promise<string | null> {
  const { session } = found;
  const lastQuestion = step.added.findLast(({ kind }) => kind === "question" || kind === "twist");
  const modelWords = env().anthropic.apiKey !== null;
  return db().$transaction(async (tx) => {
    // Whoever answers a question that is still being worded has answered its authored words.
    await tx.turn.updateMany({ where: { sessionId: session.id, pending: true }, data: { pending: false } });
    for (const turn of step.added) {
      const pending = modelWords && turn === lastQuestion;
      const voice = turn.speaker === "interviewer" ? "authored" : null;
      await tx.turn.create({ data: { ...turn, sessionId: session.id, voice, pending, createdAt: now } });
    }
    await tx.session.update({
      where: { id: session.id },
      data: {
        phase: step.phase,
        finishedAt: step.phase === "finished" ? now : null,
        spentMs: addSpent(session.spentMs, session.lastActiveAt, now),
        lastActiveAt: now,
        draft: Prisma.DbNull,
        draftRevision: { increment: 1 },
      },
    });
    return step.phase === "finished" ? queueGrade(tx, session) : null;
  });
}

/** Saves a step of the interview. When it was the last one, grading begins; it survives this process. */
export async function recordStep(found: FoundSession, step: Step, now: Date): Promise<StepResult> {
  if (!step.ok) return step;
  try {
    const gradeId = await write(found, step, now);
    if (gradeId) await enqueueGrade(gradeId);
    return { ok: true, phase: step.phase };
  } catch (error) {
    if (isConflict(error)) return { ok: false, reason: "stale" };
    throw error;
  }
}
