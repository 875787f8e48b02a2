import type { Viewer } from "#app/domain/accounts/viewer.ts";
import type { GoalTarget } from "#app/domain/progress/goal.ts";
import { db } from "#app/db/client.server.ts";

type Wanted = { day: string; target: GoalTarget; now?: Date };

/** Sets or replaces the viewer's goal, for a day that `problemOfDay` has let pass. */
export async function setGoal(viewer: Viewer, { day, target, now = new Date() }: Wanted): Promise<void> {
  await db().goal.upsert({
    where: { userId: viewer.id },
    create: { userId: viewer.id, day, target, createdAt: now },
    // What was done counts from when somebody first set out; another day does not begin it anew.
    update: { day, target },
  });
}

export async function clearGoal(viewer: Viewer): Promise<void> {
  await db().goal.deleteMany({ where: { userId: viewer.id } });
}
