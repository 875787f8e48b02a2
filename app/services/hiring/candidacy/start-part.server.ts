import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { judgeStart, type StartRefusal } from "#app/domain/hiring/candidacy.ts";
import { limitFor, startClock, type Clock } from "#app/domain/interview/clock.ts";
import { db } from "#app/db/client.server.ts";
import type { AssessmentPart, Prisma } from "#app/db/generated/client.ts";
import { beginSession } from "#app/services/interview/begin-session.server.ts";
import { scheduleEnd } from "#app/services/interview/clock/schedule-end.server.ts";
import { getVersion } from "#app/services/interview/find-session.server.ts";
import { endOverdueOf } from "./end-overdue.server.ts";
import { lockCandidacy, type CandidacyRow } from "./read-progress.server.ts";

export type StartedPart = { ok: true; sessionId: string } | { ok: false; reason: StartRefusal };

type Begun = { ok: true; sessionId: string; clock: Clock | null };

/** The version that the team has chosen, whatever is newer, by the server's clock from now on. */
async function beginPart(
  tx: Prisma.TransactionClient,
  { candidacy, part, now }: { candidacy: CandidacyRow; part: AssessmentPart; now: Date },
): Promise<Begun> {
  const { id: candidacyId, userId, assessment, extraTimePercent } = candidacy;
  const clock = startClock(limitFor(part.minutes, extraTimePercent), now);
  const sessionId = await beginSession(tx, {
    userId,
    candidacyId,
    organisationId: assessment.organisationId,
    clock,
    now,
    mode: "assessment",
    partId: part.id,
    scenario: await getVersion(part.scenarioHash),
    hash: part.scenarioHash,
  });
  return { ok: true, sessionId, clock };
}

/**
 * Begins an attempt at a part of the viewer's assessment, or gives back the one under way: of two clicks at once, or in
 * two browsers, the second gets what the first has begun. Null where it is absent or not the viewer's.
 */
export async function startPart(
  viewer: Viewer,
  { candidacyId, partId, now = new Date() }: { candidacyId: string; partId: string; now?: Date },
): Promise<StartedPart | null> {
  await endOverdueOf(viewer, candidacyId, now);
  const started = await db().$transaction(async (tx): Promise<Begun | Extract<StartedPart, { ok: false }> | null> => {
    const locked = await lockCandidacy(tx, candidacyId);
    const part = locked?.candidacy.assessment.parts.find(({ id }) => id === partId);
    const taken = locked?.progress.parts.find(({ id }) => id === partId);
    if (!locked || !part || !taken || locked.candidacy.userId !== viewer.id) return null;
    const judged = judgeStart(locked.progress, taken, now);
    if (!judged.ok) return judged;
    if (judged.resumes !== null) return { ok: true, sessionId: judged.resumes, clock: null };
    return beginPart(tx, { candidacy: locked.candidacy, part, now });
  });
  if (!started?.ok) return started;
  const { sessionId, clock } = started;
  if (clock) await scheduleEnd({ sessionId, endsAt: clock.endsAt });
  return { ok: true, sessionId };
}
