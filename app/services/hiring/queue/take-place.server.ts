import { permissions } from "#app/domain/accounts/permissions.ts";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { hasPlace, lockMs, mostHeld } from "#app/domain/hiring/queue.ts";
import type { Prisma, ReviewKind } from "#app/db/generated/client.ts";
import { writeAudit } from "#app/services/hiring/audit/write-audit.server.ts";
import type { ReviewedSession } from "./lock-session.server.ts";

type ClaimKind = Extract<ReviewKind, "independent" | "adjudication">;
type About = { session: ReviewedSession; kind: ClaimKind; now: Date };

/** `over`: enough others have given levels, or nobody is asked to decide; `given`: the viewer has. */
export type PlaceRefusal =
  { ok: false; reason: "full"; heldBy: string } | { ok: false; reason: "over" | "given" | "most_held" };

export type TakenPlace = { ok: true; lockedUntil: Date } | PlaceRefusal;

const stateFor = { independent: "waiting", adjudication: "adjudicating" } as const;

/** Who else holds the session now. Whoever is no reviewer any more holds nothing. */
async function findHolders(tx: Prisma.TransactionClient, viewer: Viewer, { session, kind, now }: About) {
  const organisationId = session.organisationId ?? "";
  const mayReview = { organisationId, roles: { hasSome: [...permissions.review_assessment] } };
  const holding = await tx.reviewClaim.findMany({
    where: {
      sessionId: session.id,
      kind,
      state: "claimed",
      lockedUntil: { gt: now },
      reviewerId: { not: viewer.id },
      reviewer: { memberships: { some: mayReview } },
    },
    select: { reviewer: { select: { name: true } } },
    orderBy: { claimedAt: "asc" },
  });
  return holding.map(({ reviewer }) => reviewer.name);
}

/** Whether the viewer has, or could have, a place at a session whose row is locked. */
export async function findPlace(
  tx: Prisma.TransactionClient,
  viewer: Viewer,
  about: About,
): Promise<{ ok: true } | PlaceRefusal> {
  const { session, kind } = about;
  const given = await tx.review.findFirst({
    where: { sessionId: session.id, reviewerId: viewer.id, appealId: null },
    select: { id: true },
  });
  if (given) return { ok: false, reason: "given" };
  if (session.reviewState !== stateFor[kind] || session.candidacy === null) return { ok: false, reason: "over" };
  const holders = await findHolders(tx, viewer, about);
  const independent = { wanted: session.candidacy.assessment.reviewersPerSession, given: session.reviewsGiven };
  const { wanted, given: taken } = kind === "adjudication" ? { wanted: 1, given: 0 } : independent;
  if (hasPlace({ wanted, given: taken, heldByOthers: holders.length })) return { ok: true };
  return holders.length === 0 ? { ok: false, reason: "over" } : { ok: false, reason: "full", heldBy: namesOf(holders) };
}

function namesOf(holders: readonly string[]): string {
  return holders.length < 2 ? holders.join("") : `${holders.slice(0, -1).join(", ")} and ${holders.at(-1)}`;
}

/** Takes a place at a session whose row is locked, or says why there is none. What was written before is still there. */
export async function takePlace(tx: Prisma.TransactionClient, viewer: Viewer, about: About): Promise<TakenPlace> {
  const { session, kind, now } = about;
  const place = await findPlace(tx, viewer, about);
  if (!place.ok) return place;
  const organisationId = session.organisationId ?? "";
  const elsewhere = await tx.reviewClaim.count({
    where: {
      organisationId,
      reviewerId: viewer.id,
      state: "claimed",
      lockedUntil: { gt: now },
      sessionId: { not: session.id },
    },
  });
  if (elsewhere >= mostHeld) return { ok: false, reason: "most_held" };
  const lockedUntil = new Date(now.getTime() + lockMs);
  const held = { kind, state: "claimed" as const, lockedUntil, skipReason: null };
  const own = { sessionId: session.id, reviewerId: viewer.id };
  await tx.reviewClaim.upsert({
    where: { sessionId_reviewerId: own },
    create: { ...own, ...held, organisationId, claimedAt: now },
    update: { ...held, claimedAt: now },
  });
  await writeAudit(tx, viewer, {
    organisationId,
    action: "review.claim",
    assessmentId: session.candidacy?.assessmentId ?? null,
    candidacyId: session.candidacyId,
    sessionId: session.id,
    details: { kind },
    at: now,
  });
  return { ok: true, lockedUntil };
}
