/**
 * A grade as a person reads it: criteria and checks with their keys (A, A1), and what was missing with where to read it.
 */
import type { StudyPage } from "../../content/schema.ts";
import type { Competency } from "../../scenarios/competency.ts";
import {
  titleOf,
  titleOfCriterion,
  type Band,
  type Check,
  type Criterion,
  type Rubric,
  type Verdict,
} from "../../scenarios/schema.ts";
import { viewDiagrams, type DiagramView } from "./diagram-view.ts";
import type { CheckResult, CriterionResult, Flag, GradeResult, RedFlagResult } from "../grade.ts";
import { headlineOf } from "./headline.ts";
import { viewNumbers, type NumbersView } from "../findings/numbers/number-view.ts";
import type { Quote } from "../quote.ts";
import { countedResult, type PersonLevels } from "./person-levels.ts";
import { fewestReviewedSessions, shownResult } from "../calibration/recalibration.ts";
import { lowConfidenceBelow } from "../score.ts";

export type StudyLink = {
  page: string;
  section: string;
  pageTitle: string;
  sectionTitle: string;
  minutes: number;
  href: string;
};

export type CheckView = {
  key: string;
  id: string;
  title: string;
  asks: string;
  verdict: Verdict;
  points: number;
  maxPoints: number;
  reason: string;
  confidence: number;
  lowConfidence: boolean;
  quotes: Quote[];
  study: StudyLink | null;
};

export type RedFlagView = Omit<CheckView, "points" | "maxPoints"> & { minus: number; raised: boolean };

export type CriterionView = {
  key: string;
  id: string;
  title: string;
  competency: Competency;
  weight: number;
  /** As shown: a person's where one was given; a calibrated one may lie between two. */
  level: number;
  /** As the grader's points gave it. */
  rawLevel: number;
  descriptor: string;
  points: number;
  maxPoints: number;
  checks: CheckView[];
};

/** What would have added to the score; `scoreLost` in points of the 0-100 score. */
export type MissingView = { checkKey: string; title: string; asks: string; study: StudyLink | null; scoreLost: number };

/** Which levels are shown, and from how many sessions with a person's levels; `needed` is how many a map needs. */
export type ShownLevels = {
  shown: "raw" | "calibrated";
  sessions: number;
  needed: number;
  raw: { score: number; band: Band };
};

export type GradeView = {
  score: number;
  band: Band;
  headline: string;
  criteria: CriterionView[];
  redFlags: RedFlagView[];
  missing: MissingView[];
  flags: Flag[];
  diagrams: DiagramView[];
  numbers: NumbersView;
  levels: ShownLevels;
  /** Score and band as graded, where a person's level has changed them since. */
  asGraded: { score: number; band: Band } | null;
};

/** Where to read about it; null where that is not written. */
export function linkTo(study: string | undefined, pages: readonly StudyPage[]): StudyLink | null {
  const [slug = "", id = ""] = study?.split("#") ?? [];
  const page = pages.find((each) => each.slug === slug);
  const section = page?.sections.find((each) => each.id === id);
  if (!page || !section) return null;
  return {
    page: slug,
    section: id,
    pageTitle: page.title,
    sectionTitle: section.heading,
    minutes: page.minutes,
    href: `/learn/${slug}#${id}`,
  };
}

type Item = { id: string; title?: string | undefined; asks: string; study?: string | undefined };

function viewItem(
  key: string,
  item: Item,
  result: Omit<CheckResult, "points" | "maxPoints">,
  pages: readonly StudyPage[],
) {
  const { id, verdict, quotes, reason, confidence } = result;
  const lowConfidence = verdict !== "not_met" && confidence < lowConfidenceBelow;
  const study = linkTo(item.study, pages);
  return { key, id, title: titleOf(item), asks: item.asks, verdict, reason, confidence, lowConfidence, quotes, study };
}

function letter(at: number): string {
  return String.fromCharCode(65 + at);
}

const levelKeys = [0, 1, 2, 3, 4] as const;

/** What a level says, in full: authors write "As 3, and …" for one that adds to another. */
export function describeLevel(levels: Criterion["levels"], level: number): string {
  const own = levels[levelKeys[level] ?? 0];
  const [, lower, addition] = /^As ([0-3]),? (?:and )?(.+)$/.exec(own) ?? [];
  if (addition === undefined || Number(lower) >= level) return own;
  return `${describeLevel(levels, Number(lower)).replace(/\.$/, "")}, and ${addition}`;
}

