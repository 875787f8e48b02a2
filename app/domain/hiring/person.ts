/**
 * How far somebody has come in an assessment, as the people page says it. Who knows names there must not find out whose
 * code has just come in elsewhere: until it has been read, having handed in is told of several people at once.
 */
export type PersonState = "taking-part" | "handed-in" | "withdrawn";

export const personStateWords: Record<PersonState, string> = {
  "taking-part": "Taking part",
  "handed-in": "Handed in",
  withdrawn: "Withdrew",
};

/** So many names for so many codes: one name beside the one code that is new would tell whose it is. */
export const toldTogether = 3;

/** Of so many who have handed in, of how many it is told: the first ones, by threes. */
export function handInsTold(handedIn: number): number {
  return handedIn - (handedIn % toldTogether);
}

type Come = { withdrawnAt: Date | null; handedInAt: Date | null; isTold: boolean; isReviewed: boolean };

/** Once everything somebody handed in has its levels, the results tell the name as well. */
export function personState({ withdrawnAt, handedInAt, isTold, isReviewed }: Come): PersonState {
  if (withdrawnAt !== null) return "withdrawn";
  return handedInAt !== null && (isTold || isReviewed) ? "handed-in" : "taking-part";
}
