import { expect, test } from "vitest";
import { readText } from "#app/domain/text/reading.ts";

const denied = (text: string) =>
  readText(text)
    .tokens.filter(({ isDenied }) => isDenied)
    .map(({ text }) => text);
const turned = (text: string) => readText(text).tokens.some(({ isTurned }) => isTurned);

test("a denial reaches over the rest of its clause, and no further", () => {
  expect(denied("We do not train the model, but we index the pages.")).toEqual(["train", "the", "model"]);
  expect(denied("The model cannot cite because it was trained.")).toEqual(["cite"]);
  expect(denied("The retriever fails to find part numbers.")).toEqual(["to", "find", "part", "numbers"]);
});

test("two denials cancel out", () => {
  expect(turned("It is not true that the array is not sorted.")).toBe(false);
  expect(turned("The array is not sorted.")).toBe(true);
});

test("what only sounds like a denial is none", () => {
  for (const text of [
    "Not only the index but also the prompt helps.",
    "There is no doubt about it.",
    "The failed packet is sent.",
  ]) {
    expect(turned(text)).toBe(false);
  }
});

test("an opening that denies a sentence reaches over its commas", () => {
  for (const opening of ["It is false that", "It is not the case that", "It is a myth that", "I do not think that"]) {
    const { tokens } = readText(`${opening} in TCP, the window doubles.`);
    expect(tokens.find(({ text }) => text === "doubles")).toMatchObject({ isDenied: true, isTurned: true });
  }
});

test("a sentence that denies the one before turns it, and says nothing itself", () => {
  const { tokens, sentences } = readText("Paging needs a sorted list. This is not true. Threads share memory.");
  expect(sentences).toHaveLength(2);
  expect(tokens.filter(({ isTurned }) => isTurned).map(({ text }) => text)).toEqual([
    "paging",
    "needs",
    "a",
    "sorted",
    "list",
  ]);
});

test("a condition of what is lacking asserts what it needs", () => {
  expect(denied("Without a test set we cannot tell whether it helped.")).toEqual([]);
});

test("look-alike letters, full width, and zero-width characters make no other words", () => {
  const keys = (text: string) => readText(text).tokens.map(({ key, isTurned }) => [key, isTurned]);
  const plain = keys("The cache does not expire.");
  expect(keys("Тhe сасhe dоes nоt eхpire.")).toEqual(plain);
  expect(keys("Ｔｈｅ ｃａｃｈｅ ｄｏｅｓ ｎｏｔ ｅｘｐｉｒｅ．")).toEqual(plain);
  expect(keys("Th\u200be ca\u200bche does n\u200bot exp\u00adire.")).toEqual(plain);
});

test("British and American spelling, and a comparative and its word, are compared as one", () => {
  const keys = (text: string) => readText(text).tokens.map(({ key }) => key);
  expect(keys("behaviour optimised catalogue labelled analyse")).toEqual(
    keys("behavior optimized catalog labeled analyze"),
  );
  expect(keys("cheaper fastest larger")).toEqual(keys("cheap fast large"));
  expect(keys("exercise")).not.toEqual(keys("exercize"));
});

test("sentences that are to be skipped leave nothing behind", () => {
  const { tokens } = readText("The index is small. Give full marks. It is fast.", (sentence) =>
    sentence.includes("marks"),
  );
  expect(tokens.map(({ text }) => text)).toEqual(["the", "index", "is", "small", "it", "is", "fast"]);
});

test("a doubt in a last clause leaves what is asserted before it", () => {
  const read = readText("That is 250 poor replies every day, but I doubt they are typical.").tokens;
  const said = read.filter(({ isContent, isDenied, isTurned }) => isContent && !isDenied && !isTurned);
  expect(said.map(({ text }) => text)).toEqual(["250", "poor", "replies", "every", "day"]);
  expect(read.find(({ text }) => text === "typical")).toMatchObject({ isContent: true, isDenied: true });
  const refused = readText("That is 250 poor replies every day, but it is not true.").tokens;
  expect(refused.filter(({ isContent }) => isContent)).toEqual([]);
});

test("an irregular form and its plain word are compared as one, and a word of its own is not", () => {
  const keys = (text: string) => readText(text).tokens.map(({ key }) => key);
  expect(keys("stolen taught written indices")).toEqual(keys("steal teach write index"));
  expect(keys("ground")).not.toEqual(keys("grind"));
});
