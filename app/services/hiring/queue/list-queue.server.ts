import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { findMembership } from "#app/domain/accounts/permissions.ts";
import { capCount, mostCounted, mostWaiting, type CappedCount } from "#app/domain/hiring/queue.ts";
import { db } from "#app/db/client.server.ts";
import { Prisma } from "#app/db/generated/client.ts";
import { getVersion } from "#app/services/interview/find-session.server.ts";
import { reviewedBy, reviewedFields } from "./lock-session.server.ts";
import { countOpen, hasPlaceFor } from "./open-sessions.server.ts";

const mostListed = 20;

type Listed = { sessionId: string; code: string; title: string; assessment: string; finishedOn: string };

/** Taken by the viewer. Once the lock has ended somebody else may take the place; what was written stays. */
export type HeldSession = Listed & {
  kind: "independent" | "adjudication";
  lockedUntil: string | null;
  savedAt: string | null;
};

export type LeftSession = Listed & { reason: string; isFree: boolean };

export type QueueView = {
  held: HeldSession[];
  left: LeftSession[];
  given: CappedCount;
  waiting: CappedCount;
};

const fields = {
  kind: true,
  lockedUntil: true,
  savedAt: true,
  skipReason: true,
  draftRevision: true,
  session: {
    select: {
      ...reviewedFields,
      finishedAt: true,
      candidacy: { select: { code: true, assessment: { select: { name: true } } } },
    },
  },
} satisfies Prisma.ReviewClaimSelect;

type Claim = Prisma.ReviewClaimGetPayload<{ select: typeof fields }>;

async function listed({ session }: Claim): Promise<Listed> {
  return {
    sessionId: session.id,
    code: session.candidacy?.code ?? "",
    title: (await getVersion(session.scenarioHash)).title,
    assessment: session.candidacy?.assessment.name ?? "",
    finishedOn: session.finishedAt?.toISOString().slice(0, 10) ?? "",
  };
}

type Asked = { organisationId: string; reviewerId: string; now: Date };

async function findFree(sessionIds: readonly string[], asked: Asked): Promise<Set<string>> {
  if (sessionIds.length === 0) return new Set();
  const free = await db().$queryRaw<{ id: string }[]>`
    SELECT s."id" FROM "Session" s
    WHERE s."id" IN (${Prisma.join([...sessionIds])}) AND s."reviewState" = 'waiting' AND ${hasPlaceFor(asked)}`;
  return new Set(free.map(({ id }) => id));
}

function listClaims(viewer: Viewer, { organisationId, reviewerId }: Asked, state: "claimed" | "skipped") {
  const reviewState =
    state === "claimed" ? { in: ["waiting" as const, "adjudicating" as const] } : ("waiting" as const);
  return db().reviewClaim.findMany({
    where: { reviewerId, organisationId, state, session: { ...reviewedBy(viewer, organisationId), reviewState } },
    orderBy: [{ claimedAt: "desc" }, { id: "asc" }],
    take: mostListed,
    select: fields,
  });
}

function countGiven({ organisationId, reviewerId }: Asked): Promise<number> {
  return db().reviewClaim.count({
    where: { reviewerId, organisationId, state: "submitted", kind: "independent" },
    take: mostCounted + 1,
  });
}

/** What a reviewer holds and has left, and how much waits for them. Null for whoever may not review. */
export async function listQueue(
  viewer: Viewer,
  { organisation, now = new Date() }: { organisation: string; now?: Date },
): Promise<QueueView | null> {
  const membership = findMembership(viewer, organisation, "review_assessment");
  if (membership === null) return null;
  const asked = { organisationId: membership.organisationId, reviewerId: viewer.id, now };
  const [held, left, given, waiting] = await Promise.all([
    listClaims(viewer, asked, "claimed"),
    listClaims(viewer, asked, "skipped"),
    countGiven(asked),
    countOpen(db(), asked),
  ]);
  const free = await findFree(
    left.map(({ session }) => session.id),
    asked,
  );
  return {
    held: await Promise.all(held.filter((claim) => isShown(claim, now)).map((claim) => viewHeld(claim, now))),
    left: await Promise.all(
      left.map(async (claim) => ({
        ...(await listed(claim)),
        reason: claim.skipReason ?? "",
        isFree: free.has(claim.session.id),
      })),
    ),
    given: capCount(given),
    waiting: capCount(waiting, mostWaiting),
  };
}

/** What was only looked at, and let go, is nobody's any more. What others have meanwhile settled waits for nobody. */
function isShown({ kind, lockedUntil, draftRevision, session }: Claim, now: Date): boolean {
  const isOpen = session.reviewState === (kind === "adjudication" ? "adjudicating" : "waiting");
  return isOpen && (lockedUntil > now || draftRevision > 0);
}

async function viewHeld(claim: Claim, now: Date): Promise<HeldSession> {
  const { kind, lockedUntil, savedAt } = claim;
  return {
    ...(await listed(claim)),
    kind: kind === "adjudication" ? kind : "independent",
    lockedUntil: lockedUntil > now ? lockedUntil.toISOString() : null,
    savedAt: savedAt?.toISOString() ?? null,
  };
}
