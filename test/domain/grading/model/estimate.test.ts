import { expect, test } from "vitest";
import { estimateCall, estimateGrade } from "#app/domain/grading/model/estimate.ts";
import { gradedScenario as scenario, gradedTranscript as transcript } from "#test/support/graded-scenario.ts";

const model = "claude-sonnet-5-5";

test("a grade is estimated from its length and the number of its questions, at the model's price", () => {
  const { inputTokens, outputTokens, usd } = estimateGrade({ scenario, transcript, model });
  expect(inputTokens).toBeGreaterThan(1_000);
  expect(outputTokens).toBe(1_500 + 130 * 4);
  expect(usd).toBeGreaterThan((inputTokens * 2 + outputTokens * 10) / 1e6);
  expect(usd).toBeLessThanOrEqual((inputTokens * 2.5 + outputTokens * 10) / 1e6);
});

test("a longer interview costs more", () => {
  const longer = [...transcript, ...transcript];
  const [one, two] = [transcript, longer].map((turns) => estimateGrade({ scenario, transcript: turns, model }));
  expect(two?.usd).toBeGreaterThan(one?.usd ?? Infinity);
});

test("a model without a price has an estimate of tokens and none of cost", () => {
  const { usd, inputTokens } = estimateGrade({ scenario, transcript, model: "claude-opus-9" });
  expect(usd).toBeNull();
  expect(inputTokens).toBeGreaterThan(0);
});

test("a prompt too long for the first rates is estimated at those for long ones", () => {
  const call = (characters: number) =>
    estimateCall({ model: "claude-haiku-5-5", system: "", user: "a".repeat(characters), outputTokens: 0 }).usd ?? 0;
  expect(call(600_000) / call(200_000)).toBeGreaterThan(10);
});
