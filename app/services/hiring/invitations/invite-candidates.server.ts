import { randomUUID } from "node:crypto";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { isTaking } from "#app/domain/hiring/assessment.ts";
import { assessInvitationEnd, mostInvitedAnHour } from "#app/domain/hiring/invitation.ts";
import type { Prisma } from "#app/db/generated/client.ts";
import { env } from "#app/env.server.ts";
import { attemptKey, countAttempt } from "#app/services/accounts/count-attempt.server.ts";
import { mailsPerAddress } from "#app/services/accounts/links/mails-per-address.ts";
import { sendMail } from "#app/services/accounts/mail/send-mail.server.ts";
import {
  type AssessmentRow,
  holdAssessment,
  type WantedAssessment,
} from "#app/services/hiring/assessments/find-assessment.server.ts";
import { writeAudit } from "#app/services/hiring/audit/write-audit.server.ts";
import { drawInvitationToken, hashInvitationToken } from "#app/services/organisations/invitation-token.server.ts";
import { writeAssessMail } from "./write-assess-mail.server.ts";

type Invitation = { days: number; extraTimePercent: number };
type Wanted = WantedAssessment & Invitation & { emails: readonly string[]; now?: Date };

/** Addresses that got no invitation, each with its reason; the others got theirs. */
export type Invited = { sent: string[]; begun: string[]; slowed: string[] };
export type InviteOutcome =
  ({ ok: true } & Invited) | { ok: false; reason: "address-unverified" | "not-open" | "too-many-this-hour" };

const hourMs = 3_600_000;

type Transaction = Prisma.TransactionClient;
type Mail = { id: string; email: string; token: string; expiresAt: Date };

/** Whose address is that of somebody who has begun already: they are not asked again. */
async function listBegun(tx: Transaction, assessmentId: string, emails: readonly string[]): Promise<Set<string>> {
  const rows = await tx.candidacy.findMany({
    where: { assessmentId, user: { email: { in: [...emails] } } },
    select: { user: { select: { email: true } } },
  });
  return new Set(rows.map(({ user }) => user.email.toLowerCase()));
}

/** Inviting an address again replaces the invitation that stands: the earlier link ends. */
async function write(
  tx: Transaction,
  { id: assessmentId, organisationId }: AssessmentRow,
  {
    viewer,
    emails,
    days,
    extraTimePercent,
    now,
  }: Invitation & { viewer: Viewer; emails: readonly string[]; now: Date },
): Promise<Mail[]> {
  const expiresAt = assessInvitationEnd(now, days);
  const standing = { assessmentId, email: { in: [...emails] }, uses: 0, revokedAt: null };
  await tx.assessmentInvitation.updateMany({ where: standing, data: { revokedAt: now } });
  const mails = emails.map((email) => ({ id: randomUUID(), email, token: drawInvitationToken(), expiresAt }));
  await tx.assessmentInvitation.createMany({
    data: mails.map(({ id, email, token }) => ({
      id,
      assessmentId,
      email,
      tokenHash: hashInvitationToken(token),
      extraTimePercent,
      expiresAt,
      createdById: viewer.id,
      createdAt: now,
    })),
  });
  const details = { invitations: emails.length, days, extraTimePercent };
  await writeAudit(tx, viewer, { organisationId, assessmentId, action: "invitation.send", details, at: now });
  return mails;
}

async function listSlowed(emails: readonly string[]): Promise<Set<string>> {
  const slowed = new Set<string>();
  for (const email of emails) {
    const { allowed } = await countAttempt(attemptKey("assessment-invitation", email), mailsPerAddress);
    if (!allowed) slowed.add(email);
  }
  return slowed;
}

/**
 * Invites addresses, in lower case, each by a mail of its own. It goes out in the viewer's name for the organisation, so
 * they are known by an address of their own. Null for whoever may not, and where there is no such assessment.
 */
export async function inviteCandidates(
  viewer: Viewer,
  { emails, days, extraTimePercent, now = new Date(), ...wanted }: Wanted,
): Promise<InviteOutcome | null> {
  const slowed = viewer.emailVerified ? await listSlowed(emails) : new Set<string>();
  const written = await holdAssessment(viewer, { ...wanted, action: "manage_assessments" }, async (tx, found) => {
    const { assessment, membership } = found;
    if (!viewer.emailVerified) return { ok: false as const, reason: "address-unverified" as const };
    if (!isTaking(assessment, now)) return { ok: false as const, reason: "not-open" as const };
    const { organisationId } = assessment;
    const lastHour = {
      assessment: { organisationId },
      email: { not: null },
      createdAt: { gt: new Date(now.getTime() - hourMs) },
    };
    if ((await tx.assessmentInvitation.count({ where: lastHour })) + emails.length > mostInvitedAnHour) {
      return { ok: false as const, reason: "too-many-this-hour" as const };
    }
    const begun = await listBegun(tx, assessment.id, emails);
    const asked = emails.filter((email) => !begun.has(email) && !slowed.has(email));
    const mails =
      asked.length === 0 ? [] : await write(tx, assessment, { viewer, emails: asked, days, extraTimePercent, now });
    return { ok: true as const, mails, begun: [...begun], assessment, organisation: membership.name };
  });
  if (written === null || !written.ok) return written;
  const { assessment, organisation, mails, begun } = written;
  for (const { id, email, token, expiresAt } of mails) {
    const link = `${env().appUrl}/assess/${token}`;
    const about = { assessment: assessment.name, organisation, link, expiresAt, contact: assessment.contact };
    await sendMail({ to: email, about: id, ...writeAssessMail(about) });
  }
  return {
    ok: true,
    sent: mails.map(({ email }) => email),
    begun,
    slowed: [...slowed].filter((each) => !begun.includes(each)),
  };
}
