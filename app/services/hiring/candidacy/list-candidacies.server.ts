import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { attemptUnderWay, countedAttempt, endedBy, type Ended } from "#app/domain/hiring/candidacy.ts";
import { db } from "#app/db/client.server.ts";
import { progressOf, withProgress } from "./read-progress.server.ts";

export type CandidacyRow = {
  id: string;
  name: string;
  organisation: string;
  deadline: string | null;
  ended: Ended | null;
  isUnderWay: boolean;
  partsFinished: number;
  parts: number;
  hasResult: boolean;
};

/** The assessments that the viewer has begun, the newest first. */
export async function listCandidacies(viewer: Viewer, now = new Date()): Promise<CandidacyRow[]> {
  const rows = await db().candidacy.findMany({
    where: { userId: viewer.id },
    orderBy: [{ acknowledgedAt: "desc" }, { id: "desc" }],
    include: {
      ...withProgress,
      assessment: { include: { ...withProgress.assessment.include, organisation: { select: { name: true } } } },
    },
  });
  return rows.map((row) => {
    const progress = progressOf(row);
    const { id, assessment, feedbackSentAt } = row;
    return {
      id,
      name: assessment.name,
      organisation: assessment.organisation.name,
      deadline: assessment.deadline?.toISOString() ?? null,
      ended: endedBy(progress, now),
      isUnderWay: attemptUnderWay(progress) !== null,
      partsFinished: progress.parts.filter(countedAttempt).length,
      parts: progress.parts.length,
      hasResult: feedbackSentAt !== null,
    };
  });
}
