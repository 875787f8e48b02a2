import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { titleOfCriterion } from "#app/domain/scenarios/schema.ts";
import { db } from "#app/db/client.server.ts";
import { readVersion } from "#app/services/interview/find-session.server.ts";
import { reviewableBy } from "#app/services/review/reviewable-by.server.ts";

const mostListed = 50;

export type WaitingAppeal = { appealId: string; title: string; criterion: string; createdAt: string };

export type WaitingAppeals = { appeals: WaitingAppeal[]; waiting: number };

/**
 * Contested levels of other people that wait for a person, the longest waiting first, without names and without the level.
 * Null for whoever is no reviewer.
 */
export async function listWaitingAppeals(viewer: Viewer): Promise<WaitingAppeals | null> {
  const reviewable = reviewableBy(viewer);
  if (reviewable === null) return null;
  const where = { status: "waiting" as const, session: reviewable };
  const [appeals, waiting] = await Promise.all([
    db().appeal.findMany({
      where,
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      take: mostListed,
      include: { session: { include: { scenarioVersion: true } } },
    }),
    db().appeal.count({ where }),
  ]);
  return {
    waiting,
    appeals: appeals.map(({ id, criterionId, createdAt, session }) => {
      const { title, rubric } = readVersion(session.scenarioVersion);
      const criterion = rubric.criteria.find((each) => each.id === criterionId);
      return {
        appealId: id,
        title,
        criterion: criterion ? titleOfCriterion(criterion) : criterionId,
        createdAt: createdAt.toISOString(),
      };
    }),
  };
}
