import { closeDatabase, db, openDatabase } from "#app/db/client.server.ts";
import { migrateDatabase } from "#app/db/migrate.server.ts";
import { measureAgreement } from "#app/services/hiring/agreement/measure-agreement.server.ts";
import { describeData, loadOrganisation, organisationId, type Size } from "./load.ts";
import { type Page, prepareMeasured, startExport } from "./measured.ts";

// One database of one size, in a process of its own: it is filled, says what is in it, and then measures what it is asked.

export type Target = Size & { databaseUrl: string | null; dataDir: string };
export type Ready = { loadedMs: number; measuredMs: number; data: Record<string, number> };
export type Asked = { page: Page; round: number } | "export";
export type Took = { ms: number } | { fault: string };
/** `heldMb`: the most that was held in memory beyond what was before the file was begun, garbage left out. */
export type Exported = Took & { rows?: number; heldMb?: number };

const target = JSON.parse(process.argv[2] ?? "") as Target;
const tell = (message: Ready | Exported) => void process.send?.(message);

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

function heldBytes(): number {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

const piecesBetweenLooks = 5;

/** The file read to its end by somebody who takes it as fast as it comes. */
async function writeFile(): Promise<Exported> {
  const before = heldBytes();
  let [rows, pieces, most, lookedMs] = [0, 0, before, 0];
  const ms = await timed(async () => {
    for await (const piece of await startExport()) {
      rows += piece.split("\r\n").length - 1;
      pieces += 1;
      if (pieces % piecesBetweenLooks !== 0) continue;
      lookedMs += await timed(() => Promise.resolve((most = Math.max(most, heldBytes()))));
    }
  });
  return { ms: ms - lookedMs, rows, heldMb: (most - before) / 1_000_000 };
}

async function measureVersions(): Promise<void> {
  const versions = await db().assessmentPart.findMany({ distinct: ["scenarioHash"], select: { scenarioHash: true } });
  for (const { scenarioHash } of versions) await measureAgreement({ organisationId, scenarioHash });
}

await openDatabase(target);
await migrateDatabase();
const loadedMs = await timed(() => loadOrganisation(target));
const measuredMs = await timed(measureVersions);
const measured = await prepareMeasured();
tell({ loadedMs, measuredMs, data: await describeData() });

process.on("message", (asked: Asked) => {
  const taken =
    asked === "export" ? writeFile() : timed(() => measured[asked.page](asked.round)).then((ms) => ({ ms }));
  taken.then(tell, (error: unknown) => tell({ fault: String(error) }));
});
process.once("disconnect", () => void closeDatabase().then(() => process.exit(0)));
