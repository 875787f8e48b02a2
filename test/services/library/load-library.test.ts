import { mkdir, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { hashOf, readLibrary } from "#app/services/library/load-library.server.ts";
import { makeDirectory } from "#test/support/directory.ts";
import { makeScenario, studyPages, writeFiles, writtenPage, writtenScenario } from "#test/support/scenario.ts";

async function makeLibrary(...files: { file: string; text: string }[]) {
  const root = await makeDirectory();
  const roots = { scenariosDir: join(root, "scenarios"), contentDir: join(root, "content") };
  await mkdir(roots.scenariosDir);
  await writeFiles(roots.scenariosDir, files);
  await writeFiles(roots.contentDir, studyPages);
  return roots;
}

const sound = (slug: string) => writtenScenario(makeScenario({ slug }));

function errorsIn({ problems }: Awaited<ReturnType<typeof readLibrary>>): string[] {
  return problems.filter(({ severity }) => severity === "error").map(({ file, field }) => `${file} ${field}`);
}

test("a library with one broken scenario serves the others and names all that is wrong with the one", async () => {
  const broken = makeScenario({ slug: "broken", minutes: 500, opening: "" });
  const [description, rubric] = writtenScenario(broken);
  if (!description || !rubric) throw new Error("A scenario has two files.");
  const wrong = [
    { ...description, text: description.text.replace("level: practitioner", "level: wizard") },
    { ...rubric, text: rubric.text.replace("points: 7", "points: 70").replace("#freshness", "") },
  ];
  const library = await readLibrary(await makeLibrary(...sound("first"), ...wrong, ...sound("last")));
  expect(library.scenarios.map(({ scenario }) => scenario.slug)).toEqual(["first", "last"]);
  expect(errorsIn(library)).toEqual([
    "broken/scenario.md level",
    "broken/scenario.md minutes",
    "broken/scenario.md opening",
    "broken/rubric.yaml criteria[0].checks[0].points",
    "broken/rubric.yaml criteria[0].checks[1].study",
  ]);
});

test("a broken labelled answer is left out and named, its scenario is served", async () => {
  const answer = (name: string, text: string) => ({ file: `first/calibration/${name}.md`, text });
  const labels = ["dialect-is-behaviour", "schema-is-knowledge", "trains-facts", "shorter-prompt"]
    .map((id) => `  ${id}: not_met\n`)
    .join("");
  const good = answer("strong", `---\nauthor: a\nband: strong\nverdicts:\n${labels}---\n## Candidate\nYes.\n`);
  const bad = answer("partial", `---\nauthor: a\nband: good\nverdicts:\n${labels}---\n## Candidate\nYes.\n`);
  const library = await readLibrary(await makeLibrary(...sound("first"), good, bad));
  expect(library.scenarios[0]?.calibration.map(({ name }) => name)).toEqual(["strong"]);
  expect(errorsIn(library)).toEqual(["first/calibration/partial.md band"]);
});

test("a study reference that leads nowhere is an error of the rubric, and the scenario is served", async () => {
  const roots = await makeLibrary(...sound("first"));
  await writeFiles(roots.contentDir, [writtenPage("latency", ["Another heading"])]);
  const library = await readLibrary(roots);
  expect(library.scenarios).toHaveLength(1);
  expect(errorsIn(library)).toEqual(["first/rubric.yaml criteria[1].checks[0].study"]);
});

test("a folder without its files is named, files beside the folders and hidden folders are not looked at", async () => {
  const roots = await makeLibrary(...sound("first"));
  await mkdir(join(roots.scenariosDir, "empty"));
  await mkdir(join(roots.scenariosDir, ".git"));
  await writeFile(join(roots.scenariosDir, "README.md"), "Hello.");
  const library = await readLibrary(roots);
  expect(library.scenarios.map(({ scenario }) => scenario.slug)).toEqual(["first"]);
  expect(errorsIn(library)).toEqual(["empty/scenario.md the whole file", "empty/rubric.yaml the whole file"]);
});

test("a file that cannot be read is a problem of its scenario, not of the library", async () => {
  const roots = await makeLibrary(...sound("first"), ...sound("second"));
  const path = join(roots.scenariosDir, "second", "rubric.yaml");
  await rm(path);
  await symlink("nowhere.yaml", path);
  const library = await readLibrary(roots);
  expect(library.scenarios.map(({ scenario }) => scenario.slug)).toEqual(["first"]);
  expect(errorsIn(library)).toEqual(["second/rubric.yaml the whole file"]);
});

test("a folder of scenarios that is not there is one clear line", async () => {
  const roots = { scenariosDir: "/no/such/folder", contentDir: "/no/such/content" };
  await expect(readLibrary(roots)).rejects.toThrow(
    /^\/no\/such\/folder cannot be read: SCENARIOS_DIR must name the folder of the scenarios\.$/,
  );
});

test("the same content has the same hash in every library, other content another", async () => {
  const [one, other, changed] = [
    await readLibrary(await makeLibrary(...sound("first"))),
    await readLibrary(await makeLibrary(...sound("first"))),
    await readLibrary(await makeLibrary(...writtenScenario(makeScenario({ slug: "first", minutes: 20 })))),
  ];
  const hashes = (library: typeof one) => library.scenarios.map(({ hash, rubricHash }) => [hash, rubricHash]);
  expect(hashes(one)).toEqual(hashes(other));
  expect(one.scenarios[0]?.hash).toMatch(/^[0-9a-f]{64}$/);
  expect(changed.scenarios[0]?.hash).not.toBe(one.scenarios[0]?.hash);
  expect(changed.scenarios[0]?.rubricHash).toBe(one.scenarios[0]?.rubricHash);
  expect(hashOf({ a: 1 })).toBe("015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862");
});

test("hints are read from their file; what is wrong with one is named, it is left out, and its scenario is served", async () => {
  const steps = (text: string) => `["${text} one", "${text} two", "${text} three"]`;
  const hints = `dialect-is-behaviour: ${steps("Hint")}\nschema-is-knowledge: ["Only one"]\nno-such-check: ${steps("Hint")}\n`;
  const library = await readLibrary(await makeLibrary(...sound("first"), { file: "first/hints.yaml", text: hints }));
  expect(library.scenarios[0]?.scenario.hints).toEqual({
    "dialect-is-behaviour": ["Hint one", "Hint two", "Hint three"],
  });
  const named = library.problems
    .filter(({ file }) => file === "first/hints.yaml")
    .map(({ severity, field, message }) => `${severity} ${field} ${message}`);
  expect(named).toEqual([
    "error schema-is-knowledge must be a list of three: a nudge, a direction, an example from another domain",
    "error no-such-check is no check of the rubric: no-such-check",
    "warning shorter-prompt has no hints of its own",
  ]);
  const empty = await readLibrary(
    await makeLibrary(...sound("first"), { file: "first/hints.yaml", text: 'dialect-is-behaviour: ["a", "", "c"]\n' }),
  );
  expect(errorsIn(empty)).toEqual(["first/hints.yaml dialect-is-behaviour[1]"]);
});
