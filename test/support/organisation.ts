import type { Role } from "#app/domain/accounts/roles.ts";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { db } from "#app/db/client.server.ts";
import { makeViewer } from "#test/support/session.ts";

// Organisations and their members, as the services see them.

let organisations = 0;

/** An organisation that nobody belongs to yet. */
export async function makeOrganisation({ name = "Acme" }: { name?: string } = {}) {
  organisations += 1;
  return db().organisation.create({ data: { name, handle: `acme-${organisations}` } });
}

/** The viewer as the next request finds them: with the memberships they have now. */
export async function asOfNow(viewer: Viewer): Promise<Viewer> {
  const members = await db().member.findMany({ where: { userId: viewer.id }, include: { organisation: true } });
  const memberships = members.map(({ organisationId, organisation: { handle, name }, roles }) => ({
    organisationId,
    handle,
    name,
    roles: roles as Role[],
  }));
  return { ...viewer, memberships };
}

type Joining = { organisationId: string; roles: readonly Role[]; name?: string };

/** Somebody with an account who belongs to the organisation. */
export async function makeMember({ organisationId, roles, name }: Joining): Promise<Viewer> {
  const viewer = await makeViewer(name === undefined ? {} : { name });
  await db().member.create({ data: { organisationId, userId: viewer.id, roles: [...roles] } });
  return asOfNow(viewer);
}

/** The link in the newest mail to an address. */
export async function newestToken(email: string): Promise<string> {
  const mail = await db().mail.findFirstOrThrow({ where: { to: email }, orderBy: { createdAt: "desc" } });
  const token = /\/invitations\/([\w-]+)/.exec(mail.text)?.[1];
  if (token === undefined) throw new Error(`The newest mail to ${email} holds no invitation: ${mail.text}`);
  return token;
}
