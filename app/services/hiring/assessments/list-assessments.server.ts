import { findMembership } from "#app/domain/accounts/permissions.ts";
import type { Membership, Viewer } from "#app/domain/accounts/viewer.ts";
import { isTaking } from "#app/domain/hiring/assessment.ts";
import { db } from "#app/db/client.server.ts";
import type { AssessmentState } from "#app/db/generated/client.ts";

export type ListedAssessment = {
  assessmentId: string;
  name: string;
  state: AssessmentState;
  isTaking: boolean;
  parts: number;
  deadline: string | null;
  begun: number;
  handedIn: number;
};

const page = 50;

/**
 * The assessments of an organisation, newest first, a page of them: `after` is the last of the page before. Null for
 * whoever does not see its hiring.
 */
export async function listAssessments(
  viewer: Viewer,
  { organisation, after, now = new Date() }: { organisation: string; after?: string | null; now?: Date },
): Promise<{ membership: Membership; assessments: ListedAssessment[]; next: string | null } | null> {
  const membership = findMembership(viewer, organisation, "see_hiring");
  if (membership === null) return null;
  const { organisationId } = membership;
  const last = after ? await db().assessment.findFirst({ where: { id: after, organisationId } }) : null;
  const rows = await db().assessment.findMany({
    where: {
      organisationId,
      ...(last && {
        OR: [{ createdAt: { lt: last.createdAt } }, { createdAt: last.createdAt, id: { lt: last.id } }],
      }),
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: page + 1,
    include: { _count: { select: { parts: true, candidacies: true } } },
  });
  const shown = rows.slice(0, page);
  const ids = shown.map(({ id }) => id);
  const handedIn = await db().candidacy.groupBy({
    by: ["assessmentId"],
    where: { assessmentId: { in: ids }, handedInAt: { not: null } },
    _count: true,
  });
  const handedInOf = new Map(handedIn.map(({ assessmentId, _count }) => [assessmentId, _count]));
  return {
    membership,
    assessments: shown.map(({ id, name, state, deadline, _count }) => ({
      assessmentId: id,
      name,
      state,
      isTaking: isTaking({ state, deadline }, now),
      parts: _count.parts,
      deadline: deadline?.toISOString() ?? null,
      begun: _count.candidacies,
      handedIn: handedInOf.get(id) ?? 0,
    })),
    next: rows.length > page ? (shown.at(-1)?.id ?? null) : null,
  };
}
