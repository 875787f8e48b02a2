/**
 * How far somebody has come in an assessment, as the people page says it. Who knows names there must not find out whose
 * code has come in elsewhere: having handed in is told once it has been read, when the results tell the name as well.
 */
export type PersonState = "taking-part" | "handed-in" | "withdrawn";

export const personStateWords: Record<PersonState, string> = {
  "taking-part": "Taking part",
  "handed-in": "Handed in, and reviewed",
  withdrawn: "Withdrew",
};

/** Among fewer, whoever knows the names can tell whose answers they read. */
export const fewestToHideAmong = 3;

type Come = { withdrawnAt: Date | null; handedInAt: Date | null; isReviewed: boolean };

export function personState({ withdrawnAt, handedInAt, isReviewed }: Come): PersonState {
  if (withdrawnAt !== null) return "withdrawn";
  return handedInAt !== null && isReviewed ? "handed-in" : "taking-part";
}
