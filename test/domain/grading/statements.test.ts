import { seededRandom } from "#app/domain/simulator/seeded-random.ts";
import fc from "fast-check";
import { expect, test } from "vitest";
import { featureNames, featuresOf } from "#app/domain/statements/features.ts";
import { preparePassage } from "#app/domain/statements/passage.ts";
import { rarityOver } from "#app/domain/statements/rarity.ts";
import { curve, shippedWeights } from "#app/domain/statements/saying.ts";
import {
  featuresOfAnswer,
  prepareQuestion,
  scoreAnswer,
  scoreAnswers,
} from "#app/domain/grading/short-answer/short-answer.ts";
import { prepareStatements } from "#app/domain/statements/statement.ts";
import { readText } from "#app/domain/text/reading.ts";
import { orders, shuffled } from "#test/support/short-answer-attacks.ts";

const statements = [
  "RAG looks up documents at the moment a question is asked, whereas fine-tuning changes the weights of the model beforehand.",
  "A stack removes the last element that was added, whereas a queue removes the first element that was added.",
  "The congestion window is doubled after every round trip until a packet is lost.",
  "Inserting into a linked list is cheaper than inserting into an array.",
];
const rarity = rarityOver(statements);

const score = (reference: string | string[], answer: string, question = "") =>
  scoreAnswer(prepareQuestion({ question, references: [reference].flat() }, rarity), answer);

const feature = (name: (typeof featureNames)[number], reference: string, answer: string) =>
  featuresOfAnswer(prepareQuestion({ question: "", references: [reference] }, rarity), answer)[
    featureNames.indexOf(name)
  ];

const words =
  "the a not never index model is are of to retrieval, query. cache because 12 faster than slower but and\n".split(" ");
const anyText = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 80 }),
  fc.array(fc.constantFrom(...words), { maxLength: 40 }).map((all) => all.join(" ")),
);

test("every feature and every score lies between 0 and 1, whatever the texts", () => {
  fc.assert(
    fc.property(anyText, anyText, anyText, (question, reference, answer) => {
      const book = prepareQuestion({ question, references: [reference, statements[0] ?? ""] }, rarity);
      for (const [at, value] of featuresOfAnswer(book, answer).entries()) {
        expect(value, featureNames[at]).toBeGreaterThanOrEqual(0);
        expect(value, featureNames[at]).toBeLessThanOrEqual(1 + 1e-9);
      }
      const given = scoreAnswer(book, answer);
      expect(given >= 0 && given <= 1).toBe(true);
    }),
  );
});

test("nothing said is exactly 0, and so is anything held against nothing", () => {
  for (const answer of ["", " \n\t", "…", "\u200b"]) expect(score(statements[0] ?? "", answer)).toBe(0);
  expect(score("", "A queue removes the first element.")).toBe(0);
});

test("a word or two that are not the answer are near 0, and the right one-word answer is not", () => {
  for (const answer of ["yes", "I don't know", "the element"])
    expect(score(statements[1] ?? "", answer)).toBeLessThan(0.2);
  expect(score("A pointer.", "pointer")).toBeGreaterThan(0.8);
});

test("a statement says itself, whatever its letters are made of", () => {
  for (const statement of statements) {
    expect(score(statement, statement)).toBeGreaterThan(0.9);
    const plain = score(statement, statement);
    expect(score(statement, statement.replaceAll("e", "e\u200b"))).toBe(plain);
    expect(score(statement, statement.replaceAll("w", "\uff57"))).toBe(plain);
  }
});

test("the same said in other words stays far above another statement", () => {
  const asWell =
    "In a queue the element inserted first is taken out first, while a stack takes out the element added last.";
  expect(score(statements[1] ?? "", asWell)).toBeGreaterThan(0.6);
  expect(score(statements[1] ?? "", statements[2] ?? "")).toBeLessThan(0.2);
});

test("a denied statement is not said, in many ways of denying it", () => {
  const [, , statement = ""] = statements;
  const denials = [
    "The congestion window is not doubled after every round trip until a packet is lost.",
    "The congestion window isn't doubled after every round trip until a packet is lost.",
    "The congestion window is never doubled after every round trip until a packet is lost.",
    "It is false that the congestion window is doubled after every round trip until a packet is lost.",
    "The congestion window is doubled after every round trip until a packet is lost. That is wrong.",
  ];
  for (const denial of denials) expect(score(statement, denial), denial).toBeLessThan(0.5);
});

test("a denial that the statement makes itself counts as said, and its assertion does not", () => {
  const statement = "A held-out test set must not overlap with the training examples.";
  expect(
    score(statement, "The examples used for training should never overlap with the held-out test set."),
  ).toBeGreaterThan(0.7);
  expect(score(statement, "A held-out test set must overlap with the training examples.")).toBeLessThan(0.5);
});

