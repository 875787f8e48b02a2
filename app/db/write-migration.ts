import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { closeDatabase, openDatabase } from "#app/db/client.server.ts";
import { diffFromSchema, migrationsDir } from "#app/db/migrate.server.ts";

// `npm run migration -- add-cards` writes prisma/migrations/<time>_add_cards/migration.sql: the SQL from the
// migrations that are there to what prisma/schema.prisma says now. Read it before you commit it: the engine cannot know
// that a renamed column is not a new one. It is applied at the next start.

const name = process.argv[2] ?? "";
if (!/^[a-z][a-z0-9-]*$/.test(name)) {
  console.error("Give the migration a name in lower case, such as: npm run migration -- add-cards");
  process.exit(2);
}

await openDatabase({ dataDir: "memory://" });
const sql = await diffFromSchema();
await closeDatabase();

if (sql === null) {
  console.log("prisma/schema.prisma and the migrations agree: nothing to write.");
} else {
  const time = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const directory = join(migrationsDir, `${time}_${name.replaceAll("-", "_")}`);
  await mkdir(directory, { recursive: true });
  await writeFile(join(directory, "migration.sql"), sql);
  console.log(`Wrote ${join(directory, "migration.sql")}. Read it, then start the app to apply it.`);
}
