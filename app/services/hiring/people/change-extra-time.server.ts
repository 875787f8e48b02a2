import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { attemptsLeft, endedBy } from "#app/domain/hiring/candidacy.ts";
import { db } from "#app/db/client.server.ts";
import { findAssessment, type WantedAssessment } from "#app/services/hiring/assessments/find-assessment.server.ts";
import { writeAudit } from "#app/services/hiring/audit/write-audit.server.ts";
import { lockCandidacy } from "#app/services/hiring/candidacy/read-progress.server.ts";

export type ChangedExtraTime = { ok: true; name: string } | { ok: false; reason: "ended" | "all-begun" };

type Wanted = WantedAssessment & { candidacyId: string; extraTimePercent: number; now?: Date };

/**
 * Agrees on another extra time with a candidate: it counts for what they begin from now on, and no clock that runs is
 * moved. Null for whoever may not, and where there is no such candidacy.
 */
export async function changeExtraTime(
  viewer: Viewer,
  { candidacyId, extraTimePercent, now = new Date(), ...wanted }: Wanted,
): Promise<ChangedExtraTime | null> {
  const found = await findAssessment(viewer, { ...wanted, action: "manage_assessments" });
  if (found === null) return null;
  const { id: assessmentId, organisationId } = found.assessment;
  return db().$transaction(async (tx): Promise<ChangedExtraTime | null> => {
    const locked = await lockCandidacy(tx, candidacyId);
    if (!locked || locked.candidacy.assessmentId !== assessmentId) return null;
    const { candidacy, progress } = locked;
    if (endedBy(progress, now) !== null) return { ok: false, reason: "ended" };
    if (progress.parts.every((part) => attemptsLeft(progress, part) === 0)) return { ok: false, reason: "all-begun" };
    const { name } = await tx.user.findUniqueOrThrow({ where: { id: candidacy.userId }, select: { name: true } });
    if (candidacy.extraTimePercent === extraTimePercent) return { ok: true, name };
    await tx.candidacy.update({ where: { id: candidacyId }, data: { extraTimePercent } });
    const details = { before: candidacy.extraTimePercent, after: extraTimePercent };
    await writeAudit(tx, viewer, {
      organisationId,
      assessmentId,
      candidacyId,
      action: "accommodation.change",
      details,
      at: now,
    });
    return { ok: true, name };
  });
}
