import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { UsageError, type Command } from "#app/cli/command.ts";
import { cost } from "#app/cli/cost.ts";
import { decide } from "#app/cli/decide.ts";
import { latency } from "#app/cli/latency.ts";
import { volumeThresholds } from "#app/domain/simulator/cost/volume-thresholds.ts";
import { makeDirectory } from "#test/support/directory.ts";
import { spawnProcess } from "#test/support/spawn-process.ts";

// The simulators on the command line: their answers as the table of commands has them, and what they refuse.

async function json(command: Command, ...args: string[]): Promise<Record<string, unknown>> {
  const { exitCode, json: value } = await command.run(args);
  expect(exitCode).toBe(0);
  return JSON.parse(JSON.stringify(value)) as Record<string, unknown>;
}

async function refusalOf(command: Command, ...args: string[]): Promise<string> {
  const refused = await command.run(args).then(
    () => null,
    (error: unknown) => error,
  );
  if (!(refused instanceof UsageError)) throw new Error(`Expected wrong usage, got ${String(refused)}`);
  expect(refused.message).not.toContain("\n");
  return refused.message;
}

async function writeFacts(text: string): Promise<string> {
  const path = join(await makeDirectory(), "facts.json");
  await writeFile(path, text);
  return path;
}

async function run(args: string[]) {
  const process = spawnProcess("app/cli/tradeoff.ts", args);
  const exitCode = await process.exited;
  return { exitCode, said: process.said(), errors: process.errors() };
}

test("cost answers with inputs, lines, break-even and notes", async () => {
  const report = await json(cost, "s0-document-qa");
  expect(Object.keys(report)).toEqual(["preset", "inputs", "lines", "breakEven", "notes"]);
  const lines = report.lines as Record<string, unknown>[];
  expect(lines.find(({ id }) => id === "rag-embedding")).toEqual({
    id: "rag-embedding",
    label: "Retrieval: embedding the queries",
    unit: "USD/month",
    value: 30,
    printed: 340,
    source: "S0:35",
    difference: -310,
  });
  expect(report.breakEven).toEqual({ kind: "at", value: 1.1125, unit: "retrains per month" });
  expect((report.inputs as Record<string, unknown>[])[0]).toEqual({
    id: "queriesPerDay",
    label: "Queries",
    unit: "queries/day",
    value: 50_000,
    default: 50_000,
    min: 1,
    max: 1e9,
    whole: true,
    source: "S0:31",
    thresholds: volumeThresholds.perDay,
  });
});

test("what is set counts, after one --set or several", async () => {
  const one = await json(cost, "s2-compare-costs", "--set", "queriesPerMonth=2000", "ftUsdPerMonth=700");
  expect(one).toEqual(await json(cost, "s2-compare-costs", "--set", "queriesPerMonth=2000", "--set=ftUsdPerMonth=700"));
  expect(one.breakEven).toMatchObject({ kind: "at", value: 5000 });
  expect((one.inputs as Record<string, unknown>[]).find(({ id }) => id === "ftUsdPerMonth")).toMatchObject({
    value: 700,
    default: 0,
  });
});

test("latency draws the same answer each time, unless the seed is another", async () => {
  const drawn = await json(latency, "s0-stages");
  expect(Object.keys(drawn)).toEqual(["preset", "inputs", "lines", "breakEven", "notes"]);
  expect(await json(latency, "s0-stages")).toEqual(drawn);
  expect((await json(latency, "s0-stages", "--set", "seed=2")).lines).not.toEqual(drawn.lines);
});

test("decide enumerates S2's flowchart and S0's questions", async () => {
  expect(await json(decide, "--enumerate", "s2-flowchart")).toEqual({
    inputs: 32,
    verdicts: { rag: 29, hybrid: 2, "fine-tune": 1 },
  });
  expect(await json(decide, "--enumerate", "s0-six-questions")).toEqual({
    inputs: 64,
    verdicts: { hybrid: 45, rag: 15, "fine-tune": 3, undefined: 1 },
  });
});

test("decide runs the seven procedures on a file of facts", async () => {
  const path = await writeFacts(JSON.stringify({ dataChanges: "weekly", needsCitations: true }));
  const { procedures, agree, ...rest } = await json(decide, "--facts", path);
  expect(rest).toEqual({});
  expect(agree).toBe(true);
  const judged = procedures as { id: string; verdict: string; path: object[] }[];
  expect(judged.map(({ id }) => id)).toEqual([
    "s0-six-questions",
    "s0-matrix",
    "s1-tree",
    "s1-quick-reference",
    "s2-flowchart",
    "s2-quick-table",
    "s3-prose",
  ]);
  expect(judged[4]).toEqual({
    id: "s2-flowchart",
    source: "S2:437-458",
    verdict: "rag",
    path: [
      { node: "changes", question: "Does knowledge change often?", answer: "yes", to: "rag", source: "S2:439-441" },
    ],
  });
  expect(judged[2]?.path.at(-1)).toMatchObject({ node: "format", missing: "formatCritical" });
});

