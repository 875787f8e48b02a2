import { findMembership } from "#app/domain/accounts/permissions.ts";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { listMissing } from "#app/domain/hiring/assessment.ts";
import { writeAudit } from "#app/services/hiring/audit/write-audit.server.ts";
import { enqueueEndOfAssessment } from "./end-assessment.server.ts";
import { type AssessmentRow, holdAssessment, type WantedAssessment } from "./find-assessment.server.ts";
import { listChoices, type ScenarioChoice } from "./list-choices.server.ts";

export type OpenedAssessment = { ok: true } | { ok: false; missing: string[] };

/** What an author has withdrawn in the meantime is begun anew by nobody. */
function listWithdrawn({ parts, warmUp }: AssessmentRow, choices: readonly ScenarioChoice[]): string[] {
  const isGone = (slug: string) => choices.every((choice) => choice.slug !== slug);
  const gone = parts.flatMap(({ slug, position }) => (isGone(slug) ? [position] : []));
  return [
    ...gone.map((position) => `Scenario ${position} has been archived or ships no more: choose another.`),
    ...(warmUp !== null && isGone(warmUp)
      ? ["The warm-up can be taken no more: choose another scenario, or none."]
      : []),
  ];
}

/**
 * From now on candidates may be invited and begin, and its parts and times are fixed. Opening what is open changes
 * nothing. Null where it is absent or closed, and for whoever may not.
 */
export async function openAssessment(
  viewer: Viewer,
  { now = new Date(), ...wanted }: WantedAssessment & { now?: Date },
): Promise<OpenedAssessment | null> {
  const membership = findMembership(viewer, wanted.organisation, "manage_assessments");
  if (membership === null) return null;
  const choices = await listChoices(membership);
  const opened = await holdAssessment(
    viewer,
    { ...wanted, action: "manage_assessments" },
    async (tx, { assessment }) => {
      if (assessment.state === "closed") return null;
      const { id: assessmentId, organisationId, deadline, parts } = assessment;
      if (assessment.state === "open") return { ok: true as const, end: null };
      const missing = [...listMissing(assessment, now), ...listWithdrawn(assessment, choices)];
      if (missing.length > 0) return { ok: false as const, missing };
      await tx.assessment.update({ where: { id: assessmentId }, data: { state: "open", openedAt: now } });
      const details = { parts: parts.map(({ slug, scenarioHash, minutes }) => ({ slug, scenarioHash, minutes })) };
      await writeAudit(tx, viewer, { organisationId, assessmentId, action: "assessment.open", details, at: now });
      return { ok: true as const, end: deadline && { assessmentId, at: deadline } };
    },
  );
  if (opened === null || !opened.ok) return opened;
  if (opened.end) await enqueueEndOfAssessment(opened.end);
  return { ok: true };
}
