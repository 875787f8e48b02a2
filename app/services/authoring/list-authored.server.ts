import { findMembership } from "#app/domain/accounts/permissions.ts";
import type { Membership, Viewer } from "#app/domain/accounts/viewer.ts";
import { authoredState, type AuthoredState } from "#app/domain/authoring/states.ts";
import { addressOf } from "#app/domain/scenarios/address.ts";
import { db } from "#app/db/client.server.ts";
import { outsideAssessments } from "#app/services/interview/outside-assessments.server.ts";
import { listNames } from "./list-names.server.ts";

export type AuthoredRow = {
  slug: string;
  address: string;
  title: string;
  state: AuthoredState;
  attempts: number;
  editedAt: string;
  editedBy: string | null;
};

export type AuthoredList = { membership: Membership; scenarios: AuthoredRow[] };

type Newest = { scenarioId: string; number: number; isAsPublished: boolean };

/** The newest version of each scenario, and whether the draft is the same: the texts are compared where they lie. */
async function listNewest(organisationId: string): Promise<Map<string, Newest>> {
  const rows = await db().$queryRaw<Newest[]>`
    SELECT DISTINCT ON (a."id") a."id" AS "scenarioId", p."number", p."files" = a."files" AS "isAsPublished"
    FROM "AuthoredScenario" a JOIN "PublishedVersion" p ON p."scenarioId" = a."id"
    WHERE a."organisationId" = ${organisationId}
    ORDER BY a."id", p."number" DESC`;
  return new Map(rows.map((row) => [row.scenarioId, row]));
}

async function countAttempts(organisationId: string): Promise<Map<string, number>> {
  const counted = await db().session.groupBy({
    by: ["slug"],
    where: { ...outsideAssessments, organisationId },
    _count: true,
  });
  return new Map(counted.map(({ slug, _count }) => [slug, _count]));
}

/** The scenarios of an organisation, archived ones last. Null for whoever may not see its studio. */
export async function listAuthored(viewer: Viewer | null, organisation: string): Promise<AuthoredList | null> {
  const membership = findMembership(viewer, organisation, "see_studio");
  if (!membership) return null;
  const { organisationId, handle } = membership;
  const [rows, newest, attempts] = await Promise.all([
    db().authoredScenario.findMany({
      where: { organisationId },
      omit: { files: true },
      orderBy: [{ editedAt: "desc" }, { id: "asc" }],
    }),
    listNewest(organisationId),
    countAttempts(organisationId),
  ]);
  const names = await listNames(rows.map(({ editedById }) => editedById));
  const scenarios = rows.map(({ id, slug, title, archivedAt, editedAt, editedById }): AuthoredRow => {
    const { number = null, isAsPublished = false } = newest.get(id) ?? {};
    const address = addressOf(handle, slug);
    return {
      slug,
      address,
      title,
      state: authoredState({ archived: archivedAt !== null, newest: number, isAsPublished }),
      attempts: attempts.get(address) ?? 0,
      editedAt: editedAt.toISOString(),
      editedBy: editedById === null ? null : (names.get(editedById) ?? null),
    };
  });
  const isArchived = ({ state }: AuthoredRow) => state.kind === "archived";
  return { membership, scenarios: [...scenarios.filter((row) => !isArchived(row)), ...scenarios.filter(isArchived)] };
}
