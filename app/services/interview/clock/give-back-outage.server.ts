import { isUp, resumeClock } from "#app/domain/interview/clock.ts";
import type { Prisma } from "#app/db/generated/client.ts";
import type { Outage } from "#app/db/sign-of-life.server.ts";
import { listRunningClocks } from "./list-running-clocks.server.ts";

/**
 * Time during which nobody could reach the server is nobody's to lose: every clock that ran when it was last alive moves on
 * by as long as it was away. To be done before the jobs start, or they would end what is over only by the outage.
 */
export async function giveBackOutage(tx: Prisma.TransactionClient, { downSince, now }: Outage): Promise<void> {
  for (const { sessionId, clock } of await listRunningClocks(tx)) {
    if (isUp(clock, downSince)) continue;
    const { endsAt } = resumeClock({ ...clock, pausedAt: downSince }, now);
    await tx.session.updateMany({ where: { id: sessionId, endsAt: clock.endsAt }, data: { endsAt } });
  }
}
