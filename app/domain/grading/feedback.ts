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
    .flatMap((check): ShownPoint[] => {
      const found = now.get(check.id);
      if (!found || (found.verdict !== "met" && found.verdict !== "partial")) return [];
      if (worth[found.verdict] <= worth[known.get(check.id)?.verdict ?? "not_met"]) return [];
      const quotes = found.quotes.filter(({ seq }) => seqs.includes(seq)).map(({ text }) => text);
      return [{ id: check.id, title: titleOf(check), verdict: found.verdict, quotes }];
    });
  return {
    showed,
    wrong: viewNumbers(after.findings.numbers.filter(({ quote }) => seqs.includes(quote.seq))).wrong,
    drawn: after.findings.diagrams.filter(({ seq }) => seqs.includes(seq)).map(drawnIn),
    points: sum(after, "points"),
    maxPoints: sum(after, "maxPoints"),
  };
}
