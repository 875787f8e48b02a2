import type { Viewer } from "#app/domain/accounts/viewer.ts";
import type { Prisma } from "#app/db/generated/client.ts";
import { enqueueMeasuring } from "#app/services/hiring/agreement/enqueue-measuring.server.ts";
import { writeAudit } from "#app/services/hiring/audit/write-audit.server.ts";
import { settleSession } from "#app/services/hiring/levels/settle-session.server.ts";
import { holdMembership } from "#app/services/organisations/hold-membership.server.ts";
import { lockSession, type ReviewedSession } from "#app/services/hiring/queue/lock-session.server.ts";
import { findCandidate, sessionAt, type CandidateAt } from "./find-candidate.server.ts";

type Change = {
  part: number;
  criterion: string;
  /** What the person saw when they changed it; null where there was no level. */
  seen: number | null;
  level: number;
  reason: string;
  now?: Date;
};

export type ChangedLevel = { ok: true } | { ok: false; reason: "same" | "changed_meanwhile" };

/** Writes a change and works the session out anew; the session's row is locked by the caller. */
export async function writeChange(
  tx: Prisma.TransactionClient,
  { id: sessionId }: Pick<ReviewedSession, "id">,
  change: Omit<Prisma.LevelChangeUncheckedCreateInput, "sessionId">,
): Promise<void> {
  await tx.levelChange.create({ data: { sessionId, ...change } });
  await settleSession(tx, sessionId);
}

/**
 * A person's change of a level that counts, after the reviews and with a reason: it stands beside what was there before.
 * Null where it is absent, not complete yet, or not the viewer's to change.
 */
export async function changeLevel(
  viewer: Viewer,
  { part, criterion, seen, level, reason, now = new Date(), ...at }: CandidateAt & Change,
): Promise<ChangedLevel | null> {
  const found = await findCandidate(viewer, { ...at, action: "change_level" });
  const session = found?.isComplete ? sessionAt(found, part) : null;
  if (!found || !session) return null;
  const { organisationId } = found.membership;
  const changed = await holdMembership(viewer, { organisation: organisationId, action: "change_level" }, async (tx) => {
    const locked = await lockSession(tx, viewer, { organisationId, sessionId: session.id });
    if (locked?.reviewState !== "complete") return null;
    const key = { sessionId_criterionId: { sessionId: session.id, criterionId: criterion } };
    const row = await tx.sessionLevel.findUnique({ where: key });
    if (row === null) return null;
    if (row.settled !== seen) return { ok: false, reason: "changed_meanwhile" } as const;
    if (row.settled === level) return { ok: false, reason: "same" } as const;
    const change = { criterionId: criterion, before: row.settled, level, reason, byId: viewer.id, createdAt: now };
    await writeChange(tx, locked, change);
    await writeAudit(tx, viewer, {
      organisationId,
      action: "level.change",
      assessmentId: found.assessment.id,
      candidacyId: found.candidacy.id,
      sessionId: session.id,
      details: { criterion, before: row.settled, level },
      at: now,
    });
    return { ok: true } as const;
  });
  if (changed?.ok) await enqueueMeasuring({ organisationId, scenarioHash: session.scenarioHash }, now);
  return changed;
}
