import fc from "fast-check";
import { expect, test } from "vitest";
import { cutIntoChunks } from "#app/domain/retrieval/chunk.ts";
import { addressOf, makePassages, placeOf } from "#app/domain/retrieval/passage.ts";
import { blocksIn } from "#app/domain/retrieval/plain-text.ts";
import { wordsIn } from "#app/domain/text/words.ts";
import { retrievalMaterial, retrievalPassages } from "#test/support/retrieval-material.ts";

const at = (place: string) => retrievalPassages.filter((passage) => placeOf(passage) === place);

test("sections, terms and contradictions are passages at the address where they are read", () => {
  expect(retrievalPassages.map(placeOf)).toEqual([
    "caching#exact-and-semantic",
    "caching#when-a-cache-lies",
    "latency#where-the-time-goes",
    "latency#percentiles-do-not-add",
    "training#how-many-examples",
    "glossary#bm25",
    "figures#c13",
  ]);
  expect(retrievalPassages.map(addressOf)).toEqual(
    expect.arrayContaining(["/learn/caching#exact-and-semantic", "/glossary#bm25", "/figures#c13"]),
  );
});

test("a passage holds its words and sources, without citations, diagrams or questions to answer oneself", () => {
  const [exact] = at("caching#exact-and-semantic");
  expect(exact).toMatchObject({ title: "Caches", heading: "Exact and semantic", sources: ["S0:253"] });
  expect(exact?.text).toMatch(/^Copies of answers age\.\nA cache whose key is a hash .* again\. A semantic cache/);
  expect(exact?.text).not.toMatch(/S0|flowchart|Query/);
  expect(retrievalPassages.some(({ section }) => section === "check-yourself")).toBe(false);
});

test("a row of a table is read with the heads of its columns", () => {
  expect(
    blocksIn("| Repair | Effort | Catches |\n|-|-|-|\n| Versions | high | every edit [S0:60] |\n| None | | |"),
  ).toEqual([
    { text: "Versions: Effort high, Catches every edit", sources: ["S0:60"] },
    { text: "None", sources: [] },
  ]);
});

test("a contradiction is found by both of its sides and cites both", () => {
  expect(at("figures#c13")[0]).toMatchObject({ kind: "contradiction", sources: ["S2:130", "S2:144"] });
  expect(at("figures#c13")[0]?.text).toMatch(/has a break-even\.\nOne line starts higher .*\nNever is an answer\./);
});

test("smaller pieces cut a long section at its paragraphs and keep its place", () => {
  const small = makePassages(retrievalMaterial, { sizeWords: 14, overlapWords: 0 });
  const pieces = small.filter((passage) => placeOf(passage) === "caching#when-a-cache-lies");
  expect(pieces.map(({ id }) => id)).toEqual(pieces.map((_, nth) => `caching#when-a-cache-lies~${nth + 1}`));
  expect(pieces.length).toBeGreaterThan(1);
  expect(pieces.map(({ text }) => text).join("\n")).toBe(
    at("caching#when-a-cache-lies")[0]?.text.replaceAll(". ", ".\n"),
  );
});

const sentence = fc
  .array(fc.constantFrom("alpha", "beta", "gamma", "delta"), { minLength: 1, maxLength: 12 })
  .map((words) => `${words.join(" ")}.`);
const block = fc.array(sentence, { minLength: 1, maxLength: 6 }).map((sentences) => ({ text: sentences.join(" ") }));

test("chunks lose no sentence, keep the order, and are larger than asked only where one sentence is", () => {
  fc.assert(
    fc.property(fc.array(block, { maxLength: 6 }), fc.integer({ min: 1, max: 40 }), (blocks, sizeWords) => {
      const chunks = cutIntoChunks(blocks, { sizeWords, overlapWords: 0 });
      const flat = (text: string) => text.replace(/\s+/g, " ").trim();
      expect(flat(chunks.map(({ text }) => text).join(" "))).toBe(flat(blocks.map(({ text }) => text).join(" ")));
      for (const { text } of chunks) {
        const isOneSentence = text.split(".").length === 2;
        expect(isOneSentence || wordsIn(text).length <= sizeWords).toBe(true);
      }
    }),
  );
});

test("an overlap repeats whole sentences of the piece before, and no more words than it may", () => {
  const text = "One two three. Four five six. Seven eight nine. Ten eleven twelve.";
  const chunks = cutIntoChunks([{ text }], { sizeWords: 6, overlapWords: 3 });
  expect(chunks.map((chunk) => chunk.text)).toEqual([
    "One two three. Four five six.",
    "Four five six. Seven eight nine.",
    "Seven eight nine. Ten eleven twelve.",
  ]);
});
