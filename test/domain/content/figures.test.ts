import fc from "fast-check";
import { expect, test } from "vitest";
import { contradictionTypes, contradictionTypeWords, findContradiction } from "#app/domain/content/contradiction.ts";
import { parseFigures } from "#app/domain/content/figures-parse.ts";
import {
  figuresAt,
  figureStatuses,
  figureStatusWords,
  findFigure,
  type Figure,
} from "#app/domain/content/figures.ts";

function figure(changes: Partial<Figure> = {}): Figure {
  return { id: "s0-total", source: "S0:40", statement: "It costs so much.", value: 1630, status: "stated", ...changes };
}

const figuresFile = (text: string) => ({ file: "content/figures.yaml", text });

const ledger = `figures:
  - id: s0-embedding
    source: S0:35
    statement: Embedding costs about $340 a month.
    value: 340
    unit: USD a month
    status: recomputed
    recomputed: { value: 30, unit: USD a month, holds: false, how: "50,000 × $0.00002 × 30 days" }
    derived:
      - { value: 11.3, unit: times too high, how: 340 / 30 }
    contradictions: [C1]
  - id: s1-volume
    source: S1:156
    statement: Training pays from 10 million calls a month.
    value: { from: 10000000 }
    status: contradicted
    against: [S0:325]
`;

const contradictions = `contradictions:
  - id: C1
    types: [arithmetic]
    title: Too high
    claim: { text: It costs $340., sources: [S0:35] }
    against: { text: It costs $30., sources: [] }
    takeaway: Multiply.
    figures: [s0-embedding]
`;

test("reads the ledger and its contradictions", () => {
  const read = parseFigures([figuresFile(ledger), { file: "content/contradictions.yaml", text: contradictions }]);
  expect(read.problems).toEqual([]);
  expect(findFigure(read.figures, "s0-embedding")).toMatchObject({ value: 340, recomputed: { value: 30, holds: false } });
  expect(findFigure(read.figures, "s1-volume")?.value).toEqual({ from: 10_000_000 });
  expect(findContradiction(read.contradictions, "C1")?.figures).toEqual(["s0-embedding"]);
  expect([findFigure(read.figures, "gone"), findContradiction(read.contradictions, "C9")]).toEqual([null, null]);
});

test("a ledger that is not there is empty", () => {
  expect(parseFigures([])).toEqual({ figures: [], contradictions: [], problems: [] });
});

test("names every problem at once by entry and field, and keeps the entries that are right", () => {
  const read = parseFigures([
    figuresFile(`figures:
  - { id: s0-a, source: S0:1, statement: A., value: 1, status: stated }
  - { id: S0 B, source: S9:1, statement: "", value: [1], status: guessed, mood: good }
  - { id: s0-a, source: S0:2, statement: A again., value: 2, status: stated }
  - { id: s0-c, source: S0:3, statement: C., value: 3, status: recomputed }
  - { id: s0-d, source: S0:4, statement: D., value: { from: 4, to: 3 }, status: contradicted }
  - { id: s0-e, source: S0:5, statement: E., value: {}, status: dated, contradictions: [C7] }
  - { id: s0-f, source: S0:6, statement: F., value: 6, status: dated, contradictions: [C7] }
  - seven
`),
    {
      file: "contradictions.yaml",
      text: contradictions.replace("sources: [S0:35]", "sources: []").concat(
        contradictions.replace("contradictions:\n", "").replace("C1", "C2"),
      ),
    },
  ]);
  expect(read.figures.map(({ id }) => id)).toEqual(["s0-a", "s0-f"]);
  expect(read.contradictions.map(({ id }) => id)).toEqual(["C2"]);
  expect(read.problems.map(({ file, field }) => `${file} ${field}`)).toEqual([
    "content/figures.yaml figures[1] (S0 B).id",
    "content/figures.yaml figures[1] (S0 B).source",
    "content/figures.yaml figures[1] (S0 B).statement",
    "content/figures.yaml figures[1] (S0 B).value",
    "content/figures.yaml figures[1] (S0 B).status",
    "content/figures.yaml figures[1] (S0 B)",
    "content/figures.yaml figures[2] (s0-a).id",
    "content/figures.yaml figures[3] (s0-c).recomputed",
    "content/figures.yaml figures[4] (s0-d).value",
    "content/figures.yaml figures[4] (s0-d).against",
    "content/figures.yaml figures[5] (s0-e).value",
    "content/figures.yaml figures[7]",
    "contradictions.yaml contradictions[0] (C1).claim",
    "content/figures.yaml s0-f.contradictions",
    "contradictions.yaml C2.figures",
  ]);
});

test("broken YAML and a file that holds something else are problems, never an exception", () => {
  expect(parseFigures([figuresFile("figures: [")]).problems).toMatchObject([{ field: expect.stringMatching(/^line/) }]);
  expect(parseFigures([figuresFile("")]).problems).toMatchObject([{ field: "the whole file" }]);
  expect(parseFigures([figuresFile("figures: none\nmood: good")]).problems).toHaveLength(2);
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(parseFigures([figuresFile(text), { file: "contradictions.yaml", text }]).figures).toEqual([]);
    }),
  );
});

test("finds the figures of a line, and those that a range of lines touches", () => {
  const figures = [
    figure({ id: "a", source: "S0:34" }),
    figure({ id: "b", source: "S0:113-114" }),
    figure({ id: "c", source: "S1:34" }),
  ];
  const idsAt = (source: string) => figuresAt(figures, source).map(({ id }) => id);
  expect(idsAt("S0:34")).toEqual(["a"]);
  expect(idsAt("S0:34-113")).toEqual(["a", "b"]);
  expect(idsAt("S0:114")).toEqual(["b"]);
  expect(idsAt("S0:35-112")).toEqual([]);
  expect(idsAt("S3:34")).toEqual([]);
});

test("every status and every type of contradiction has words of its own", () => {
  const names = figureStatuses.map((status) => figureStatusWords[status].name);
  expect(new Set(names).size).toBe(figureStatuses.length);
  expect(new Set(contradictionTypes.map((type) => contradictionTypeWords[type])).size).toBe(contradictionTypes.length);
});
