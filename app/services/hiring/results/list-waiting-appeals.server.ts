import { findMembership } from "#app/domain/accounts/permissions.ts";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import type { WaitingAppeal } from "#app/domain/hiring/results.ts";
import { titleOfCriterion } from "#app/domain/scenarios/schema.ts";
import { db } from "#app/db/client.server.ts";
import { getVersion } from "#app/services/interview/find-session.server.ts";

const mostShown = 50;

type Asked = { organisation: string; assessmentId?: string };

/** Appeals of an organisation's candidates that wait for an answer, the oldest first. */
export async function listWaitingAppeals(
  viewer: Viewer,
  { organisation, assessmentId }: Asked,
): Promise<WaitingAppeal[]> {
  const membership = findMembership(viewer, organisation, "adjudicate");
  if (membership === null) return [];
  const rows = await db().levelAppeal.findMany({
    where: {
      answeredAt: null,
      session: {
        organisationId: membership.organisationId,
        userId: { not: viewer.id },
        candidacy: { is: { withdrawnAt: null, ...(assessmentId !== undefined && { assessmentId }) } },
      },
    },
    orderBy: { createdAt: "asc" },
    take: mostShown,
    select: {
      id: true,
      criterionId: true,
      createdAt: true,
      session: {
        select: {
          scenarioHash: true,
          candidacy: { select: { code: true, assessment: { select: { name: true } } } },
          reviews: { where: { reviewerId: viewer.id }, select: { id: true }, take: 1 },
          levelChanges: { where: { byId: viewer.id, appealId: null }, select: { id: true }, take: 1 },
        },
      },
    },
  });
  return Promise.all(
    rows.map(async ({ id, criterionId, createdAt, session }) => {
      const { title, rubric } = await getVersion(session.scenarioHash);
      const criterion = rubric.criteria.find((each) => each.id === criterionId);
      return {
        appealId: id,
        code: session.candidacy?.code ?? "",
        assessment: session.candidacy?.assessment.name ?? "",
        title,
        criterion: criterion ? titleOfCriterion(criterion) : criterionId,
        askedAt: createdAt.toISOString(),
        mayAnswer: session.reviews.length + session.levelChanges.length === 0,
      };
    }),
  );
}
