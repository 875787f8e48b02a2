import { MeasuredAgreementSchema, type MeasuredAgreement } from "#app/domain/hiring/agreement/measured.ts";
import { db } from "#app/db/client.server.ts";

export type FoundReport = { report: MeasuredAgreement; measuredAt: Date };

/** What was measured last on one scenario version in one organisation; null before anything was. */
export async function findReport(about: { organisationId: string; scenarioHash: string }): Promise<FoundReport | null> {
  const kept = await db().agreementReport.findUnique({ where: { organisationId_scenarioHash: about } });
  const read = MeasuredAgreementSchema.safeParse(kept?.report);
  return kept && read.success ? { report: read.data, measuredAt: kept.measuredAt } : null;
}
