import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { UsageError } from "#app/cli/command.ts";
import { exportCommand } from "#app/cli/export.ts";
import { importCommand } from "#app/cli/import.ts";
import { closeDatabase, db, openDatabase } from "#app/db/client.server.ts";
import { migrateDatabase } from "#app/db/migrate.server.ts";
import { makeDirectory } from "#test/support/directory.ts";
import { makeScenario, useTestLibrary, writeFiles, writtenScenario } from "#test/support/scenario.ts";

const shipped = makeScenario();
await useTestLibrary(shipped);
const dataDir = await mkdtemp(join(tmpdir(), "tradeoff-"));
process.env.DATA_DIR = dataDir;
afterAll(() => rm(dataDir, { recursive: true, force: true }));

beforeAll(async () => {
  await openDatabase({ dataDir });
  await migrateDatabase();
  await db().organisation.createMany({ data: [{ name: "Acme", handle: "acme" }] });
  await closeDatabase();
});

const refusal = (run: Promise<unknown>) =>
  run.then(
    () => "taken",
    (error: unknown) => (error instanceof UsageError ? error.message : String(error)),
  );

test("what is imported from folders comes out again as the same folders, and as a zip", async () => {
  const source = await makeDirectory();
  const desk = writtenScenario(makeScenario({ slug: "desk", title: "Desk" }));
  await writeFiles(source, [
    ...desk,
    { file: "notes.txt", text: "x" },
    { file: "desk/calibration/odd.txt", text: "x" },
  ]);
  await symlink("/etc/hostname", join(source, "desk", "hints.yaml"));
  const looked = await importCommand.run([source, "--dry-run"]);
  expect([looked.exitCode, looked.text.split("\n")[0]]).toEqual([0, "desk: new, 2 files differ, 0 problems"]);
  const first = await importCommand.run([source, "--organisation", "acme"]);
  expect(first.exitCode).toBe(0);
  expect(first.json).toMatchObject({
    organisation: "acme",
    imported: [{ slug: "desk", outcome: "created" }],
    leftOut: [
      { name: "desk/hints.yaml", why: "is a link" },
      { name: "desk/calibration/odd.txt", why: "is no file of a scenario" },
      { name: "notes.txt", why: "is no folder" },
    ],
  });
  const target = join(await makeDirectory(), "out");
  expect(await exportCommand.run(["scenarios", target])).toMatchObject({ exitCode: 0, json: { scenarios: ["desk"] } });
  for (const { file, text } of desk) expect(await readFile(join(target, file), "utf8")).toBe(text);
  expect(await readdir(join(target, "desk"))).toEqual(["rubric.yaml", "scenario.md"]);
  const zip = join(await makeDirectory(), "all.zip");
  await exportCommand.run(["scenarios", zip, "--organisation", "acme"]);
  expect((await importCommand.run([zip])).text).toBe("desk: as it was\n");
  expect(await refusal(exportCommand.run(["scenarios", target]))).toMatch(/holds something already/);
  expect(await refusal(exportCommand.run(["scenarios", zip]))).toMatch(/is not there yet/);
});

test("a scenario with the name of one that ships is not imported, and the exit code says so", async () => {
  const source = await makeDirectory();
  await writeFiles(source, writtenScenario(shipped));
  const outcome = await importCommand.run([join(source, shipped.slug)]);
  expect(outcome.exitCode).toBe(1);
  expect(outcome.text).toMatch(/Rename its folder, for example to .*-2/);
});

test("wrong usage, and data that is not there, end with one clear line", async () => {
  expect(await refusal(importCommand.run([]))).toMatch(/Usage: tradeoff import/);
  expect(await refusal(exportCommand.run(["sessions", "x"]))).toMatch(/Usage: tradeoff export/);
  expect(await refusal(importCommand.run([join(dataDir, "nothing")]))).toMatch(/is neither a folder nor a zip/);
  expect(await refusal(exportCommand.run(["scenarios", join(dataDir, "o"), "--organisation", "x"]))).toBe(
    "There is no organisation x. There is acme.",
  );
  const broken = join(await makeDirectory(), "desk");
  await mkdir(broken);
  await writeFile(join(broken, "scenario.md"), Buffer.from([0xff, 0xfe]));
  expect(await refusal(importCommand.run([broken]))).toMatch(/scenario.md is no text in UTF-8/);
});
