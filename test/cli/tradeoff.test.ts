import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeDirectory } from "#test/support/directory.ts";
import { makeScenario, writeFiles, writtenScenario } from "#test/support/scenario.ts";
import { spawnProcess } from "#test/support/spawn-process.ts";

// The command itself, in a process of its own: what it prints, where, and how it ends.

async function tradeoff(args: string[], environment: Record<string, string> = {}) {
  const process = spawnProcess("app/cli/tradeoff.ts", args, environment);
  const exitCode = await process.exited;
  return { exitCode, said: process.said(), errors: process.errors() };
}

/** The one JSON value on standard output, and nothing else on either. */
async function json(args: string[], environment?: Record<string, string>) {
  const { exitCode, said, errors } = await tradeoff([...args, "--json"], environment);
  expect(errors).toBe("");
  return { exitCode, value: JSON.parse(said) as Record<string, unknown> };
}

const slug = "customer-support-chatbot";
const transcript = `scenarios/${slug}/calibration/partial.md`;

async function writeTranscript(text: string): Promise<string> {
  const directory = await makeDirectory();
  await writeFiles(directory, [{ file: "answer.md", text }]);
  return join(directory, "answer.md");
}

test("check finds nothing wrong with what is shipped", async () => {
  const scenarios = (await readdir("scenarios")).length;
  const pages = (await readdir("content")).filter((name) => name.endsWith(".md")).length;
  expect(await json(["check"])).toEqual({
    exitCode: 0,
    value: { scenarios, pages, figures: 262, problems: [] },
  });
});

test("check lists what is wrong with a folder, and ends with 1", async () => {
  const directory = await makeDirectory();
  await writeFiles(directory, writtenScenario(makeScenario({ minutes: 500 })));
  const { exitCode, value } = await json(["check", directory]);
  expect(exitCode).toBe(1);
  expect(Object.keys(value)).toEqual(["scenarios", "pages", "figures", "problems"]);
  expect(value).toMatchObject({
    scenarios: 0,
    problems: [{ file: "house-dialect/scenario.md", field: "minutes", message: expect.any(String), severity: "error" }],
  });
});

test("grade prints the grade as the table of commands has it", async () => {
  const answer =
    "Training cannot keep pace with a Thursday publication while refreshing an index takes minutes, so I search first.";
  const path = await writeTranscript(`## Interviewer\nWhat do you build?\n\n## Candidate\n${answer}\n`);
  const { exitCode, value } = await json(["grade", slug, path]);
  expect(exitCode).toBe(0);
  expect(Object.keys(value)).toEqual(
    "scenario rubricHash grader status reason score band criteria redFlags numbers diagrams flags usage".split(" "),
  );
  expect(value).toMatchObject({
    scenario: slug,
    grader: "offline",
    status: "graded",
    reason: null,
    numbers: [],
    band: "beginning",
    rubricHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    usage: { model: "phrasings-2", tokens: null, costUsd: 0 },
  });
  const criteria = value.criteria as Record<string, unknown>[];
  expect(Object.keys(criteria[0] ?? {})).toEqual(["id", "competency", "level", "points", "maxPoints", "checks"]);
  const checks = criteria.flatMap(
    (criterion) => criterion.checks as { id: string; verdict: string; quotes: string[] }[],
  );
  expect(Object.keys(checks[0] ?? {})).toEqual(["id", "verdict", "quotes", "reason", "confidence"]);
  const met = checks.find(({ id }) => id === "look-up-because-of-change");
  expect(met).toMatchObject({ verdict: "met", quotes: [answer] });
  expect(Object.keys((value.redFlags as object[])[0] ?? {})).toEqual(["id", "verdict", "quotes"]);
});

