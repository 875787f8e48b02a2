/**
 * One calibration answer after grading, held against its labels: verdict by verdict, and level by level. The labels say
 * verdicts only; their levels are made by score.ts, as those of every grader are.
 */
import { titleOf, titleOfCriterion, type Band, type Half, type Rubric, type Verdict } from "../../scenarios/schema.ts";
import type { CalibrationAnswer } from "./calibration.ts";
import type { EvidenceGate } from "../evidence/evidence.ts";
import type { CriterionResult, GradeResult, UngradedReason } from "../grade.ts";
import { scoreClaims } from "../score.ts";

export type HeldVerdict = {
  check: string;
  title: string;
  labelled: Verdict;
  given: Verdict;
  /** The candidate's words that the given verdict rests on. */
  quote: string | null;
};

export type HeldLevel = { criterion: string; title: string; labelled: number; given: number };

/** An answer that could not be graded holds no verdicts and no levels: it is listed, and counts for nothing. */
export type HeldAnswer = {
  scenario: string;
  half: Half;
  name: string;
  status: "graded" | "ungraded";
  reason: UngradedReason | null;
  score: number | null;
  band: Band | null;
  labelledBand: Band;
  verdicts: HeldVerdict[];
  levels: HeldLevel[];
};

/** A person's label needs no quote to stand. */
const trustingGate: EvidenceGate = () => ({ quotes: [{ seq: 1, start: 0, end: 0, text: "" }], dropped: [] });

/** The criteria with the points and levels that labelled verdicts come to. */
function scoreLabels(rubric: Rubric, verdicts: Readonly<Record<string, Verdict>>): CriterionResult[] {
  const claims = Object.entries(verdicts).map(([id, verdict]) => ({
    id,
    verdict,
    quotes: [""],
    reason: "",
    confidence: 1,
  }));
  return scoreClaims(rubric, claims, trustingGate, []).criteria;
}

function holdVerdicts(rubric: Rubric, { labels }: CalibrationAnswer, result: GradeResult): HeldVerdict[] {
  return rubric.criteria.flatMap((criterion, at) => {
    const found = result.criteria[at];
    const items = [...criterion.checks, ...criterion.redFlags];
    const results = found ? [...found.checks, ...found.redFlags] : [];
    return items.flatMap((item, nth) => {
      const labelled = labels.verdicts[item.id];
      const given = results[nth];
      if (!labelled || !given) return [];
      const quote = given.quotes[0]?.text ?? null;
      return [{ check: item.id, title: titleOf(item), labelled, given: given.verdict, quote }];
    });
  });
}

function holdLevels(rubric: Rubric, { labels }: CalibrationAnswer, result: GradeResult): HeldLevel[] {
  const labelled = scoreLabels(rubric, labels.verdicts);
  return rubric.criteria.flatMap((criterion, at) => {
    const [should, is] = [labelled[at], result.criteria[at]];
    if (!should || !is) return [];
    return [{ criterion: criterion.id, title: titleOfCriterion(criterion), labelled: should.level, given: is.level }];
  });
}

type Graded = { status: "graded"; result: GradeResult } | { status: "ungraded"; reason: UngradedReason };

export function holdAnswer(
  { slug, rubric }: { slug: string; rubric: Rubric },
  answer: CalibrationAnswer,
  graded: Graded,
): HeldAnswer {
  const { name, labels } = answer;
  const about = { scenario: slug, half: labels.half, name, labelledBand: labels.band };
  if (graded.status === "ungraded") {
    const { status, reason } = graded;
    return { ...about, status, reason, score: null, band: null, verdicts: [], levels: [] };
  }
  const { score, band } = graded.result;
  const verdicts = holdVerdicts(rubric, answer, graded.result);
  const levels = holdLevels(rubric, answer, graded.result);
  return { ...about, status: "graded", reason: null, score, band, verdicts, levels };
}
