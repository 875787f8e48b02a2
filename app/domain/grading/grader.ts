/**
 * What every grader is: a function from a scenario and a transcript to claims about each check, or a reason why not.
 * It never sees or gives totals.
 */
import type { Scenario } from "../scenarios/schema.ts";
import type { Transcript } from "../interview/transcript.ts";
import type { ForeignParts } from "./evidence/foreign/foreign-runs.ts";
import type { Findings } from "./findings/findings.ts";
import type { Claim, GraderName, UngradedReason, Usage } from "./grade.ts";

/** `foreign` is what speaks of another situation, where that has been looked for. */
export type GraderInput = {
  scenario: Scenario;
  transcript: Transcript;
  findings: Findings;
  foreign?: ForeignParts;
};

/** How far a grader has come: a step by name, with counts where they mean something. */
export type GradingProgress = { step: GradingStep; done: number; total: number };
export const gradingSteps = ["reading", "verdicts", "evidence", "score"] as const;
export type GradingStep = (typeof gradingSteps)[number];

export type GraderOptions = {
  onProgress?: (progress: GradingProgress) => void;
  signal?: AbortSignal;
};

/** How a grade was made; `costUsd` is null where the price is not known, and `usage` where no tokens were used. */
export type Making = {
  model: string | null;
  promptVersion: string | null;
  usage: Usage | null;
  costUsd: number | null;
};

/**
 * `lookAgain` reads the same transcript once more with the checks in another order, within what is left of the time; a
 * grader that would say the same again has none. What it tells of its making is its own call's alone.
 */
export type GraderReply =
  | { ok: true; claims: Claim[]; making: Making; lookAgain?: (options?: GraderOptions) => Promise<GraderReply> }
  | { ok: false; reason: UngradedReason; message: string; making: Making };

/**
 * `measuresBearing` is for a grader whose every claim is a measure of how far words bear on one check, and of nothing else.
 * All others can be talked into claims, and theirs are held against evidence/bearing.ts.
 */
export type Grader = {
  name: GraderName;
  measuresBearing?: true;
  grade(input: GraderInput, options?: GraderOptions): Promise<GraderReply>;
};
