import type { Viewer } from "#app/domain/accounts/viewer.ts";
import type { GivenDecision } from "#app/domain/hiring/decision.ts";
import { writeAudit } from "#app/services/hiring/audit/write-audit.server.ts";
import { holdMembership } from "#app/services/organisations/hold-membership.server.ts";
import { findCandidate, lockComplete, type CandidateAt } from "./find-candidate.server.ts";

/** A person's decision on a candidate whose sessions are complete. Null where it is absent or not the viewer's to make. */
export async function recordDecision(
  viewer: Viewer,
  { outcome, reason, now = new Date(), ...at }: CandidateAt & GivenDecision & { now?: Date },
): Promise<{ ok: true } | null> {
  const found = await findCandidate(viewer, { ...at, action: "decide" });
  if (!found?.isComplete) return null;
  const { organisationId } = found.membership;
  const candidacyId = found.candidacy.id;
  return holdMembership(viewer, { organisation: organisationId, action: "decide" }, async (tx) => {
    if (!(await lockComplete(tx, candidacyId))) return null;
    await tx.decision.create({ data: { candidacyId, outcome, reason, byId: viewer.id, createdAt: now } });
    await writeAudit(tx, viewer, {
      organisationId,
      action: "decision.record",
      assessmentId: found.assessment.id,
      candidacyId,
      details: { outcome },
      at: now,
    });
    return { ok: true } as const;
  });
}
