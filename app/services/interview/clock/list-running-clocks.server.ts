import type { Clock } from "#app/domain/interview/clock.ts";
import { db } from "#app/db/client.server.ts";
import type { Prisma } from "#app/db/generated/client.ts";
import { clockOf } from "../find-session.server.ts";

/** The interviews whose clock runs, whoever's they are. */
export async function listRunningClocks(
  reader: Prisma.TransactionClient = db(),
): Promise<{ sessionId: string; clock: Clock }[]> {
  const running = await reader.session.findMany({
    where: { phase: "answering", endsAt: { not: null }, pausedAt: null },
    select: { id: true, limitMs: true, endsAt: true, pausedAt: true, pauseUsed: true },
  });
  return running.flatMap(({ id, ...kept }) => {
    const clock = clockOf(kept);
    return clock ? [{ sessionId: id, clock }] : [];
  });
}
