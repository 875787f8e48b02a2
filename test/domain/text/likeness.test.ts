import fc from "fast-check";
import { expect, test } from "vitest";
import { matchesIn, meaningIn, rarityAmong, vocabularyOf } from "#app/domain/text/likeness.ts";
import { deniedWords } from "#app/domain/text/polarity.ts";
import { findSpellings, spellingFloor, spellingLikeness } from "#app/domain/text/spelling.ts";
import { termsOf } from "#app/domain/text/synonyms.ts";
import { shareInRuns, sharesRun, wordRuns } from "#app/domain/text/word-runs.ts";
import { wordsIn } from "#app/domain/text/words.ts";

function deniedIn(text: string): string[] {
  const words = wordsIn(text);
  const denied = deniedWords(text, words);
  return words.filter((_, at) => denied[at]).map((word) => word.text);
}

/** Mean match of the terms of `statement` in `said`, 0 to 1. */
function covered(statement: string, said: string): number {
  const terms = meaningIn(statement);
  const vocabulary = vocabularyOf(terms);
  const matches = matchesIn(meaningIn(said), vocabulary);
  const found = terms.map((term) => matches[vocabulary.placeOf(term) ?? -1] ?? 0);
  return found.reduce((sum, match) => sum + match, 0) / Math.max(1, found.length);
}

const fieldWords = fc.constantFrom(
  ..."retrieval articles weekly train not never model because prompt cheap cost, latency. evaluate zebra purple".split(
    " ",
  ),
);
const fieldText = fc.array(fieldWords, { maxLength: 12 }).map((words) => words.join(" "));

test("a negation reaches to the end of its clause", () => {
  expect(deniedIn("we do not train the articles in, we look them up")).toEqual(["train", "the", "articles", "in"]);
  expect(deniedIn("never train it because pages change")).toEqual(["train", "it"]);
  expect(deniedIn("no training but retrieval")).toEqual(["training"]);
  expect(deniedIn("train it. Not the search")).toEqual(["the", "search"]);
  expect(deniedIn("not before 2024, then train")).toEqual(["before", "2024"]);
});

test("a negation runs out after seven words", () => {
  expect(deniedIn("not one two three four five six seven eight")).toEqual(
    "one two three four five six seven".split(" "),
  );
});

test("rather than denies what follows, not only asserts it", () => {
  expect(deniedIn("retrieve rather than train")).toEqual(["train"]);
  expect(deniedIn("not only train")).toEqual([]);
  expect(deniedIn("we can’t train it")).toEqual(["train", "it"]);
});

test("words of the field stand for one concept, phrases count as one word", () => {
  const conceptsIn = (text: string) => termsOf(wordsIn(text)).map(({ concept }) => concept);
  const [tune] = conceptsIn("finetuning");
  expect(tune).not.toBeNull();
  expect(conceptsIn("LoRA")).toEqual([tune]);
  expect(conceptsIn("retrain")).toEqual([tune]);
  expect(conceptsIn("vector store")).toEqual(conceptsIn("pgvector"));
  expect(conceptsIn("zebra")).toEqual([null]);
  expect(termsOf(wordsIn("up to date pages"))).toMatchObject([
    { start: 0, end: 10 },
    { start: 11, end: 16 },
  ]);
});

test("the longest phrase wins", () => {
  const [phrase, ...rest] = termsOf(wordsIn("output format"));
  expect(rest).toEqual([]);
  expect(phrase).toMatchObject({
    key: wordsIn("output format")
      .map(({ key }) => key)
      .join(" "),
  });
});

test("a statement says itself in full, another not at all, a synonym nearly, its denial by half", () => {
  expect(covered("retrieval keeps zebras fresh", "retrieval keeps zebras fresh")).toBe(1);
  expect(covered("retrieval keeps zebras fresh", "purple")).toBe(0);
  expect(covered("retrieval", "we look up pages")).toBe(0.85);
  expect(covered("zebras", "not zebras")).toBe(0.5);
  expect(covered("retrieval", "never look up pages")).toBe(0.425);
});

test("a word that is both denied and asserted counts as asserted", () => {
  expect(covered("zebras", "not zebras. But zebras")).toBe(1);
});

test("a misspelling counts in part, unless the word is there as itself", () => {
  expect(spellingLikeness("hallucination", "halucination")).toBeGreaterThan(spellingFloor);
  expect(covered("zeppelins", "zepelins")).toBeCloseTo(spellingLikeness("zeppelin", "zepelin"), 12);
  expect(covered("zeppelins", "not zeppelins, zepelins")).toBe(0.5);
  expect(spellingLikeness("cost", "cast")).toBe(0);
});

test("coverage stays between 0 and 1, and more words never cover less", () => {
  fc.assert(
    fc.property(fieldText, fieldText, fieldText, (statement, said, more) => {
      const few = covered(statement, said);
      expect(few).toBeGreaterThanOrEqual(0);
      expect(few).toBeLessThanOrEqual(1 + 1e-12);
      expect(covered(statement, `${said}. ${more}`)).toBeGreaterThanOrEqual(few - 1e-12);
    }),
  );
});

test("prepared spellings find exactly the words that comparing each would find", () => {
  const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), minLength: 3, maxLength: 9 });
  fc.assert(
    fc.property(fc.array(word, { maxLength: 12 }), word, (words, asked) => {
      const compared = words
        .map((each, at) => ({ at, likeness: spellingLikeness(asked, each) }))
        .filter(({ likeness }) => likeness >= spellingFloor);
      const found = findSpellings(words)(asked);
      expect([...found].sort((a, b) => a.at - b.at)).toEqual(compared);
    }),
  );
});

test("the rarer a word among the statements, the more it weighs", () => {
  const statements = ["zebra cost", "zebra speed", "zebra prompt"].map((text) => meaningIn(text));
  const weigh = rarityAmong(statements);
  const [zebra, cost] = meaningIn("zebra cost");
  const [unheard] = meaningIn("purple");
  if (!zebra || !cost || !unheard) throw new Error("Words without a meaning.");
  expect(weigh(zebra)).toBeCloseTo(Math.log(1 + 4 / 4), 12);
  expect(weigh(cost)).toBeCloseTo(Math.log(1 + 4 / 2), 12);
  expect(weigh(unheard)).toBeCloseTo(Math.log(1 + 4 / 1), 12);
});

test("five words in a row are a run, whatever their case and punctuation, four are none", () => {
  const runs = wordRuns(["Tables change every week, so look them up."]);
  expect(sharesRun("because TABLES change: every week - SO there", runs)).toBe(true);
  expect(sharesRun("tables change every week", runs)).toBe(false);
  expect(shareInRuns("Well, tables change every week, so then what?", runs)).toBe(5 / 8);
  expect(shareInRuns("tables change every week", runs)).toBe(0);
  expect(shareInRuns("", runs)).toBe(0);
});
