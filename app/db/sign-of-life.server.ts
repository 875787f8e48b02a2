import { randomUUID } from "node:crypto";
import { stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { db, storage } from "#app/db/client.server.ts";
import type { Prisma } from "#app/db/generated/client.ts";
import { isUnheld, openHolds } from "#app/db/holds.server.ts";
import { oneAtATime } from "#app/db/one-at-a-time.server.ts";

// When a process of this instance was last alive: set every few seconds, in a file where one has the data directory to
// itself, in a table where several share a PostgreSQL. Whoever starts and finds nobody living knows from it since when
// nobody could reach the server.

const everyMs = 2_000;
/** Rows of processes that ended before that say nothing any more. */
const keptFor = "1 hour";

export type Outage = { downSince: Date; now: Date };
/** Run in the transaction that takes note of the outage: it is given back whole and once, or not at all. */
export type GiveBack = (tx: Prisma.TransactionClient, outage: Outage) => Promise<void>;

/** Where signs are left. `begin` gives the first, after what `giveBack` does if nobody has been living. */
type Store = {
  begin: (giveBack: GiveBack) => Promise<void>;
  give: () => Promise<void>;
  close: () => Promise<void>;
};

type Giving = { store: Store; timer: NodeJS.Timeout };

const home = globalThis as typeof globalThis & { tradeoffSigns?: Giving };

const nameIn = (dataDir: string) => join(dataDir, "alive");

/** Null where no process has left a sign yet. */
async function findLastSign(dataDir: string): Promise<Date | null> {
  const found = await stat(nameIn(dataDir)).catch(() => null);
  return found && found.mtime;
}

/** Whoever holds the data directory is alone with it. */
function signInFile(dataDir: string): Store {
  const give = async () => {
    const now = new Date();
    await utimes(nameIn(dataDir), now, now).catch(() => writeFile(nameIn(dataDir), ""));
  };
  const begin = async (giveBack: GiveBack) => {
    const downSince = await findLastSign(dataDir);
    if (downSince) await db().$transaction((tx) => giveBack(tx, { downSince, now: new Date() }), patiently);
    await give().catch(() => undefined);
  };
  return { begin, give, close: () => Promise.resolve() };
}

const patiently = { timeout: 60_000 };

/** The database's time: the machines of several processes need not agree on theirs. */
async function giveRow(tx: Prisma.TransactionClient, processId: string): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "SignOfLife" ("processId", "at") VALUES (${processId}, clock_timestamp() AT TIME ZONE 'UTC')
    ON CONFLICT ("processId") DO UPDATE SET "at" = EXCLUDED."at"`;
}

type Signs = { last: Date | null; now: Date; living: number };

async function readSigns(tx: Prisma.TransactionClient, processId: string): Promise<Signs | undefined> {
  const living = `"processId" <> $1 AND NOT ${isUnheld(`'process:' || "processId"`)}`;
  const sql = `SELECT max("at") AS last, clock_timestamp() AT TIME ZONE 'UTC' AS now,
    (count(*) FILTER (WHERE ${living}))::int AS living FROM "SignOfLife"`;
  const [signs] = await tx.$queryRawUnsafe<Signs[]>(sql, processId);
  return signs;
}

/**
 * Of several that start at once the first finds nobody living and gives back; the others find it. The same when this
 * process has lost the database and finds it again.
 */
function signInTable(processId: string) {
  return (giveBack: GiveBack) =>
    oneAtATime(() =>
      db().$transaction(async (tx) => {
        const signs = await readSigns(tx, processId);
        if (signs?.last && signs.living === 0) await giveBack(tx, { downSince: signs.last, now: signs.now });
        await giveRow(tx, processId);
        await tx.$executeRawUnsafe(
          `DELETE FROM "SignOfLife" WHERE "at" < (clock_timestamp() AT TIME ZONE 'UTC') - interval '${keptFor}'`,
        );
      }, patiently),
    );
}

async function openTable(url: string, giveBack: GiveBack): Promise<Store> {
  const processId = randomUUID();
  const begin = signInTable(processId);
  const again = () => void begin(giveBack).catch(() => undefined);
  const holds = await openHolds(url, { onReconnect: again });
  return {
    // Held before the row is there: whoever sees the row sees that it is held.
    begin: async () => {
      await holds.hold(`process:${processId}`);
      await begin(giveBack);
    },
    give: () => giveRow(db(), processId),
    close: () => holds.close(),
  };
}

/**
 * Gives back the time since the last process was alive, if none is, and from now on says that this one is. A sign that
 * cannot be given is missed, no more: the next one may succeed.
 */
export async function giveSigns({ dataDir, giveBack }: { dataDir: string; giveBack: GiveBack }): Promise<void> {
  await stopSigns();
  const open = storage();
  const store = open.kind === "embedded" ? signInFile(dataDir) : await openTable(open.url, giveBack);
  await store.begin(giveBack);
  const timer = setInterval(() => void store.give().catch(() => undefined), everyMs);
  timer.unref();
  home.tradeoffSigns = { store, timer };
}

export async function stopSigns(): Promise<void> {
  const giving = home.tradeoffSigns;
  delete home.tradeoffSigns;
  if (giving === undefined) return;
  clearInterval(giving.timer);
  await giving.store.give().catch(() => undefined);
  await giving.store.close();
}
