import { randomUUID } from "node:crypto";
import { createTransport } from "nodemailer";
import { z } from "zod";
import { db } from "#app/db/client.server.ts";
import { enqueueJob } from "#app/db/jobs.server.ts";
import { env } from "#app/env.server.ts";
import { log } from "#app/log.server.ts";

const firstWaitMs = 5_000;
const longestWaitMs = 3_600_000;
/** Whatever a mail leads to has ended by then. */
const givenUpAfterMs = 86_400_000;
const patienceMs = 20_000;

/**
 * Hands one mail to the mail server. Its words are forgotten once they are on their way, as they hold links that sign
 * somebody in. What fails for now is tried again, ever more rarely, for a day; what the server refuses for good is not.
 */
export async function deliverMail(mailId: string): Promise<void> {
  const { smtp } = env();
  const mail = await db().mail.findUnique({ where: { id: mailId } });
  if (smtp === null || mail === null || mail.sentAt !== null) return;
  try {
    await hand(smtp, mail);
  } catch (error) {
    const fault = error instanceof Error ? error.message : String(error);
    await db().mail.update({ where: { id: mailId }, data: { fault } });
    log().warn({ mailId, fault }, "a mail was not delivered");
    if (!isForGood(error)) await tryLater(mail);
    return;
  }
  await db().mail.update({ where: { id: mailId }, data: { sentAt: new Date(), fault: null, text: "" } });
}

async function hand(smtp: { url: string; from: string }, mail: { to: string; subject: string; text: string }) {
  const transport = createTransport({
    url: smtp.url,
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    const { to, subject, text } = mail;
    await transport.sendMail({ from: smtp.from, to: { name: "", address: to }, subject, text });
  } finally {
    transport.close();
  }
}

const RefusalSchema = z.object({ responseCode: z.number().min(500) });

function isForGood(error: unknown): boolean {
  return RefusalSchema.safeParse(error).success;
}

/** Waits as long again as it has been tried already. */
async function tryLater({ id, createdAt }: { id: string; createdAt: Date }): Promise<void> {
  const now = Date.now();
  const ageMs = now - createdAt.getTime();
  if (ageMs > givenUpAfterMs) return;
  const startAfter = new Date(now + Math.min(Math.max(ageMs, firstWaitMs), longestWaitMs));
  await enqueueJob("deliver-mail", { mailId: id }, { singletonKey: randomUUID(), startAfter });
}