test("the opposite of one word turns the sentence it stands in", () => {
  expect(
    score("Caching the prefix reduces the price of calls.", "Caching the prefix increases the price of calls."),
  ).toBeLessThan(0.5);
  expect(
    score("Caching the prefix reduces the price of calls.", "Caching the prefix lowers the cost of calls."),
  ).toBeGreaterThan(0.7);
});

test("sides that have been swapped are noticed, across clauses and in a comparison", () => {
  const [rag = "", , , list = ""] = statements;
  const swapped =
    "Fine-tuning looks up documents at the moment a question is asked, whereas RAG changes the weights of the model beforehand.";
  expect(score(rag, swapped)).toBeLessThan(0.5);
  expect(score(list, "Inserting into an array is cheaper than inserting into a linked list.")).toBeLessThan(0.5);
  expect(
    feature("exchanged", list, "Inserting into an array is more expensive than inserting into a linked list."),
  ).toBeLessThan(0.3);
});

test("with several model answers, contradicting one is no fault where another is said", () => {
  const references = ["The terminals are separated by a gap.", "The terminals are not connected."];
  expect(score(references, "The terminals are not connected.")).toBeGreaterThan(0.9);
});

test("the words of a statement in any order say little, taken over many orders", () => {
  const random = seededRandom(5);
  const scores = statements.flatMap((statement) => {
    const terms = readText(statement)
      .tokens.filter(({ isContent }) => isContent)
      .map(({ text }) => text);
    return Array.from({ length: 10 }, () => score(statement, shuffled(terms, random).join(" ")));
  });
  expect(scores.reduce((sum, each) => sum + each, 0) / scores.length).toBeLessThan(0.25);
});

test("the question repeated and orders to the grader earn nothing", () => {
  const question = "What happens to the congestion window of TCP after every round trip until a packet is lost?";
  const [, , statement = ""] = statements;
  expect(score("It is doubled each time.", question, question)).toBeLessThan(0.05);
  for (const order of orders.slice(0, 6)) expect(score(statement, order, question), order).toBeLessThan(0.1);
});

/** What text that the statement does not mention may add at most. */
const epsilon = 0.03;

test("adding sentences that the statement does not mention never raises the score by more than epsilon", () => {
  const idle = [
    "My neighbour walked along the river on Monday.",
    "The garden was green and the weather was mild.",
    "She told me a long story about her cat!",
    "I had soup for lunch.",
  ];
  const answers = [...statements, "A queue removes the first element.", "It looks up documents when asked.", ""];
  fc.assert(
    fc.property(
      fc.constantFrom(...statements),
      fc.constantFrom(...answers),
      fc.array(fc.constantFrom(...idle), { minLength: 1, maxLength: 12 }),
      fc.boolean(),
      (statement, answer, padding, isBefore) => {
        const padded = isBefore ? `${padding.join(" ")} ${answer}` : `${answer} ${padding.join(" ")}`;
        expect(score(statement, padded)).toBeLessThanOrEqual(score(statement, answer) + epsilon);
      },
    ),
  );
});

test("a passage is prepared once for many statements, and a window sees only its own sentences", () => {
  const book = prepareStatements(
    statements.map((statement) => ({ references: [statement] })),
    { rarity },
  );
  const passage = preparePassage(book, readText(`${statements[1] ?? ""} ${statements[2] ?? ""}`));
  const coverage = (nth: number, from: number) =>
    featuresOf(book.statements[nth] ?? { phrasings: [] }, passage, { from, to: from + 1 })[0] ?? 0;
  expect(coverage(1, 0)).toBeGreaterThan(0.9);
  expect(coverage(1, 1)).toBeLessThan(0.3);
  expect(coverage(2, 1)).toBeGreaterThan(0.9);
});

test("the same answers get the same scores, in any order of calls", () => {
  const answers = statements.map((answer, at) => ({
    question: "",
    references: [statements[(at + 1) % 4] ?? ""],
    answer,
  }));
  const first = scoreAnswers(answers);
  expect(scoreAnswers(answers)).toEqual(first);
  expect(scoreAnswers(answers.toReversed()).toReversed()).toEqual(first);
});

test("the curve goes from 0 to 1 and never down", () => {
  expect(curve(0, shippedWeights)).toBe(0);
  expect(curve(1, shippedWeights)).toBe(1);
  let before = 0;
  for (let sum = 0; sum <= 1.2; sum += 0.05) {
    expect(curve(sum, shippedWeights)).toBeGreaterThanOrEqual(before);
    before = curve(sum, shippedWeights);
  }
});

test("no shipped weight is below 0, and together they are 1", () => {
  const weights = Object.values(shippedWeights.features);
  expect(Math.min(...weights)).toBeGreaterThanOrEqual(0);
  expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 2);
});
