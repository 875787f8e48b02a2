import { stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";

// When a process that has the data directory to itself was last alive: the time of a file in it, set every few seconds. At
// the next start it says since when nobody could reach the server. Several machines over one PostgreSQL need none of it:
// while one is down, the others serve.

const everyMs = 2_000;
const nameIn = (dataDir: string) => join(dataDir, "alive");

type Giving = { dataDir: string; timer: NodeJS.Timeout };

const home = globalThis as typeof globalThis & { tradeoffSigns?: Giving };

/** Null where no process has left a sign yet. */
export async function findLastSign(dataDir: string): Promise<Date | null> {
  const found = await stat(nameIn(dataDir)).catch(() => null);
  return found && found.mtime;
}

async function giveSign(dataDir: string): Promise<void> {
  const now = new Date();
  await utimes(nameIn(dataDir), now, now).catch(() => writeFile(nameIn(dataDir), ""));
}

/** A sign that cannot be given is missed, no more: the next one may succeed. */
export async function giveSigns(dataDir: string): Promise<void> {
  await stopSigns();
  const timer = setInterval(() => void giveSign(dataDir).catch(() => undefined), everyMs);
  timer.unref();
  home.tradeoffSigns = { dataDir, timer };
  await giveSign(dataDir).catch(() => undefined);
}

export async function stopSigns(): Promise<void> {
  const giving = home.tradeoffSigns;
  delete home.tradeoffSigns;
  if (giving === undefined) return;
  clearInterval(giving.timer);
  await giveSign(giving.dataDir).catch(() => undefined);
}
