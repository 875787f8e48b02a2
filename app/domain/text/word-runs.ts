/**
 * Runs of words that two texts have in common. Five words in a row are seldom shared by accident, so a run that long says
 * that one text gives away or repeats another.
 */
import { wordsIn } from "./words.ts";

const runLength = 5;

/** The runs of a text in order: the nth begins at its nth word. */
function runsIn(text: string): string[] {
  const words = wordsIn(text).map((word) => word.text);
  return words.slice(runLength - 1).map((_, start) => words.slice(start, start + runLength).join(" "));
}

/** Every run of five words in any of the texts; case, punctuation and look-alike characters do not matter. */
export function wordRuns(texts: readonly string[]): ReadonlySet<string> {
  return new Set(texts.flatMap(runsIn));
}

export function sharesRun(text: string, runs: ReadonlySet<string>): boolean {
  return runsIn(text).some((run) => runs.has(run));
}

/** Share of a text's words that stand in one of the runs, 0 to 1. */
export function shareInRuns(text: string, runs: ReadonlySet<string>): number {
  const shared = new Set<number>();
  for (const [start, run] of runsIn(text).entries()) {
    if (runs.has(run)) for (let at = start; at < start + runLength; at += 1) shared.add(at);
  }
  return shared.size === 0 ? 0 : shared.size / wordsIn(text).length;
}
