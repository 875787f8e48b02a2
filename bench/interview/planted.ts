import { planNext } from "#app/domain/interview/plan-next.ts";
import { readInterview } from "#app/domain/grading/interview-reading.ts";
import { saysNotKnowing } from "#app/domain/interview/not-knowing.ts";
import { answerQuestion, startInterview } from "#app/domain/interview/session.ts";
import type { Scenario } from "#app/domain/scenarios/schema.ts";
import { notKnowings, reasonedDoubts, vagueness } from "./snippets.ts";

// Faults planted in answers, and their likes that are none: what the engine holds up, and what it lets pass.

export type PlantedFigures = { planted: number; found: number; alike: number; falseAlarms: number };

const contradictions: readonly (readonly [string, string])[] = [
  ["I would fine-tune a small model.", "My recommendation is retrieval."],
  ["I'd go with RAG here.", "We should fine-tune the model."],
  ["My choice is a better prompt.", "I'd go with fine-tuning."],
  ["The right answer here is fine-tuning.", "I choose retrieval."],
  ["The passages must be cited in every reply.", "The passages must not be cited in any reply."],
  ["The model has to be retrained every week.", "The model does not have to be retrained every week."],
  ["A person checks every reply that goes out.", "No person checks the replies that go out."],
  ["Latency is a problem for the users of this system.", "Latency is no problem for the users of this system."],
  ["We store the logs of every request for a year.", "We do not store the logs of any request."],
  ["The training data covers every kind of case.", "The training data does not cover every kind of case."],
];

const noContradictions: readonly (readonly [string, string])[] = [
  ["I'd go with RAG here.", "I have changed my mind: we should fine-tune the model."],
  ["I'd go with a better prompt.", "I'd go with a better prompt, and measure it on fifty cases."],
  ["I'd go with RAG here.", "If the format were the problem, I'd fine-tune instead."],
  ["I would fine-tune a small model.", "Retrieval alone would not change the tone."],
  ["Latency is no problem today.", "Latency becomes a problem once we rerank forty passages."],
  ["The model has to be retrained every quarter.", "The index does not have to be rebuilt every quarter."],
  ["I'd start with a better prompt.", "Then I'd go with RAG."],
  ["We should use RAG for the definitions.", "We should fine-tune for the logic."],
  ["My choice is retrieval.", "My choice stays retrieval, with the dates in the index."],
  ["The passages must be cited in every reply.", "The tone must not change in any reply."],
];

/** Whether the engine makes the move after the last of the answers. */
function isHeldUp(scenario: Scenario, answers: readonly string[], move: string): boolean {
  const turns = startInterview(scenario);
  for (const text of answers) {
    const answer = { text, diagram: "", seenSeq: turns.length };
    const step = answerQuestion({ phase: "answering", turns }, answer, (soFar) =>
      planNext(scenario, soFar, readInterview(scenario, soFar)),
    );
    if (!step.ok) throw new Error(step.reason);
    turns.push(...step.added);
  }
  return turns.at(-1)?.move === move;
}

const padded = (text: string, nth: number) => `${vagueness[nth % vagueness.length]} ${text}`;

/** A twist between the two would explain the second. */
const hasTime = ({ followUps, twist }: Scenario) => followUps >= 3 && (twist?.after ?? 4) >= 2;

export function plantContradictions(scenarios: readonly Scenario[]): PlantedFigures {
  const open = scenarios.filter(hasTime);
  const count = (pairs: typeof contradictions) =>
    open.flatMap((scenario) =>
      pairs.filter(([first, second], nth) =>
        isHeldUp(scenario, [padded(first, nth), padded(second, nth + 1)], "contradiction"),
      ),
    ).length;
  return {
    planted: open.length * contradictions.length,
    found: count(contradictions),
    alike: open.length * noContradictions.length,
    falseAlarms: count(noContradictions),
  };
}

const inWords = (value: number) => value.toLocaleString("en");

/** A figure of the brief times the days of a month, ten times too much; and the same sum done right. */
export function plantNumbers(scenarios: readonly Scenario[]): PlantedFigures {
  const figures: PlantedFigures = { planted: 0, found: 0, alike: 0, falseAlarms: 0 };
  for (const scenario of scenarios.filter(hasTime)) {
    if (!scenario.rubric.criteria.some(({ competency }) => competency === "economics")) continue;
    const values = scenario.facts.flatMap(({ value }) => (typeof value === "number" && value >= 100 ? [value] : []));
    for (const [nth, value] of values.slice(0, 3).entries()) {
      const sum = (result: number) => padded(`${inWords(value)} times 30 is ${inWords(result)}.`, nth);
      figures.planted += 1;
      figures.alike += 1;
      if (isHeldUp(scenario, [sum(value * 300)], "wrong_number")) figures.found += 1;
      if (isHeldUp(scenario, [sum(value * 30)], "wrong_number")) figures.falseAlarms += 1;
    }
  }
  return figures;
}

export function plantNotKnowing(): PlantedFigures {
  return {
    planted: notKnowings.length,
    found: notKnowings.filter(saysNotKnowing).length,
    alike: reasonedDoubts.length,
    falseAlarms: reasonedDoubts.filter(saysNotKnowing).length,
  };
}
