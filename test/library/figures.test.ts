import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { figuresAt, type Figure, type FigureValue } from "#app/domain/content/figures.ts";
import { readUnit } from "#app/domain/content/figures-quantity.ts";
import { findUnfoundedNumbers } from "#app/domain/content/figures-unfounded.ts";
import { parseStudyPage } from "#app/domain/content/parse.ts";
import { readLedger } from "#app/services/library/read-ledger.server.ts";
import { renderMarkdown } from "#app/services/library/render-markdown.server.ts";
import { loadLibrary } from "#app/services/library/load-library.server.ts";
import { evaluate } from "#test/support/arithmetic.ts";

// The ledger that is shipped: it holds every number of the sources, and its own arithmetic is right.

const { pages } = await loadLibrary();
const { figures, contradictions, terms, coverage, problems } = await readLedger("content");

/** What stands on each line of the sources, as it was found by reading them: see the head of the file. */
const lines = readFileSync(join(process.cwd(), "test/fixtures/source-numbers.txt"), "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .map((line) => {
    const [source = "", entered = ""] = line.split("|").map((part) => part.trim());
    return { source, entered: entered.split(";").flatMap((each) => each.trim() || []) };
  });

function valuesOf(value: FigureValue): string[] {
  if (typeof value === "string") return [value];
  if (typeof value === "number") return [String(value)];
  return [value.from, value.to].flatMap((end) => end ?? []).map(String);
}

const asWritten = (entered: string) => (Number.isNaN(Number(entered)) ? entered : String(Number(entered)));

test("the ledger, its contradictions, the glossary and the coverage are read without a problem", () => {
  expect(problems).toEqual([]);
  expect(figures.length).toBeGreaterThan(250);
  expect(contradictions.map(({ id }) => id)).toEqual(Array.from({ length: 58 }, (_, at) => `C${at + 1}`));
  expect(terms.length).toBeGreaterThanOrEqual(50);
  expect(coverage?.rows.length).toBeGreaterThan(100);
});

test("every number on every line of the sources is in the ledger", () => {
  const missing = lines.flatMap(({ source, entered }) => {
    const held = new Set(figuresAt(figures, source).flatMap(({ value }) => valuesOf(value)));
    return entered.filter((each) => !held.has(asWritten(each))).map((each) => `${source} ${each}`);
  });
  expect(missing).toEqual([]);
});

test("every figure of the ledger stands on its line in the sources", () => {
  const entered = new Map(lines.map((line) => [line.source, line.entered.map(asWritten)]));
  const invented = figures.filter(({ source, value }) =>
    valuesOf(value).some((each) => !entered.get(source)?.includes(each)),
  );
  expect(invented.map(({ id }) => id)).toEqual([]);
});

test("each id begins with its source, and the ledger is in the order of the sources", () => {
  for (const { id, source } of figures) expect(id).toMatch(new RegExp(`^${source.slice(0, 2).toLowerCase()}-`));
  const order = figures.map(({ source }) => Number(source[1]) * 1e6 + Number.parseInt(source.slice(3)));
  expect(order).toEqual(order.toSorted((a, b) => a - b));
});

/** Does a recomputed value agree with the printed one, as closely as that is printed? Null where they cannot be compared. */
function agrees({ value, unit, recomputed }: Figure): boolean | null {
  const again = recomputed?.value;
  if (again === undefined || typeof value === "string" || typeof again === "string") return null;
  if (readUnit(unit ?? "").dimension !== readUnit(recomputed?.unit ?? "").dimension) return null;
  if (unit?.split(" ")[0] !== recomputed?.unit?.split(" ")[0]) return null;
  const isNear = (printed: number, ours: number) =>
    Math.abs(printed - ours) <= 0.5 * 10 ** -(String(printed).split(".")[1]?.length ?? 0) + 1e-9;
  if (typeof value === "number") return typeof again === "number" ? isNear(value, again) : null;
  if (typeof again === "number") return (value.from ?? -Infinity) <= again && again <= (value.to ?? Infinity);
  return isNear(value.from ?? 0, again.from ?? 0) && isNear(value.to ?? 0, again.to ?? 0);
}

test("a recomputed figure holds where its new value is the printed one, and only there", () => {
  const compared = figures.flatMap((figure) => {
    const agreed = agrees(figure);
    return agreed === null ? [] : [{ id: figure.id, holds: figure.recomputed?.holds, agreed }];
  });
  expect(compared.length).toBeGreaterThan(25);
  // A misattributed number keeps its size and loses its meaning.
  const wrong = compared.filter(({ id, holds, agreed }) => holds !== agreed && id !== "s2-reranking-gain");
  expect(wrong).toEqual([]);
});

test("what is derived follows by its own arithmetic", () => {
  const sums = figures.flatMap(({ id, recomputed, derived = [] }) =>
    [...(recomputed ? [recomputed] : []), ...derived].flatMap(({ value, unit, how }) => {
      const result = evaluate(how.replace(/[:;]\s.*$|, .*$/, ""));
      if (result === null || typeof value !== "number") return [];
      return [{ id, how, value, result: unit?.startsWith("%") ? result * 100 : result }];
    }),
  );
  expect(sums.length).toBeGreaterThan(80);
  // Values are rounded to two digits or more.
  expect(sums.filter(({ value, result }) => Math.abs(value - result) > 0.02 * Math.abs(result))).toEqual([]);
});

test("no study page states a number that is neither in the ledger nor an example", () => {
  expect(pages.flatMap(({ numbers }) => numbers).length).toBeGreaterThan(200);
  expect(pages.flatMap((page) => findUnfoundedNumbers(page, figures))).toEqual([]);
});

test("a number slipped into any study page is found", () => {
  const missed = pages.filter((page) => {
    const text = readFileSync(join(process.cwd(), "content", `${page.slug}.md`), "utf8");
    const changed = parseStudyPage({ file: `${page.slug}.md`, text: `${text}\nIt saves 37.5 % [S0:43].\n` }).page;
    return !changed || findUnfoundedNumbers(changed, figures).length !== 1;
  });
  expect(missed.map(({ slug }) => slug)).toEqual([]);
});

test("no reader sees the mark of an example", async () => {
  const bodies = await Promise.all(pages.map(({ body }) => renderMarkdown(body)));
  expect(pages.filter(({ body }) => body.includes("<!-- example -->")).length).toBeGreaterThan(8);
  expect(JSON.stringify(bodies)).not.toMatch(/<!--|&lt;!--/);
});

test("the glossary tells the three meanings of hybrid apart, each with where it is used", () => {
  const hybrid = terms.find(({ id }) => id === "hybrid");
  expect(hybrid?.senses.map(({ name }) => name)).toEqual(["Hybrid search", "Hybrid system", "A flowchart's leaf"]);
  const uses = hybrid?.senses.map(({ sources }) => [...new Set(sources.map((source) => source.slice(0, 2)))]);
  expect(uses).toEqual([["S0", "S1"], ["S0", "S1", "S2", "S3"], ["S2"]]);
});
