import type { Membership, Viewer } from "#app/domain/accounts/viewer.ts";
import type { Role } from "#app/domain/accounts/roles.ts";
import { db } from "#app/db/client.server.ts";
import { getAgreement } from "#app/services/hiring/agreement/get-agreement.server.ts";
import { listAgreement } from "#app/services/hiring/agreement/list-agreement.server.ts";
import { listAudit } from "#app/services/hiring/audit/list-audit.server.ts";
import { exportLevels } from "#app/services/hiring/export/export-levels.server.ts";
import { claimNext } from "#app/services/hiring/queue/claim-next.server.ts";
import { releaseSession } from "#app/services/hiring/queue/leave-session.server.ts";
import { listQueue } from "#app/services/hiring/queue/list-queue.server.ts";
import { getResults } from "#app/services/hiring/results/get-results.server.ts";
import { getBlindReview } from "#app/services/hiring/review/get-blind-review.server.ts";
import { firstAssessment, heldByReader, organisationId, people } from "./load.ts";

// What is measured: what the loader of each page asks for, as the route does, by somebody who may.

const organisation = organisationId;

function viewerAs(id: string, role: Role): Viewer {
  const membership: Membership = { organisationId, handle: "acme", name: "Acme", roles: [role] };
  return { id, name: id, email: `${id}@acme.example`, isGuest: false, emailVerified: true, memberships: [membership] };
}

export const pages = {
  "queue page": true,
  "take the next one and give it back": false,
  "transcript page": true,
  "comparison after one’s own levels": false,
  "results page": false,
  "results page, a later one": false,
  "results page, by their totals": false,
  "agreement page": true,
  "agreement of a version": true,
  "audit page": false,
} as const;
export type Page = keyof typeof pages;

type Measured = Record<Page, (round: number) => Promise<unknown>>;

/** Something that the page asks for is there: an empty page would be quick. */
function found<T>(what: T | null): T {
  if (what === null) throw new Error("A page that is measured was not found.");
  return what;
}

/** Half of all sessions, as the file of their levels that an admin downloads. */
export async function startExport(): Promise<AsyncGenerator<string>> {
  const admin = viewerAs(people.admin, "admin");
  return found(await exportLevels(admin, { organisation, assessmentId: firstAssessment, names: true, after: null }));
}

export async function prepareMeasured(): Promise<Measured> {
  const admin = viewerAs(people.admin, "admin");
  const busy = viewerAs(people.busy, "reviewer");
  const reader = viewerAs(people.reader, "reviewer");
  const held = await db().reviewClaim.findMany({ where: { reviewerId: reader.id }, orderBy: { id: "asc" } });
  if (held.length < heldByReader) throw new Error("Too few sessions wait: choose a larger size.");
  const given = await db().reviewClaim.findMany({
    where: { reviewerId: busy.id, state: "submitted", session: { reviewState: "complete" } },
    orderBy: { claimedAt: "desc" },
    take: 100,
  });
  const part = await db().assessmentPart.findFirstOrThrow({ where: { assessmentId: firstAssessment } });
  const count = await db().candidacy.count({ where: { assessmentId: firstAssessment } });
  const later = await db().candidacy.findMany({
    where: { assessmentId: firstAssessment },
    orderBy: { code: "asc" },
    skip: Math.floor(count / 2),
    take: 100,
  });
  const nth = <T>(all: readonly T[], round: number): T => {
    const one = all[round % all.length];
    if (one === undefined) throw new Error("There is nothing to measure.");
    return one;
  };
  const results = (after: string | null, by: "code" | "total" = "code") =>
    getResults(admin, {
      organisation,
      assessment: firstAssessment,
      search: { part: 1, sort: { by }, chosen: [], after },
    });
  const review = async (viewer: Viewer, sessionId: string, state: "reading" | "given") => {
    const page = found(await getBlindReview(viewer, { organisation, sessionId }));
    if (page.state !== state) throw new Error(`A review page is ${page.state}, not ${state}.`);
  };
  return {
    "queue page": async () => found(await listQueue(busy, { organisation })),
    "take the next one and give it back": async () => {
      const claimed = found(await claimNext(busy, { organisation }));
      if (!claimed.ok) throw new Error(`Nothing was taken: ${claimed.reason}.`);
      await releaseSession(busy, { organisation, sessionId: claimed.sessionId });
    },
    "transcript page": (round) => review(reader, nth(held, round).sessionId, "reading"),
    "comparison after one’s own levels": (round) => review(busy, nth(given, round).sessionId, "given"),
    "results page": async () => found(await results(null)),
    "results page, a later one": async (round) => found(await results(nth(later, round).code)),
    "results page, by their totals": async () => found(await results(null, "total")),
    "agreement page": async () => found(await listAgreement(admin, organisation)),
    "agreement of a version": async () =>
      found(await getAgreement(admin, { organisation, hash: part.scenarioHash, between: "grader", criterion: null })),
    "audit page": async () =>
      found(
        await listAudit(admin, {
          organisation,
          filter: { action: null, assessmentId: null, personId: null },
          after: null,
        }),
      ),
  };
}
