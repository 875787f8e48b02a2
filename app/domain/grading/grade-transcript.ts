/**
 * The one pipeline for every grader: numbers and diagrams checked by code, claims with quotes, the evidence gate, then
 * points, levels, score and band.
 */
import type { Transcript, Turn } from "../interview/transcript.ts";
import type { Scenario } from "../scenarios/schema.ts";
import { withoutOversized } from "./findings/diagram-sources.ts";
import { bearOut } from "./evidence/bearing.ts";
import { openEvidenceGate } from "./evidence/evidence.ts";
import type { Findings } from "./findings/findings.ts";
import { foreignIn } from "./evidence/foreign/foreign-runs.ts";
import type { Claim, GradeResult, UngradedReason } from "./grade.ts";
import type { Grader, GraderInput, GraderOptions, GraderReply, Making } from "./grader.ts";
import { checkNumbers } from "./findings/numbers/check-numbers.ts";
import { withNumbers } from "./findings/numbers/with-numbers.ts";
import { flagsOf } from "./offline/offline-grader.ts";
import { flagsOfDiagrams, readDiagrams } from "./findings/read-diagrams.ts";
import { totalUsage } from "./model/prices.ts";
import { scoreClaims } from "./score.ts";
import { needsSecondLook, reconcile } from "./model/second-look.ts";
import { withDiagrams } from "./findings/with-diagrams.ts";

export type GradedTranscript =
  | { status: "graded"; result: GradeResult; making: Making }
  | { status: "ungraded"; reason: UngradedReason; message: string; making: Making };

/** What code finds in an answer before a grader reads it. */
export function findIn(scenario: Scenario, transcript: Transcript): Findings {
  return {
    numbers: checkNumbers(scenario, withoutOversized(transcript)),
    diagrams: readDiagrams(scenario, transcript),
  };
}

const isAnswer = ({ speaker, kind }: Turn) => speaker === "candidate" && kind !== "clarification";

/** Time can run out before anything is said: there is nothing to hold against the rubric, and no score of it is made. */
const nothingAnswered: GradedTranscript = {
  status: "ungraded",
  reason: "nothing_answered",
  message: "Nothing was answered before time was up, so there is nothing to grade.",
  making: { model: null, promptVersion: null, usage: null, costUsd: null },
};

/** `known` are other situations, whose answers do not count here. */
type ToGrade = { scenario: Scenario; transcript: Transcript; known?: readonly Scenario[] };

export async function gradeTranscript(
  grader: Grader,
  { scenario, transcript: given, known = [] }: ToGrade,
  options: GraderOptions = {},
): Promise<GradedTranscript> {
  options.onProgress?.({ step: "reading", done: 0, total: 1 });
  if (!given.some(isAnswer)) return nothingAnswered;
  const transcript = withoutOversized(given);
  const findings = findIn(scenario, given);
  const input = { scenario, transcript, findings, foreign: foreignIn(scenario, transcript, known) };
  const reply = await grader.grade(input, options);
  if (!reply.ok) {
    return { status: "ungraded", reason: reply.reason, message: reply.message, making: reply.making };
  }
  options.onProgress?.({ step: "evidence", done: 0, total: reply.claims.length });
  const judge = openJudge(grader, input);
  const { result, making } = await lookTwice(scenario, { reply, judge, options });
  options.onProgress?.({ step: "score", done: result.criteria.length, total: result.criteria.length });
  return { status: "graded", result, making };
}

type JudgeInput = Required<GraderInput>;
type Judge = (claims: readonly Claim[]) => GradeResult;

/** What claims come to once they are held against the evidence and against what code found. */
function openJudge({ measuresBearing }: Grader, { scenario, transcript, findings, foreign }: JudgeInput): Judge {
  const gate = openEvidenceGate(transcript, { scenario, foreign });
  const flags = [...flagsOf(transcript), ...flagsOfDiagrams(transcript)];
  if (foreign.size > 0) flags.push("about_another_situation");
  return (claims) => {
    const borneOut = measuresBearing ? claims : bearOut({ rubric: scenario.rubric, transcript, gate }, claims);
    const drawn = withDiagrams(scenario.rubric, borneOut, findings.diagrams);
    const counted = withNumbers(scenario.rubric, drawn, findings.numbers);
    return { ...scoreClaims(scenario.rubric, counted, gate, flags), findings };
  };
}

type FirstReading = { reply: GraderReply & { ok: true }; judge: Judge; options: GraderOptions };

/** The grade of one reading, or of two where the first is in doubt and the grader can read again. */
async function lookTwice(
  { rubric }: Scenario,
  { reply, judge, options }: FirstReading,
): Promise<{ result: GradeResult; making: Making }> {
  const first = judge(reply.claims);
  const reasons = needsSecondLook(first);
  if (reasons.length === 0 || !reply.lookAgain) return { result: first, making: reply.making };
  const again = await reply.lookAgain(options);
  const making = addMakings(reply.making, again.making);
  if (!again.ok) return { result: { ...first, flags: [...first.flags, "second_look_failed"] }, making };
  return { result: reconcile(rubric, { first, second: judge(again.claims), reasons }), making };
}

/** Tokens that cost nothing known make the whole cost unknown; a call that was never made costs nothing. */
function addMakings(first: Making, second: Making): Making {
  const usages = [first.usage, second.usage].filter((usage) => usage !== null);
  const isPriced = second.usage === null || (first.costUsd !== null && second.costUsd !== null);
  const costUsd = isPriced && first.costUsd !== null ? first.costUsd + (second.costUsd ?? 0) : null;
  return { ...first, usage: totalUsage(usages), costUsd };
}
