import type { MarkdownPart } from "#app/components/content/markdown.tsx";
import type { TurnLike } from "#app/components/transcript/turns.ts";
import type { Feedback } from "#app/domain/grading/feedback.ts";
import type { Draft, LateText } from "#app/domain/interview/draft.ts";
import type { Mode, Phase } from "#app/domain/interview/session.ts";
import type { DiagramRule } from "#app/domain/scenarios/diagram-rule.ts";
import type { Fact, ScenarioKind } from "#app/domain/scenarios/schema.ts";

/** What the candidate asked for and was told; `known` is false for what is theirs to assume. */
export type Told = { asked: string; answer: string; known: boolean };

export type RoomTurn = TurnLike & { authored: boolean };

/** The server's clock as it stood when the page was made. */
export type RoomClock = { remainingMs: number; limitMs: number; isPaused: boolean; pauseUsed: boolean };

/** What an answer showed, below the turn `afterSeq`. While the interviewer asks about a wrong number, its sum can wait. */
export type AnswerFeedback = Feedback & { afterSeq: number; isAskedAbout: boolean };

/** What the interview is a part of; `part` is null for the warm-up, which nobody scores. */
export type RoomAssessment = {
  candidacyId: string;
  name: string;
  organisation: string;
  part: number | null;
  parts: number;
};

/** What the room shows; the loader's view of the session fits it. */
export type RoomView = {
  id: string;
  slug: string;
  title: string;
  kind: ScenarioKind;
  mode: Mode;
  phase: Phase;
  minutes: number;
  spentMs: number;
  /** Null where there is no limit. */
  clock: RoomClock | null;
  endedByClock: boolean;
  late: LateText | null;
  newerVersion: boolean;
  /** Who else may read the interview, where the scenario is an organisation's. */
  organisation: string | null;
  /** Null outside assessments. */
  assessment: RoomAssessment | null;
  brief: readonly MarkdownPart[];
  facts: readonly Fact[];
  /** What is found in a drawing while it is made; null where that is told only at the end. */
  diagramRules: readonly DiagramRule[] | null;
  questionNumber: number;
  questionsInAll: number;
  turns: readonly RoomTurn[];
  told: readonly Told[];
  assumed: readonly string[];
  hints: { given: number; inAll: number } | null;
  feedback: readonly AnswerFeedback[];
  draft: Draft;
  draftRevision: number;
  draftSavedAt: string | null;
  pendingSeq: number | null;
};
