import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { likeLiteral } from "#app/domain/text/like-literal.ts";
import type { Prisma } from "#app/db/generated/client.ts";
import { writeAudit } from "#app/services/hiring/audit/write-audit.server.ts";
import { attemptKey } from "../count-attempt.server.ts";

/** Upper and lower case alike, and nothing else: `equals` would take an underscore in an address for any letter. */
export const inAnyCase = (address: string) => ({ in: [address], mode: "insensitive" }) satisfies Prisma.StringFilter;

/** Of those that wait to be delivered; of what was sent there is no text left. */
const invitationMails: Prisma.MailWhereInput = {
  OR: [{ text: { contains: "/assess/" } }, { text: { contains: "/invitations/" } }],
};

/** Addresses that were invited to an assessment are the team's to write down as gone. */
async function forgetAssessmentInvitations(tx: Prisma.TransactionClient, viewer: Viewer, email: string) {
  const where = { email };
  const invited = await tx.assessmentInvitation.findMany({ where, include: { assessment: true } });
  await tx.assessmentInvitation.deleteMany({ where });
  for (const { assessment } of invited) {
    const { organisationId, id: assessmentId } = assessment;
    const details = { because: "account", invitations: 1 };
    await writeAudit(tx, viewer, { organisationId, action: "data.delete", assessmentId, details });
  }
}

/**
 * What no key of the database leads to: links that wait to be followed, attempts that were counted, mails and invitations.
 * Identifiers of links are kept hashed; whose they are stands in their values, as an id or as an address in quotation marks.
 * Anybody can sign up with any address: who has not shown that it is theirs takes nobody's invitations along.
 */
export async function forgetAddress(tx: Prisma.TransactionClient, viewer: Viewer): Promise<void> {
  const { id, email, emailVerified } = viewer;
  const address = email?.toLowerCase() ?? null;
  await tx.verification.deleteMany({
    where: {
      OR: [
        { value: { contains: id } },
        ...(address === null ? [] : [{ value: { contains: likeLiteral(JSON.stringify(address)) } }]),
      ],
    },
  });
  await tx.rateLimit.deleteMany({
    where: {
      OR: [{ key: { contains: id } }, ...(address === null ? [] : [{ key: { endsWith: attemptKey("", address) } }])],
    },
  });
  if (address === null) return;
  await tx.mail.deleteMany({ where: { to: inAnyCase(address), ...(emailVerified ? {} : { NOT: invitationMails }) } });
  if (!emailVerified) return;
  await tx.memberInvitation.deleteMany({ where: { email: address } });
  await forgetAssessmentInvitations(tx, viewer, address);
}
