import { seededRandom } from "#app/domain/simulator/seeded-random.ts";
import { expect, test } from "vitest";
import { classOf, kindCount, packTable, proseClasses, trustInProse, unpackTable } from "#app/domain/text/prose.ts";
import { wordsIn } from "#app/domain/text/words.ts";
import { shuffled } from "#test/support/short-answer-attacks.ts";

const meanTrust = (words: readonly string[]) => {
  const trust = trustInProse(words.map((text, at) => ({ text, followsPause: at === 0 })));
  return trust.reduce((sum, share) => sum + share, 0) / trust.length;
};

const sentences = [
  "The retriever fetches the documents at the moment a question is asked and the model answers from them.",
  "When a packet is lost the sender waits for a while and then transmits it again to the same receiver.",
  "A process has its own address space, but the threads of one process share the memory that it owns.",
];

test("sentences are trusted, their words in any order and their terms alone are not", () => {
  const random = seededRandom(11);
  for (const sentence of sentences) {
    const words = wordsIn(sentence);
    const texts = words.map(({ text }) => text);
    const terms = words.filter(({ isFunctionWord }) => !isFunctionWord).map(({ text }) => text);
    expect(meanTrust(texts)).toBeGreaterThan(0.8);
    expect(meanTrust(shuffled(texts, random))).toBeLessThan(0.5);
    expect(meanTrust(shuffled(terms, random))).toBeLessThan(0.5);
  }
});

test("a long string of terms between sentences is told from them", () => {
  const [first = "", second = ""] = sentences;
  const list =
    "retrieval index chunk embedding vector reranker latency cost grounding citation evaluation baseline prompt model";
  const words = wordsIn(`${first} ${list} ${second}`);
  const trust = trustInProse(words.map(({ text }, at) => ({ text, followsPause: at === 0 })));
  const at = words.findIndex(({ text }) => text === "embedding");
  expect(trust[at]).toBeLessThan(0.2);
  expect(trust[3]).toBeGreaterThan(trust[at] ?? 1);
});

test("a word or two are given the benefit of the doubt, and nothing is trusted in nothing", () => {
  expect([...trustInProse([{ text: "pointer", followsPause: true }])]).toEqual([1]);
  expect([...trustInProse([])]).toEqual([]);
});

test("trust lies between 0 and 1, whatever the words", () => {
  const random = seededRandom(3);
  const words = ["the", "not", "12", "", "ß", "running", "the", "the", "the", "of", "of", "quickly", "日本"];
  for (let round = 0; round < 50; round += 1) {
    for (const share of trustInProse(shuffled(words, random).map((text) => ({ text, followsPause: random() < 0.3 })))) {
      expect(share).toBeGreaterThanOrEqual(0);
      expect(share).toBeLessThanOrEqual(1);
    }
  }
});

test("a word has a class by itself, by being a verb, or by its ending", () => {
  const nameOf = (text: string) => proseClasses[classOf(text)];
  expect(["the", "isn't", "finds", "running", "quickly", "17", "pointer"].map(nameOf)).toEqual([
    "the",
    "is",
    "#verbs",
    "#ing",
    "#ly",
    "#number",
    "#word",
  ]);
});

test("tables come out of their packed form as they went in, to a tenth", () => {
  const size = proseClasses.length;
  const fill = (length: number, of: (at: number) => number) => Float64Array.from({ length }, (_, at) => of(at));
  const table = {
    after: fill(size * size, (at) => -(at % 91) / 10),
    anywhere: fill(size, (at) => -(at % 90) / 10),
    inList: fill(size, () => -0.1),
    afterTwo: fill(kindCount ** 3, (at) => (at % 80) / 20 - 2),
  };
  const unpacked = unpackTable(packTable(table));
  for (const name of ["after", "anywhere", "inList", "afterTwo"] as const) {
    expect(unpacked[name]).toHaveLength(table[name].length);
    for (const [at, value] of table[name].entries())
      expect(Math.abs((unpacked[name][at] ?? 9) - value)).toBeLessThan(0.0501);
  }
});
