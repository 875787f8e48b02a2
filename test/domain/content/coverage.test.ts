import { expect, test } from "vitest";
import { coverageRows } from "#app/domain/content/coverage-rows.ts";
import { findMissingPlaces, parseCoverage, type KnownPlaces } from "#app/domain/content/coverage.ts";
import { findDanglingTerms, findTerm, parseGlossary } from "#app/domain/content/glossary.ts";

const coverage = (text: string) => parseCoverage({ file: "coverage.yaml", text });
const fieldsOf = (problems: readonly { field: string }[]) => problems.map(({ field }) => field);

const exist: KnownPlaces = {
  procedure: new Set(["s0-six-questions", "s1-tree"]),
  cost: new Set(["s0-document-qa", "s2-setup"]),
  latency: new Set(["s0-stages"]),
  lab: new Set(["cost", "tuning"]),
  page: new Set(["cost#break-even"]),
  scenario: new Set(["covenant-analysis"]),
  figure: new Set(["s0-total"]),
  contradiction: new Set(["C1"]),
  glossary: new Set(["hybrid"]),
};

test("knows every row of the material once", () => {
  expect(new Set(coverageRows).size).toBe(coverageRows.length);
  expect(coverageRows).toHaveLength(169);
  expect(coverageRows).toEqual(expect.arrayContaining(["K15", "U19-26", "U27-36", "U39", "D16", "N21", "T14", "C58"]));
  expect(coverageRows).not.toContain("U19");
});

test("reads each row with its places", () => {
  const { coverage: read, problems } = coverage(`complete: false
rows:
  K1: [page:cost#break-even, "glossary:hybrid"]
  R1: [procedure:s0-six-questions]
`);
  expect(problems).toEqual([]);
  expect(read).toEqual({
    complete: false,
    rows: [
      {
        id: "K1",
        places: [
          { kind: "page", target: "cost#break-even" },
          { kind: "glossary", target: "hybrid" },
        ],
      },
      { id: "R1", places: [{ kind: "procedure", target: "s0-six-questions" }] },
    ],
  });
});

test("a row without a place, an unknown row and an unreadable place are errors", () => {
  const { coverage: read, problems } = coverage(
    "complete: false\nrows:\n  K1: []\n  K99: [lab:cost]\n  K2: [lab:cost, shelf:cost, cost]\n",
  );
  expect(fieldsOf(problems)).toEqual(["rows.K1", "rows.K99", "rows.K2", "rows.K2"]);
  expect(read?.rows.map(({ id, places }) => [id, places.length])).toEqual([
    ["K1", 0],
    ["K2", 1],
  ]);
});

test("rows may be left out until the file says that it is complete", () => {
  const rows = coverageRows.slice(0, -2).map((id) => `  ${id}: [lab:cost]\n`);
  expect(coverage(`complete: false\nrows:\n${rows.join("")}`).problems).toEqual([]);
  expect(fieldsOf(coverage(`complete: true\nrows:\n${rows.join("")}`).problems)).toEqual(["rows.C57", "rows.C58"]);
});

test("a file that holds something else is a problem", () => {
  expect(coverage("rows: {}")).toMatchObject({ coverage: null, problems: [{ field: "complete" }] });
  expect(coverage("complete: no way\nrows: [K1]")).toMatchObject({ coverage: null });
  expect(coverage("rows: {").problems.length).toBeGreaterThan(0);
});

test("of every kind, a place that does not exist is an error that names its row", () => {
  const places = [
    ["page:cost#break-even", "page:cost#gone"],
    ["scenario:covenant-analysis", "scenario:gone"],
    ["figure:s0-total", "figure:gone"],
    ["contradiction:C1", "contradiction:C59"],
    ["procedure:s1-tree", "procedure:gone"],
    ["cost:s2-setup", "cost:gone"],
    ["latency:s0-stages", "latency:gone"],
    ["lab:tuning", "lab:gone"],
    ["glossary:hybrid", "glossary:gone"],
  ];
  const { coverage: read } = coverage(`complete: false\nrows:\n  K1: [${places.flat().join(", ")}]\n`);
  const found = read ? findMissingPlaces(read, { file: "coverage.yaml", places: exist }) : [];
  expect(found.map(({ field, message }) => `${field} ${message}`)).toEqual(
    places.map(([, gone]) => `rows.K1 leads to a place that does not exist: ${gone}`),
  );
});

const glossary = `terms:
  - { id: bm25, term: BM25, kind: idea, means: Ranking by shared words., sources: [S1:51], see: [search#both] }
  - id: hybrid
    term: Hybrid
    kind: idea
    means: A word with several meanings.
    senses:
      - { name: Hybrid search, means: Words and meaning., sources: [S1:51] }
      - { name: Hybrid system, means: Retrieval with a tuned writer., sources: [S0:330] }
    sources: [S1:51]
    see: [search#gone]
`;

test("reads the glossary, a term's several meanings among it", () => {
  const { terms, problems } = parseGlossary({ file: "glossary.yaml", text: glossary });
  expect(problems).toEqual([]);
  expect(findTerm(terms, "hybrid")?.senses.map(({ name }) => name)).toEqual(["Hybrid search", "Hybrid system"]);
  expect(findTerm(terms, "bm25")).toMatchObject({ also: [], senses: [] });
  expect(findTerm(terms, "gone")).toBeNull();
});

test("a term without a source, with one meaning alone or of no kind is left out and named", () => {
  const { terms, problems } = parseGlossary({
    file: "glossary.yaml",
    text: `terms:
  - { id: a, term: A, kind: idea, means: A., sources: [] }
  - { id: b, term: B, kind: word, means: B., sources: [S0:1] }
  - { id: c, term: C, kind: tool, means: C., sources: [S0:1], see: [somewhere], senses: [{ name: C, means: C., sources: [S0:1] }] }
  - { id: d, term: D, kind: tool, means: D., sources: [S0:1] }
`,
  });
  expect(terms.map(({ id }) => id)).toEqual(["d"]);
  expect(fieldsOf(problems)).toEqual(["terms[0] (a).sources", "terms[1] (b).kind", "terms[2] (c).senses", "terms[2] (c).see[0]"]);
});

test("a term that leads to no section is named", () => {
  const { terms } = parseGlossary({ file: "glossary.yaml", text: glossary });
  const found = findDanglingTerms(terms, { file: "glossary.yaml", sections: new Set(["search#both"]) });
  expect(found).toEqual([
    {
      file: "glossary.yaml",
      field: "hybrid.see",
      message: "leads to a section that does not exist: search#gone",
      severity: "error",
    },
  ]);
});
