import type { Viewer } from "#app/domain/accounts/viewer.ts";
import {
  addReviewers,
  showReviewers,
  type ShownReviewer,
  type ShownVersion,
} from "#app/domain/hiring/agreement/shown.ts";
import { readAgreement } from "./read-agreement.server.ts";

export type AgreementOverview = { versions: ShownVersion[]; reviewers: ShownReviewer[] };

/** How far people and graders agree, version by version, from what was measured: nothing is counted here. */
export async function listAgreement(viewer: Viewer, organisation: string): Promise<AgreementOverview | null> {
  const read = await readAgreement(viewer, organisation);
  if (!read) return null;
  const { versions, reports, names } = read;
  return { versions, reviewers: showReviewers(addReviewers([...reports.values()]), names) };
}
