/** Whoever reads is the candidate, or somebody else. */
export type Candidate = "you" | "they";

export const whose: Record<Candidate, string> = { you: "your", they: "their" };

export function atStart(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
