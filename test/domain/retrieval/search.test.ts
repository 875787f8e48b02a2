import fc from "fast-check";
import { expect, test } from "vitest";
import { nearestRows, tableOf } from "#app/domain/retrieval/dense.ts";
import { fuseRanks, rankConstant } from "#app/domain/retrieval/fusion.ts";
import { buildRetrievalIndex, placeVectors, textsToEmbed } from "#app/domain/retrieval/index-material.ts";
import { placeOf } from "#app/domain/retrieval/passage.ts";
import { measureRanks, parseQuestions, rankOfAnswer } from "#app/domain/retrieval/question-set.ts";
import { readQuery } from "#app/domain/retrieval/query.ts";
import { searchModes, searchPassages, type SearchMode } from "#app/domain/retrieval/search.ts";
import { snippetOf } from "#app/domain/retrieval/snippet.ts";
import {
  countingModel,
  countingVector,
  makeRetrievalIndex,
  retrievalPassages,
  tableRows,
} from "#test/support/retrieval-material.ts";

const index = makeRetrievalIndex();
const wordsOnly = buildRetrievalIndex(retrievalPassages, null);

function search(typed: string, mode: SearchMode = "hybrid", within = index) {
  const read = readQuery(typed, { suggest: within.suggest });
  if (!read.ok) throw new Error(`Refused: ${read.reason}`);
  const vector = within.vectors ? { model: countingModel, values: countingVector(read.query.text) } : null;
  const searched = searchPassages(within, { query: read.query, vector, mode });
  const places = searched.places.flatMap(({ at }) => within.passages[at] ?? []).map(placeOf);
  return { ...searched, query: read.query, vector, named: places };
}

test("every mode finds the section that says it, by its own stages alone", () => {
  for (const mode of searchModes) {
    const { named, stages } = search("hash of the wording", mode);
    expect(named[0]).toBe("caching#exact-and-semantic");
    expect(stages.lexical.length > 0).toBe(mode !== "dense");
    expect(stages.dense.length > 0).toBe(mode !== "lexical");
  }
});

test("a place is named once however many of its passages were found", () => {
  const { named } = search("cache answers wording article lifetime");
  expect(new Set(named).size).toBe(named.length);
});

test("an everyday word, a misspelling and a term's other name find what they stand for", () => {
  expect(search("stored reply is outdated").named[0]).toBe("caching#when-a-cache-lies");
  expect(search("percentil").named[0]).toBe("latency#percentiles-do-not-add");
  expect(search("keyword ranking").named[0]).toBe("glossary#bm25");
});

test("without vectors search goes by words, and what has none of its words finds nothing", () => {
  expect(search("hash of the wording", "hybrid", wordsOnly).named[0]).toBe("caching#exact-and-semantic");
  const nothing = search("sourdough pizza", "hybrid", wordsOnly);
  expect([nothing.named, nothing.isMatch, nothing.probability]).toEqual([[], false, 0]);
});

test("a question whose words nothing has is no match, and one in the material's words is", () => {
  expect(search("how many labelled examples", "hybrid", wordsOnly).isMatch).toBe(true);
  expect(search("labelled kubernetes ingress controllers pizza", "hybrid", wordsOnly).isMatch).toBe(false);
});

test("vectors of two models are never compared", () => {
  const { vectors } = index;
  if (!vectors) throw new Error("The index has vectors.");
  const foreign = { model: "another", values: countingVector("hash") };
  expect(() => nearestRows(vectors.whole, foreign, 3)).toThrow(/another cannot be compared with vectors of counts/);
});

test("the nearest rows are those of the highest cosine, in order, whatever length the vectors had", () => {
  const vectors = fc.array(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 3, maxLength: 3 }), { minLength: 1 });
  fc.assert(
    fc.property(vectors, (rows) => {
      const usable = rows.filter((row) => row.some((value) => value !== 0)).map((row) => Float32Array.from(row));
      if (usable.length === 0) return;
      const table = tableOf("m", usable);
      const query = { model: "m", values: Float32Array.from([1, 0, 0]) };
      const near = nearestRows(table, query, 100);
      const cosines = usable.map((row) => (row[0] ?? 0) / Math.hypot(...row));
      expect(near.map(({ score }) => score)).toEqual(
        near.map(({ at }) => expect.closeTo(cosines[at] ?? 9, 5) as number),
      );
      expect(near.map(({ score }) => score)).toEqual(near.map(({ score }) => score).toSorted((a, b) => b - a));
    }),
  );
});

