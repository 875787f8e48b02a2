/**
 * What a model would be given: an instruction, the first passages that fit into a budget, the question. Tokens are an
 * estimate at four characters each; what a model counts depends on the model.
 */
import type { RetrievalIndex } from "../index-material.ts";
import type { Knobs } from "./knobs.ts";
import type { LabRun } from "./pipeline.ts";

const charactersPerToken = 4;

export function estimateTokens(text: string): number {
  return Math.ceil(text.length / charactersPerToken);
}

const instruction =
  "Answer the question from the passages below and from nothing else. Name the passage after each sentence, as [1]. If they do not answer it, say so.";

/** `at` is the passage's place in the index. */
export type PromptPart = { at: number; text: string; tokens: number };

export type Prompt = {
  opening: string;
  parts: PromptPart[];
  closing: string;
  /** Of everything that is handed on. */
  tokens: number;
  /** What top-k would have handed on and the budget cut off. */
  cut: PromptPart[];
};

type Asked = { question: string; run: LabRun; knobs: Knobs };

/** Passages in their order until one does not fit; that one and all after it are cut. None where nothing was found. */
export function assemblePrompt(index: RetrievalIndex, { question, run, knobs }: Asked): Prompt {
  const closing = `Question: ${question}`;
  const opening = run.isMatch ? instruction : `${instruction}\n\n(No passage was found.)`;
  const taken = run.isMatch ? run.stages.ranked.slice(0, knobs.top) : [];
  const all = taken.flatMap(({ at }, nth): PromptPart[] => {
    const passage = index.passages[at];
    if (!passage) return [];
    const text = `[${nth + 1}] ${passage.title}: ${passage.heading}\n${passage.text}`;
    return [{ at, text, tokens: estimateTokens(text) }];
  });
  let tokens = estimateTokens(opening) + estimateTokens(closing);
  const fits = all.findIndex((part) => (tokens += part.tokens) > knobs.budgetTokens);
  const parts = fits === -1 ? all : all.slice(0, fits);
  const used = parts.reduce((sum, part) => sum + part.tokens, estimateTokens(opening) + estimateTokens(closing));
  return { opening, parts, closing, tokens: used, cut: all.slice(parts.length) };
}
