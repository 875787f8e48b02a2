import type { SettledPart } from "#app/domain/hiring/feedback.ts";
import { db } from "#app/db/client.server.ts";
import type { Prisma } from "#app/db/generated/client.ts";
import { getVersion } from "#app/services/interview/find-session.server.ts";
import type { FoundCandidate } from "./find-candidate.server.ts";

type Levels = Map<string, Record<string, number | null>>;

/** The levels that count of some sessions, by session and criterion. */
export async function readSettledLevels(on: Prisma.TransactionClient, sessionIds: readonly string[]): Promise<Levels> {
  const rows = await on.sessionLevel.findMany({
    where: { sessionId: { in: [...sessionIds] } },
    select: { sessionId: true, criterionId: true, settled: true },
  });
  const levels: Levels = new Map(sessionIds.map((id) => [id, {}]));
  for (const { sessionId, criterionId, settled } of rows) {
    const own = levels.get(sessionId);
    if (own) own[criterionId] = settled;
  }
  return levels;
}

/** The complete sessions of a candidate in the order of the parts, with the levels that count. */
export async function readSettledParts({ assessment, candidacy }: FoundCandidate): Promise<SettledPart[]> {
  const ordered = assessment.parts.flatMap(
    (part) =>
      candidacy.sessions.find(({ partId, reviewState }) => partId === part.id && reviewState === "complete") ?? [],
  );
  const levels = await readSettledLevels(
    db(),
    ordered.map(({ id }) => id),
  );
  return Promise.all(
    ordered.map(async ({ id, scenarioHash }) => {
      const { title, rubric } = await getVersion(scenarioHash);
      return { sessionId: id, title, rubric, levels: levels.get(id) ?? {} };
    }),
  );
}
