import { expect, test } from "vitest";
import { searchMaterial } from "#app/services/retrieval/search-material.server.ts";
import { retrievalPages } from "#test/support/retrieval-material.ts";
import { makeScenario, useTestLibrary, writeFiles } from "#test/support/scenario.ts";

// An installation without an embedding model.

const library = await useTestLibrary(makeScenario());
const files = Object.entries(retrievalPages).map(([slug, text]) => ({ file: `${slug}.md`, text }));
await writeFiles(library.contentDir, files);
process.env.EMBEDDINGS = "none";

test("without a model every mode goes by words, and says so where meaning was asked for", async () => {
  for (const mode of ["hybrid", "dense"] as const) {
    const found = await searchMaterial(null, "hash of the wording", { mode });
    if (found.kind !== "found") throw new Error(`Expected results, got ${found.kind}`);
    expect(found.results[0]?.section).toBe("exact-and-semantic");
    expect(found.mode).toBe("lexical");
    expect(found.note).toMatch(/by words alone: the embedding model is switched off/);
  }
});
