import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Membership, Viewer } from "#app/domain/accounts/viewer.ts";
import { closeDatabase, db, openDatabase } from "#app/db/client.server.ts";
import { migrateDatabase } from "#app/db/migrate.server.ts";
import { env } from "#app/env.server.ts";

export type Operating = { viewer: Viewer; membership: Membership };

/** An organisation that cannot be told, or data that is not there; the message is for whoever runs the command. */
export type NotOperating = { ok: false; message: string };

async function findOrganisation(handle: string | null) {
  const organisations = await db().organisation.findMany({ orderBy: { handle: "asc" } });
  if (handle !== null)
    return organisations.find((each) => each.handle === handle) ?? organisations.map((each) => each.handle);
  const [only, ...others] = organisations;
  return only && others.length === 0 ? only : organisations.map((each) => each.handle);
}

function explain(handle: string | null, handles: readonly string[]): string {
  if (handles.length === 0) return "There is no organisation in this data yet: make one in the application first.";
  const there = `There ${handles.length === 1 ? "is" : "are"} ${handles.join(", ")}.`;
  return handle === null
    ? `Say which organisation with --organisation. ${there}`
    : `There is no organisation ${handle}. ${there}`;
}

/**
 * Runs a command on the database of this installation as whoever operates it, who may do in an organisation what its
 * admins may. Without a handle the organisation is the only one there is.
 */
export async function asOperator<Result>(
  handle: string | null,
  work: (operating: Operating) => Promise<Result>,
): Promise<{ ok: true; result: Result } | NotOperating> {
  const { dataDir, databaseUrl } = env();
  if (databaseUrl === null && !existsSync(join(dataDir, "database"))) {
    return { ok: false, message: `${dataDir} holds no data: DATA_DIR names the directory of an installation.` };
  }
  await openDatabase({ dataDir, databaseUrl });
  try {
    await migrateDatabase();
    const found = await findOrganisation(handle);
    if (Array.isArray(found)) return { ok: false, message: explain(handle, found) };
    const membership = { organisationId: found.id, handle: found.handle, name: found.name, roles: ["admin" as const] };
    const viewer = { id: "operator", name: "Operator", email: null, isGuest: false, emailVerified: false };
    return { ok: true, result: await work({ viewer: { ...viewer, memberships: [membership] }, membership }) };
  } finally {
    await closeDatabase();
  }
}
