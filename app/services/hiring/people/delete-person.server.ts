import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { holdAssessment, type WantedAssessment } from "#app/services/hiring/assessments/find-assessment.server.ts";
import { deleteCandidacy } from "#app/services/hiring/retention/delete-candidacy.server.ts";
import { measureAfter } from "#app/services/hiring/retention/measure-after.server.ts";

/** Deletes what one person did in an assessment, and what came of it. Null for whoever may not, and where there is none. */
export async function deletePerson(
  viewer: Viewer,
  { candidacyId, ...wanted }: WantedAssessment & { candidacyId: string },
): Promise<{ ok: true } | null> {
  const deleted = await holdAssessment(
    viewer,
    { ...wanted, action: "delete_candidacy" },
    async (tx, { assessment }) => {
      const candidacy = await tx.candidacy.findFirst({ where: { id: candidacyId, assessmentId: assessment.id } });
      if (candidacy === null) return null;
      const because = candidacy.deletionAskedAt === null ? "team" : "asked";
      return deleteCandidacy(tx, viewer, { candidacyId, because });
    },
  );
  if (deleted === null) return null;
  await measureAfter(deleted);
  return { ok: true };
}
