import { farApart } from "#app/domain/hiring/settled.ts";
import type { Prisma } from "#app/db/generated/client.ts";

/** The criteria of a session on which its reviewers are far apart and nobody has decided: their ids and nothing else. */
export async function listConcerned(
  tx: Pick<Prisma.TransactionClient, "sessionLevel">,
  sessionId: string,
): Promise<string[]> {
  const levels = await tx.sessionLevel.findMany({
    where: { sessionId, settled: null, spread: { gte: farApart } },
    select: { criterionId: true },
  });
  return levels.map(({ criterionId }) => criterionId);
}
