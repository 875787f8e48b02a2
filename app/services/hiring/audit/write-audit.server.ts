import type { Viewer } from "#app/domain/accounts/viewer.ts";
import type { AuditAction } from "#app/domain/hiring/audit.ts";
import type { Prisma } from "#app/db/generated/client.ts";

export type AuditNote = {
  organisationId: string;
  action: AuditAction;
  assessmentId?: string | null;
  candidacyId?: string | null;
  sessionId?: string | null;
  details?: Prisma.InputJsonObject;
  at?: Date;
};

type Actor = Pick<Viewer, "id"> | null;

/** Written in the transaction of what it tells of: one is not there without the other. Null is the server itself. */
export async function writeAudit(
  tx: Prisma.TransactionClient,
  actor: Actor,
  { at = new Date(), ...note }: AuditNote,
): Promise<void> {
  await tx.auditEntry.create({ data: { ...note, at, actorId: actor?.id ?? null } });
}

const hourMs = 3_600_000;

/** For what is only looked at: a page that is read again and again within an hour is one entry. */
export async function noteSeen(
  tx: Prisma.TransactionClient,
  actor: Pick<Viewer, "id">,
  { at = new Date(), details, ...note }: AuditNote,
): Promise<void> {
  const since = new Date(at.getTime() - hourMs);
  const noted = await tx.auditEntry.findFirst({
    where: { ...note, actorId: actor.id, at: { gt: since } },
    select: { id: true },
  });
  if (noted === null) await writeAudit(tx, actor, { ...note, at, ...(details && { details }) });
}
