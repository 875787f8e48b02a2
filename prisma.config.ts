import { defineConfig } from "prisma/config";

// The Prisma CLI would download a native schema engine even to generate the client. Naming any executable here keeps
// `generate`, `format` and `validate` working without it. With it, `migrate` and `db push` do nothing and still exit 0:
// never call them. Migrations run through app/db/migrate.server.ts.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  datasource: { url: process.env.DATABASE_URL ?? "postgresql://embedded" },
});
