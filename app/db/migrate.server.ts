import { readdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { storage } from "#app/db/client.server.ts";
import { oneAtATime } from "#app/db/one-at-a-time.server.ts";
import { noFilters, schemaPath, withSchemaEngine } from "#app/db/schema-engine.server.ts";

export const migrationsDir = "prisma/migrations";

/** Applies the migrations the open database has not seen, and names them; safe from several processes at once. */
export async function migrateDatabase(directory = migrationsDir): Promise<string[]> {
  const migrationsList = await readMigrations(directory);
  try {
    return await oneAtATime(() =>
      withSchemaEngine(storage(), async (engine) => {
        const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters: noFilters });
        return appliedMigrationNames;
      }),
    );
  } catch (error) {
    throw new Error(`The database could not be brought up to date. ${plainMessage(error)}`, { cause: error });
  }
}

/** The SQL that leads from the open database to prisma/schema.prisma, or null when they agree. */
export async function diffFromSchema(directory = migrationsDir): Promise<string | null> {
  const migrationsList = await readMigrations(directory);
  const content = await readFile(schemaPath, "utf8");
  return withSchemaEngine(storage(), async (engine) => {
    const { exitCode, stdout } = await engine.diff({
      from: { tag: "migrations", ...migrationsList },
      to: { tag: "schemaDatamodel", files: [{ path: schemaPath, content }] },
      script: true,
      exitCode: true,
      filters: noFilters,
    });
    return exitCode === 0 ? null : stdout;
  });
}

async function readMigrations(directory: string) {
  const entries = await readdir(directory, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const lockfilePath = join(directory, "migration_lock.toml");
  return {
    baseDir: resolve(directory),
    lockfile: { path: "migration_lock.toml", content: await readFile(lockfilePath, "utf8") },
    shadowDbInitScript: "",
    migrationDirectories: await Promise.all(
      names.sort().map(async (name) => {
        const value = await readFile(join(directory, name, "migration.sql"), "utf8");
        return { path: name, migrationFile: { path: "migration.sql", content: { tag: "ok" as const, value } } };
      }),
    ),
  };
}

/** The engine's own words (P3009 names the migration that failed earlier) without the trace of its internals. */
function plainMessage(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const [words = "", trace = ""] = error.message.split(/\n\s+0: /, 2);
  const migration = /migration_name="([^"]+)"/.exec(trace)?.[1];
  const code = "code" in error ? `${String(error.code)}: ` : "";
  const said = words.replace("external connector error\n", "").replace(/\s+/g, " ").trim();
  return migration === undefined ? `${code}${said}` : `${code}The migration ${migration} failed: ${said}`;
}
