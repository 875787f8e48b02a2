import { join } from "node:path";
import { expect, test } from "vitest";
import { calibrate } from "#app/cli/calibrate.ts";
import { check } from "#app/cli/check.ts";
import { UsageError, type Command } from "#app/cli/command.ts";
import { grade } from "#app/cli/grade.ts";
import { makeDirectory } from "#test/support/directory.ts";
import { makeScenario, useTestLibrary, writeFiles, writtenScenario } from "#test/support/scenario.ts";

// What the commands say to wrong usage and input; test/cli/tradeoff.test.ts sees it printed.

const { scenariosDir } = await useTestLibrary(makeScenario());
const [, rubric] = writtenScenario(makeScenario({ slug: "broken" }));
await writeFiles(scenariosDir, [
  ...writtenScenario(makeScenario({ slug: "broken", minutes: 500 })).slice(0, 1),
  ...(rubric ? [rubric] : []),
]);

async function refusalOf(command: Command, ...args: string[]): Promise<string> {
  const refused = await command.run(args).then(
    () => null,
    (error: unknown) => error,
  );
  if (!(refused instanceof UsageError)) throw new Error(`Expected wrong usage, got ${String(refused)}`);
  expect(refused.message).not.toContain("\n");
  return refused.message;
}

async function writeTranscript(text: string): Promise<string> {
  const directory = await makeDirectory();
  await writeFiles(directory, [{ file: "answer.md", text }]);
  return join(directory, "answer.md");
}

const usage = "Usage: tradeoff grade <scenario-slug> <transcript.md> [--grader offline|anthropic]";

test("too few and too many arguments are told how it goes", async () => {
  expect(await refusalOf(grade)).toBe(`Name a scenario and a transcript. ${usage}`);
  expect(await refusalOf(grade, "house-dialect")).toBe(`Name a scenario and a transcript. ${usage}`);
  expect(await refusalOf(grade, "house-dialect", "a.md", "b.md")).toBe(`Name a scenario and a transcript. ${usage}`);
});

test("an option that is not known and a grader that is not there are named", async () => {
  expect(await refusalOf(grade, "house-dialect", "a.md", "--grade", "offline")).toMatch(
    /'--grade'.* Usage: tradeoff grade/,
  );
  expect(await refusalOf(calibrate, "--grader", "oracle")).toBe(
    "--grader is oracle, but must be offline or anthropic.",
  );
  expect(await refusalOf(check, "--deep")).toMatch(/'--deep'.* Usage: tradeoff check \[dir…\] \[--lint\]$/);
});

test("an unknown scenario is told which there are, a broken one what is wrong with it", async () => {
  const path = await writeTranscript("## Candidate\nHello there.\n");
  expect(await refusalOf(grade, "nowhere", path)).toBe("There is no scenario nowhere. There are house-dialect.");
  expect(await refusalOf(calibrate, "house-dialect", "broken")).toMatch(
    /^The scenario broken is left out: broken\/scenario\.md minutes: .*90.*\.$/,
  );
});

test("a transcript that cannot be read and one that is none are named with their file", async () => {
  expect(await refusalOf(grade, "house-dialect", "/no/such/answer.md")).toBe("/no/such/answer.md cannot be read.");
  const path = await writeTranscript("## Interviewer\nHow?\n");
  expect(await refusalOf(grade, "house-dialect", path)).toBe(`${path}: has no "## Candidate" part with text below it.`);
});

test("a directory with nothing to check is named", async () => {
  const directory = await makeDirectory();
  expect(await refusalOf(check, directory)).toBe(`${directory} holds neither scenarios nor study pages.`);
});

test("calibrating without labelled answers is not a success", async () => {
  expect(await calibrate.run(["house-dialect"])).toMatchObject({
    exitCode: 1,
    json: { answers: 0, exact: null, weightedKappa: null, disagreements: [] },
    text: expect.stringContaining("weighted kappa undefined, alpha undefined, same verdict undefined"),
  });
});

test("a grade for a person shows each check with its quote, and what was a mistake", async () => {
  const path = await writeTranscript(
    "## Candidate\nTables change every week so the schema has to come from the catalogue at query time.\n",
  );
  const { exitCode, text } = await grade.run(["house-dialect", path]);
  expect(exitCode).toBe(0);
  expect(text).toMatch(/^30 of 100, beginning\n/);
  expect(text).toMatch(/ {2}met +schema-is-knowledge\n +“Tables change every week so the schema/);
});
