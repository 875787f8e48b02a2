import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { makePassages } from "#app/domain/retrieval/passage.ts";
import { closeEmbedder } from "#app/services/retrieval/choose-embedder.server.ts";
import { embedPassages } from "#app/services/retrieval/embed-passages.server.ts";
import type { Embedder } from "#app/services/retrieval/embedder.server.ts";
import { findFurtherStudy } from "#app/services/retrieval/find-further-study.server.ts";
import { searchMaterial } from "#app/services/retrieval/search-material.server.ts";
import { makeDirectory } from "#test/support/directory.ts";
import { countingVector, retrievalMaterial, retrievalPages } from "#test/support/retrieval-material.ts";
import { makeScenario, useTestLibrary, writeFiles } from "#test/support/scenario.ts";

const library = await useTestLibrary(makeScenario());
const files = Object.entries(retrievalPages).map(([slug, text]) => ({ file: `${slug}.md`, text }));
await writeFiles(library.contentDir, files);
const dataDir = await mkdtemp(join(tmpdir(), "tradeoff-vectors-"));
process.env.DATA_DIR = dataDir;
afterAll(async () => {
  await closeEmbedder();
  await rm(dataDir, { recursive: true, force: true });
});

test("a question in other words is answered at its section, with sentence, marks and sources", async () => {
  const found = await searchMaterial(null, "the saved reply of a corrected article", {
    untilReady: true,
  });
  if (found.kind !== "found") throw new Error(`Expected results, got ${found.kind}`);
  expect([found.mode, found.note]).toEqual(["hybrid", null]);
  expect(found.results.map(({ page }) => page)).toContain("caching");
  const first = found.results[0];
  expect(first?.address).toBe(`/learn/${first?.page}#${first?.section}`);
  expect(first?.sources.length).toBeGreaterThan(0);
  for (const { snippet } of found.results) {
    for (const { start, end } of snippet.marks) expect(snippet.text.slice(start, end)).toMatch(/^\p{L}|\d/u);
  }
});

test("no match says so and names what came nearest; what cannot be searched for says why", async () => {
  const none = await searchMaterial(null, "kubernetes ingress controller yaml", { untilReady: true });
  if (none.kind !== "none") throw new Error(`Expected no match, got ${none.kind}`);
  expect(none.results).toEqual([]);
  expect(none.nearest.length).toBeGreaterThan(0);
  expect(await searchMaterial(null, "x".repeat(10_000))).toEqual({ kind: "refused", reason: "too-long" });
  expect(await searchMaterial(null, "of the and")).toEqual({ kind: "refused", reason: "common-words" });
});

test("words alone are searched when they are asked for, without a note", async () => {
  const found = await searchMaterial(null, "hash of the wording", { mode: "lexical" });
  if (found.kind !== "found") throw new Error(`Expected results, got ${found.kind}`);
  expect([found.mode, found.note, found.results[0]?.section]).toEqual(["lexical", null, "exact-and-semantic"]);
});

test("a missing check leads to a section of another page than its author's, or to none", async () => {
  const missing = (page: string) => ({
    checkKey: "A1",
    title: "",
    asks: "Does the candidate say that a hash of the wording finds only the same wording?",
    study: { page, section: "", pageTitle: "", sectionTitle: "", minutes: 1, href: "" },
    scoreLost: 5,
  });
  expect((await findFurtherStudy(null, [missing("latency")])).A1?.href).toBe("/learn/caching#exact-and-semantic");
  expect((await findFurtherStudy(null, [missing("caching")])).A1?.href ?? "/learn/").not.toContain("/learn/caching");
});

function countingEmbedder(): Embedder & { asked: string[] } {
  const asked: string[] = [];
  return {
    id: "counts",
    dimensions: 64,
    asked,
    embed: (texts) => {
      asked.push(...texts);
      return Promise.resolve(texts.map(countingVector));
    },
    close: () => Promise.resolve(),
  };
}

test("vectors are computed once: only what is new or changed is asked of the model again", async () => {
  const directory = await makeDirectory();
  const places = { readFrom: [directory], writeTo: directory };
  const passages = makePassages(retrievalMaterial);
  const first = countingEmbedder();
  await embedPassages(first, passages, places);
  expect(new Set(first.asked).size).toBe(first.asked.length);
  const changed = passages.map((passage, at) =>
    at === 0 ? { ...passage, text: `${passage.text} One more.` } : passage,
  );
  const second = countingEmbedder();
  const embedded = await embedPassages(second, changed, places);
  expect(second.asked).toEqual(["one more."]);
  expect(embedded.vectorOf("one more.")).toHaveLength(64);
});
