import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaPGlite } from "pglite-prisma-adapter";
import { PrismaClient } from "#app/db/generated/client.ts";
import { holdDirectory } from "#app/db/lock.server.ts";

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
  /** A dump to begin from instead of an empty embedded database. */
  from?: Blob;
};

export async function openDatabase(options: OpenDatabaseOptions): Promise<void> {
  if (home.tradeoffDatabase !== undefined) throw new Error("The database is open already: close it first.");
  home.tradeoffDatabase = options.databaseUrl ? connect(options.databaseUrl) : await embed(options);
}

export function isDatabaseOpen(): boolean {
  return home.tradeoffDatabase !== undefined;
}

/** The Prisma client. */
export function db(): PrismaClient {
  return connection().prisma;
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

function connect(url: string): Connection {
  const prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString: url }) });
  return { storage: { kind: "server", url }, prisma, close: () => prisma.$disconnect() };
}

async function embed({ dataDir, url = null, from }: OpenDatabaseOptions): Promise<Connection> {
  const hold = dataDir === inMemory ? null : await holdDirectory(dataDir, url);
  try {
    const pglite = await PGlite.create({
      dataDir: dataDir === inMemory ? inMemory : join(dataDir, "database"),
      loadDataDir: from,
    });
    const prisma = new PrismaClient({ adapter: new PrismaPGlite(pglite) });
    const close = async () => {
      await prisma.$disconnect();
      await pglite.close();
      await hold?.release();
    };
    return { storage: { kind: "embedded", pglite }, prisma, close };
  } catch (error) {
    await hold?.release();
    throw error;
  }
}
