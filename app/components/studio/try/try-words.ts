// Words for trying a draft: what a run takes, how far it is, what an answer is so far.
import { kindWords } from "#app/components/studio/agreement-words.ts";
import type { Spent } from "#app/domain/authoring/dry-run.ts";
import type { SampleState } from "#app/domain/authoring/dry-run/sample-answer.ts";
import type { ModelEstimate } from "#app/domain/grading/model/estimate.ts";
import type { GraderName } from "#app/domain/grading/grade.ts";

export const answerWords = kindWords;

export const graderShort: Record<GraderName, string> = { offline: "Offline", anthropic: "Anthropic" };

const number = (value: number) => Math.round(value).toLocaleString("en");

/** Fractions of a cent are said as that: a run may cost less than one. */
export function costWords(usd: number | null): string {
  if (usd === null) return "price not known";
  return usd < 0.01 && usd > 0 ? "less than $0.01" : `$${usd.toFixed(2)}`;
}

export function estimateWords({ inputTokens, outputTokens, usd }: ModelEstimate): string {
  return `about ${number(inputTokens)} tokens read and ${number(outputTokens)} written, ${costWords(usd)}`;
}

export function spentWords({ usage, costUsd }: Spent): string {
  if (usage === null) return "no tokens";
  const read = usage.input + usage.cacheWrite + usage.cacheRead;
  return `${number(read)} tokens read and ${number(usage.output)} written, ${costWords(costUsd)}`;
}

/** Once a run of a model has ended: what it was thought to take, and what it took. */
export function besideWords(estimate: ModelEstimate | null, spent: Spent): string {
  if (estimate === null) return "";
  return `Took ${spentWords(spent)}; ${estimateWords(estimate)} were expected.`;
}

export const stateName: Record<SampleState, string> = {
  labelled: "Labelled",
  unlabelled: "Not labelled yet",
  drafted: "Drafted by a model",
};

export function addUp(estimates: readonly ModelEstimate[], times: number): ModelEstimate {
  const total: ModelEstimate = { inputTokens: 0, outputTokens: 0, usd: 0 };
  for (const { inputTokens, outputTokens, usd } of estimates) {
    total.inputTokens += inputTokens * times;
    total.outputTokens += outputTokens * times;
    total.usd = total.usd === null || usd === null ? null : total.usd + usd * times;
  }
  return total;
}
