/**
 * The one pipeline for every grader: numbers and diagrams checked by code, claims with quotes, the evidence gate, then
 * points, levels, score and band.
 */
import type { Transcript } from "../interview/transcript.ts";
import type { Scenario } from "../scenarios/schema.ts";
import { openEvidenceGate } from "./evidence.ts";
import type { Findings } from "./findings.ts";
import type { GradeResult, UngradedReason } from "./grade.ts";
import type { Grader, GraderOptions, Making } from "./grader.ts";
import { checkNumbers } from "./numbers/check-numbers.ts";
import { flagsOf } from "./offline-grader.ts";
import { readDiagrams } from "./read-diagrams.ts";
import { scoreClaims } from "./score.ts";

export type GradedTranscript =
  | { status: "graded"; result: GradeResult; making: Making }
  | { status: "ungraded"; reason: UngradedReason; message: string; making: Making };

/** What code finds in an answer before a grader reads it. */
export function findIn(scenario: Scenario, transcript: Transcript): Findings {
  return { numbers: checkNumbers(scenario, transcript), diagrams: readDiagrams(scenario, transcript) };
}

export async function gradeTranscript(
  grader: Grader,
  { scenario, transcript }: { scenario: Scenario; transcript: Transcript },
  options: GraderOptions = {},
): Promise<GradedTranscript> {
  options.onProgress?.({ step: "reading", done: 0, total: 1 });
  const findings = findIn(scenario, transcript);
  const reply = await grader.grade({ scenario, transcript, findings }, options);
  if (!reply.ok) {
    return { status: "ungraded", reason: reply.reason, message: reply.message, making: reply.making };
  }
  options.onProgress?.({ step: "evidence", done: 0, total: reply.claims.length });
  const judged = scoreClaims(scenario.rubric, reply.claims, openEvidenceGate(transcript), flagsOf(transcript));
  const result = { ...judged, findings };
  options.onProgress?.({ step: "score", done: result.criteria.length, total: result.criteria.length });
  return { status: "graded", result, making: reply.making };
}
