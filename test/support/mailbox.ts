import { db } from "#app/db/client.server.ts";

/** The newest mail to an address, and the link of this site in it. */
export async function newestMail(to: string): Promise<{ subject: string; text: string; link: URL }> {
  const mail = await db().mail.findFirst({ where: { to }, orderBy: [{ createdAt: "desc" }, { id: "desc" }] });
  if (mail === null) throw new Error(`Nothing was sent to ${to}.`);
  const address = /https?:\/\/\S+/.exec(mail.text)?.[0];
  if (address === undefined) throw new Error(`There is no link in "${mail.subject}".`);
  return { subject: mail.subject, text: mail.text, link: new URL(address) };
}

export async function tokenFrom(to: string): Promise<string> {
  return (await newestMail(to)).link.searchParams.get("token") ?? "";
}