test("grade says what it read in each diagram, and a megabyte of Mermaid is not read and ends soon", async () => {
  const drawing = "flowchart LR\nS[Search] --> R[Rerank]\nR --> L[LLM]\nR -->|below threshold| N[Offer an agent]";
  const blocks = [drawing, "sequenceDiagram\nA->>B: hi", `graph LR\n${"A --> B\n".repeat(125_000)}`];
  const body = blocks.map((block) => `\`\`\`mermaid\n${block}\n\`\`\`\n`).join("\n");
  const path = await writeTranscript(`## Interviewer\nWhat do you build?\n\n## Candidate\nThis.\n\n${body}`);
  const { exitCode, value } = await json(["grade", slug, path]);
  expect(exitCode).toBe(0);
  expect(value.diagrams).toMatchObject([
    { kind: "flowchart", analysed: true, reason: null },
    { kind: "sequenceDiagram", analysed: false, reason: expect.stringContaining("a sequence diagram"), rules: [] },
    { kind: "graph", analysed: false, reason: expect.stringContaining("longer than 20,000 characters"), rules: [] },
  ]);
  const [first] = value.diagrams as { rules: Record<string, unknown>[] }[];
  expect(first?.rules.find(({ rule }) => rule === "fallback-when-nothing-found")).toEqual({
    rule: "fallback-when-nothing-found",
    verdict: "holds",
    message: "When nothing good is found, line 4 takes over.",
    lines: [2, 4],
  });
});

test("grade without a key for the model is ungraded: no score, a reason, and 1", async () => {
  const path = await writeTranscript("## Candidate\nI would look it up.\n");
  const { exitCode, value } = await json(["grade", slug, path, "--grader", "anthropic"], { ANTHROPIC_API_KEY: "" });
  expect(exitCode).toBe(1);
  expect(value).toMatchObject({
    grader: "anthropic",
    status: "ungraded",
    score: null,
    band: null,
    criteria: [],
    redFlags: [],
    reason: expect.stringMatching(/^no_key: /),
  });
});

test("calibrate measures the agreement with the labels", async () => {
  const { exitCode, value } = await json(["calibrate", slug]);
  expect(exitCode).toBe(0);
  expect(Object.keys(value)).toEqual(
    (
      "answers labels verdicts exact withinOne weightedKappa alpha notDefined levels alphaInterval confusion " +
      "byHalf byScenario byKind byCriterion byCheck disagreements"
    ).split(" "),
  );
  expect(value).toMatchObject({
    answers: 6,
    labels: "author",
    notDefined: null,
    confusion: { scale: ["not_met", "partial", "met"] },
    byHalf: [
      { half: "development", scenarios: 1, answers: 6, weightedKappa: value.weightedKappa },
      { half: "test", scenarios: 0, answers: 0, exact: null, weightedKappa: null, notDefined: "no pairs" },
    ],
    byScenario: [{ scenario: slug, answers: Array.from({ length: 6 }, () => ({ status: "graded" })) }],
    byCriterion: Array.from({ length: 7 }, () => ({ scenario: slug, n: 6 })),
  });
  const exacts = (value.byCheck as { exact: number }[]).map(({ exact }) => exact);
  expect(exacts).toEqual(exacts.toSorted((a, b) => a - b));
  expect(value.exact).toBeGreaterThan(0.5);
  expect(value.weightedKappa).toBeLessThanOrEqual(1);
  const [disagreement] = value.disagreements as object[];
  expect(Object.keys(disagreement ?? {})).toEqual("scenario answer check title labelled given quote link".split(" "));
});

test("for a person it prints lines, and help names every command", async () => {
  const { exitCode, said } = await tradeoff([
    "grade",
    slug,
    await writeTranscript("## Candidate\nI would look it up.\n"),
  ]);
  expect(exitCode).toBe(0);
  expect(said).toMatch(/^\d+ of 100, \w+\n/);
  const help = await tradeoff([]);
  expect(help).toMatchObject({ exitCode: 0, errors: "" });
  for (const command of ["check", "grade", "calibrate"]) expect(help.said).toContain(`  ${command} `);
});

const wrong: [string, string[], Record<string, string>, RegExp][] = [
  [
    "a command that is not there",
    ["polish", "--json"],
    {},
    /^There is no command polish\. There are check, grade, calibrate, .*import\.\n$/,
  ],
  [
    "a setting that is wrong",
    ["check"],
    { GRADER: "oracle" },
    /^GRADER is "oracle", but must be one of offline, anthropic\.\n$/,
  ],
  [
    "a labelled answer in place of a transcript",
    ["grade", slug, transcript],
    {},
    /partial\.md: line 1: text before the first .* heading\.\n$/,
  ],
];

test.each(wrong)(
  "%s is one line on standard error, nothing on standard output, and 2",
  async (_name, args, environment, line) => {
    const { exitCode, said, errors } = await tradeoff(args, environment);
    expect({ exitCode, said }).toEqual({ exitCode: 2, said: "" });
    expect(errors).toMatch(line);
  },
);
