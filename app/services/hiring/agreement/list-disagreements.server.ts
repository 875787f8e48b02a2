import { mayAs } from "#app/domain/accounts/permissions.ts";
import type { Membership, Viewer } from "#app/domain/accounts/viewer.ts";
import { judgeGate } from "#app/domain/hiring/agreement/gate.ts";
import {
  mostDisagreements,
  newestReviews,
  type Between,
  type ShownDisagreement,
} from "#app/domain/hiring/agreement/shown.ts";
import { db } from "#app/db/client.server.ts";
import { Prisma } from "#app/db/generated/client.ts";
import { noteSeen } from "#app/services/hiring/audit/write-audit.server.ts";
import { findReport } from "./find-report.server.ts";

export type Sought = { hash: string; criterion: string; between: Between };

/** Assessments whose team is not shown what a grader gave on this version, until it is validated. */
type Hiding = { assessmentIds: string[]; isEverywhere: boolean };

async function listHiding(organisationId: string, scenarioHash: string): Promise<Hiding> {
  const using = await db().assessment.findMany({
    where: { organisationId, parts: { some: { scenarioHash } } },
    select: { id: true, gateKappa: true, gateLeast: true, hideUnvalidated: true },
  });
  const asked = using.filter(({ hideUnvalidated }) => hideUnvalidated);
  if (asked.length === 0) return { assessmentIds: [], isEverywhere: false };
  const report = (await findReport({ organisationId, scenarioHash }))?.report ?? null;
  const hiding = asked.filter((rules) => !judgeGate(report, rules).isValidated);
  return { assessmentIds: hiding.map(({ id }) => id), isEverywhere: hiding.length === using.length };
}

const among = ({ assessmentIds }: Hiding) => Prisma.sql`c."assessmentId" = ANY(${assessmentIds}::text[])`;

function shown(hiding: Hiding): Prisma.Sql {
  return Prisma.sql`l."sessionId", c."code", CASE WHEN ${among(hiding)} THEN NULL ELSE l."graderLevel" END AS "grader",
    l."settled", l."people"`;
}

/** How far a hidden level lies from one that is shown would tell it. Nothing is read on of whoever has withdrawn. */
function mayBeShown(between: Between, hiding: Hiding): Prisma.Sql {
  const open = Prisma.sql`c."withdrawnAt" IS NULL`;
  return between === "grader" ? Prisma.sql`${open} AND NOT (${among(hiding)})` : open;
}

const apartOf = (between: Between) => (between === "grader" ? Prisma.sql`l."gap"` : Prisma.sql`l."spread"`);

/** Straight from the index, largest first; nothing that is not complete, and nothing of the viewer’s own. */
function listAll(
  viewer: Viewer,
  { organisationId }: Membership,
  { hash, criterion, between, hiding }: Sought & { hiding: Hiding },
): Promise<ShownDisagreement[]> {
  const apart = apartOf(between);
  return db().$queryRaw<ShownDisagreement[]>`
    SELECT ${shown(hiding)}, ${apart} AS "apart"
    FROM "SessionLevel" l
    JOIN "Session" s ON s."id" = l."sessionId" AND s."reviewState" = 'complete' AND s."userId" <> ${viewer.id}
    JOIN "Candidacy" c ON c."id" = s."candidacyId" AND ${mayBeShown(between, hiding)}
    WHERE l."organisationId" = ${organisationId} AND l."scenarioHash" = ${hash} AND l."criterionId" = ${criterion}
      AND ${apart} >= 1
    ORDER BY ${apart} DESC LIMIT ${mostDisagreements}`;
}

/** Among a reviewer's newest reviews, so that the work does not grow with all they ever gave. */
function listReviewed(
  viewer: Viewer,
  { organisationId }: Membership,
  { hash, criterion, between, hiding }: Sought & { hiding: Hiding },
): Promise<ShownDisagreement[]> {
  const apart = apartOf(between);
  return db().$queryRaw<ShownDisagreement[]>`
    WITH mine AS (
      SELECT DISTINCT "sessionId" FROM (
        SELECT r."sessionId" FROM "Review" r WHERE r."reviewerId" = ${viewer.id} AND r."appealId" IS NULL
        ORDER BY r."createdAt" DESC LIMIT ${newestReviews}) newest)
    SELECT ${shown(hiding)}, ${apart} AS "apart"
    FROM mine
    JOIN "SessionLevel" l ON l."sessionId" = mine."sessionId" AND l."criterionId" = ${criterion}
      AND l."organisationId" = ${organisationId} AND l."scenarioHash" = ${hash} AND ${apart} >= 1
    JOIN "Session" s ON s."id" = l."sessionId" AND s."reviewState" = 'complete' AND s."userId" <> ${viewer.id}
    JOIN "Candidacy" c ON c."id" = s."candidacyId" AND ${mayBeShown(between, hiding)}
    ORDER BY ${apart} DESC, l."sessionId" LIMIT ${mostDisagreements}`;
}

/**
 * Sessions where the levels of a criterion lie furthest apart. Whoever sees results is given any of them, which is noted;
 * a reviewer those they have reviewed; anybody else none. What a grader gave is left out where the team hides it.
 */
export async function listDisagreements(
  viewer: Viewer,
  membership: Membership,
  sought: Sought,
): Promise<ShownDisagreement[]> {
  const { organisationId, roles } = membership;
  if (!mayAs(roles, "review_assessment")) return [];
  const hiding = await listHiding(organisationId, sought.hash);
  if (sought.between === "grader" && hiding.isEverywhere) return [];
  if (!mayAs(roles, "see_results")) return listReviewed(viewer, membership, { ...sought, hiding });
  const found = await listAll(viewer, membership, { ...sought, hiding });
  if (found.length > 0) {
    const details = { scenarioHash: sought.hash, criterion: sought.criterion, sessions: found.length };
    await db().$transaction((tx) => noteSeen(tx, viewer, { organisationId, action: "results.see", details }));
  }
  return found;
}
