/**
 * Readings of sample answers held against their labels, by the same measures as the library's calibration answers. The
 * labels are the author's, and the agreement is with them.
 */
import { holdAnswer, type HeldAnswer } from "../../grading/calibration/held-answer.ts";
import type { EvidenceGate } from "../../grading/evidence/evidence.ts";
import type { GradeResult } from "../../grading/grade.ts";
import { bandOf, scoreClaims } from "../../grading/score.ts";
import type { Rubric, Scenario } from "../../scenarios/schema.ts";
import type { GradedReading, Reading } from "../dry-run.ts";
import { isGraded, middleScore, readingsOf, settledItem } from "./reading-table.ts";
import { asLabelled, itemsOf, type SampleAnswer } from "./sample-answer.ts";

/** What was read has been through the gate; its places in the transcript are not needed here. */
const readGate: EvidenceGate = (quotes) => ({
  quotes: quotes.map((text) => ({ text, seq: 1, start: 0, end: text.length })),
  dropped: [],
});

/** One result out of the readings of one answer: the settled verdicts, the score in the middle. */
function resultOf(rubric: Rubric, readings: readonly GradedReading[]): GradeResult {
  const claims = itemsOf(rubric).flatMap(({ id }) => {
    const item = settledItem(readings, id);
    return item ? [{ id, verdict: item.verdict, quotes: item.quotes, reason: item.reason, confidence: 1 }] : [];
  });
  const result = scoreClaims(rubric, claims, readGate, []);
  const score = middleScore(readings.map((reading) => reading.score)) ?? result.score;
  return { ...result, score, band: bandOf(score) };
}

/** Every labelled answer that was read; one that no reading graded is held as ungraded. */
export function holdReadings(
  scenario: Pick<Scenario, "slug" | "rubric">,
  { answers, readings }: { answers: readonly SampleAnswer[]; readings: readonly Reading[] },
): HeldAnswer[] {
  return answers.flatMap((sample): HeldAnswer[] => {
    const labelled = asLabelled(sample);
    const own = readingsOf(readings, sample.name);
    const [first] = own;
    if (!labelled || !first) return [];
    const graded = own.filter(isGraded);
    if (graded.length > 0) {
      return [holdAnswer(scenario, labelled, { status: "graded", result: resultOf(scenario.rubric, graded) })];
    }
    const reason = first.status === "ungraded" ? first.reason : "internal";
    return [holdAnswer(scenario, labelled, { status: "ungraded", reason })];
  });
}
