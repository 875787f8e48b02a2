/**
 * A published decision procedure: its questions, how their answers lead to a verdict, and its picture. A procedure is a
 * tree, which asks one thing after another, or a tally, which asks everything and then weighs the sides.
 */
import type { Approach } from "../../scenarios/approach.ts";
import type { Source } from "../../scenarios/schema.ts";
import type { Question } from "./question.ts";
import type { SituationField } from "./situation.ts";

/** `undefined`: the procedure itself does not decide. */
export type Ending = Approach | "undefined";

/** `undetermined`: a fact that it needs is missing. */
export type Verdict = Ending | "undetermined";

/** One step taken; `node` and `to` are nodes of the procedure's diagram, `to` is null where an answer leads nowhere. */
export type Step = {
  node: string;
  question: string;
  answer: string;
  to: string | null;
  source: Source;
  /** The fact that would have answered. */
  missing?: SituationField;
};

/** The answers by question; a question without one is missing. */
export type Answers = Readonly<Record<string, string | undefined>>;

export type Decision = { ending: Ending; path: Step[] };

/** A question that leads on by its answer is drawn as one; whatever only adds to a count is a box. */
export type DiagramNode = { id: string; label: string; shape: "question" | "box" | "ending" };
/** A link of the order only says what is asked after what, whatever the answer. */
export type DiagramLink = { from: string; to: string; label: string; isOrder?: true };

export type Procedure = {
  id: string;
  name: string;
  source: Source;
  kind: "tree" | "tally";
  questions: readonly Question[];
  /** Needs an answer to every question that it comes to. */
  decide: (answers: Answers) => Decision;
  /** The questions that it comes to with these answers, up to the first without one. */
  comesTo: (answers: Answers) => Question[];
  /** Of the questions on a path to a verdict, those whose answers the verdict rests on. */
  restsOn: (path: readonly Step[]) => Set<string>;
  diagram: { direction: "TD" | "LR"; nodes: readonly DiagramNode[]; links: readonly DiagramLink[] };
};

/** The nodes of the endings, the same in every diagram. */
export const endingNode: Record<Ending, string> = {
  prompt: "prompt",
  rag: "rag",
  "fine-tune": "tune",
  hybrid: "hybrid",
  undefined: "undecided",
};

const endingLabel: Record<Ending, string> = {
  prompt: "Prompt",
  rag: "RAG",
  "fine-tune": "Fine-tune",
  hybrid: "Hybrid",
  undefined: "Not decided",
};

export function endingNodes(endings: Iterable<Ending>): DiagramNode[] {
  return [...new Set(endings)].map((ending) => ({
    id: endingNode[ending],
    label: endingLabel[ending],
    shape: "ending",
  }));
}
