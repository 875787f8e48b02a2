/** How the turns of an interview are grouped and named, the same in the room and on the scorecard. */
import { hintsInAll, hintStepNames } from "#app/domain/interview/hints.ts";
import type { Speaker, TurnKind } from "#app/domain/interview/transcript.ts";

export type TurnLike = {
  seq: number;
  speaker: Speaker;
  kind: TurnKind;
  text: string;
  questionNumber: number | null;
  /** Which of the hints to the question that stands it is; null or absent for what is none. */
  hintNumber?: number | null;
};

export function isQuestion({ kind }: Pick<TurnLike, "kind">): boolean {
  return kind === "question" || kind === "twist";
}

/** Questions that have an answer after them: all but perhaps the newest. */
export function countAnswered(turns: readonly Pick<TurnLike, "kind">[]): number {
  const isAnswer = ({ kind }: Pick<TurnLike, "kind">) => kind === "answer" || kind === "diagram";
  return turns.filter((turn, at) => isQuestion(turn) && turns.slice(at + 1).some(isAnswer)).length;
}

/** A diagram belongs to the words sent with it, and facts told at once to each other. */
function goesWith(turn: TurnLike, before: TurnLike | undefined): boolean {
  if (turn.kind === "diagram") return before?.kind === "answer";
  return turn.kind === "fact" && before?.kind === "fact";
}

/** Turns as they are shown: one group a person said, asked or was told at a time; never an empty one. */
export function groupTurns<T extends TurnLike>(turns: readonly T[]): [T, ...T[]][] {
  const groups: [T, ...T[]][] = [];
  for (const [at, turn] of turns.entries()) {
    const group = groups.at(-1);
    if (group && goesWith(turn, turns[at - 1])) group.push(turn);
    else groups.push([turn]);
  }
  return groups;
}

const label: Record<Exclude<TurnKind, "question" | "twist" | "answer" | "hint">, string> = {
  clarification: "You asked",
  fact: "Told",
  diagram: "You, a diagram",
};

function hintLabel(number: number | null): string {
  return number === null ? "Hint" : `Hint ${number} of ${hintsInAll}: ${hintStepNames[number - 1] ?? ""}`;
}

/** Who speaks and what for: the line above a group. */
export function groupLabel([first, ...rest]: readonly [TurnLike, ...TurnLike[]]): string {
  switch (first.kind) {
    case "question":
      return first.questionNumber === null ? "Interviewer" : `Interviewer, question ${first.questionNumber}`;
    case "twist":
      return `Interviewer, question ${first.questionNumber ?? ""}, a change of plan`;
    case "answer":
      return rest.some(({ kind }) => kind === "diagram") ? "You, with a diagram" : "You";
    case "hint":
      return hintLabel(first.hintNumber ?? null);
    default:
      return label[first.kind];
  }
}

/** Text as a person typed it, cut where lines are left empty. */
export function paragraphsOf(text: string): string[] {
  return text.split(/\n[ \t]*\n\s*/).filter((paragraph) => paragraph.trim() !== "");
}
