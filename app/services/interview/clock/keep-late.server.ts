import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { addLate } from "#app/domain/interview/draft.ts";
import { candidateTurns } from "#app/domain/interview/transcript.ts";
import { db } from "#app/db/client.server.ts";
import type { Session } from "#app/db/generated/client.ts";
import { endOverdueInterview } from "./end-overdue-interview.server.ts";
import { findSession } from "../find-session.server.ts";
import { readLate } from "../read-draft.server.ts";

/** Whether it was the clock that ended it, and not the last question or the candidate. */
export function isEndedByClock({
  phase,
  endsAt,
  finishedAt,
  pausedAt,
}: Pick<Session, "phase" | "endsAt" | "finishedAt" | "pausedAt">) {
  return phase === "finished" && pausedAt === null && endsAt !== null && finishedAt !== null && finishedAt >= endsAt;
}

/**
 * Keeps what arrived after time was up, apart from the interview: it is shown to its author and never graded. False where
 * it was not the clock that ended the interview, or the session is not the viewer's.
 */
export async function keepLate(
  viewer: Viewer,
  { sessionId, text, diagram }: { sessionId: string; text: string; diagram: string },
): Promise<boolean> {
  const own = await findSession(viewer, sessionId);
  if (!own) return false;
  const now = new Date();
  await endOverdueInterview(sessionId, now);
  return db().$transaction(async (tx) => {
    // Of two texts that arrive at once the second waits here, and is added to the first.
    await tx.$queryRaw`SELECT "id" FROM "Session" WHERE "id" = ${sessionId} FOR NO KEY UPDATE`;
    const session = await tx.session.findUniqueOrThrow({ where: { id: sessionId }, include: { turns: true } });
    if (!isEndedByClock(session)) return false;
    const said = candidateTurns(session.turns).map((turn) => turn.text);
    const late = addLate(readLate(session.late), { text, diagram }, { said, now });
    if (late) await tx.session.update({ where: { id: sessionId }, data: { late } });
    return true;
  });
}
