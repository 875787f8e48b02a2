import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { attemptUnderWay, endedBy, mostWarmUps, type Ended } from "#app/domain/hiring/candidacy.ts";
import { limitFor, startClock, type Clock } from "#app/domain/interview/clock.ts";
import { db } from "#app/db/client.server.ts";
import type { Prisma } from "#app/db/generated/client.ts";
import { findVersionAt } from "#app/services/hiring/assessments/list-choices.server.ts";
import { beginSession } from "#app/services/interview/begin-session.server.ts";
import { scheduleEnd } from "#app/services/interview/clock/schedule-end.server.ts";
import { keepVersion } from "#app/services/library/keep-version.server.ts";
import { endOverdueOf } from "./end-overdue.server.ts";
import { lockCandidacy } from "./read-progress.server.ts";

export type StartedWarmUp =
  | { ok: true; sessionId: string }
  | { ok: false; reason: Ended | "other_under_way" | "no_warm_up" | "no_warm_ups_left" };

type FoundVersion = NonNullable<Awaited<ReturnType<typeof findVersionAt>>>;
type Begun = { ok: true; sessionId: string; clock: Clock | null } | Extract<StartedWarmUp, { ok: false }>;

/** Kept before anything is locked: nobody should wait on a lock while scenarios are read. Null where there is none. */
async function keepWarmUp(viewer: Viewer, candidacyId: string): Promise<FoundVersion | null> {
  const own = await db().candidacy.findFirst({
    where: { id: candidacyId, userId: viewer.id },
    select: { assessment: { select: { organisationId: true, warmUp: true } } },
  });
  if (!own?.assessment.warmUp) return null;
  const { organisationId, warmUp: address } = own.assessment;
  const found = await findVersionAt(db(), { organisationId, address });
  if (found) await keepVersion(db(), found);
  return found;
}

async function begin(
  tx: Prisma.TransactionClient,
  { candidacyId, userId, found, now }: { candidacyId: string; userId: string; found: FoundVersion | null; now: Date },
): Promise<Begun | null> {
  const locked = await lockCandidacy(tx, candidacyId);
  if (!locked || locked.candidacy.userId !== userId) return null;
  const { candidacy, progress } = locked;
  const ended = endedBy(progress, now) ?? (attemptUnderWay(progress) ? "other_under_way" : null);
  if (ended) return { ok: false, reason: ended };
  const begunOnes = await tx.session.findMany({
    where: { candidacyId, partId: null },
    select: { id: true, phase: true },
  });
  const unfinished = begunOnes.find(({ phase }) => phase === "answering");
  if (unfinished) return { ok: true, sessionId: unfinished.id, clock: null };
  if (begunOnes.length >= mostWarmUps) return { ok: false, reason: "no_warm_ups_left" };
  if (!found) return { ok: false, reason: "no_warm_up" };
  const { scenario, hash } = found;
  const { organisationId } = candidacy.assessment;
  const clock = startClock(limitFor(scenario.minutes, candidacy.extraTimePercent), now);
  const begun = { userId, candidacyId, organisationId, scenario, hash, clock, now };
  return { ok: true, sessionId: await beginSession(tx, { ...begun, mode: "assessment" }), clock };
}

/** A few times while parts can be taken, for whoever likes; nobody reads or grades it. */
export async function startWarmUp(
  viewer: Viewer,
  { candidacyId, now = new Date() }: { candidacyId: string; now?: Date },
): Promise<StartedWarmUp | null> {
  await endOverdueOf(viewer, candidacyId, now);
  const found = await keepWarmUp(viewer, candidacyId);
  const started = await db().$transaction((tx) => begin(tx, { candidacyId, userId: viewer.id, found, now }));
  if (!started?.ok) return started;
  const { sessionId, clock } = started;
  if (clock) await scheduleEnd({ sessionId, endsAt: clock.endsAt });
  return { ok: true, sessionId };
}
