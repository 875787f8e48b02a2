/**
 * What one answer showed, said right after it in practice: the checks it made or touched with the candidate's own words,
 * wrong numbers, and what its drawing says. What is missing is not named: it may still be asked for.
 */
import { diagramRuleTitle } from "../scenarios/diagram-rule.ts";
import { titleOf, type Rubric, type Verdict } from "../scenarios/schema.ts";
import type { DiagramFinding } from "./findings/findings.ts";
import { viewNumbers, type WrongNumber } from "./findings/numbers/number-view.ts";
import type { CheckResult, GradeResult } from "./grade.ts";

export type ShownPoint = { id: string; title: string; verdict: "met" | "partial"; quotes: string[] };

export type DrawnRule = { title: string; verdict: "holds" | "broken"; message: string };

/** `notRead` says why a drawing was not analysed. */
export type DrawnFinding = { seq: number; notRead: string | null; rules: DrawnRule[] };

export type Feedback = {
  showed: ShownPoint[];
  wrong: WrongNumber[];
  drawn: DrawnFinding[];
  /** Of the rubric, with this answer and all before it. */
  points: number;
  maxPoints: number;
};

const worth: Record<Verdict, number> = { met: 2, partial: 1, not_met: 0, insufficient_evidence: 0 };

function checksOf(result: GradeResult | null): Map<string, CheckResult> {
  return new Map(result?.criteria.flatMap(({ checks }) => checks.map((check) => [check.id, check] as const)));
}

function drawnIn({ seq, reason, analysed, rules }: DiagramFinding): DrawnFinding {
  const told = rules.flatMap(({ rule, verdict, message }) =>
    verdict === "not_shown" ? [] : [{ title: diagramRuleTitle[rule], verdict, message }],
  );
  return { seq, notRead: analysed ? null : reason, rules: told };
}

type SurePoint = ShownPoint & { confidence: number };

/** Of points half made by the very same words only the surest is said, and none where those words make one in full. */
function withoutEchoes(shown: readonly SurePoint[]): ShownPoint[] {
  const weight = ({ verdict, confidence }: SurePoint) => worth[verdict] + confidence;
  const isEcho = (point: SurePoint) =>
    point.verdict === "partial" &&
    point.quotes.length > 0 &&
    shown.some((other) => weight(other) > weight(point) && point.quotes.every((quote) => other.quotes.includes(quote)));
  return shown
    .filter((point) => !isEcho(point))
    .map(({ id, title, verdict, quotes }) => ({ id, title, verdict, quotes }));
}

const sum = (result: GradeResult, of: "points" | "maxPoints") =>
  result.criteria.reduce((total, criterion) => total + criterion[of], 0);

/**
 * `before` and `after` are the grades of the transcript without the answer and with it; null where nothing had been
 * answered. `seqs` are the turns of the answer.
 */
export function feedbackOn(
  rubric: Rubric,
  { before, after, seqs }: { before: GradeResult | null; after: GradeResult; seqs: readonly number[] },
): Feedback {
  const [known, now] = [checksOf(before), checksOf(after)];
  const showed = rubric.criteria
    .flatMap(({ checks }) => checks)
    .flatMap((check): SurePoint[] => {
      const found = now.get(check.id);
      if (!found || (found.verdict !== "met" && found.verdict !== "partial")) return [];
      if (worth[found.verdict] <= worth[known.get(check.id)?.verdict ?? "not_met"]) return [];
      const quotes = found.quotes.filter(({ seq }) => seqs.includes(seq)).map(({ text }) => text);
      const { verdict, confidence } = found;
      return [{ id: check.id, title: titleOf(check), verdict, quotes, confidence: confidence ?? 0 }];
    });
  return {
    showed: withoutEchoes(showed),
    wrong: viewNumbers(after.findings.numbers.filter(({ quote }) => seqs.includes(quote.seq))).wrong,
    drawn: after.findings.diagrams.filter(({ seq }) => seqs.includes(seq)).map(drawnIn),
    points: sum(after, "points"),
    maxPoints: sum(after, "maxPoints"),
  };
}
