import { addSpent } from "#app/domain/interview/clock.ts";
import { unsentAnswer } from "#app/domain/interview/draft.ts";
import type { Refusal, Step } from "#app/domain/interview/session.ts";
import { db } from "#app/db/client.server.ts";
import { Prisma } from "#app/db/generated/client.ts";
import { enqueueGrade, queueGrade } from "#app/services/grading/queue-grade.server.ts";
import { handInWhenDone } from "#app/services/hiring/candidacy/hand-in.server.ts";
import { lockCandidacy } from "#app/services/hiring/candidacy/read-progress.server.ts";
import { canUseModel } from "#app/services/model/account-for.server.ts";
import type { FoundSession } from "./find-session.server.ts";
import { readDraft } from "./read-draft.server.ts";

type TakenStep = Extract<Step, { ok: true }>;
type Written = { gradeId: string | null } | "overtaken";

export type StepResult = { ok: true; phase: "answering" | "finished" } | { ok: false; reason: Refusal };

/** Another request got in first: it wrote a turn with the same number. */
function isConflict(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
}

/**
 * An answer takes the draft along with it. A question leaves the answer that waits as it is: it may be saved meanwhile. A
 * hint leaves whatever is being typed.
 */
function draftAfter({ added }: TakenStep, stored: unknown): Pick<Prisma.SessionUpdateManyMutationInput, "draft"> {
  const draft = readDraft(stored);
  const asked = added.some(({ kind }) => kind === "clarification");
  if (asked && draft.kind === "answer") return {};
  return { draft: asked && draft.diagram !== "" ? { kind: "answer", ...unsentAnswer(draft) } : Prisma.DbNull };
}

/**
 * Takes the session's row: whoever else has a step to record waits, and finds it finished if this one ends it. What was
 * decided while the clock ran is not recorded once it has been stopped or set on.
 */
async function takeSession(tx: Prisma.TransactionClient, found: FoundSession, step: TakenStep, now: Date) {
  const { id, spentMs, lastActiveAt, draft, endsAt, pausedAt } = found.session;
  const isHint = step.added.some(({ kind }) => kind === "hint");
  const { count } = await tx.session.updateMany({
    where: { id, phase: "answering", endsAt, pausedAt },
    data: {
      phase: step.phase,
      finishedAt: step.phase === "finished" ? now : null,
      spentMs: addSpent(spentMs, lastActiveAt, now),
      lastActiveAt: now,
      ...(isHint ? {} : { ...draftAfter(step, draft), draftRevision: { increment: 1 } }),
    },
  });
  return count === 1;
}

/** What the end of an interview brings about: a grade to be made, unless it was to warm up, and in an assessment handing in. */
async function end(tx: Prisma.TransactionClient, { session }: FoundSession, now: Date): Promise<string | null> {
  const { candidacyId, partId } = session;
  if (candidacyId === null) return queueGrade(tx, session);
  if (partId === null) return null;
  const gradeId = await queueGrade(tx, session);
  await handInWhenDone(tx, candidacyId, now);
  return gradeId;
}

/** Writes what a step added, the new phase and, at the end, the grade to be made: all of it or nothing. */
async function write(found: FoundSession, step: TakenStep, now: Date): Promise<Written> {
  const { session } = found;
  const lastQuestion = step.added.findLast(({ kind }) => kind === "question" || kind === "twist");
  const modelWords = await canUseModel(session);
  const isEnd = step.phase === "finished";
  return db().$transaction(async (tx): Promise<Written> => {
    if (isEnd && session.candidacyId !== null) await lockCandidacy(tx, session.candidacyId);
    if (!(await takeSession(tx, found, step, now))) return "overtaken";
    // Whoever answers a question that is still being worded has answered its authored words.
    await tx.turn.updateMany({ where: { sessionId: session.id, pending: true }, data: { pending: false } });
    for (const turn of step.added) {
      const pending = modelWords && turn === lastQuestion;
      const voice = turn.speaker === "interviewer" ? "authored" : null;
      await tx.turn.create({ data: { ...turn, sessionId: session.id, voice, pending, createdAt: now } });
    }
    return { gradeId: isEnd ? await end(tx, found, now) : null };
  });
}

async function isFinished({ session: { id } }: FoundSession): Promise<boolean> {
  return (await db().session.count({ where: { id, phase: "finished" } })) > 0;
}

/** Saves a step of the interview. When it was the last one, grading begins; it survives this process. */
export async function recordStep(found: FoundSession, step: Step, now: Date): Promise<StepResult> {
  if (!step.ok) return step;
  try {
    const written = await write(found, step, now);
    if (written === "overtaken") return { ok: false, reason: (await isFinished(found)) ? "finished" : "stale" };
    if (written.gradeId) await enqueueGrade(written.gradeId);
    return { ok: true, phase: step.phase };
  } catch (error) {
    if (isConflict(error)) return { ok: false, reason: "stale" };
    throw error;
  }
}
