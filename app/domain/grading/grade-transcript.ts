/**
 * The one pipeline for every grader: claims with quotes, the evidence gate, then points, levels, score and band.
 */
import { openEvidenceGate } from "./evidence.ts";
import type { GradeResult, UngradedReason } from "./grade.ts";
import type { Grader, GraderInput, GraderOptions, Making } from "./grader.ts";
import { flagsOf } from "./offline-grader.ts";
import { scoreClaims } from "./score.ts";

export type GradedTranscript =
  | { status: "graded"; result: GradeResult; making: Making }
  | { status: "ungraded"; reason: UngradedReason; message: string; making: Making };

export async function gradeTranscript(
  grader: Grader,
  input: GraderInput,
  options: GraderOptions = {},
): Promise<GradedTranscript> {
  const { scenario, transcript } = input;
  options.onProgress?.({ step: "reading", done: 0, total: 1 });
  const reply = await grader.grade(input, options);
  if (!reply.ok) {
    return { status: "ungraded", reason: reply.reason, message: reply.message, making: reply.making };
  }
  options.onProgress?.({ step: "evidence", done: 0, total: reply.claims.length });
  const result = scoreClaims(scenario.rubric, reply.claims, openEvidenceGate(transcript), flagsOf(transcript));
  options.onProgress?.({ step: "score", done: result.criteria.length, total: result.criteria.length });
  return { status: "graded", result, making: reply.making };
}
