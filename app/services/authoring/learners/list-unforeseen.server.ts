import {
  groupQuestions,
  type AskedQuestion,
  type UnforeseenQuestion,
} from "#app/domain/authoring/learners/unforeseen.ts";
import { db } from "#app/db/client.server.ts";

const mostQuestions = 500;

/** What candidates asked and were told to assume, like questions put together. */
export async function listUnforeseen(sessionIds: readonly string[]): Promise<UnforeseenQuestion[]> {
  if (sessionIds.length === 0) return [];
  const asked = await db().$queryRaw<AskedQuestion[]>`
    SELECT q."text", q."sessionId"
    FROM "Turn" q JOIN "Turn" told ON told."sessionId" = q."sessionId" AND told."seq" = q."seq" + 1
    WHERE q."sessionId" = ANY(${[...sessionIds]}) AND q."kind" = 'clarification'
      AND told."kind" = 'fact' AND told."factId" IS NULL
    ORDER BY q."createdAt" DESC, q."id" DESC LIMIT ${mostQuestions}`;
  return groupQuestions(asked);
}
