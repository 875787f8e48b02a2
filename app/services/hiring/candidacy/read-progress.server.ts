import type { Progress } from "#app/domain/hiring/candidacy.ts";
import type { Prisma } from "#app/db/generated/client.ts";

export const withProgress = {
  assessment: { include: { parts: { orderBy: { position: "asc" } } } },
  sessions: { where: { partId: { not: null } }, orderBy: [{ startedAt: "asc" }, { id: "asc" }] },
} satisfies Prisma.CandidacyInclude;

export type CandidacyRow = Prisma.CandidacyGetPayload<{ include: typeof withProgress }>;

type Read = Pick<CandidacyRow, "handedInAt" | "withdrawnAt"> & {
  assessment: Pick<CandidacyRow["assessment"], "state" | "deadline" | "attempts" | "parts">;
  sessions: readonly Pick<CandidacyRow["sessions"][number], "id" | "partId" | "startedAt" | "finishedAt">[];
};

/** Warm-ups are no part of it. */
export function progressOf({ assessment, sessions, handedInAt, withdrawnAt }: Read): Progress {
  return {
    handedInAt,
    withdrawnAt,
    state: assessment.state,
    deadline: assessment.deadline,
    mostAttempts: assessment.attempts,
    parts: assessment.parts.map(({ id }) => ({
      id,
      attempts: sessions
        .filter(({ partId }) => partId === id)
        .map(({ id: sessionId, startedAt, finishedAt }) => ({ sessionId, startedAt, finishedAt })),
    })),
  };
}

/**
 * Keeps the organisation and the person of a candidacy from being deleted meanwhile. Everybody takes their locks in this
 * order: organisation, person, assessment, candidacy, grades, sessions; so nobody who holds a later one waits for an
 * earlier one, not even by writing a row that points to it.
 */
export async function holdAround(tx: Prisma.TransactionClient, candidacyId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "Candidacy" c JOIN "Assessment" a ON a."id" = c."assessmentId"
    JOIN "Organisation" o ON o."id" = a."organisationId" JOIN "User" u ON u."id" = c."userId"
    WHERE c."id" = ${candidacyId} FOR KEY SHARE OF o, u`;
}

/**
 * A candidacy with its row locked: whoever begins, ends, hands in or withdraws at the same moment waits. It is locked
 * before any of its sessions, by everybody.
 */
export async function lockCandidacy(
  tx: Prisma.TransactionClient,
  candidacyId: string,
): Promise<{ candidacy: CandidacyRow; progress: Progress } | null> {
  await holdAround(tx, candidacyId);
  await tx.$queryRaw`SELECT "id" FROM "Candidacy" WHERE "id" = ${candidacyId} FOR NO KEY UPDATE`;
  const candidacy = await tx.candidacy.findUnique({ where: { id: candidacyId }, include: withProgress });
  return candidacy && { candidacy, progress: progressOf(candidacy) };
}
