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

type Mailed = { url: string; mailbox: string; email: string };

/** The newest thing in a mail to an address that looks like this. */
async function findMailed({ url, mailbox, email }: Mailed, wanted: RegExp): Promise<string> {
  const operator = visitOverHttp(url);
  await operator.get(mailbox);
  const html = await (await operator.get("/mailbox")).text();
  for (const mail of html.split("<article").filter((each) => each.includes(email))) {
    const found = wanted.exec(mail)?.[1];
    if (found !== undefined) return found;
  }
  throw new Error(`Nothing like ${wanted.source} was mailed to ${email}.`);
}

/** Follows the link that verifies an address. */
export async function verifyMailed(mailed: Mailed): Promise<void> {
  const token = await findMailed(mailed, /\/verify-email\?token=([\w.-]+)/);
  const answer = await visitOverHttp(mailed.url).post("/verify-email", { token });
  if (answer.status !== 200) throw new Error(`The address was not verified: ${answer.status}`);
}

/** The path of the newest invitation that was mailed to an address. */
export function mailedInvitation(mailed: Mailed): Promise<string> {
  return findMailed(mailed, /(\/invitations\/[\w-]+)/);
}

/** The path of the newest invitation to an assessment that was mailed to an address. */
export function mailedAssessment(mailed: Mailed): Promise<string> {
  return findMailed(mailed, /(\/assess\/[\w-]+)/);
}
