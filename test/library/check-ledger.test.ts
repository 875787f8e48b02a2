import { join } from "node:path";
import { mkdir } from "node:fs/promises";
import { expect, test } from "vitest";
import { checkLibrary } from "#app/services/library/check-library.server.ts";
import { readLibrary } from "#app/services/library/load-library.server.ts";
import { makeDirectory } from "#test/support/directory.ts";
import { makeScenario, useTestLibrary, writeFiles, writtenPage } from "#test/support/scenario.ts";

// What `tradeoff check` says of the ledger, the glossary and the coverage, in the library and in other directories.

const figures = {
  file: "figures.yaml",
  text: "figures:\n  - { id: s0-total, source: S0:40, statement: The total., value: 1630, unit: USD a month, status: dated }\n",
};

const library = await useTestLibrary(makeScenario());
await writeFiles(library.contentDir, [figures]);

async function errorsOf(files: { file: string; text: string }[]) {
  const directory = await makeDirectory();
  await writeFiles(directory, files);
  const checked = await checkLibrary([directory]);
  if (!checked.ok) throw new Error(checked.message);
  return { ...checked, errors: checked.problems.map(({ file, field, message }) => `${file} ${field}: ${message}`) };
}

function pageThatSays(words: string) {
  const page = writtenPage("cost", ["Sums", "More"]);
  return { ...page, text: page.text.replace("Some words.", words) };
}

test("counts the figures of the library", async () => {
  expect(await checkLibrary([])).toMatchObject({ figures: 1, pages: 2 });
});

test("a number on a page is held against the ledger of the library, or of its own directory", async () => {
  expect(await errorsOf([pageThatSays("It costs $1,630 [S0:40].")])).toMatchObject({ figures: 0, errors: [] });
  expect((await errorsOf([pageThatSays("It costs $1,630 [S0:41].")])).errors).toEqual([
    expect.stringMatching(/^cost\.md line 12: states \$1,630, which the ledger does not hold at S0:41: /),
  ]);
  const own = { ...figures, text: figures.text.replace("S0:40", "S0:41") };
  expect(await errorsOf([pageThatSays("It costs $1,630 [S0:41]."), own])).toMatchObject({ figures: 1, errors: [] });
  expect((await errorsOf([pageThatSays("It costs $1,630 [S0:40]."), own])).errors).toHaveLength(1);
});

test("a directory with nothing but a ledger can be checked", async () => {
  const broken = { ...figures, text: `${figures.text}  - { id: s0-b }\n` };
  expect(await errorsOf([broken])).toMatchObject({ pages: 0, figures: 1 });
  expect((await errorsOf([broken])).errors.map((error) => error.split(":")[0])).toEqual([
    "figures.yaml figures[1] (s0-b).source",
    "figures.yaml figures[1] (s0-b).statement",
    "figures.yaml figures[1] (s0-b).value",
    "figures.yaml figures[1] (s0-b).status",
  ]);
});

test("places of the coverage and of the glossary may be anywhere in the library, and have to be somewhere", async () => {
  const { errors } = await errorsOf([
    {
      file: "coverage.yaml",
      text: `complete: false
rows:
  K1: [page:latency#prompt-length, page:latency#gone]
  U1: [scenario:house-dialect, scenario:gone]
  N1: [figure:s0-total, figure:gone, cost:s0-document-qa]
  C1: [contradiction:C1, glossary:rag]
`,
    },
    {
      file: "glossary.yaml",
      text: "terms:\n  - { id: rag, term: RAG, kind: idea, means: Looking up., sources: [S0:7], see: [latency#gone] }\n",
    },
  ]);
  expect(errors).toEqual([
    "glossary.yaml rag.see: leads to a section that does not exist: latency#gone",
    "coverage.yaml rows.K1: leads to a place that does not exist: page:latency#gone",
    "coverage.yaml rows.U1: leads to a place that does not exist: scenario:gone",
    "coverage.yaml rows.N1: leads to a place that does not exist: figure:gone",
    "coverage.yaml rows.C1: leads to a place that does not exist: contradiction:C1",
  ]);
});

test("a list that cannot be read is named, and the rest is served", async () => {
  const contentDir = await makeDirectory();
  await writeFiles(contentDir, [figures, pageThatSays("It costs $1,630 [S0:40].")]);
  await mkdir(join(contentDir, "glossary.yaml"));
  const read = await readLibrary({ ...library, contentDir });
  expect(read.pages.map(({ slug }) => slug)).toEqual(["cost"]);
  expect([read.figures.length, read.terms]).toEqual([1, []]);
  expect(read.problems).toContainEqual({
    file: "glossary.yaml",
    field: "the whole file",
    message: "cannot be read",
    severity: "error",
  });
});

test("links of a page to the ledger, the glossary, labs and scenarios are checked, and the page is served all the same", async () => {
  const page = pageThatSays(
    "[a](/figures#s0-total) [b](/scenarios/house-dialect) [c](/labs) [d](/figures#s0-gone) [e](/labs/gone) [f](/glossary#gone)",
  );
  const wrong = [
    "links to a place that does not exist: /figures#s0-gone",
    "links to a place that does not exist: /labs/gone",
    "links to a place that does not exist: /glossary#gone",
  ];
  expect((await errorsOf([page])).errors).toEqual(wrong.map((message) => `cost.md line 12: ${message}`));
  const contentDir = await makeDirectory();
  await writeFiles(contentDir, [figures, page, writtenPage("latency", ["Prompt length"])]);
  const read = await readLibrary({ ...library, contentDir });
  expect(read.pages.map(({ slug }) => slug)).toContain("cost");
  expect(read.problems.filter(({ file }) => file === "cost.md").map(({ message }) => message)).toEqual(wrong);
});
