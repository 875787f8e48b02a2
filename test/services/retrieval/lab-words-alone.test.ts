import { expect, test } from "vitest";
import { getRetrievalLab } from "#app/services/retrieval/lab/get-retrieval-lab.server.ts";
import { retrievalPages } from "#test/support/retrieval-material.ts";
import { makeScenario, useTestLibrary, writeFiles } from "#test/support/scenario.ts";

// The lab in an installation without an embedding model, over material of its own.

const library = await useTestLibrary(makeScenario());
const pages = Object.entries(retrievalPages).map(([slug, text]) => ({ file: `${slug}.md`, text }));
const questions = `questions:
  - { id: hashed, topic: caches, half: test, asks: "hash of the wording", answers: [caching#exact-and-semantic] }
  - { id: weather, topic: caches, half: test, asks: "umbrella tomorrow in Oslo", answers: [] }
`;
await writeFiles(library.contentDir, [...pages, { file: "questions.yaml", text: questions }]);
process.env.EMBEDDINGS = "none";

const labAt = (search: string) => getRetrievalLab(new URLSearchParams(search));

test("without a model the lab goes by words, measures by words, and says that it does", async () => {
  const view = await labAt("");
  expect(view.meaning).toEqual({ state: "off" });
  expect(view.measured).toMatchObject({ byWordsAlone: true, meaning: { state: "off" } });
  expect(view.measured.now).toMatchObject({ answerable: 1, absent: 1, mrr: 1, falseNone: 0, falseMatch: 0 });
  expect(view.run?.stages.map(({ name, count }) => [name, count > 0])).toEqual([
    ["words", true],
    ["meaning", false],
    ["fused", true],
    ["ranked", true],
  ]);
  expect(view.run?.stages[0]?.answerRank).toBe(1);
});

test("where words are switched off and there is no model, words are used all the same", async () => {
  const { run } = await labAt("words=off&rerank=0");
  expect(run?.stages.find(({ name }) => name === "words")?.answerRank).toBe(1);
});

test("a planted failure is not called mended before anything is turned", async () => {
  const { planted } = await labAt("planted=wrong-documents");
  expect(planted).toMatchObject({ isTurned: false, isMended: false, why: null });
});
