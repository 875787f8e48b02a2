import { mayAs } from "#app/domain/accounts/permissions.ts";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import {
  showReviewers,
  type DisagreementLinks,
  type ShownDisagreements,
  type ShownReviewer,
  type ShownVersion,
} from "#app/domain/hiring/agreement/shown.ts";
import { titleOfCriterion } from "#app/domain/scenarios/schema.ts";
import { getVersion } from "#app/services/interview/find-session.server.ts";
import { listDisagreements, type Sought } from "./list-disagreements.server.ts";
import { readAgreement } from "./read-agreement.server.ts";

export type AgreementOfVersion = {
  version: ShownVersion;
  reviewers: ShownReviewer[];
  criteria: { id: string; title: string }[];
  disagreements: ShownDisagreements;
};

type Asked = { organisation: string; hash: string; between: Sought["between"]; criterion: string | null };

/** One scenario version with its disagreements; null also where the organisation has no assessment with it. */
export async function getAgreement(
  viewer: Viewer,
  { organisation, hash, between, criterion: wanted }: Asked,
): Promise<AgreementOfVersion | null> {
  const read = await readAgreement(viewer, organisation);
  const version = read?.versions.find((each) => each.hash === hash);
  if (!read || !version) return null;
  const { membership, reports, names } = read;
  const criteria = (await getVersion(hash)).rubric.criteria.map((each) => ({
    id: each.id,
    title: titleOfCriterion(each),
  }));
  const criterion = (criteria.find(({ id }) => id === wanted) ?? criteria[0])?.id ?? "";
  const { roles } = membership;
  const links: DisagreementLinks = mayAs(roles, "see_results")
    ? "record"
    : mayAs(roles, "review_assessment")
      ? "own reviews"
      : "none";
  return {
    version,
    reviewers: showReviewers(reports.get(hash)?.reviewers ?? [], names),
    criteria,
    disagreements: {
      between,
      criterion,
      links,
      isUnknown: wanted !== null && wanted !== criterion,
      sessions: await listDisagreements(viewer, membership, { hash, criterion, between }),
    },
  };
}
