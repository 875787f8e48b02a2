import { db } from "#app/db/client.server.ts";
import { enqueueJob } from "#app/db/jobs.server.ts";
import { env } from "#app/env.server.ts";

const keptDays = 30;

/** `about` is the id of what it is deleted with, if there is such a thing. */
type NewMail = { to: string; subject: string; text: string; about?: string };

/**
 * Keeps a mail, and asks for it to be delivered where there is a mail server. Without one it stays in the mailbox that
 * whoever runs an embedded instance reads.
 */
export async function sendMail(mail: NewMail): Promise<void> {
  await db().mail.deleteMany({ where: { createdAt: { lt: new Date(Date.now() - keptDays * 86_400_000) } } });
  const { id } = await db().mail.create({ data: mail });
  if (env().smtp !== null) await enqueueJob("deliver-mail", { mailId: id }, { singletonKey: id });
}
