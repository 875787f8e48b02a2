import { groupLabel, type TurnLike } from "#app/components/transcript/turns.ts";

/** Who speaks, to a reader who is not the candidate and is not told who is. */
export function reviewLabel(group: readonly [TurnLike, ...TurnLike[]]): string {
  const [first, ...rest] = group;
  if (first.kind === "clarification") return "Candidate asked";
  if (first.kind === "diagram") return "Candidate, a diagram";
  if (first.kind !== "answer") return groupLabel(group);
  return rest.some(({ kind }) => kind === "diagram") ? "Candidate, with a diagram" : "Candidate";
}
