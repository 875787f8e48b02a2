/**
 * The first word against the last: reading the prompt comes before the first token, writing comes after it. Token counts
 * are S0's (S0:37), the reading speed is the one its covenant system implies (S0:17), the writing is an assumption.
 */
import { solveBreakEven } from "../break-even.ts";
import type { InputSpec } from "../input.ts";
import { line, type Line } from "../line.ts";
import { definePreset, type Preset } from "../preset.ts";

const inputs = {
  ragInputTokens: {
    label: "Prompt with retrieved context",
    unit: "tokens",
    default: 2100,
    min: 1,
    max: 1e7,
    source: "S0:37",
  },
  ftInputTokens: {
    label: "Prompt of the tuned model",
    unit: "tokens",
    default: 600,
    min: 1,
    max: 1e7,
    source: "S0:37",
  },
  lookUpMs: {
    label: "Looking up",
    unit: "ms",
    default: 55,
    min: 0,
    max: 600_000,
    source: "S0:48-50",
    spread: { low: 50, high: 200, source: "S1:174" },
  },
  msPerInputToken: {
    label: "Reading a token of the prompt",
    unit: "ms/token",
    default: 1300 / 2400,
    min: 0,
    max: 1000,
    source: "S0:17",
    basis: "implied: 1.3 s less for 2,400 tokens less",
  },
  outputTokens: {
    label: "Answer",
    unit: "tokens",
    default: 150,
    min: 1,
    max: 1e6,
    source: null,
    basis: "an assumption: a short paragraph",
  },
  tokensPerSecond: {
    label: "Writing",
    unit: "tokens/s",
    default: 100,
    min: 0.1,
    max: 1e6,
    source: null,
    basis: "an assumption for a small hosted model",
  },
} as const satisfies Record<string, InputSpec>;

export type StreamValues = Record<keyof typeof inputs, number>;

export type Streamed = { firstTokenMs: number; totalMs: number };

/** When the first token is there, and when the answer is whole. */
export function streamedAnswer(answer: {
  beforeModelMs: number;
  inputTokens: number;
  msPerInputToken: number;
  outputTokens: number;
  tokensPerSecond: number;
}): Streamed {
  const firstTokenMs = answer.beforeModelMs + answer.inputTokens * answer.msPerInputToken;
  return { firstTokenMs, totalMs: firstTokenMs + (answer.outputTokens / answer.tokensPerSecond) * 1000 };
}

/** Both sides: what is shown when, with the same answer. */
export function streamedAnswers(values: StreamValues): { rag: Streamed; ft: Streamed } {
  return {
    rag: streamedAnswer({ ...values, beforeModelMs: values.lookUpMs, inputTokens: values.ragInputTokens }),
    ft: streamedAnswer({ ...values, beforeModelMs: 0, inputTokens: values.ftInputTokens }),
  };
}

function streamLines(values: StreamValues, { rag, ft }: ReturnType<typeof streamedAnswers>): Line[] {
  const first = { unit: "ms", source: "S0:37" };
  const total = { unit: "ms", source: "S0:52" };
  const written = (printedMs: number, before: number) =>
    Math.max(0, ((printedMs - before) * values.tokensPerSecond) / 1000);
  return [
    line({ ...first, id: "rag-first-token", label: "Retrieval: the first token", value: rag.firstTokenMs }),
    line({ ...total, id: "rag-total", label: "Retrieval: the whole answer", value: rag.totalMs, printed: 1455 }),
    line({ ...first, id: "ft-first-token", label: "Tuned: the first token", value: ft.firstTokenMs }),
    line({ ...total, id: "ft-total", label: "Tuned: the whole answer", value: ft.totalMs, printed: 520 }),
    line({
      id: "rag-answer-in-print",
      label: "Retrieval: answer that the printed total leaves time for",
      unit: "tokens",
      value: written(1455, rag.firstTokenMs),
      source: "S0:52",
    }),
    line({
      id: "ft-answer-in-print",
      label: "Tuned: answer that the printed total leaves time for",
      unit: "tokens",
      value: written(520, ft.firstTokenMs),
      source: "S0:52",
    }),
  ];
}

export const streaming: Preset = definePreset({
  id: "s0-streaming",
  title: "First token against the whole answer",
  source: "S0:37-52",
  inputs,
  compute(values) {
    const answers = streamedAnswers(values);
    return {
      lines: streamLines(values, answers),
      breakEvens: [
        {
          over: "tokens of the answer after which retrieval's first token is sooner than the tuned model's last",
          breakEven: solveBreakEven(
            { approach: "fine-tune", fixed: answers.ft.firstTokenMs, perUnit: 1000 / values.tokensPerSecond },
            { approach: "rag", fixed: answers.rag.firstTokenMs, perUnit: 0 },
            "tokens of the answer",
          ),
        },
      ],
      notes: [
        "Streaming hides writing and never reading: a longer prompt delays the first token, a longer answer only the last.",
        "At the implied reading speed and 100 tokens a second, the printed 1,455 and 520 ms leave room for answers of some 20 tokens (S0:52): either answers were very short, or reading was quicker and writing slower than assumed. No source gives lengths or speeds.",
        "Beyond the break-even, retrieval that streams shows its first token before a tuned model that does not stream is done.",
      ],
    };
  },
});
