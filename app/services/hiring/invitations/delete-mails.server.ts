import type { Prisma } from "#app/db/generated/client.ts";

/** The mails that carried invitations to an assessment, with the addresses they went to: deleted with the invitations. */
export async function deleteInvitationMails(
  tx: Prisma.TransactionClient,
  where: Prisma.AssessmentInvitationWhereInput,
): Promise<void> {
  const invitations = await tx.assessmentInvitation.findMany({ where, select: { id: true } });
  await tx.mail.deleteMany({ where: { about: { in: invitations.map(({ id }) => id) } } });
}
