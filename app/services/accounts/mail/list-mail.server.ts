import { db } from "#app/db/client.server.ts";

const shown = 100;

/** The newest mails, for the mailbox of an embedded instance; it shows everybody's, so its page asks for the operator's key. */
export function listMail() {
  return db().mail.findMany({ orderBy: [{ createdAt: "desc" }, { id: "desc" }], take: shown });
}
