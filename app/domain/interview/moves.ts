/**
 * Why the interviewer says what they say: the engine's decision, which no voice can change. Kept with the turn, so that a
 * transcript can be read back with its reasons.
 */
import { z } from "zod";
import type { Turn } from "./transcript.ts";

const moves = [
  "opening",
  "probe",
  "twist",
  "back_to_the_point",
  "accepts_not_knowing",
  "contradiction",
  "wrong_number",
] as const;

const MoveSchema = z.enum(moves);
export type Move = z.infer<typeof MoveSchema>;

/** Null for whatever is no move, and for moves that are not known any more. */
export function moveOf({ move }: Pick<Turn, "move">): Move | null {
  return MoveSchema.safeParse(move).data ?? null;
}