test("a person is told the verdicts, what led to them and where the sources contradict each other", async () => {
  const path = await writeFacts(
    JSON.stringify({ problem: "unknown", externalOrPrivateData: false, dataChanges: "static" }),
  );
  const { text } = await decide.run(["--facts", path]);
  expect(text).toMatch(/s1-quick-reference +prompt\n/);
  expect(text).toContain("s1-tree cannot tell without formatCritical.");
  expect(text).toContain("! When it is unclear what is wrong");
  const { text: costs } = await cost.run(["s0-document-qa"]);
  expect(costs).toContain("Retrieval: embedding the queries: 30 USD/month, printed 340, difference -310  S0:35\n");
  expect(costs).toContain("Break-even: at 1.1125 retrains per month\n");
  expect((await cost.run(["s2-compare-costs"])).text).toContain("Break-even: none: fine-tune is always ahead\n");
});

const wrong: [command: Command, args: string[], line: RegExp][] = [
  [cost, [], /^Name a preset: s0-document-qa, .* Usage: tradeoff cost <preset>/],
  [cost, ["s9-nothing"], /^There is no preset s9-nothing\. There are s0-document-qa, /],
  [cost, ["s0-stages"], /^There is no preset s0-stages\./],
  [latency, ["s0-document-qa"], /^There is no preset s0-document-qa\. There are s0-stages, s0-semantic-cache, /],
  [cost, ["s2-setup", "documents=3"], /^documents=3 comes after no --set\. Usage: /],
  [cost, ["s2-setup", "--set", "documents"], /^--set documents must be key=value/],
  [cost, ["s2-setup", "--set", "documents=1", "--set", "documents=2"], /^--set documents is given twice\.$/],
  [cost, ["s2-setup", "--set", "pages=3"], /^--set "pages" is no input; there are documents, /],
  [cost, ["s2-setup", "--set", "documents=0"], /^--set documents must be a whole number from 1 to 10000000000 /],
  [
    cost,
    ["s2-setup", "--set", "usdPerHour=-1"],
    /^--set usdPerHour must be a number from 0 to 10000 \(USD\/hour\), not "-1"\.$/,
  ],
  [cost, ["s2-setup", "--set", "usdPerHour=NaN"], /^--set usdPerHour must be .* not "NaN"\.$/],
  [cost, ["s2-setup", "--set", "usdPerHour=Infinity"], /not "Infinity"\.$/],
  [cost, ["s2-setup", "--set", "usdPerHour=1e99"], /not "1e99"\.$/],
  [cost, ["s2-setup", "--set", "usdPerHour=a\nb"], /not "a b"\.$/],
  [cost, ["s2-setup", "--set", "-5"], /^Option '--set' argument is ambiguous\. .*Usage: tradeoff cost/],
  [latency, ["s0-stages", "--set", "embedP95Ms=1"], /^--set embedP95Ms must be embedP50Ms or more: 1 is below 12\.$/],
  [decide, [], /^Give either --facts or --enumerate\. Usage: tradeoff decide/],
  [decide, ["--facts", "a.json", "--enumerate", "s1-tree"], /^Give either/],
  [decide, ["--enumerate", "s9-nothing"], /^There is no procedure s9-nothing\. There are s0-six-questions, /],
  [decide, ["--facts", "/no/such/facts.json"], /^\/no\/such\/facts\.json cannot be read\.$/],
  [decide, ["--facts"], /^Option '--facts <value>' argument missing Usage: tradeoff decide/],
];

test.each(wrong)("$usage refuses %j", async (command, args, line) => {
  expect(await refusalOf(command, ...args)).toMatch(line);
});

const wrongFacts: [text: string, line: RegExp][] = [
  ["{", /facts\.json is not JSON: /],
  ["", /facts\.json is not JSON: /],
  ["[]", /facts\.json: the file must be one JSON object of facts\.$/],
  ['{"budget": 3}', /facts\.json: budget is not a fact that is known; there are dataChanges, /],
  ['{"__proto__": 3}', /facts\.json: __proto__ is not a fact that is known/],
  ['{"queriesPerMonth": -3}', /facts\.json: queriesPerMonth must be a whole number from 0 to 1000000000000\.$/],
  ['{"queriesPerMonth": 1e999}', /facts\.json: queriesPerMonth must be a whole number/],
  ['{"dataChanges": "hourly"}', /facts\.json: dataChanges must be one of daily, weekly, monthly, quarterly, static\.$/],
];

test.each(wrongFacts)("a file of facts with %j is refused", async (text, line) => {
  expect(await refusalOf(decide, "--facts", await writeFacts(text))).toMatch(line);
});

test("the commands are there, print one JSON value and nothing else, and end with 2 when refused", async () => {
  const answered = await run(["cost", "s2-compare-costs", "--json"]);
  expect(answered).toMatchObject({ exitCode: 0, errors: "" });
  expect(JSON.parse(answered.said)).toMatchObject({ breakEven: { kind: "always", winner: "fine-tune" } });
  const refused = await run(["latency", "s0-semantic-cache", "--set", "hitShare=2", "--json"]);
  expect(refused).toEqual({
    exitCode: 2,
    said: "",
    errors: '--set hitShare must be a number from 0 to 1 (share from 0 to 1), not "2".\n',
  });
  const help = await run([]);
  for (const command of ["decide", "cost", "latency"]) expect(help.said).toContain(`  ${command} `);
});
