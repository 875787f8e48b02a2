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

/** Places of a text's words that stand in one of the runs. */
function placesInRuns(text: string, runs: ReadonlySet<string>): Set<number> {
  const shared = new Set<number>();
  for (const [start, run] of runsIn(text).entries()) {
    if (runs.has(run)) for (let at = start; at < start + runLength; at += 1) shared.add(at);
  }
  return shared;
}

/** Share of a text's words that stand in one of the runs, 0 to 1. */
export function shareInRuns(text: string, runs: ReadonlySet<string>): number {
  const shared = placesInRuns(text, runs);
  return shared.size === 0 ? 0 : shared.size / wordsIn(text).length;
}

/** From this share on a text is a repetition; from half on it is one if hardly anything is added. */
const repeatedShare = 0.7;
const fewAdded = 3;

/** Whether a text says again what the runs are of: mostly their words, with no more than a few of its own around them. */
export function isRepetition(text: string, runs: ReadonlySet<string>): boolean {
  const shared = placesInRuns(text, runs);
  if (shared.size === 0) return false;
  const words = wordsIn(text);
  if (shared.size >= repeatedShare * words.length) return true;
  const added = words.filter(({ isFunctionWord }, at) => !isFunctionWord && !shared.has(at));
  return shared.size >= words.length / 2 && added.length <= fewAdded;
}
