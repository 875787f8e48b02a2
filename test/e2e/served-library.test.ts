import { cp, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeDirectory } from "#test/support/directory.ts";
import { textOf, visitOverHttp } from "#test/support/http-visitor.ts";
import { startApp } from "#test/support/running-app.ts";

async function edit(path: string, changes: [from: string | RegExp, to: string][]): Promise<void> {
  const text = await readFile(path, "utf8");
  const edited = changes.reduce((changed, [from, to]) => {
    const next = changed.replace(from, to);
    if (next === changed) throw new Error(`${path} has no ${from}`);
    return next;
  }, text);
  await writeFile(path, edited);
}

test("a scenario with five mistakes is left out, all five are named at the start, and the others are served", async () => {
  const scenariosDir = await makeDirectory();
  const shipped = await readdir("scenarios");
  await cp("scenarios", scenariosDir, { recursive: true });
  const broken = join(scenariosDir, "broken-bot");
  await cp(join(scenariosDir, "customer-support-chatbot"), broken, { recursive: true });
  await edit(join(broken, "scenario.md"), [
    ["level: practitioner", "level: wizard"],
    ["minutes: 25", "minutes: soon"],
    ["strength: best", "strength: unbeatable"],
  ]);
  await edit(join(broken, "rubric.yaml"), [
    ["competency: framing", "competency: juggling"],
    ["points: 2", "points: many"],
  ]);
  const app = await startApp(await makeDirectory(), { SCENARIOS_DIR: scenariosDir });

  const problems = app.announced.filter((line) => line.startsWith("  note     error: broken-bot/"));
  expect(problems.map((line) => /error: (\S+) (\S+):/.exec(line)?.slice(1))).toEqual([
    ["broken-bot/scenario.md", "level"],
    ["broken-bot/scenario.md", "minutes"],
    ["broken-bot/scenario.md", "positions[0].strength"],
    ["broken-bot/rubric.yaml", "criteria[0].competency"],
    ["broken-bot/rubric.yaml", "criteria[0].checks[0].points"],
  ]);
  expect(app.announced.find((line) => line.startsWith("  library"))).toContain(`${shipped.length} scenarios`);
  const guest = visitOverHttp(app.url);
  expect((await guest.get("/scenarios/broken-bot")).status).toBe(404);
  expect(await textOf(await guest.get("/scenarios"))).toContain("The help bot that has to keep up");
  expect(await guest.start("legal-document-analysis")).toMatch(/^[\w-]+$/);
});

test("without any scenario the pages say that there is none", async () => {
  const app = await startApp(await makeDirectory(), { SCENARIOS_DIR: await makeDirectory() });
  const guest = visitOverHttp(app.url);
  for (const path of ["/", "/scenarios", "/progress"])
    expect([path, (await guest.get(path)).status]).toEqual([path, 200]);
});
