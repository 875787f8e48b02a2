import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { writeAudit } from "#app/services/hiring/audit/write-audit.server.ts";
import { enqueueEndOfAssessment } from "./end-assessment.server.ts";
import { holdAssessment, type WantedAssessment } from "./find-assessment.server.ts";

/**
 * From now on nothing begins; what is under way goes on, and what is finished is handed in. Closing it again changes
 * nothing. Null where it is absent or a draft, and for whoever may not.
 */
export async function closeAssessment(
  viewer: Viewer,
  { now = new Date(), ...wanted }: WantedAssessment & { now?: Date },
): Promise<{ ok: true } | null> {
  const closed = await holdAssessment(
    viewer,
    { ...wanted, action: "manage_assessments" },
    async (tx, { assessment }) => {
      const { id: assessmentId, organisationId, state } = assessment;
      if (state === "draft") return null;
      if (state === "closed") return { end: null };
      await tx.assessment.update({ where: { id: assessmentId }, data: { state: "closed", closedAt: now } });
      await writeAudit(tx, viewer, { organisationId, assessmentId, action: "assessment.close", at: now });
      return { end: { assessmentId, at: now } };
    },
  );
  if (closed === null) return null;
  if (closed.end) await enqueueEndOfAssessment(closed.end);
  return { ok: true };
}
