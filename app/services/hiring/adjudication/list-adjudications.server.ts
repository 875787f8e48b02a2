import { findMembership } from "#app/domain/accounts/permissions.ts";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { farApart } from "#app/domain/hiring/settled.ts";
import { db } from "#app/db/client.server.ts";
import { reviewedBy } from "#app/services/hiring/queue/lock-session.server.ts";
import { getVersion } from "#app/services/interview/find-session.server.ts";

const mostListed = 50;

export type WaitingAdjudication = {
  sessionId: string;
  code: string;
  title: string;
  assessment: string;
  /** On how many criteria its reviewers are far apart. */
  criteria: number;
  isMine: boolean;
  heldBy: string | null;
};

export type WaitingAdjudications = { sessions: WaitingAdjudication[]; isMore: boolean };

/** Sessions that wait for a person who has not reviewed them, in the queue's order. Null for whoever may not decide. */
export async function listAdjudications(
  viewer: Viewer,
  { organisation, now = new Date() }: { organisation: string; now?: Date },
): Promise<WaitingAdjudications | null> {
  const membership = findMembership(viewer, organisation, "adjudicate");
  if (membership === null) return null;
  const found = await db().session.findMany({
    where: {
      ...reviewedBy(viewer, membership.organisationId),
      reviewState: "adjudicating",
      reviews: { none: { reviewerId: viewer.id } },
    },
    orderBy: { queueKey: "asc" },
    take: mostListed + 1,
    select: {
      id: true,
      scenarioHash: true,
      candidacy: { select: { code: true, assessment: { select: { name: true } } } },
      levels: { where: { settled: null, spread: { gte: farApart } }, select: { criterionId: true } },
      claims: {
        where: { kind: "adjudication", state: "claimed", lockedUntil: { gt: now } },
        select: { reviewerId: true, reviewer: { select: { name: true } } },
      },
    },
  });
  const sessions = found.slice(0, mostListed).map(async ({ id, scenarioHash, candidacy, levels, claims }) => {
    const isMine = claims.some(({ reviewerId }) => reviewerId === viewer.id);
    return {
      sessionId: id,
      code: candidacy?.code ?? "",
      title: (await getVersion(scenarioHash)).title,
      assessment: candidacy?.assessment.name ?? "",
      criteria: levels.length,
      isMine,
      heldBy: isMine ? null : (claims[0]?.reviewer.name ?? null),
    };
  });
  return { sessions: await Promise.all(sessions), isMore: found.length > mostListed };
}
