import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { db } from "#app/db/client.server.ts";
import type { Prisma } from "#app/db/generated/client.ts";

/** The viewer's sessions, newest first, each with its turns and its newest grade that succeeded, if there is one. */
export async function listOwnSessions(viewer: Viewer | null, where: Prisma.SessionWhereInput = {}) {
  if (!viewer) return [];
  return db().session.findMany({
    where: { ...where, userId: viewer.id },
    orderBy: { startedAt: "desc" },
    include: {
      turns: { orderBy: { seq: "asc" } },
      grades: { where: { status: "graded" }, orderBy: { createdAt: "desc" }, take: 1 },
    },
  });
}

export type OwnSession = Awaited<ReturnType<typeof listOwnSessions>>[number];
