import { answerPrompt, questionsFor } from "#app/domain/authoring/dry-run/answer-prompt.ts";
import { strengths } from "#app/domain/authoring/dry-run.ts";
import type { SampleAnswer } from "#app/domain/authoring/dry-run/sample-answer.ts";
import { estimateCall, estimateGrade, type ModelEstimate } from "#app/domain/grading/model/estimate.ts";
import type { Scenario } from "#app/domain/scenarios/schema.ts";

const nothing: ModelEstimate = { inputTokens: 0, outputTokens: 0, usd: 0 };

/** What one reading of an answer may take. */
export function estimateReading(scenario: Scenario, { transcript }: SampleAnswer, model: string): ModelEstimate {
  return transcript === null ? nothing : estimateGrade({ scenario, transcript, model });
}

/** All of them so many times; null where there are none. */
export function addEstimates(each: readonly ModelEstimate[], times: number): ModelEstimate | null {
  if (each.length === 0) return null;
  const sum = each.reduce((all, { inputTokens, outputTokens, usd }) => ({
    inputTokens: all.inputTokens + inputTokens,
    outputTokens: all.outputTokens + outputTokens,
    usd: all.usd === null || usd === null ? null : all.usd + usd,
  }));
  const { inputTokens, outputTokens, usd } = sum;
  return {
    inputTokens: inputTokens * times,
    outputTokens: outputTokens * times,
    usd: usd === null ? null : usd * times,
  };
}

const tokensPerAnswer = 320;
const thinkingTokens = 1_500;

/** What drafting the three answers may take. */
export function estimateDrafts(scenario: Scenario, model: string): ModelEstimate {
  const outputTokens = thinkingTokens + tokensPerAnswer * questionsFor(scenario).length;
  const each = strengths.map((strength) => {
    const { system, user } = answerPrompt(scenario, { strength, nonce: "0".repeat(32) });
    return estimateCall({ model, system, user, outputTokens });
  });
  return addEstimates(each, 1) ?? nothing;
}
