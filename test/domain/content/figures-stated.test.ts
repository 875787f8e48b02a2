import fc from "fast-check";
import { expect, test } from "vitest";
import { findStatedFigure, findUnfoundedNumbers } from "#app/domain/content/figures-unfounded.ts";
import { statedNumbers } from "#app/domain/content/figures-stated.ts";
import { parseStudyPage } from "#app/domain/content/parse.ts";
import type { Figure } from "#app/domain/content/figures.ts";

const textsIn = (markdown: string) => statedNumbers(markdown).map(({ text }) => text);

test.each([
  ["about $340 a month, ~$1,630 in all", ["$340", "$1,630"]],
  ["from 2,800 to 400 tokens", ["2,800", "400"]],
  ["**96 %** of them, `12 ms` and 0.00002", ["96", "0.00002"]],
  ["split 80/10/10 and 12 / 25", ["80/10/10", "12", "25"]],
  ["$0.08–0.20, 50-500 hours, +50–200 ms", ["$0.08", "0.20", "50", "500", "50", "200"]],
  ["over 100K queries, 10 million calls, $50M, 7.248 billion", ["100K", "10 million", "$50M", "7.248 billion"]],
  ["a 30-minute session with 300-token chunks", ["30", "300"]],
  ["0.55 × 180 + 0.45 × 1,455 = 753.75", ["0.55", "180", "0.45", "1,455", "753.75"]],
  ["2000 tokens, 1,999 tokens", ["2000", "1,999"]],
  ["on that page 67 % and in step $5", ["67", "$5"]],
])("finds the numbers of %j", (text, numbers) => {
  expect(textsIn(text)).toEqual(numbers);
});

test.each([
  "two phases, three meanings, the first of four",
  "in late 2025, by 2026, on 15 March and March 15",
  "p50 and p95, the 91st percentile, the 20th one",
  "GPT-4.1, gpt-4o-mini, text-embedding-3-small, BM25, Qwen2.5, E-4417, A100s, version n+1, Q4",
  "Mistral 7B in 16-bit, step 2, Pattern 3",
  "S0 and S0:41, [S0:41], [S1:36-44, S2:9]",
  "`k = 10` and [20 pages](/learn/cost#3)",
  "```python\nx = 12\n```\n\n```mermaid\nflowchart LR\n  A[12 ms] --> B\n```",
  "1. one\n2. two\n10. ten",
])("finds no figure in %j", (text) => {
  expect(textsIn(text)).toEqual([]);
});

test("reads a number's unit, and shares within a range what is written once", () => {
  const [low, high, cheap, dear, short, long] = statedNumbers("50–100 MB, $3–5, 1.9 to 0.6 s");
  expect([low, high].map((each) => each?.unit.dimension)).toEqual(["bytes", "bytes"]);
  expect([cheap, dear].map((each) => each?.unit.dimension)).toEqual(["money", "money"]);
  expect([short, long].map((each) => each?.unit.dimension)).toEqual(["seconds", "seconds"]);
  expect(statedNumbers("10–20 million")[0]).toMatchObject({ value: 10_000_000 });
  expect(statedNumbers("1.5K")[0]).toMatchObject({ value: 1500, step: 100 });
});

test("a number rests on the citation that follows in its sentence, then on the others of the block", () => {
  const [first, second, third] = statedNumbers(
    "It took 12 ms [S0:48] and 8 ms [S0:49].\nTogether 20 ms. Elsewhere [S1:174] more.",
  );
  expect(first?.sources).toEqual(["S0:48", "S0:49", "S1:174"]);
  expect(second?.sources).toEqual(["S0:49", "S0:48", "S1:174"]);
  expect(third?.sources).toEqual(["S0:48", "S0:49", "S1:174"]);
  expect([first?.line, third?.line]).toEqual([1, 2]);
});

test("a number in a table rests on the citations of its row and of its column's head", () => {
  const table = "| Stage | Tuned [S0:46] |\n|---|---|\n| Embed [S0:48] | 12 |\n| Search [S0:49] | 8 |";
  expect(statedNumbers(table).map(({ text, sources, line }) => [text, sources, line])).toEqual([
    ["12", ["S0:48", "S0:46"], 3],
    ["8", ["S0:49", "S0:46"], 4],
  ]);
});

test("a mark after a sentence covers that sentence, in text, lists and tables", () => {
  const examplesIn = (markdown: string) =>
    statedNumbers(markdown).flatMap(({ text, isExample }) => (isExample ? [text] : []));
  expect(examplesIn("One 1. Two 2. <!-- example --> Three 3.")).toEqual(["2"]);
  expect(examplesIn("- With 1.\n- With 2. <!-- example -->")).toEqual(["2"]);
  expect(examplesIn("| a | b |\n|---|---|\n| 1 | 2 <!-- example --> |")).toEqual(["2"]);
  expect(examplesIn("One 1. <!-- exemple -->")).toEqual([]);
});

