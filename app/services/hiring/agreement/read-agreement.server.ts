import { findMembership, mayAs } from "#app/domain/accounts/permissions.ts";
import type { Membership, Viewer } from "#app/domain/accounts/viewer.ts";
import { judgeGate } from "#app/domain/hiring/agreement/gate.ts";
import { MeasuredAgreementSchema, type MeasuredAgreement } from "#app/domain/hiring/agreement/measured.ts";
import { type ReviewerNames, type ShownVersion } from "#app/domain/hiring/agreement/shown.ts";
import { db } from "#app/db/client.server.ts";
import { findNames } from "#app/services/hiring/results/find-names.server.ts";

type VersionRow = { hash: string; title: string; number: number | null };
type GateRow = { hash: string; gateKappa: number; gateLeast: number; assessments: number };

/** Scenario versions that an assessment has or had, by title; what is only a draft is not shown yet. */
function listVersions(organisationId: string): Promise<VersionRow[]> {
  return db().$queryRaw<VersionRow[]>`
    SELECT v."hash", v."content"->>'title' AS "title",
      (SELECT max(p."number") FROM "PublishedVersion" p JOIN "AuthoredScenario" a ON a."id" = p."scenarioId"
        WHERE p."hash" = v."hash" AND a."organisationId" = ${organisationId}) AS "number"
    FROM "ScenarioVersion" v
    WHERE v."hash" IN (SELECT p."scenarioHash" FROM "AssessmentPart" p
        JOIN "Assessment" a ON a."id" = p."assessmentId"
        WHERE a."organisationId" = ${organisationId} AND a."state" <> 'draft')
      OR v."hash" IN (SELECT r."scenarioHash" FROM "AgreementReport" r WHERE r."organisationId" = ${organisationId})
    ORDER BY "title", "number", v."hash"`;
}

function listGates(organisationId: string): Promise<GateRow[]> {
  return db().$queryRaw<GateRow[]>`
    SELECT p."scenarioHash" AS "hash", a."gateKappa", a."gateLeast", count(DISTINCT a."id")::int AS "assessments"
    FROM "AssessmentPart" p JOIN "Assessment" a ON a."id" = p."assessmentId"
    WHERE a."organisationId" = ${organisationId} AND a."state" <> 'draft'
    GROUP BY 1, 2, 3 ORDER BY a."gateKappa", a."gateLeast"`;
}

type Read = { report: MeasuredAgreement; measuredAt: Date };

async function readReports(organisationId: string): Promise<Map<string, Read>> {
  const kept = await db().agreementReport.findMany({ where: { organisationId } });
  return new Map(
    kept.flatMap(({ scenarioHash, report, measuredAt }) => {
      const read = MeasuredAgreementSchema.safeParse(report);
      return read.success ? [[scenarioHash, { report: read.data, measuredAt }] as const] : [];
    }),
  );
}

function showVersion({ hash, title, number }: VersionRow, gates: readonly GateRow[], read: Read | null): ShownVersion {
  const { reviewers: _reviewers, ...agreement } = read?.report ?? { reviewers: [] };
  return {
    hash,
    title,
    number,
    gates: gates
      .filter((gate) => gate.hash === hash)
      .map(({ gateKappa, gateLeast, assessments }) => {
        const judged = judgeGate(read?.report ?? null, { gateKappa, gateLeast });
        return { ...judged, gateKappa, gateLeast, assessments };
      }),
    measuredAt: read?.measuredAt.toISOString() ?? null,
    agreement: "sessions" in agreement ? agreement : null,
  };
}

/** Names for whoever sees results anyway; for all others letters, in an order that says nothing. */
async function readNames(
  viewer: Viewer,
  { roles }: Membership,
  reports: readonly MeasuredAgreement[],
): Promise<ReviewerNames> {
  const all = [...new Set(reports.flatMap(({ reviewers }) => reviewers.map(({ reviewerId }) => reviewerId)))];
  return { all, viewerId: viewer.id, nameOf: mayAs(roles, "see_results") ? await findNames(all) : null };
}

export type ReadAgreement = {
  membership: Membership;
  versions: ShownVersion[];
  reports: ReadonlyMap<string, MeasuredAgreement>;
  names: ReviewerNames;
};

/** Null for whoever may not see how far people and graders agree. */
export async function readAgreement(viewer: Viewer, organisation: string): Promise<ReadAgreement | null> {
  const membership = findMembership(viewer, organisation, "see_agreement");
  if (!membership) return null;
  const { organisationId } = membership;
  const [versions, gates, kept] = await Promise.all([
    listVersions(organisationId),
    listGates(organisationId),
    readReports(organisationId),
  ]);
  const reports = new Map([...kept].map(([hash, { report }]) => [hash, report]));
  return {
    membership,
    versions: versions.map((version) => showVersion(version, gates, kept.get(version.hash) ?? null)),
    reports,
    names: await readNames(viewer, membership, [...reports.values()]),
  };
}
