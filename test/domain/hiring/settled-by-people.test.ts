import fc from "fast-check";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { settle } from "#app/domain/hiring/settled.ts";

const level = fc.integer({ min: 0, max: 4 });
const given = fc.record({
  independent: fc.array(fc.option(level), { maxLength: 5 }),
  adjudicated: fc.option(level),
  changes: fc.array(level, { maxLength: 3 }),
});

test("a level that counts is one that a person gave, whatever was given and by how many", () => {
  fc.assert(
    fc.property(given, (levels) => {
      const people = [...levels.independent, levels.adjudicated, ...levels.changes];
      const settled = settle(levels);
      if (settled.level !== null) expect(people).toContain(settled.level);
      expect(settled.by === null).toBe(settled.level === null);
    }),
  );
});

test("without a person's level nothing counts", () => {
  fc.assert(
    fc.property(fc.array(fc.constant(null), { maxLength: 5 }), (independent) => {
      expect(settle({ independent, adjudicated: null, changes: [] })).toMatchObject({ level: null, by: null });
    }),
  );
});

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !name.includes("generated"))
    .map((name) => join(folder, name));
}

test("nothing but what people gave is asked for a level that counts, and one place alone writes it", () => {
  const writers = filesUnder("app").filter((path) =>
    /sessionLevel\s*\.\s*(create|upsert|update)/.test(readFileSync(path, "utf8")),
  );
  expect(writers).toEqual(["app/services/hiring/levels/settle-session.server.ts"]);
  // No grade, no grader and no model can be handed to it: it takes people's levels and nothing else.
  const asked: Record<keyof Parameters<typeof settle>[0], true> = {
    independent: true,
    adjudicated: true,
    changes: true,
  };
  expect(Object.keys(asked)).toHaveLength(3);
  expect(readFileSync("app/domain/hiring/settled.ts", "utf8")).not.toMatch(/^import/m);
});
