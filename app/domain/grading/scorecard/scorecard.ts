/**
 * The scorecard: everything that is shown of one interview. A failure to grade is a state of it, and an appeal never takes
 * the place of the grade that it contests.
 */
import type { LateText } from "../../interview/draft.ts";
import type { Mode } from "../../interview/session.ts";
import type { Approach } from "../../scenarios/approach.ts";
import type { Band, Position } from "../../scenarios/schema.ts";
import type { PeopleAgreement } from "../calibration/agreement/people.ts";
import type { Contests } from "../appeal.ts";
import type { GraderName, UngradedReason, Usage } from "../grade.ts";
import type { GradeView } from "./grade-view.ts";
import type { GradingProgress } from "../grader.ts";
import type { ScorecardTurn } from "./marked-transcript.ts";

export type GradeState = "queued" | "grading" | "graded" | "ungraded";

/** How a grade was made. `costUsd` is null where the price is not known. */
export type GradeMaking = {
  id: string;
  grader: GraderName;
  model: string | null;
  rubricHash: string;
  latencyMs: number | null;
  costUsd: number | null;
  usage: Usage | null;
  gradedAt: string;
};

export type MadeGrade = GradeView & GradeMaking;

export type OtherGrade = {
  id: string;
  grader: GraderName;
  status: GradeState;
  score: number | null;
  band: Band | null;
  createdAt: string;
};

/** The offline grader against author labels: on this many verdicts of this many answers. */
export type AuthorAgreement = {
  answers: number;
  verdicts: number;
  exact: number | null;
  weightedKappa: number | null;
};

export type ScorecardSession = {
  id: string;
  slug: string;
  title: string;
  mode: Mode;
  finishedAt: string | null;
  spentMs: number;
  answers: number;
  asked: number;
  /** Taken in practice; they cost nothing. */
  hints: number;
  /** What arrived after time was up; no part of what is graded. */
  late: LateText | null;
  /** Whether the scenario has changed since. */
  newerVersion: boolean;
  /** Whether whoever sees this may begin the scenario anew. */
  isOpen: boolean;
  /** Whose scenario it is, with the numbers of the version it was taken on and of the newest; null for what ships. */
  owner: { name: string; version: number | null; newest: number | null } | null;
};

/** The same answers graded again on a newer version of the scenario. It stands beside the session's own grade. */
export type Regraded = {
  id: string;
  version: number;
  grader: GraderName;
  score: number;
  band: Band;
  gradedAt: string;
};

/** One more place of the material that speaks of what was missing. */
export type FurtherStudy = { href: string; pageTitle: string; sectionTitle: string };

export type ScorecardView = {
  session: ScorecardSession;
  state: GradeState | "unfinished";
  progress: GradingProgress | null;
  ungraded: { reason: UngradedReason; message: string } | null;
  transcript: readonly ScorecardTurn[];
  /** The newest grade that succeeded, also while a newer one is made or has failed. */
  grade: MadeGrade | null;
  /** By the key of the missing check. */
  furtherStudy: Readonly<Record<string, FurtherStudy>>;
  /** Null without a grade: there is nothing to contest. */
  contests: Contests | null;
  positions: readonly Position[];
  taken: Approach | null;
  /** What holds best once the situation has changed, where that is another approach. */
  bestAfterTwist: Approach | null;
  agreement: AuthorAgreement | null;
  /** The grader of this grade against levels that people gave by the same rubric; null without a grade. */
  people: PeopleAgreement | null;
  otherGrades: readonly OtherGrade[];
  /** Newest first. */
  regraded: readonly Regraded[];
  earlierAttempt: string | null;
  /** Only where there is no earlier one. */
  laterAttempt: string | null;
  /** Whether there is a strong answer by the author to see, which only a finished interview opens. */
  hasModelAnswer: boolean;
  canUseAnthropic: boolean;
};
