/**
 * A grade as a person reads it: criteria and checks with their keys (A, A1), what was missing with where to read it, and
 * the transcript with the marks that tie each verdict to the words it rests on.
 */
import type { StudyPage } from "../content/schema.ts";
import { numberQuestions, type Turn } from "../interview/transcript.ts";
import type { Competency } from "../scenarios/competency.ts";
import {
  titleOf,
  titleOfCriterion,
  type Band,
  type Check,
  type Criterion,
  type Rubric,
  type Verdict,
} from "../scenarios/schema.ts";
import type { CheckResult, CriterionResult, Flag, GradeResult, RedFlagResult } from "./grade.ts";
import { headlineOf } from "./headline.ts";
import { markText, type MarkedQuote, type MarkKind, type Segment } from "./marked-text.ts";
import type { Quote } from "./quote.ts";
import { lowConfidenceBelow } from "./score.ts";

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
  level: number;
  descriptor: string;
  points: number;
  maxPoints: number;
  checks: CheckView[];
};

/** What would have added to the score; `scoreLost` in points of the 0-100 score. */
export type MissingView = { checkKey: string; title: string; asks: string; study: StudyLink | null; scoreLost: number };

export type GradeView = {
  score: number;
  band: Band;
  headline: string;
  criteria: CriterionView[];
  redFlags: RedFlagView[];
  missing: MissingView[];
  flags: Flag[];
};

export type ScorecardTurn = Pick<Turn, "seq" | "speaker" | "kind" | "text"> & {
  questionNumber: number | null;
  segments: Segment[];
};

function linkTo(study: string | undefined, pages: readonly StudyPage[]): StudyLink | null {
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
function describeLevel(levels: Criterion["levels"], level: number): string {
  const own = levels[levelKeys[level] ?? 0];
  const [, lower, addition] = /^As ([0-3]),? (?:and )?(.+)$/.exec(own) ?? [];
  if (addition === undefined || Number(lower) >= level) return own;
  return `${describeLevel(levels, Number(lower)).replace(/\.$/, "")}, and ${addition}`;
}

function viewCriterion(
  criterion: Criterion,
  result: CriterionResult,
  at: number,
  pages: readonly StudyPage[],
): CriterionView {
  const { id, competency, level, points, maxPoints } = result;
  const checks = criterion.checks.flatMap((check: Check, nth) => {
    const found = result.checks[nth];
    if (!found) return [];
    const view = viewItem(`${letter(at)}${nth + 1}`, check, found, pages);
    return [{ ...view, points: found.points, maxPoints: found.maxPoints }];
  });
  const descriptor = describeLevel(criterion.levels, level);
  const title = titleOfCriterion(criterion);
  return {
    key: letter(at),
    id,
    title,
    competency,
    weight: criterion.weight,
    level,
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

export function viewGrade(rubric: Rubric, result: GradeResult, pages: readonly StudyPage[]): GradeView {
  const both = rubric.criteria.flatMap((criterion, at) => {
    const found = result.criteria[at];
    return found ? [{ criterion, result: found, at }] : [];
  });
  const criteria = both.map((each) => viewCriterion(each.criterion, each.result, each.at, pages));
  return {
    score: result.score,
    band: result.band,
    headline: headlineOf(rubric, result.criteria),
    criteria,
    redFlags: both.flatMap((each) => viewRedFlags(each.criterion, each.result.redFlags, each.at, pages)),
    missing: missingIn(criteria),
    flags: result.flags,
  };
}

/** How the words a verdict rests on are marked. */
export const markKind: Record<Verdict, MarkKind> = {
  met: "met",
  partial: "partial",
  not_met: "against",
  insufficient_evidence: "unsure",
};

function marksOf({ criteria, redFlags }: Pick<GradeView, "criteria" | "redFlags">): (MarkedQuote & { seq: number })[] {
  const checks = criteria.flatMap((criterion) => criterion.checks);
  return [
    ...checks.map((check) => ({ ...check, kind: markKind[check.verdict] })),
    ...redFlags.filter(({ raised }) => raised).map((flag) => ({ ...flag, kind: "against" as const })),
  ].flatMap(({ key, kind, quotes }) =>
    quotes.map(({ seq, start, end }, nth) => ({ checkKey: key, kind, id: `${key}-${nth + 1}`, seq, start, end })),
  );
}

/** The transcript with every quote marked where it stands; without a grade, without marks. */
export function markTranscript(turns: readonly Turn[], grade: GradeView | null): ScorecardTurn[] {
  const marks = grade ? marksOf(grade) : [];
  return numberQuestions(turns).map(({ seq, speaker, kind, text, questionNumber }) => ({
    seq,
    speaker,
    kind,
    text,
    questionNumber,
    segments: markText(
      text,
      marks.filter((mark) => mark.seq === seq),
    ),
  }));
}
