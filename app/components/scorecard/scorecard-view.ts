import type { GraderName, UngradedReason, Usage } from "#app/domain/grading/grade.ts";
import type { GradingProgress } from "#app/domain/grading/grader.ts";
import type { GradeView, ScorecardTurn } from "#app/domain/grading/scorecard.ts";
import type { Mode } from "#app/domain/interview/session.ts";
import type { Approach } from "#app/domain/scenarios/approach.ts";
import type { Band, Position } from "#app/domain/scenarios/schema.ts";

/** A grade with how it was made. `costUsd` is null where the price is not known. */
export type MadeGrade = GradeView & {
  grader: GraderName;
  model: string | null;
  rubricHash: string;
  latencyMs: number | null;
  costUsd: number | null;
  usage: Usage | null;
  gradedAt: string;
};

export type OtherGrade = {
  id: string;
  grader: GraderName;
  status: "queued" | "grading" | "graded" | "ungraded";
  score: number | null;
  band: Band | null;
  createdAt: string;
};

/** How far the offline grader agrees with the labels of this scenario's author. */
export type AuthorAgreement = { answers: number; verdicts: number; exact: number | null; weightedKappa: number | null };

/** What the scorecard shows; the loader's view of the session fits it. */
export type ScorecardView = {
  session: {
    id: string;
    slug: string;
    title: string;
    mode: Mode;
    finishedAt: string | null;
    spentMs: number;
    answers: number;
    asked: number;
    newerVersion: boolean;
  };
  state: "unfinished" | "queued" | "grading" | "graded" | "ungraded";
  progress: GradingProgress | null;
  ungraded: { reason: UngradedReason; message: string } | null;
  transcript: readonly ScorecardTurn[];
  /** The newest grade that succeeded, also while a newer one is made or has failed. */
  grade: MadeGrade | null;
  positions: readonly Position[];
  taken: Approach | null;
  agreement: AuthorAgreement | null;
  otherGrades: readonly OtherGrade[];
  earlierAttempt: string | null;
  canUseAnthropic: boolean;
};

export const graderName: Record<GraderName, string> = { offline: "Offline grader", anthropic: "Anthropic grader" };