type ShownCriterion = CriterionResult & { rawLevel: number };

function viewCriterion(
  criterion: Criterion,
  result: ShownCriterion,
  at: number,
  pages: readonly StudyPage[],
): CriterionView {
  const { id, competency, level, rawLevel, points, maxPoints } = result;
  const checks = criterion.checks.flatMap((check: Check, nth) => {
    const found = result.checks[nth];
    if (!found) return [];
    const view = viewItem(`${letter(at)}${nth + 1}`, check, found, pages);
    return [{ ...view, points: found.points, maxPoints: found.maxPoints }];
  });
  const descriptor = describeLevel(criterion.levels, Math.round(level));
  const title = titleOfCriterion(criterion);
  return {
    key: letter(at),
    id,
    title,
    competency,
    weight: criterion.weight,
    level,
    rawLevel,
    descriptor,
    points,
    maxPoints,
    checks,
  };
}

function viewRedFlags(
  criterion: Criterion,
  results: readonly RedFlagResult[],
  at: number,
  pages: readonly StudyPage[],
) {
  return criterion.redFlags.flatMap((flag, nth): RedFlagView[] => {
    const found = results[nth];
    if (!found) return [];
    const view = viewItem(`${letter(at)}F${nth + 1}`, flag, found, pages);
    return [{ ...view, minus: flag.minus, raised: found.verdict === "met" }];
  });
}

function missingIn(criteria: readonly CriterionView[]): MissingView[] {
  const weights = criteria.reduce((sum, { weight }) => sum + weight, 0);
  return criteria
    .flatMap(({ weight, maxPoints, checks }) =>
      checks.map(({ key, title, asks, study, points, maxPoints: worth }) => ({
        checkKey: key,
        title,
        asks,
        study,
        scoreLost: maxPoints === 0 ? 0 : (100 * weight * (worth - points)) / (weights * maxPoints),
      })),
    )
    .filter(({ scoreLost }) => scoreLost > 0)
    .sort((a, b) => b.scoreLost - a.scoreLost);
}

function viewLevels({ calibrated, reviewedSessions, score, band }: GradeResult): ShownLevels {
  const raw = { score, band };
  if (calibrated === null) return { shown: "raw", sessions: reviewedSessions, needed: fewestReviewedSessions, raw };
  return { shown: "calibrated", sessions: calibrated.from, needed: fewestReviewedSessions, raw };
}

/** A check on which two readings differed is in doubt whatever its verdict is. */
function doubtIf(differed: ReadonlySet<string>, check: CheckView): CheckView {
  return differed.has(check.id) ? { ...check, lowConfidence: true } : check;
}

/** Without pages nothing leads to what to read; without people's levels the grade is shown as it was made. */
export function viewGrade(
  rubric: Rubric,
  result: GradeResult,
  pages: readonly StudyPage[],
  people: PersonLevels = {},
): GradeView {
  const shown = countedResult(rubric, result, people);
  const graded = shownResult(result);
  const both = rubric.criteria.flatMap((criterion, at) => {
    const [found, raw] = [shown.criteria[at], result.criteria[at]];
    return found && raw ? [{ criterion, result: { ...found, rawLevel: raw.level }, at }] : [];
  });
  const differed = new Set(result.secondLook?.disagreed);
  const criteria = both
    .map((each) => viewCriterion(each.criterion, each.result, each.at, pages))
    .map((criterion) => ({ ...criterion, checks: criterion.checks.map((check) => doubtIf(differed, check)) }));
  return {
    score: shown.score,
    band: shown.band,
    headline: headlineOf(rubric, shown.criteria),
    criteria,
    redFlags: both.flatMap((each) => viewRedFlags(each.criterion, each.result.redFlags, each.at, pages)),
    missing: missingIn(criteria),
    flags: result.flags,
    numbers: viewNumbers(result.findings.numbers),
    diagrams: viewDiagrams(result.findings.diagrams, criteria, rubric),
    levels: viewLevels(result),
    asGraded: shown.score === graded.score ? null : { score: graded.score, band: graded.band },
  };
}
