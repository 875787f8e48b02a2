/**
 * Everything that the retrieval lab shows of one run, as it travels to the page.
 */
import type { EmptyQuery } from "../query.ts";
import type { KnobTexts } from "./knob-positions.ts";
import type { KnobFault } from "./knobs.ts";
import type { LabState } from "./lab-state.ts";
import type { Measured } from "./measured.ts";
import type { Goal, PlantedFailure } from "./planted-failures.ts";
import type { Mark, PassageView, StageView } from "./stage-rows.ts";

/** What is known of the meaning of the passages, or of the test questions. */
export type MeaningState =
  | { state: "ready" }
  | { state: "off" }
  | { state: "working"; done: number; total: number }
  | { state: "failed"; message: string };

export type PromptView = {
  opening: string;
  parts: { text: string; tokens: number; mark: Mark }[];
  closing: string;
  tokens: number;
  cut: { title: string; heading: string; tokens: number; mark: Mark }[];
};

export type RunView = {
  probability: number;
  threshold: number;
  isMatch: boolean;
  /** Misspelled words as they were read. */
  corrected: { typed: string; read: string }[];
  stages: StageView[];
  /** By a passage's place in the index, as the rows name it. */
  passages: Record<number, PassageView>;
  prompt: PromptView;
  /** Rank of the answer in the prompt, from 1; null where it is not there. */
  answerInPrompt: number | null;
};

export type PlantedView = Pick<PlantedFailure, "id" | "name" | "symptom" | "look" | "source" | "study"> & {
  goals: Goal[];
  isTurned: boolean;
  isMended: boolean;
  /** Null until asked for. */
  hint: string | null;
  /** Null until it is mended. */
  why: string | null;
};

export type MeasuredView = { now: Measured; shipped: Measured; byWordsAlone: boolean; meaning: MeaningState };

export type RetrievalLabView = {
  texts: KnobTexts;
  faults: KnobFault[];
  unknown: LabState["unknown"];
  question: string;
  own: string;
  /** The id of the question of the set. */
  chosen: string | null;
  /** Whether it is known which passage answers; `none` where the material is known to have no answer. */
  expects: "passage" | "none" | "unknown";
  choices: { id: string; topic: string; asks: string }[];
  /** The planted failures there are. */
  failures: { id: string; name: string }[];
  passageCount: number;
  meaning: MeaningState;
  /** Why there is nothing to search for; then there is no run. */
  refused: EmptyQuery | null;
  run: RunView | null;
  planted: PlantedView | null;
  measured: MeasuredView;
};
