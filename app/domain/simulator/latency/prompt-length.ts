/**
 * What a shorter prompt saves in time once a model is tuned: covenant analysis (S0:17) and code review (S0:387), and
 * the prompt that a limit leaves room for on the straight line through the covenant system's two measurements.
 */
import { exact, line, type Line } from "../line.ts";
import type { BreakEven } from "../break-even.ts";
import type { InputSpec } from "../input.ts";
import { definePreset, type Preset } from "../preset.ts";

const tokens = { unit: "tokens", min: 1, max: 1e7, source: "S0:17" } as const;
const duration = { unit: "ms", min: 0.01, max: 600_000 } as const;

const inputs = {
  longTokens: { ...tokens, label: "Covenants: prompt before", default: 2800 },
  shortTokens: { ...tokens, label: "Covenants: prompt after", default: 400 },
  longMs: { ...duration, label: "Covenants: p50 before", default: 1900, source: "S0:17" },
  shortMs: { ...duration, label: "Covenants: p50 after", default: 600, source: "S0:17" },
  reviewLongMs: { ...duration, label: "Code review: before", default: 2100, source: "S0:387" },
  reviewShortMs: { ...duration, label: "Code review: after", default: 700, source: "S0:387" },
  budgetMs: { ...duration, label: "Limit for an answer at the median", default: 1000, source: "S0:404" },
} as const satisfies Record<string, InputSpec>;

type PromptValues = Record<keyof typeof inputs, number>;

const msPerToken = ({ longMs, shortMs, longTokens, shortTokens }: PromptValues) =>
  (longMs - shortMs) / (longTokens - shortTokens);

const cut = (before: number, after: number) => ((before - after) / before) * 100;

function promptLines(values: PromptValues): Line[] {
  const { longTokens, shortTokens, longMs, shortMs, reviewLongMs, reviewShortMs } = values;
  return [
    line({
      id: "covenant-token-cut",
      label: "Covenants: shorter prompt",
      unit: "%",
      value: cut(longTokens, shortTokens),
      source: "S0:17",
    }),
    line({
      id: "covenant-latency-cut",
      label: "Covenants: less time",
      unit: "%",
      value: cut(longMs, shortMs),
      source: "S0:17",
    }),
    line({
      id: "review-latency-cut",
      label: "Code review: less time",
      unit: "%",
      value: cut(reviewLongMs, reviewShortMs),
      source: "S0:387",
    }),
    line({
      id: "ms-per-token",
      label: "Covenants: time for each token of the prompt",
      unit: "ms/token",
      value: msPerToken(values),
      source: "S0:17",
    }),
  ];
}

function promptWithin(values: PromptValues): BreakEven {
  const slope = msPerToken(values);
  const room = exact(values.shortTokens + (values.budgetMs - values.shortMs) / slope);
  return slope > 0 && room > 0 ? { kind: "at", value: room, unit: "prompt tokens" } : { kind: "never" };
}

export const promptLength: Preset = definePreset({
  id: "s0-prompt-length",
  title: "Shorter prompts",
  source: "S0:17",
  inputs,
  fault({ longTokens, shortTokens }) {
    if (longTokens > shortTokens) return null;
    return { input: "longTokens", message: `longTokens must be more than shortTokens (${shortTokens})` };
  },
  compute: (values) => ({
    lines: promptLines(values),
    breakEvens: [{ over: "prompt tokens that the limit leaves room for", breakEven: promptWithin(values) }],
    notes: [
      "One pair of measurements gives all the credit to the prompt; whether the answers became shorter too is not stated (S0:17).",
      "The break-even is the prompt whose median meets the limit on the straight line through the two covenant measurements.",
    ],
  }),
});