test("a mark on a line of its own covers the block below, and nothing after it", () => {
  const examplesIn = (markdown: string) => statedNumbers(markdown).map(({ isExample }) => isExample);
  expect(examplesIn("<!-- example -->\n\nOne 1. Two 2.\n\nThree 3.")).toEqual([true, true, false]);
  expect(examplesIn("<!-- example -->\n| a |\n|---|\n| 1 |\n\nThen 2.")).toEqual([true, false]);
  expect(examplesIn("<!-- example -->\n- 1\n- 2\n\nThen 3.")).toEqual([true, true, false]);
});

test("any text is read without an exception, and each number is where it says", () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom("12 ms", "$3–5", " [S0:1] ", "\n\n", "| 1 | 2 |", "<!-- example -->", "80/10/10", ". ", "K", "%"),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      const markdown = pieces.join("");
      const lines = markdown.split(/\r\n?|\n/).length;
      for (const { line, value, text } of statedNumbers(markdown)) {
        expect(line).toBeGreaterThan(0);
        expect(line).toBeLessThanOrEqual(lines);
        expect(Number.isFinite(value)).toBe(true);
        expect(text).toMatch(/\d/);
      }
    }),
  );
});

const base = { statement: "So much.", status: "stated" } as const;
const ledger: Figure[] = [
  { ...base, id: "latency", source: "S0:52", value: 1455, unit: "ms" },
  { ...base, id: "share", source: "S0:54", value: 55, unit: "%" },
  { ...base, id: "range", source: "S0:159", value: { from: 3, to: 5 }, unit: "USD a run" },
  { ...base, id: "open", source: "S0:325", value: { from: 100_000 }, unit: "queries a day" },
  { ...base, id: "split", source: "S1:76", value: "80/10/10" },
  {
    ...base,
    id: "total",
    source: "S0:40",
    value: 1630,
    unit: "USD a month",
    recomputed: { value: 1320, unit: "USD a month", holds: false, how: "30 + 200 + 940 + 150" },
    derived: [{ value: 0.00109, unit: "USD a query", how: "1,630 / 1,500,000" }],
  },
];

test.each([
  ["1,455 ms [S0:52]", "latency"],
  ["1.455 s [S0:52]", "latency"],
  ["1,455 [S0:52], in a column of milliseconds", "latency"],
  ["1,455 ms [S0:48-52]", "latency"],
  ["55 % [S0:54]", "share"],
  ["$3–5 [S0:159]", "range"],
  ["100K a day [S0:325]", "open"],
  ["80/10/10 [S1:76]", "split"],
  ["$1,320 [S0:40]", "total"],
  ["$0.0011 a query [S0:40]", "total"],
  ["1,456 ms [S0:52]", null],
  ["1,455 s [S0:52]", null],
  ["1,455 ms [S0:54]", null],
  ["1,455 ms", null],
  ["55 ms [S0:54]", null],
  ["$4 [S0:159]", null],
  ["$1,631 [S0:40]", null],
  ["$0.0012 a query [S0:40]", null],
  ["70/15/15 [S1:76]", null],
  [`${"9".repeat(400)} ms [S0:52]`, null],
])("of %j, the entry is %j", (text, id) => {
  const [number] = statedNumbers(text);
  expect((number && findStatedFigure(ledger, number)?.figure.id) ?? null).toBe(id);
});

const written = (body: string) => ({
  file: "cost.md",
  text: `---\ntitle: Cost\nkeyIdea: Multiply by 12.\npart: start\norder: 1\nminutes: 5\nsources: []\n---\n\n## Sums\n\n${body}\n`,
});

test("every number that is neither in the ledger nor an example is an error with its line in the file", () => {
  const { page, problems } = parseStudyPage(
    written("It costs $1,630 [S0:40].\nIt took 37 ms [S0:52], or 12 s.\n\nSay 99. <!-- example -->"),
  );
  expect(problems).toEqual([]);
  const found = page ? findUnfoundedNumbers(page, ledger) : [];
  expect(found.map(({ file, field, severity }) => [file, field, severity])).toEqual([
    ["cost.md", "keyIdea", "error"],
    ["cost.md", "line 13", "error"],
    ["cost.md", "line 13", "error"],
  ]);
  expect(found.map(({ message }) => message)).toEqual([
    expect.stringMatching(/^states 12 without a source: cite the line .*<!-- example -->$/),
    expect.stringMatching(/^states 37, which the ledger does not hold at S0:52, S0:40: .*<!-- example -->$/),
    expect.stringMatching(/^states 12, which the ledger does not hold at S0:52, S0:40: /),
  ]);
});

test("the mark is no HTML to warn of, unless words share its line", () => {
  expect(parseStudyPage(written("<!-- example -->\n\nSay 99.")).problems).toEqual([]);
  expect(parseStudyPage(written("<!-- example --> Say 99.")).problems).toMatchObject([{ severity: "warning" }]);
});
