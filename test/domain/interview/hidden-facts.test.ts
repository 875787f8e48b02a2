import { expect, test } from "vitest";
import { findHiddenFacts } from "#app/domain/interview/hidden-facts.ts";
import type { HiddenFact } from "#app/domain/scenarios/schema.ts";

const facts: HiddenFact[] = [
  {
    id: "patience",
    asks: [
      "How long will a customer wait for a reply?",
      "Do you have a latency target?",
      "How fast does it have to be?",
    ],
    answer: "People begin to leave after three seconds.",
  },
  {
    id: "stage-times",
    asks: ["Where does the time go?", "What are the timings of each stage?"],
    answer: "Embedding takes 12 ms, searching 8 ms, writing 1,400 ms.",
  },
  {
    id: "reviewed-replies",
    asks: ["How many labelled examples are there?", "Who would maintain a trained model?"],
    answer: "About 900 replies were corrected by senior agents. Nobody on the team has maintained a model.",
  },
];

const told = (question: string) => findHiddenFacts(facts, question).map(({ id }) => id);

test("every way of asking that the author wrote down finds its own fact", () => {
  for (const { id, asks } of facts) for (const ask of asks) expect(told(ask)).toEqual([id]);
});

test("the same question finds its fact in other case, without its question mark and with a word less", () => {
  expect(told("HOW FAST DOES IT HAVE TO BE")).toEqual(["patience"]);
  expect(told("so how fast does it have to be, then?")).toEqual(["patience"]);
});

test("a question in other words finds the fact by what it is about", () => {
  expect(told("Is there a response time you want to hit before customers leave?")).toEqual(["patience"]);
  expect(told("Which stages does a reply go through, and what are their timings?")).toEqual(["stage-times"]);
  expect(told("Do we have annotated data from senior people?")).toEqual(["reviewed-replies"]);
});

test("two questions in one message find two facts, in the order asked, each once", () => {
  expect(
    told("Who would maintain a trained model? And do you have a latency target? A latency target, I mean."),
  ).toEqual(["reviewed-replies", "patience"]);
});

test("a question about something else finds nothing", () => {
  for (const question of ["What colour is the logo?", "May I have a glass of water?", "Hello there.", "???", ""]) {
    expect(told(question)).toEqual([]);
  }
});

test("a word that every fact knows finds nothing in particular", () => {
  expect(told("Tell me about replies.")).toEqual([]);
});

test("without hidden facts there is nothing to find", () => {
  expect(findHiddenFacts([], "Do you have a latency target?")).toEqual([]);
});