test("a passage's vector is made of its sentences' and heading's, so only those are embedded", () => {
  const texts = textsToEmbed(retrievalPassages);
  expect(new Set(texts).size).toBe(texts.length);
  expect(texts).toContain("reranking takes 35 ms.");
  const { whole, sentences, sentenceFrom } = placeVectors(retrievalPassages, {
    model: countingModel,
    vectorOf: countingVector,
  });
  expect(sentenceFrom.at(-1)).toBe(tableRows(sentences).length);
  for (const row of tableRows(whole)) expect(Math.hypot(...row)).toBeCloseTo(1, 5);
  expect(() => placeVectors(retrievalPassages, { model: "m", vectorOf: () => undefined })).toThrow(
    /no vector of m for/,
  );
});

test("fusion adds one over rank plus sixty, and does not care for scores", () => {
  const lists = [
    [
      { at: 3, score: 90 },
      { at: 1, score: 2 },
    ],
    [{ at: 1, score: 0.1 }],
  ];
  expect(fuseRanks(lists)).toEqual([
    { at: 1, score: 1 / (rankConstant + 2) + 1 / (rankConstant + 1) },
    { at: 3, score: 1 / (rankConstant + 1) },
  ]);
  expect(fuseRanks([])).toEqual([]);
});

test("the snippet is the sentence that fits, with its words marked, and more where it is only a few words", () => {
  const { places, query, vector } = search("reranking saves nothing");
  const snippet = snippetOf(index, places[0]?.at ?? 0, { query, vector });
  expect(snippet.text).toContain("Tuning the reranker therefore saves next to nothing.");
  const marked = snippet.marks.map(({ start, end }) => snippet.text.slice(start, end));
  expect(marked).toEqual(expect.arrayContaining(["reranker", "saves"]));
});

test("a sentence that is too long is cut around its first matched word, and its marks move with it", () => {
  const long = `${"filler words before it ".repeat(30)}the hidden semaphore stands here ${"and more after ".repeat(30)}end.`;
  const [first] = retrievalPassages;
  if (!first) throw new Error("There are passages.");
  const within = buildRetrievalIndex([{ ...first, text: long }], null);
  const { query } = search("semaphore", "lexical", within);
  const { text, marks } = snippetOf(within, 0, { query, vector: null });
  expect(text.length).toBeLessThan(340);
  expect(marks.map(({ start, end }) => text.slice(start, end))).toEqual(["semaphore"]);
  expect(text).toMatch(/^… .* …$/);
});

test("a question's answer is found at its rank, and shares and means follow from ranks", () => {
  expect(rankOfAnswer({ answers: ["b#2", "c#3"] }, ["a#1", "c#3"])).toBe(2);
  expect(rankOfAnswer({ answers: ["z#9"] }, ["a#1"])).toBe(null);
  expect(measureRanks([1, 3, null, 5])).toEqual({
    questions: 4,
    recallAt1: 0.25,
    recallAt3: 0.5,
    recallAt5: 0.75,
    mrr: (1 + 1 / 3 + 1 / 5) / 4,
  });
});

test("a question that names no place is a problem of its file, and the others are served", () => {
  const text =
    "questions:\n  - { id: a, topic: t, half: test, asks: why, answers: [cost] }\n  - { id: b, topic: t, half: test, asks: why, answers: [] }\n";
  const { questions, problems } = parseQuestions({ file: "questions.yaml", text });
  expect(questions.map(({ id }) => id)).toEqual(["b"]);
  expect(problems[0]?.field).toContain("(a)");
  expect(problems[0]?.message).toContain("must name a place");
});
