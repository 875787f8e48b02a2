import { closeDatabase, db, openDatabase } from "#app/db/client.server.ts";
import { migrateDatabase } from "#app/db/migrate.server.ts";
import { measureAgreement } from "#app/services/hiring/agreement/measure-agreement.server.ts";
import { describeData, loadOrganisation, organisationId, type Size } from "./load.ts";
import { type Page, prepareMeasured } from "./measured.ts";

// One database of one size, in a process of its own: it is filled, says what is in it, and then measures what it is asked.

export type Target = Size & { databaseUrl: string | null; dataDir: string };
export type Ready = { loadedMs: number; measuredMs: number; data: Record<string, number> };
export type Asked = { page: Page; round: number };
export type Took = { ms: number } | { fault: string };

const target = JSON.parse(process.argv[2] ?? "") as Target;
const tell = (message: Ready | Took) => void process.send?.(message);

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
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
  timed(() => measured[asked.page](asked.round)).then(
    (ms) => tell({ ms }),
    (error: unknown) => tell({ fault: String(error) }),
  );
});
process.once("disconnect", () => void closeDatabase().then(() => process.exit(0)));
