import type { StudyPage } from "#app/domain/content/schema.ts";
import { GradeResultSchema, GraderNameSchema, UngradedReasonSchema, UsageSchema } from "#app/domain/grading/grade.ts";
import { viewGrade } from "#app/domain/grading/scorecard/grade-view.ts";
import type { PersonLevels } from "#app/domain/grading/scorecard/person-levels.ts";
import type { GradeMaking, MadeGrade, OtherGrade, ScorecardView } from "#app/domain/grading/scorecard/scorecard.ts";
import { BandSchema, type Rubric } from "#app/domain/scenarios/schema.ts";
import type { Grade } from "#app/db/generated/client.ts";

function readMaking(grade: Grade): GradeMaking {
  const usage = UsageSchema.safeParse(grade.usage);
  return {
    id: grade.id,
    grader: GraderNameSchema.parse(grade.grader),
    model: grade.model,
    rubricHash: grade.rubricHash,
    latencyMs: grade.latencyMs,
    costUsd: grade.costUsd,
    usage: usage.success ? usage.data : null,
    gradedAt: (grade.finishedAt ?? grade.createdAt).toISOString(),
  };
}

type GradeContext = { rubric: Rubric; pages: readonly StudyPage[]; people: PersonLevels };

/** A grade that succeeded, as it is shown. Throws where what is stored cannot be read: that is not a zero. */
export function readGrade(grade: Grade, { rubric, pages, people }: GradeContext): MadeGrade {
  const result = GradeResultSchema.parse(grade.result);
  return { ...viewGrade(rubric, result, pages, people), ...readMaking(grade) };
}

export function readOtherGrade(grade: Grade): OtherGrade {
  const { id, status, score } = grade;
  const grader = GraderNameSchema.parse(grade.grader);
  const band = grade.band === null ? null : BandSchema.parse(grade.band);
  return { id, grader, status, score, band, createdAt: grade.createdAt.toISOString() };
}

/** Why a session is not graded, where its newest grade failed. */
export function readUngraded(grade: Grade | undefined): ScorecardView["ungraded"] {
  if (grade?.status !== "ungraded") return null;
  const reason = UngradedReasonSchema.catch("internal").parse(grade.reason);
  return { reason, message: grade.message ?? "The session could not be graded." };
}
