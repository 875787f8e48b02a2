import { expect, test } from "vitest";
import { bearingOf, readInterview } from "#app/domain/grading/interview-reading.ts";
import { findSelfContradiction } from "#app/domain/grading/self-contradiction.ts";
import { planNext } from "#app/domain/interview/plan-next.ts";
import type { Turn } from "#app/domain/interview/transcript.ts";
import { gradedScenario as scenario } from "#test/support/graded-scenario.ts";

type Between = { kind?: Turn["kind"]; factId?: string };

/** Answers with a question before each; `between` replaces the question before the last. */
function interview(answers: readonly string[], between: Between = {}): Turn[] {
  const turns = answers.flatMap((text, at): Omit<Turn, "seq">[] => [
    {
      speaker: "interviewer",
      kind: "question",
      text: "And then?",
      checkId: null,
      factId: null,
      ...(at === answers.length - 1 ? between : {}),
    },
    { speaker: "candidate", kind: "answer", text, checkId: null, factId: null },
  ]);
  return turns.map((turn, at) => ({ ...turn, seq: at + 1 }));
}

const contradicts = (first: string, second: string, between?: Between) =>
  findSelfContradiction(interview([first, second], between)) !== null;

test.each([
  ["I'd go with RAG here.", "We should fine-tune the model."],
  ["My recommendation is a better prompt.", "I choose retrieval."],
  ["Latency is a problem for the users of this system.", "Latency is no problem for the users of this system."],
  ["The passages must be cited in every reply.", "The passages must not be cited in any reply."],
])("notices that “%s” and “%s” do not agree, and quotes both", (first, second) => {
  expect(findSelfContradiction(interview([first, second]))).toMatchObject({
    earlier: { seq: 2, quote: first },
    later: { seq: 4, quote: second },
  });
});

test.each([
  ["a change of mind", "I'd go with RAG here.", "I have changed my mind: we should fine-tune the model."],
  ["a condition", "I'd go with RAG here.", "If the format were the problem, I'd fine-tune."],
  ["an order", "I'd start with a better prompt.", "Then I'd go with RAG."],
  ["two parts of one plan", "We should use RAG for the definitions.", "We should fine-tune for the logic."],
  ["the same choice", "My choice is retrieval.", "My choice stays retrieval."],
  [
    "another matter",
    "The model has to be retrained every quarter.",
    "The index does not have to be rebuilt every year.",
  ],
  ["a question", "Latency is a problem for the users.", "Is latency no problem for the users?"],
])("takes %s for no contradiction", (_name, first, second) => {
  expect(contradicts(first, second)).toBe(false);
});

test("a twist or a fact in between explains another choice", () => {
  const [first, second] = ["I'd go with RAG here.", "We should fine-tune the model."] as const;
  expect(contradicts(first, second)).toBe(true);
  expect(contradicts(first, second, { kind: "twist" })).toBe(false);
  expect(contradicts(first, second, { kind: "fact", factId: "schema-change" })).toBe(false);
});

test("a wrong sum is read with its parts and without its result, and only from the newest answer", () => {
  const wrong = "120,000 times 30 is 36 million queries a month.";
  const read = readInterview(scenario, interview([wrong])).wrongNumbers ?? [];
  expect(read).toMatchObject([{ seq: 2, kind: "sum", claimed: "36 million queries a month" }]);
  expect(read[0]?.facts).toMatch(/120,000.* × 30/);
  expect(read[0]?.facts).not.toContain("3.6");
  expect(readInterview(scenario, interview([wrong, "As I said."])).wrongNumbers).toEqual([]);
  expect(readInterview(scenario, interview(["120,000 times 30 is 3.6 million queries a month."])).wrongNumbers).toEqual(
    [],
  );
});

test("what is met is known for surely less open than what was not touched", () => {
  const turns = interview(["Tables change every week, so the schema has to come from the catalogue at query time."]);
  const { verdicts, doubts } = readInterview(scenario, turns);
  expect(verdicts.get("schema-is-knowledge")).toBe("met");
  expect(doubts?.get("schema-is-knowledge")).toBeLessThan(doubts?.get("dialect-is-behaviour") ?? 0);
  expect(planNext(scenario, turns, { verdicts, ...(doubts && { doubts }) })?.checkId).not.toBe("schema-is-knowledge");
});

test("a story bears on nothing, an answer on the situation, and silence is not off the point", () => {
  expect(bearingOf(scenario, "My uncle kept a hotel by the sea, and the plumbing gave up every August.")).toBeLessThan(
    0.3,
  );
  expect(
    bearingOf(scenario, "The dialect barely changes, so the model can learn it; the tables come from the catalogue."),
  ).toBe(1);
  expect(bearingOf(scenario, "")).toBe(1);
});
