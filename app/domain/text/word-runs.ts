/**
 * Runs of words that two texts have in common. Five words in a row are seldom shared by accident, so a run that long says
 * that one text gives away or repeats another.
 */
import { wordsIn } from "./words.ts";

const runLength = 5;

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
