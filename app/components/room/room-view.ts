import type { MarkdownPart } from "#app/components/content/markdown.tsx";
import type { TurnLike } from "#app/components/transcript/turns.ts";
import type { Draft } from "#app/domain/interview/draft.ts";
import type { Mode, Phase } from "#app/domain/interview/session.ts";
import type { Fact, ScenarioKind } from "#app/domain/scenarios/schema.ts";

/** What the candidate asked for and was told; `known` is false for what is theirs to assume. */
export type Told = { asked: string; answer: string; known: boolean };

export type RoomTurn = TurnLike & { authored: boolean };

/** What the room shows; the loader's view of the session fits it. */
export type RoomView = {
  id: string;
  title: string;
  kind: ScenarioKind;
  mode: Mode;
  phase: Phase;
  minutes: number;
  spentMs: number;
  brief: readonly MarkdownPart[];
  facts: readonly Fact[];
  questionNumber: number;
  questionsInAll: number;
  turns: readonly RoomTurn[];
  told: readonly Told[];
  draft: Draft;
  draftRevision: number;
  draftSavedAt: string | null;
  pendingSeq: number | null;
};
