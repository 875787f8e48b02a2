/**
 * How far a grader agrees with the labels of calibration answers: over all of them, in the development and the test half,
 * by scenario, by kind of answer, by criterion and by check, and where it does not, in the candidate's words.
 */
import { halves, type Half, type Verdict } from "../../scenarios/schema.ts";
import { agreementOf, alphaIntervalOf, type Agreement } from "./agreement/agreement.ts";
import type { Interval } from "./agreement/percentiles.ts";
import { confusionTable, exactShare, type Pair } from "./agreement/kappa.ts";
import { placeOf, verdictScale } from "./agreement/verdict-scale.ts";
import type { HeldAnswer, HeldLevel, HeldVerdict } from "./held-answer.ts";

const levelPlaces = 5;

/** Agreement on verdicts, and on the levels that verdicts come to. */
export type GroupAgreement = { answers: number; verdicts: Agreement; levels: Agreement };

export type ReportedHalf = GroupAgreement & {
  half: Half;
  scenarios: number;
  alphaInterval: Interval | null;
  confusion: number[][];
};

export type ReportedScenario = GroupAgreement & { scenario: string; half: Half };
export type ReportedKind = GroupAgreement & { kind: string };
export type ReportedCriterion = { scenario: string; criterion: string; title: string; levels: Agreement };
export type ReportedCheck = { scenario: string; check: string; title: string; answers: number; exact: number };

export type Disagreement = {
  scenario: string;
  answer: string;
  check: string;
  title: string;
  labelled: Verdict;
  given: Verdict;
  quote: string | null;
  /** Where it stands on the page about calibration. */
  link: string;
};

export type CalibrationReport = GroupAgreement & {
  alphaInterval: Interval | null;
  /** Counts on the scale of verdicts: a row for each labelled, a column for each given. */
  confusion: number[][];
  byHalf: ReportedHalf[];
  byScenario: ReportedScenario[];
  byKind: ReportedKind[];
  byCriterion: ReportedCriterion[];
  /** The check with the smallest share of equal verdicts first. */
  byCheck: ReportedCheck[];
  disagreements: Disagreement[];
};

const pairOf = ({ labelled, given }: HeldVerdict): Pair => ({ first: placeOf[labelled], second: placeOf[given] });
const levelPairOf = ({ labelled, given }: HeldLevel): Pair => ({ first: labelled, second: given });

function verdictPairs(answers: readonly HeldAnswer[]): Pair[] {
  return answers.flatMap(({ verdicts }) => verdicts.map(pairOf));
}

/** Without an interval, which takes a thousand times as long. */
export function reportGroup(answers: readonly HeldAnswer[]): GroupAgreement {
  const levels = answers.flatMap((answer) => answer.levels.map(levelPairOf));
  return {
    answers: answers.length,
    verdicts: agreementOf(verdictPairs(answers), verdictScale.length),
    levels: agreementOf(levels, levelPlaces),
  };
}

function reportWhole(answers: readonly HeldAnswer[]) {
  const pairs = verdictPairs(answers);
  const confusion = confusionTable(pairs, verdictScale.length);
  return { ...reportGroup(answers), alphaInterval: alphaIntervalOf(pairs), confusion };
}

/** Groups in the order in which the first of each comes. */
function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): [T, ...T[]][] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return [...groups.values()];
}

function reportHalf(half: Half, answers: readonly HeldAnswer[]): ReportedHalf {
  const own = answers.filter((answer) => answer.half === half);
  return { half, scenarios: new Set(own.map(({ scenario }) => scenario)).size, ...reportWhole(own) };
}

function reportCriteria(answers: readonly HeldAnswer[]): ReportedCriterion[] {
  const levels = answers.flatMap(({ scenario, levels: held }) => held.map((level) => ({ scenario, ...level })));
  return groupBy(levels, ({ scenario, criterion }) => `${scenario} ${criterion}`).map((group) => {
    const [{ scenario, criterion, title }] = group;
    return { scenario, criterion, title, levels: agreementOf(group.map(levelPairOf), levelPlaces) };
  });
}

function reportChecks(answers: readonly HeldAnswer[]): ReportedCheck[] {
  const verdicts = answers.flatMap(({ scenario, verdicts: held }) => held.map((each) => ({ scenario, ...each })));
  return groupBy(verdicts, ({ scenario, check }) => `${scenario} ${check}`)
    .map((group) => {
      const [{ scenario, check, title }] = group;
      return { scenario, check, title, answers: group.length, exact: exactShare(group.map(pairOf)) ?? 0 };
    })
    .sort((a, b) => a.exact - b.exact);
}

/** The id of a disagreement's place on the page about calibration. */
export function disagreementId({ scenario, answer, check }: Pick<Disagreement, "scenario" | "answer" | "check">) {
  return `${scenario}--${answer}--${check}`;
}

function disagreementsIn({ scenario, name, verdicts }: HeldAnswer): Disagreement[] {
  return verdicts
    .filter(({ labelled, given }) => placeOf[labelled] !== placeOf[given])
    .map(({ check, title, labelled, given, quote }) => {
      const link = `/studio/calibration#${disagreementId({ scenario, answer: name, check })}`;
      return { scenario, answer: name, check, title, labelled, given, quote, link };
    });
}

export function reportCalibration(answers: readonly HeldAnswer[]): CalibrationReport {
  return {
    ...reportWhole(answers),
    byHalf: halves.map((half) => reportHalf(half, answers)),
    byScenario: groupBy(answers, ({ scenario }) => scenario).map((group) => {
      const [{ scenario, half }] = group;
      return { scenario, half, ...reportGroup(group) };
    }),
    byKind: groupBy(answers, ({ name }) => name).map((group) => ({ kind: group[0].name, ...reportGroup(group) })),
    byCriterion: reportCriteria(answers),
    byCheck: reportChecks(answers),
    disagreements: answers.flatMap(disagreementsIn),
  };
}
