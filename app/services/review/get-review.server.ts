import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { GradeResultSchema, GraderNameSchema, type GraderName } from "#app/domain/grading/grade.ts";
import { describeLevel } from "#app/domain/grading/scorecard/grade-view.ts";
import { numberQuestions, type Turn } from "#app/domain/interview/transcript.ts";
import { ReviewCommentsSchema, ReviewLevelsSchema } from "#app/domain/review/review.ts";
import { titleOfCriterion, type Band, type Criterion } from "#app/domain/scenarios/schema.ts";
import { db } from "#app/db/client.server.ts";
import { countedGrade } from "#app/services/grading/counted-grade.server.ts";
import { renderMarkdown, type MarkdownBlock } from "#app/services/library/render-markdown.server.ts";
import { findReviewable, type Reviewable } from "./find-reviewable.server.ts";

export type ReviewedCriterion = {
  id: string;
  key: string;
  title: string;
  weight: number;
  /** What each level from 0 to 4 says. */
  levels: string[];
  asks: string[];
  redFlags: string[];
};

/** What the reviewer gave, and only then what the grader did, both by criterion id. */
export type GivenLevels = {
  givenAt: string;
  levels: Record<string, number>;
  comments: Record<string, string>;
  grade: { grader: GraderName; score: number; band: Band; levels: Record<string, number> } | null;
};

/** An interview as a reviewer reads it: without a name. */
export type ReadInterview = {
  sessionId: string;
  title: string;
  finishedAt: string;
  brief: MarkdownBlock[];
  transcript: (Pick<Turn, "seq" | "speaker" | "kind" | "text"> & { questionNumber: number | null })[];
};

export type ReviewView = ReadInterview & {
  criteria: ReviewedCriterion[];
  given: GivenLevels | null;
};

/** `at` is its place in the rubric. */
export function viewCriterion(criterion: Criterion, at: number): ReviewedCriterion {
  const { id, weight, levels, checks, redFlags } = criterion;
  return {
    id,
    key: String.fromCharCode(65 + at),
    title: titleOfCriterion(criterion),
    weight,
    levels: [0, 1, 2, 3, 4].map((level) => describeLevel(levels, level)),
    asks: checks.map(({ asks }) => asks),
    redFlags: redFlags.map(({ asks }) => asks),
  };
}

export async function readInterview({ id, scenario, turns, finishedAt }: Reviewable): Promise<ReadInterview> {
  return {
    sessionId: id,
    title: scenario.title,
    finishedAt: finishedAt.toISOString(),
    brief: await renderMarkdown(scenario.brief),
    transcript: numberQuestions(turns).map(({ seq, speaker, kind, text, questionNumber }) => ({
      seq,
      speaker,
      kind,
      text,
      questionNumber,
    })),
  };
}

async function findGrade(sessionId: string): Promise<GivenLevels["grade"]> {
  const grade = await db().grade.findFirst({
    where: { ...countedGrade, sessionId },
    orderBy: { createdAt: "desc" },
  });
  if (!grade) return null;
  const { score, band, criteria } = GradeResultSchema.parse(grade.result);
  const levels = Object.fromEntries(criteria.map(({ id, level }) => [id, level]));
  return { grader: GraderNameSchema.parse(grade.grader), score, band, levels };
}

async function findGiven(viewer: Viewer, { id }: Reviewable): Promise<GivenLevels | null> {
  const review = await db().review.findFirst({
    where: { sessionId: id, reviewerId: viewer.id, appealId: null },
    orderBy: { createdAt: "desc" },
  });
  if (!review) return null;
  return {
    givenAt: review.createdAt.toISOString(),
    levels: ReviewLevelsSchema.parse(review.levels),
    comments: ReviewCommentsSchema.parse(review.comments ?? {}),
    grade: await findGrade(id),
  };
}

/**
 * A session as a reviewer reads it: no name, and no grader's levels before the reviewer's own are given. Null when the
 * session is absent or not the viewer's to review.
 */
export async function getReview(viewer: Viewer, sessionId: string): Promise<ReviewView | null> {
  const found = await findReviewable(viewer, sessionId);
  if (!found) return null;
  return {
    ...(await readInterview(found)),
    criteria: found.scenario.rubric.criteria.map(viewCriterion),
    given: await findGiven(viewer, found),
  };
}
