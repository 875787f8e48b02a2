type Side = { score: number };

/** The page's own sentence about two attempts, older first. */
export function compareWords([first, second]: readonly [Side, Side]): string {
  const gained = second.score - first.score;
  if (gained === 0) return `Both scored ${first.score}`;
  const points = Math.abs(gained) === 1 ? "One point" : `${Math.abs(gained)} points`;
  return `${points} ${gained > 0 ? "up" : "down"}, from ${first.score} to ${second.score}`;
}
