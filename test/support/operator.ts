import { type HttpVisitor, visitOverHttp } from "#test/support/http-visitor.ts";

// What whoever runs an embedded instance sees and others do not: the mail that would have gone out.

/** The path of the mailbox with its key, as the start announced it. */
export function mailboxOf({ announced }: { announced: readonly string[] }): string {
  const path = /(\/mailbox\?key=[0-9a-f]+)/.exec(announced.join("\n"))?.[1];
  if (path === undefined) throw new Error("The start did not announce a mailbox.");
  return path;
}

/** The links in the mailbox that lead to a page, newest first. */
export async function listMailedLinks(visitor: HttpVisitor, mailbox: string, page: string): Promise<URL[]> {
  await visitor.get(mailbox);
  const html = await (await visitor.get("/mailbox")).text();
  const links = html.matchAll(/<a href="([^"]+)">(?=https?:)/g);
  return [...links]
    .map(([, href = ""]) => new URL(href.replaceAll("&amp;", "&"), "http://this.site"))
    .filter(({ pathname }) => pathname === page);
}

/** Follows the newest link that verifies an address. */
export async function verifyNewest(visitor: HttpVisitor, mailbox: string): Promise<void> {
  const [link] = await listMailedLinks(visitor, mailbox, "/verify-email");
  const token = link?.searchParams.get("token");
  if (!token) throw new Error("No mail verifies an address.");
  const answer = await visitor.post("/verify-email", { token });
  if (answer.status !== 200) throw new Error(`The address was not verified: ${answer.status}`);
}

/** The path of the newest invitation that was mailed to an address. */
export async function mailedInvitation(wanted: { url: string; mailbox: string; email: string }): Promise<string> {
  const operator = visitOverHttp(wanted.url);
  await operator.get(wanted.mailbox);
  const html = await (await operator.get("/mailbox")).text();
  const path = /\/invitations\/[\w-]+/.exec(html.slice(html.indexOf(wanted.email)))?.[0];
  if (path === undefined) throw new Error(`No invitation was mailed to ${wanted.email}.`);
  return path;
}
