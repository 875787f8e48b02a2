import type { Move } from "#app/domain/interview/moves.ts";

export type Aim = { move: Move | null; check: { key: string; title: string } | null };

const moveWords: Record<Move, string | null> = {
  opening: null,
  probe: null,
  twist: "A requirement changes: what holds and what does not?",
  back_to_the_point: "Back to the point: the answer before had left it.",
  accepts_not_knowing: "You said that you did not know, and it went on.",
  contradiction: "Two of your answers said different things.",
  wrong_number: "A number was questioned.",
};

/** Why the interviewer said something; null where there is nothing to add. */
export function aimWords({ move, check }: Aim): string | null {
  const why = move && moveWords[move];
  const at = check && `Aimed at ${check.key}, ${check.title}.`;
  return [why, at].filter(Boolean).join(" ") || null;
}
