/**
 * What a call of a model will take, told before it is made. Tokens are worked out from the length of the text, since
 * counting them would be a call of its own; output is what replies of the same kind need, thinking included. The estimate
 * errs upwards: budgets are decided on it, and what was really used takes its place afterwards.
 */
import type { Transcript } from "../../interview/transcript.ts";
import type { Scenario } from "../../scenarios/schema.ts";
import { costAt, findPrice, type PriceTable } from "./prices.ts";
import { gradingPrompt } from "./prompt.ts";
import { questionsOf } from "./questions.ts";

/** `usd` is null for a model whose price is not known. */
export type ModelEstimate = { inputTokens: number; outputTokens: number; usd: number | null };

/** English and JSON come to some four characters a token; the newer models' tokens are shorter. */
const charactersPerToken = 3;

/** A verdict with its quotes and its reason. */
const outputTokensPerQuestion = 130;
/** What a model thinks before it begins to write. */
const thinkingTokens = 1_500;

/** The nonce has a fixed length, so any other is as long. */
const anyNonce = "0".repeat(32);

function estimateTokens(text: string): number {
  return Math.ceil(text.length / charactersPerToken);
}

/** `system` may be written to the cache, which costs a little more than reading it plainly. */
export function estimateCall({
  model,
  system,
  user,
  outputTokens,
  prices,
}: {
  model: string;
  system: string;
  user: string;
  outputTokens: number;
  prices?: PriceTable | undefined;
}): ModelEstimate {
  const cacheWrite = estimateTokens(system);
  const input = estimateTokens(user);
  const price = findPrice(model, prices);
  const usage = { input, cacheWrite, cacheRead: 0, output: outputTokens };
  return { inputTokens: input + cacheWrite, outputTokens, usd: price && costAt(price, usage) };
}

/** How much a grade's reply takes; a scenario with more questions takes more. */
export function gradeOutputTokens({ rubric }: Scenario): number {
  return thinkingTokens + outputTokensPerQuestion * questionsOf(rubric).length;
}

/** One reading of one transcript, without the retries and the second look that a doubtful one may need. */
export function estimateGrade({
  scenario,
  transcript,
  model,
  prices,
}: {
  scenario: Scenario;
  transcript: Transcript;
  model: string;
  prices?: PriceTable;
}): ModelEstimate {
  const { system, user } = gradingPrompt({ scenario, transcript, nonce: anyNonce });
  const outputTokens = gradeOutputTokens(scenario);
  return estimateCall({ model, system: system.map(({ text }) => text).join("\n"), user, outputTokens, prices });
}
