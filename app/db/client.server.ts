import { existsSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaPGlite } from "pglite-prisma-adapter";
import { PrismaClient } from "#app/db/generated/client.ts";
import { type DirectoryHold, holdDirectory } from "#app/db/lock.server.ts";

// The one connection of this process, embedded or to a server. It lives on globalThis because development reloads
// modules, and a second PGlite over the same files would corrupt them.

const inMemory = "memory://";

export type Storage = { kind: "embedded"; pglite: PGlite } | { kind: "server"; url: string };

type Connection = { storage: Storage; prisma: PrismaClient; close: () => Promise<void> };

const home = globalThis as typeof globalThis & { tradeoffDatabase?: Connection };

export type OpenDatabaseOptions = {
  /** Holds the embedded database when there is no databaseUrl; `memory://` keeps nothing on disk. */
  dataDir: string;
  databaseUrl?: string | null;
  /** Where this process can be reached: what a second process on the same directory is told. */
  url?: string | null;
  /** A dump that a database in memory begins from. */
  from?: Blob;
};

export async function openDatabase(options: OpenDatabaseOptions): Promise<void> {
  if (home.tradeoffDatabase !== undefined) throw new Error("The database is open already: close it first.");
  home.tradeoffDatabase = options.databaseUrl ? connect(options.databaseUrl) : await embed(options);
}

/** The Prisma client. */
export function db(): PrismaClient {
  return connection().prisma;
}

/** The build and some commands work without one. */
export function isDatabaseOpen(): boolean {
  return home.tradeoffDatabase !== undefined;
}

/** What lies beneath the Prisma client, for migrations and jobs. */
export function storage(): Storage {
  return connection().storage;
}

export async function closeDatabase(): Promise<void> {
  const open = home.tradeoffDatabase;
  delete home.tradeoffDatabase;
  await open?.close();
}

function connection(): Connection {
  if (home.tradeoffDatabase === undefined) throw new Error("The database is not open: call openDatabase() first.");
  return home.tradeoffDatabase;
}

/**
 * Compiling a query takes longer than any of ours runs: a large table makes the planner expect otherwise. `options` in the
 * address of the database stand before these.
 */
const neverCompiled = "-c jit=off";

function connect(url: string): Connection {
  const prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString: url, options: neverCompiled }) });
  return { storage: { kind: "server", url }, prisma, close: () => prisma.$disconnect() };
}

async function embed({ dataDir, url = null, from }: OpenDatabaseOptions): Promise<Connection> {
  if (dataDir === inMemory) return embedded(await PGlite.create({ dataDir, loadDataDir: from }), null);
  const hold = await holdDirectory(dataDir, url);
  try {
    const path = join(dataDir, "database");
    if (!existsSync(path)) await create(path);
    return embedded(await PGlite.create({ dataDir: path }), hold);
  } catch (error) {
    await hold.release();
    throw error;
  }
}

/** A process that is killed while it creates a database leaves one that never opens: the name is given to a whole one. */
async function create(path: string): Promise<void> {
  const unfinished = `${path}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  const pglite = await PGlite.create({ dataDir: unfinished });
  await pglite.close();
  await rename(unfinished, path);
}

function embedded(pglite: PGlite, hold: DirectoryHold | null): Connection {
  const prisma = new PrismaClient({ adapter: new PrismaPGlite(pglite) });
  const close = async () => {
    await prisma.$disconnect();
    await pglite.close();
    await hold?.release();
  };
  return { storage: { kind: "embedded", pglite }, prisma, close };
}
