import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { messages } from "@electric-sql/pglite";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  bindMigrationAwareSqlAdapterFactory,
  DriverAdapterError,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";
import { PrismaPGlite } from "pglite-prisma-adapter";
import type { Storage } from "#app/db/client.server.ts";

// Prisma's schema engine, compiled to WebAssembly and run in this process: the same engine, the same
// `_prisma_migrations` table and the same checksums as the official command line, which can take over at any time.
// The package is Prisma's internal one, pinned to the version of the client's engines; only this file knows it.

export type SchemaEngine = bindings.SchemaEngine;

export const schemaPath = "prisma/schema.prisma";

/** Everything in the schema is ours to manage. */
export const noFilters = { externalTables: [], externalEnums: [] };

let instantiated: Promise<void> | undefined;

async function instantiate(): Promise<void> {
  const script = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const wasm = await readFile(join(dirname(script), "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(wasm, { "./schema_engine_bg.js": bindings });
  const { __wbg_set_wasm, __wbindgen_start } = { ...bindings, ...instance.exports } as unknown as {
    __wbg_set_wasm: (exports: WebAssembly.Exports) => void;
    __wbindgen_start: () => void;
  };
  __wbg_set_wasm(instance.exports);
  __wbindgen_start();
}

/**
 * Runs `use` with an engine on the database. Until its connections are disposed the engine keeps them, and on
 * PostgreSQL the lock that makes several starting processes take turns: both go, whatever happens.
 */
export async function withSchemaEngine<T>(storage: Storage, use: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  await (instantiated ??= instantiate());
  const connections: SqlDriverAdapter[] = [];
  const factory = bindMigrationAwareSqlAdapterFactory(remembering(adapterFactory(storage), connections));
  const datamodels: [string, string][] = [[schemaPath, await readFile(schemaPath, "utf8")]];
  const engine = await bindings.SchemaEngine.new({ datamodels }, () => undefined, factory);
  try {
    return await use(engine);
  } finally {
    engine.free();
    for (const connection of connections) await connection.dispose();
  }
}

/**
 * Prisma's adapter factories, with the one thing put right that migrations need: PGlite's starts a script without
 * waiting for it, so a migration that fails would be recorded as applied, and PostgreSQL's cuts a script at every
 * semicolon. Sent whole and waited for, a script is one transaction in both.
 */
function adapterFactory(storage: Storage): SqlMigrationAwareDriverAdapterFactory {
  if (storage.kind === "server") {
    const factory = new PrismaPg({ connectionString: storage.url });
    return withConnect(factory, async () => {
      const adapter = await factory.connect();
      return withScripts(adapter, (script) => adapter.underlyingDriver().query(script));
    });
  }
  const { pglite } = storage;
  const factory = new PrismaPGlite(pglite);
  return withConnect(factory, async () => withScripts(await factory.connect(), (script) => pglite.exec(script)));
}

function withScripts<Adapter extends SqlDriverAdapter>(
  adapter: Adapter,
  run: (script: string) => Promise<unknown>,
): Adapter {
  adapter.executeScript = async (script) => {
    await run(script).catch(rethrowForEngine);
  };
  return adapter;
}

function rethrowForEngine(error: unknown): never {
  if (!(error instanceof messages.DatabaseError) && !(error instanceof pg.DatabaseError)) throw error;
  const { message, code = "N/A", severity = "ERROR", detail, column, hint } = error;
  throw new DriverAdapterError({ kind: "postgres", code, severity, message, detail, column, hint });
}

function withConnect(
  factory: SqlMigrationAwareDriverAdapterFactory,
  connect: () => Promise<SqlDriverAdapter>,
): SqlMigrationAwareDriverAdapterFactory {
  const { provider, adapterName } = factory;
  return { provider, adapterName, connect, connectToShadowDb: () => factory.connectToShadowDb() };
}

function remembering(
  factory: SqlMigrationAwareDriverAdapterFactory,
  connections: SqlDriverAdapter[],
): SqlMigrationAwareDriverAdapterFactory {
  const remember = async (connecting: Promise<SqlDriverAdapter>) => {
    const connection = await connecting;
    connections.push(connection);
    return connection;
  };
  const { provider, adapterName } = factory;
  return {
    provider,
    adapterName,
    connect: () => remember(factory.connect()),
    connectToShadowDb: () => remember(factory.connectToShadowDb()),
  };
}
