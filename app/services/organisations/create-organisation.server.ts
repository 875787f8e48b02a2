import { freeHandle, isReservedHandle } from "#app/domain/accounts/organisation.ts";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { db } from "#app/db/client.server.ts";
import { Prisma } from "#app/db/generated/client.ts";

export type CreateRefusal = { reason: "reserved" | "taken"; free: string };
type Created = { ok: true; handle: string } | ({ ok: false } & CreateRefusal);

/** Makes an organisation with the viewer as its admin; a handle that cannot be had comes back with one that can. Null for a guest. */
export async function createOrganisation(
  viewer: Viewer,
  { name, handle }: { name: string; handle: string },
): Promise<Created | null> {
  if (viewer.isGuest) return null;
  if (isReservedHandle(handle)) return refuse("reserved", handle);
  try {
    const members = { create: { userId: viewer.id, roles: ["admin"] } };
    await db().organisation.create({ data: { name, handle, members } });
    return { ok: true, handle };
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002") return refuse("taken", handle);
    throw error;
  }
}

async function refuse(reason: CreateRefusal["reason"], wanted: string): Promise<Created> {
  // Long handles are shortened before a number is put behind them.
  const similar = { startsWith: wanted.slice(0, 30) };
  const taken = await db().organisation.findMany({ where: { handle: similar }, select: { handle: true } });
  return { ok: false, reason, free: freeHandle(wanted, new Set(taken.map(({ handle }) => handle))) };
}
