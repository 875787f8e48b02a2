import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { db } from "#app/db/client.server.ts";
import { writeAudit } from "#app/services/hiring/audit/write-audit.server.ts";
import { enqueueEndOfAssessment } from "./end-assessment.server.ts";
import { lockAssessment, type WantedAssessment } from "./find-assessment.server.ts";

/**
 * From now on nothing begins; what is under way goes on, and what is finished is handed in. Closing it again changes
 * nothing. Null where it is absent or a draft, and for whoever may not.
 */
export async function closeAssessment(
  viewer: Viewer,
  { now = new Date(), ...wanted }: WantedAssessment & { now?: Date },
): Promise<{ ok: true } | null> {
  const closed = await db().$transaction(async (tx) => {
    const found = await lockAssessment(tx, viewer, { ...wanted, action: "manage_assessments" });
    if (found === null || found.assessment.state === "draft") return null;
    const { id: assessmentId, organisationId, state } = found.assessment;
    if (state === "closed") return { end: null };
    await tx.assessment.update({ where: { id: assessmentId }, data: { state: "closed", closedAt: now } });
    await writeAudit(tx, viewer, { organisationId, assessmentId, action: "assessment.close", at: now });
    return { end: { assessmentId, at: now } };
  });
  if (closed === null) return null;
  if (closed.end) await enqueueEndOfAssessment(closed.end);
  return { ok: true };
}
