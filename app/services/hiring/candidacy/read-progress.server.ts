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
 * A candidacy with its row locked: whoever begins, ends, hands in or withdraws at the same moment waits. It is locked
 * before any of its sessions, by everybody.
 */
export async function lockCandidacy(
  tx: Prisma.TransactionClient,
  candidacyId: string,
): Promise<{ candidacy: CandidacyRow; progress: Progress } | null> {
  await tx.$queryRaw`SELECT "id" FROM "Candidacy" WHERE "id" = ${candidacyId} FOR NO KEY UPDATE`;
  const candidacy = await tx.candidacy.findUnique({ where: { id: candidacyId }, include: withProgress });
  return candidacy && { candidacy, progress: progressOf(candidacy) };
}
