import { afterAll, expect, test } from "vitest";
import { UsageError } from "#app/cli/command.ts";
import { search } from "#app/cli/search.ts";
import { closeEmbedder } from "#app/services/retrieval/choose-embedder.server.ts";
import { retrievalPages } from "#test/support/retrieval-material.ts";
import { makeScenario, useTestLibrary, writeFiles } from "#test/support/scenario.ts";

const library = await useTestLibrary(makeScenario());
const files = Object.entries(retrievalPages).map(([slug, text]) => ({ file: `${slug}.md`, text }));
await writeFiles(library.contentDir, files);
process.env.EMBEDDINGS = "none";
afterAll(closeEmbedder);

type Row = { page: string; section: string; title: string; snippet: string; score: number; sources: string[] };

async function run(...args: string[]) {
  const { exitCode, json, text } = await search.run(args);
  return { exitCode, rows: json as Row[], text };
}
const refusal = (...args: string[]) =>
  search.run(args).then(
    () => "taken",
    (error: unknown) => (error instanceof UsageError ? error.message : "broken"),
  );

test("results name page, section, title, sentence, score and sources, best first", async () => {
  const { exitCode, rows } = await run("hash of the wording");
  expect(exitCode).toBe(0);
  expect(rows[0]).toMatchObject({
    page: "caching",
    section: "exact-and-semantic",
    title: "Caches: Exact and semantic",
    sources: ["S0:253"],
  });
  expect(rows[0]?.snippet).toContain("hash of the wording");
  expect(rows.map(({ score }) => score)).toEqual(rows.map(({ score }) => score).toSorted((a, b) => b - a));
});

test("words apart are one query, a limit is kept, and every mode answers", async () => {
  expect((await run("hash", "of", "wording", "--limit", "1")).rows).toHaveLength(1);
  for (const mode of ["lexical", "dense", "hybrid"]) {
    expect((await run("hash of the wording", "--mode", mode)).rows[0]?.page).toBe("caching");
  }
});

test("no good match is an empty list and exit 1, also for common words and other scripts", async () => {
  for (const query of ["kubernetes ingress", "the of and", "检索", "<b></b> kubernetes"]) {
    const { exitCode, rows, text } = await run(query);
    expect([exitCode, rows, text]).toEqual([1, [], "No good match in the material.\n"]);
  }
});

test("wrong usage is one line that names what to give", async () => {
  expect(await refusal()).toMatch(/^Name what to search for\. Usage: tradeoff search/);
  expect(await refusal(" ")).toMatch(/^The query holds nothing to search for/);
  expect(await refusal("cache", "--mode", "fuzzy")).toBe("--mode is fuzzy, but must be one of lexical, dense, hybrid.");
  for (const limit of ["0", "-1", "1e2", "many"]) {
    expect(await refusal("cache", `--limit=${limit}`)).toMatch(
      /^--limit is .*, but must be a whole number from 1 to 100/,
    );
  }
  expect(await refusal("x".repeat(10_000))).toMatch(/^The query has 10000 characters, but may have 500 at most/);
});
