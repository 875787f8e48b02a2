/**
 * How far somebody has come in an assessment, as the people page says it: in words that tell nothing of what was written.
 */
export type PersonState = "read-notice" | "under-way" | "handed-in" | "withdrawn";

export const personStateWords: Record<PersonState, string> = {
  "read-notice": "Has read the notice",
  "under-way": "Under way",
  "handed-in": "Handed in",
  withdrawn: "Withdrew",
};

type Come = { withdrawnAt: Date | null; handedInAt: Date | null; hasBegun: boolean };

export function personState({ withdrawnAt, handedInAt, hasBegun }: Come): PersonState {
  if (withdrawnAt !== null) return "withdrawn";
  if (handedInAt !== null) return "handed-in";
  return hasBegun ? "under-way" : "read-notice";
}
