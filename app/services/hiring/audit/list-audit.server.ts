import { findMembership } from "#app/domain/accounts/permissions.ts";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { writeAuditCursor, type AuditCursor, type AuditFilter, type AuditRow } from "#app/domain/hiring/audit-log.ts";
import { db } from "#app/db/client.server.ts";
import { readAudit } from "./read-audit.server.ts";
import { noteSeen } from "./write-audit.server.ts";

const onAPage = 50;
const mostChoices = 200;

export type AuditView = {
  rows: AuditRow[];
  /** Of the entry after which older ones go on; null at the end. */
  older: string | null;
  assessments: { id: string; name: string }[];
  people: { id: string; name: string }[];
};

/** One page of an organisation's log; that it was looked at is written into it. Null for whoever may not. */
export async function listAudit(
  viewer: Viewer,
  { organisation, filter, after }: { organisation: string; filter: AuditFilter; after: AuditCursor | null },
): Promise<AuditView | null> {
  const membership = findMembership(viewer, organisation, "see_audit");
  if (!membership) return null;
  const { organisationId } = membership;
  const [found, assessments, members] = await Promise.all([
    readAudit(organisationId, filter, { take: onAPage + 1, after, viewerId: viewer.id }),
    db().assessment.findMany({
      where: { organisationId },
      orderBy: { createdAt: "desc" },
      select: { id: true, name: true },
      take: mostChoices,
    }),
    db().member.findMany({
      where: { organisationId },
      orderBy: { user: { name: "asc" } },
      select: { user: { select: { id: true, name: true } } },
      take: mostChoices,
    }),
  ]);
  await db().$transaction((tx) => noteSeen(tx, viewer, { organisationId, action: "audit.see" }));
  const rows = found.slice(0, onAPage);
  const last = rows.at(-1);
  const older = last && found.length > onAPage ? writeAuditCursor({ at: new Date(last.at), id: last.id }) : null;
  return { rows, older, assessments, people: members.map(({ user }) => user) };
}
