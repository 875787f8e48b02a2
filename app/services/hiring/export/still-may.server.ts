import { mayAs, type Action } from "#app/domain/accounts/permissions.ts";
import { readRoles } from "#app/domain/accounts/roles.ts";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { db } from "#app/db/client.server.ts";

/**
 * A long file is read for minutes: before each part it is asked again whether its reader still may. One who has been
 * removed gets a file that breaks off, not one that looks whole.
 */
export async function requireStill(
  viewer: Viewer,
  { organisationId, action }: { organisationId: string; action: Action },
): Promise<void> {
  const member = await db().member.findUnique({
    where: { organisationId_userId: { organisationId, userId: viewer.id } },
  });
  if (!member || !mayAs(readRoles(member.roles), action)) {
    throw new Error("Whoever was being sent a file may no longer see it; it was broken off.");
  }
}
