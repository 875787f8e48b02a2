import { expect, test } from "vitest";
import { db } from "#app/db/client.server.ts";
import { diffFromSchema, migrateDatabase } from "#app/db/migrate.server.ts";
import { useTestDatabase } from "#test/support/database.ts";

useTestDatabase();

test("migrating a second time finds nothing to do", async () => {
  expect(await migrateDatabase()).toEqual([]);
});

test("the migrations lead to exactly what the schema says", async () => {
  expect(await diffFromSchema()).toBeNull();
});

test("a row that was written is read back", async () => {
  await db().user.create({ data: { id: "u1", name: "Ada", email: "ada@example.com" } });
  expect(await db().user.findUniqueOrThrow({ where: { email: "ada@example.com" } })).toMatchObject({
    id: "u1",
    name: "Ada",
  });
});
