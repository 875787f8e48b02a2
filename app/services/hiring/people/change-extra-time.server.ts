import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { endedBy } from "#app/domain/hiring/candidacy.ts";
import { holdAssessment, type WantedAssessment } from "#app/services/hiring/assessments/find-assessment.server.ts";
import { writeAudit } from "#app/services/hiring/audit/write-audit.server.ts";
import { lockCandidacy } from "#app/services/hiring/candidacy/read-progress.server.ts";

export type ChangedExtraTime = { ok: true; name: string } | { ok: false; reason: "ended" };

type Wanted = WantedAssessment & { candidacyId: string; extraTimePercent: number; now?: Date };

/**
 * Agrees on another extra time with a candidate: it counts for what they begin from now on, and no clock that runs is
 * moved. Whether anything is left to begin is not told: it would say who has handed in. Null for whoever may not, and
 * where there is no such candidacy.
 */
export async function changeExtraTime(
  viewer: Viewer,
  { candidacyId, extraTimePercent, now = new Date(), ...wanted }: Wanted,
): Promise<ChangedExtraTime | null> {
  const asked = { ...wanted, action: "manage_assessments" } as const;
  return holdAssessment(viewer, asked, async (tx, { assessment }): Promise<ChangedExtraTime | null> => {
    const { id: assessmentId, organisationId } = assessment;
    const locked = await lockCandidacy(tx, candidacyId);
    if (!locked || locked.candidacy.assessmentId !== assessmentId) return null;
    const { candidacy, progress } = locked;
    if (endedBy({ ...progress, handedInAt: null }, now) !== null) return { ok: false, reason: "ended" };
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
