import { strongAnswers, type WrittenAnswer } from "#test/support/strong-answers.ts";

/** What a wrong number costs to say, and what it is. */
export const wrongSum = {
  said: "50,000 a day at $0.00002 is about $340 a month",
  claimed: "$340 a month",
  computed: "$30 a month",
};

/** Reranks before it has searched. */
const faultyDiagram = `flowchart LR
  Q["Question"] --> R["Reranker"]
  R --> S["Search the help centre"]
  S --> L["LLM"]
  L --> A["Reply with article links"]`;

/** For the shipped scenario: a good beginning, a half-said condition, a wrong sum and a faulty drawing. */
export function doubtfulAnswers(): WrittenAnswer[] {
  const [good] = strongAnswers();
  const text = `The tone of the replies hardly changes, so a prompt can hold it. If the wording of the replies mattered more than the facts, fine-tuning could be worth a look.

Embedding is no reason against it: ${wrongSum.said}.`;
  return [...(good ? [good] : []), { text, diagram: faultyDiagram }];
}
