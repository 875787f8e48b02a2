import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { isTaking } from "#app/domain/hiring/assessment.ts";
import { assessInvitationEnd } from "#app/domain/hiring/invitation.ts";
import { env } from "#app/env.server.ts";
import { holdAssessment, type WantedAssessment } from "#app/services/hiring/assessments/find-assessment.server.ts";
import { writeAudit } from "#app/services/hiring/audit/write-audit.server.ts";
import { drawInvitationToken, hashInvitationToken } from "#app/services/organisations/invitation-token.server.ts";

type Wanted = WantedAssessment & {
  label: string;
  mostUses: number;
  days: number;
  extraTimePercent: number;
  now?: Date;
};

export type MadeLink = { ok: true; link: string } | { ok: false; reason: "not-open" | "too-many-links" };

const mostLinks = 100;

/**
 * A link for so many people. It is told once, to whoever makes it: only its hash is kept. Null for whoever may not, and
 * where there is no such assessment.
 */
export async function makeLink(
  viewer: Viewer,
  { label, mostUses, days, extraTimePercent, now = new Date(), ...wanted }: Wanted,
): Promise<MadeLink | null> {
  const token = drawInvitationToken();
  const asked = { ...wanted, action: "manage_assessments" } as const;
  return holdAssessment(viewer, asked, async (tx, { assessment }): Promise<MadeLink> => {
    if (!isTaking(assessment, now)) return { ok: false, reason: "not-open" };
    const { id: assessmentId, organisationId } = assessment;
    const standing = { assessmentId, email: null, revokedAt: null, expiresAt: { gt: now } };
    if ((await tx.assessmentInvitation.count({ where: standing })) >= mostLinks) {
      return { ok: false, reason: "too-many-links" };
    }
    const tokenHash = hashInvitationToken(token);
    const expiresAt = assessInvitationEnd(now, days);
    const written = { label, mostUses, extraTimePercent, expiresAt, createdById: viewer.id, createdAt: now };
    await tx.assessmentInvitation.create({ data: { ...written, assessmentId, tokenHash } });
    const details = { mostUses, days, extraTimePercent };
    await writeAudit(tx, viewer, { organisationId, assessmentId, action: "invitation.link", details, at: now });
    return { ok: true, link: `${env().appUrl}/assess/${token}` };
  });
}
