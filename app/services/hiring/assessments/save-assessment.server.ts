import { findMembership } from "#app/domain/accounts/permissions.ts";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { type AssessmentSettings, endOfDay } from "#app/domain/hiring/assessment.ts";
import { writeAudit } from "#app/services/hiring/audit/write-audit.server.ts";
import { holdMembership } from "#app/services/organisations/hold-membership.server.ts";
import { loadLibrary } from "#app/services/library/load-library.server.ts";
import { holdAssessment, type WantedAssessment } from "./find-assessment.server.ts";
import { listChoices } from "./list-choices.server.ts";
import { type FieldProblems, keepVersionsOf, resolveParts } from "./resolve-parts.server.ts";

export type SavedAssessment =
  | { ok: true; assessmentId: string }
  | { ok: false; reason: "fields"; fields: FieldProblems }
  | { ok: false; reason: "opened" };

const nothing = { parts: [], warmUp: null };

/** Without its parts, which are rows of their own. */
function rowOf({ deadline, ...settings }: AssessmentSettings) {
  const { parts, ...row } = settings;
  void parts;
  return { ...row, deadline: deadline === null ? null : endOfDay(deadline) };
}

/** A new assessment, as a draft: nobody is invited to it until it is opened. Null for whoever may not. */
export async function createAssessment(
  viewer: Viewer,
  { organisation, settings }: { organisation: string; settings: AssessmentSettings },
): Promise<SavedAssessment | null> {
  const membership = findMembership(viewer, organisation, "manage_assessments");
  if (membership === null) return null;
  const resolved = resolveParts({ choices: await listChoices(membership), settings, standing: nothing });
  if (!resolved.ok) return { ok: false, reason: "fields", fields: resolved.fields };
  const { parts } = resolved;
  const { scenarios } = await loadLibrary();
  return holdMembership(viewer, { organisation, action: "manage_assessments" }, async (tx, { organisationId }) => {
    await keepVersionsOf(tx, { parts, scenarios });
    const { id: assessmentId } = await tx.assessment.create({
      data: { ...rowOf(settings), organisationId, createdById: viewer.id, parts: { create: parts } },
    });
    await writeAudit(tx, viewer, { organisationId, assessmentId, action: "assessment.create" });
    return { ok: true, assessmentId };
  });
}

/** Writes a draft anew, whole. Once opened it is changed by `changeAssessment` alone. Null where absent, or not allowed. */
export async function saveDraftAssessment(
  viewer: Viewer,
  { settings, ...wanted }: WantedAssessment & { settings: AssessmentSettings },
): Promise<SavedAssessment | null> {
  const membership = findMembership(viewer, wanted.organisation, "manage_assessments");
  if (membership === null) return null;
  const choices = await listChoices(membership);
  const { scenarios } = await loadLibrary();
  const asked = { ...wanted, action: "manage_assessments" } as const;
  return holdAssessment(viewer, asked, async (tx, { assessment }): Promise<SavedAssessment> => {
    if (assessment.state !== "draft") return { ok: false, reason: "opened" };
    const { id: assessmentId, organisationId } = assessment;
    const resolved = resolveParts({ choices, settings, standing: assessment });
    if (!resolved.ok) return { ok: false, reason: "fields", fields: resolved.fields };
    const { parts } = resolved;
    await keepVersionsOf(tx, { parts, scenarios });
    await tx.assessmentPart.deleteMany({ where: { assessmentId } });
    const data = { ...rowOf(settings), parts: { create: parts } };
    await tx.assessment.update({ where: { id: assessmentId }, data });
    await writeAudit(tx, viewer, { organisationId, assessmentId, action: "assessment.change" });
    return { ok: true, assessmentId };
  });
}
