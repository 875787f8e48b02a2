import { writeNotice, type Notice } from "#app/domain/hiring/notice.ts";
import { FeedbackPolicySchema } from "#app/domain/hiring/assessment.ts";
import { db } from "#app/db/client.server.ts";
import type { Prisma } from "#app/db/generated/client.ts";
import { readVersion } from "#app/services/interview/find-session.server.ts";
import { findVersionAt } from "./list-choices.server.ts";

const told = {
  organisation: { select: { name: true } },
  parts: { orderBy: { position: "asc" }, include: { scenarioVersion: true } },
} satisfies Prisma.AssessmentInclude;

type Wanted = { assessmentId: string; extraTimePercent?: number };

/** What whoever is invited to an assessment is told before starting, as it would be told now. */
export async function getNotice(
  { assessmentId, extraTimePercent = 0 }: Wanted,
  on: Pick<Prisma.TransactionClient, "assessment" | "publishedVersion"> = db(),
): Promise<Notice> {
  const { organisation, parts, ...assessment } = await on.assessment.findUniqueOrThrow({
    where: { id: assessmentId },
    include: told,
  });
  const { warmUp, organisationId } = assessment;
  const found = warmUp === null ? null : await findVersionAt(on, { organisationId, address: warmUp });
  return writeNotice({
    assessment: { ...assessment, feedback: FeedbackPolicySchema.parse(assessment.feedback) },
    organisation,
    scenarios: {
      parts: parts.map(({ minutes, scenarioVersion }) => ({ minutes, title: readVersion(scenarioVersion).title })),
      warmUp: found && { title: found.scenario.title },
    },
    extraTimePercent,
  });
}
