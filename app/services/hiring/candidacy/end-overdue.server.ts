import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { db } from "#app/db/client.server.ts";
import { endOverdueInterview } from "#app/services/interview/clock/end-overdue-interview.server.ts";

/** Time may have run out with nobody there and the job still to come: such an interview is not gone on with. */
export async function endOverdueOf(viewer: Viewer, candidacyId: string, now: Date): Promise<void> {
  const running = await db().session.findMany({
    where: { candidacyId, userId: viewer.id, phase: "answering", endsAt: { not: null } },
    select: { id: true },
  });
  for (const { id } of running) await endOverdueInterview(id, now);
}
