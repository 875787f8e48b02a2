import type { Viewer } from "#app/domain/accounts/viewer.ts";
import {
  type AssessmentChanges,
  endOfDay,
  FeedbackPolicySchema,
  refuseChanges,
} from "#app/domain/hiring/assessment.ts";
import { writeAudit } from "#app/services/hiring/audit/write-audit.server.ts";
import { enqueueEndOfAssessment } from "./end-assessment.server.ts";
import { type AssessmentRow, holdAssessment, type WantedAssessment } from "./find-assessment.server.ts";
import type { FieldProblems } from "./resolve-parts.server.ts";

export type ChangedAssessment = { ok: true } | { ok: false; reason: "fields"; fields: FieldProblems };

type Row = Omit<AssessmentChanges, "deadline"> & { deadline: Date | null };

/** Each by its name: whatever else is with them changes nothing. */
function rowOf(changes: AssessmentChanges): Row {
  const { name, about, contact, reviewersPerSession, gateKappa, gateLeast, hideUnvalidated, feedback } = changes;
  const deadline = changes.deadline === null ? null : endOfDay(changes.deadline);
  return { name, about, contact, deadline, reviewersPerSession, gateKappa, gateLeast, hideUnvalidated, feedback };
}

/** Which of the rules are another from now on, by name: what the record says of a change. */
function changedIn(before: AssessmentRow, after: Row): string[] {
  const isSame = (name: keyof Row) => JSON.stringify(before[name]) === JSON.stringify(after[name]);
  const names = Object.keys(after) as (keyof Row)[];
  return names.filter((name) => name !== "feedback" && !isSame(name)).concat(isOtherPolicy(before, after));
}

function isOtherPolicy({ feedback }: AssessmentRow, after: Row): "feedback"[] {
  const before = JSON.stringify(Object.entries(feedback ?? {}).sort());
  return before === JSON.stringify(Object.entries(after.feedback).sort()) ? [] : ["feedback"];
}

/**
 * Changes what may still be changed of an assessment that has been opened; `refuseChanges` says why the rest may not.
 * Null where it is absent or a draft, and for whoever may not.
 */
export async function changeAssessment(
  viewer: Viewer,
  { changes, ...wanted }: WantedAssessment & { changes: AssessmentChanges },
): Promise<ChangedAssessment | null> {
  const changed = await holdAssessment(
    viewer,
    { ...wanted, action: "manage_assessments" },
    async (tx, { assessment }) => {
      if (assessment.state === "draft") return null;
      const feedback = FeedbackPolicySchema.parse(assessment.feedback);
      const fields = refuseChanges({ ...assessment, feedback, isOpen: assessment.state === "open" }, changes);
      if (Object.keys(fields).length > 0) return { ok: false as const, reason: "fields" as const, fields };
      const data = rowOf(changes);
      const { id: assessmentId, organisationId } = assessment;
      const changedNames = changedIn(assessment, data);
      if (changedNames.length === 0) return { ok: true as const, end: null };
      await tx.assessment.update({ where: { id: assessmentId }, data });
      const details = { changed: changedNames };
      await writeAudit(tx, viewer, { organisationId, assessmentId, action: "assessment.change", details });
      const end = changedNames.includes("deadline") && data.deadline ? { assessmentId, at: data.deadline } : null;
      return { ok: true as const, end };
    },
  );
  if (changed === null || !changed.ok) return changed;
  if (changed.end) await enqueueEndOfAssessment(changed.end);
  return { ok: true };
}
