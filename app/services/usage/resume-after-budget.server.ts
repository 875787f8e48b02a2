import { GraderNameSchema, type UngradedReason } from "#app/domain/grading/grade.ts";
import { estimateGrade } from "#app/domain/grading/model/estimate.ts";
import { takePlace, type Room } from "#app/domain/usage/resumption.ts";
import { db } from "#app/db/client.server.ts";
import { env } from "#app/env.server.ts";
import { ofTheSession } from "#app/services/grading/counted-grade.server.ts";
import { enqueueGrade, queueGrade } from "#app/services/grading/queue-grade.server.ts";
import { readVersion } from "#app/services/interview/find-session.server.ts";
import { readBudget, spentToday } from "#app/services/model/spent-today.server.ts";
import { listWaiting, type Waiting } from "./list-waiting.server.ts";
import { scheduleResume } from "./schedule-resume.server.ts";

type ResumeOptions = {
  /** Only what this organisation pays for. */
  organisationId?: string | null;
  /** The budget is why, unless a key was set: then its faults have passed as well. */
  reasons?: readonly UngradedReason[];
  now?: Date;
};

async function estimateOf({ sessionId }: Waiting): Promise<number | null> {
  const session = await db().session.findUniqueOrThrow({
    where: { id: sessionId },
    include: { turns: { orderBy: { seq: "asc" } }, scenarioVersion: true },
  });
  const scenario = readVersion(session.scenarioVersion);
  return estimateGrade({ scenario, transcript: session.turns, model: env().anthropic.model }).usd;
}

/** Of two processes that take up the same session the second waits here, and finds a newer grade. */
async function queueAgain({ sessionId, gradeId }: Waiting): Promise<void> {
  const queued = await db().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Session" WHERE "id" = ${sessionId} FOR NO KEY UPDATE`;
    const newest = await tx.grade.findFirst({
      where: { ...ofTheSession, sessionId },
      orderBy: { createdAt: "desc" },
      include: { session: true },
    });
    if (newest?.id !== gradeId) return null;
    return queueGrade(tx, newest.session, { grader: GraderNameSchema.parse(newest.grader) });
  });
  if (queued !== null) await enqueueGrade(queued);
}

/** The day of one payer, and of each person once they have a session that waits. */
async function roomFor(rooms: Map<string | null, Room>, waiting: Waiting, now: Date): Promise<Room> {
  const { organisationId, userId } = waiting;
  const spent = await spentToday(db(), { organisationId, userId, now });
  let room = rooms.get(organisationId);
  if (!room) {
    const { budgets } = await readBudget(db(), organisationId);
    room = { budgets, totalUsd: spent.totalUsd, byPersonUsd: new Map() };
    rooms.set(organisationId, room);
  }
  if (!room.byPersonUsd.has(userId)) room.byPersonUsd.set(userId, spent.byPersonUsd);
  return room;
}

/**
 * Has sessions graded that waited for the budget: as many as it holds today, and the rest on the next day. Called when a
 * day begins, when a budget is raised or a key set, and at start.
 */
export async function resumeAfterBudget({
  organisationId = null,
  reasons = ["budget"],
  now = new Date(),
}: ResumeOptions = {}): Promise<void> {
  const rooms = new Map<string | null, Room>();
  const full = new Set<string | null>();
  let isWaiting = false;
  for (const waiting of await listWaiting(reasons, organisationId)) {
    const payer = waiting.organisationId;
    const place = full.has(payer)
      ? "full"
      : takePlace(await roomFor(rooms, waiting, now), waiting.userId, await estimateOf(waiting));
    if (place === "full") full.add(payer);
    if (place === "taken") await queueAgain(waiting);
    else isWaiting = true;
  }
  if (isWaiting) await scheduleResume(now);
}
