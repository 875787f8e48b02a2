import type { UngradedReason } from "#app/domain/grading/grade.ts";
import { estimateGrade } from "#app/domain/grading/model/estimate.ts";
import { takePlace, type Room } from "#app/domain/usage/resumption.ts";
import { db } from "#app/db/client.server.ts";
import { env } from "#app/env.server.ts";
import { readVersion } from "#app/services/interview/find-session.server.ts";
import { accountFor } from "#app/services/model/account-for.server.ts";
import { readBudgets, spentToday, type PaidFrom } from "#app/services/model/spent-today.server.ts";
import { listWaiting, type Waiting } from "./list-waiting.server.ts";
import { queueAgain } from "./queue-again.server.ts";
import { scheduleResume } from "./schedule-resume.server.ts";

type ResumeOptions = {
  /** Only what this organisation pays for. */
  organisationId?: string | null;
  /** The budget is why, unless a key was set: then its faults have passed as well. */
  reasons?: readonly UngradedReason[];
  now?: Date;
};

/** By payer: an organisation, or null for whoever runs the server. */
type Rooms = Map<string | null, Room>;
type Spender = { userId: string; now: Date };

async function estimateOf({ gradeId }: Waiting): Promise<number | null> {
  const { session, scenarioVersion } = await db().grade.findUniqueOrThrow({
    where: { id: gradeId },
    include: {
      scenarioVersion: true,
      session: { include: { turns: { orderBy: { seq: "asc" } }, scenarioVersion: true } },
    },
  });
  const scenario = readVersion(scenarioVersion ?? session.scenarioVersion);
  return estimateGrade({ scenario, transcript: session.turns, model: env().anthropic.model }).usd;
}

/** The day of one payer, and of each person once they have a session that waits. */
async function roomFor(rooms: Rooms, { organisationId, budgets }: PaidFrom, spender: Spender): Promise<Room> {
  const { userId } = spender;
  let room = rooms.get(organisationId);
  if (room?.byPersonUsd.has(userId)) return room;
  const spent = await spentToday(db(), { organisationId, ...spender });
  if (!room) {
    room = { budgets, totalUsd: spent.totalUsd, byPersonUsd: new Map() };
    rooms.set(organisationId, room);
  }
  room.byPersonUsd.set(userId, spent.byPersonUsd);
  return room;
}

/** Those of everybody whose budget a grade counts against. */
async function roomsFor(rooms: Rooms, { organisationId, userId, candidacyId }: Waiting, now: Date): Promise<Room[]> {
  const { organisationId: paysItself } = await accountFor({ organisationId, userId, candidacyId });
  const limits = await readBudgets(db(), { organisationId, onServerKey: paysItself === undefined });
  const found: Room[] = [];
  for (const limit of limits) found.push(await roomFor(rooms, limit, { userId, now }));
  return found;
}

/**
 * Has grades made that waited for the budget: as many as it holds today, and the rest on the next day. Called when a
 * day begins, when a budget is raised or a key set, and at start.
 */
export async function resumeAfterBudget({
  organisationId = null,
  reasons = ["budget"],
  now = new Date(),
}: ResumeOptions = {}): Promise<void> {
  const rooms: Rooms = new Map();
  const full = new Set<string | null>();
  let isWaiting = false;
  for (const waiting of await listWaiting(reasons, organisationId)) {
    const of = waiting.organisationId;
    const place = full.has(of)
      ? "full"
      : takePlace(await roomsFor(rooms, waiting, now), waiting.userId, await estimateOf(waiting));
    if (place === "full") full.add(of);
    if (place === "taken") await queueAgain(waiting.gradeId);
    else isWaiting = true;
  }
  if (isWaiting) await scheduleResume(now);
}
