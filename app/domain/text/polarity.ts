/**
 * Which words of a text are denied. A negation reaches from its cue to the end of the clause; this is the scope rule of
 * NegEx (Chapman et al., 2001) with clause breaks of plain English.
 */
import type { Word } from "./words.ts";

const cues = new Set(
  `not no never none nobody nothing neither nor without cannot can't don't doesn't didn't won't wouldn't shouldn't
  couldn't isn't aren't wasn't weren't hasn't haven't hardly avoid avoids avoiding skip instead stop against`
    .split(/\s+/)
    .filter(Boolean),
);

const clauseBreaks = new Set(["but", "because", "so", "then", "while", "whereas", "which", "although", "though", "if"]);

/** Words a negation reaches before it has run out, counting all words. */
const reach = 7;

/** `true` for each word that stands in the scope of a negation, within one sentence's words. */
export function deniedWords(text: string, words: readonly Word[]): boolean[] {
  let left = 0;
  return words.map((word, at) => {
    const before = words[at - 1];
    const gap = before ? text.slice(before.end, word.start) : "";
    const isRatherThan = word.text === "than" && before?.text === "rather";
    if (/[,;:.!?()\n\u2013\u2014]/.test(gap) || clauseBreaks.has(word.text)) left = 0;
    const isDenied = left > 0;
    left -= 1;
    // "not only" asserts what follows it.
    if (cues.has(word.text) && words[at + 1]?.text !== "only") left = reach;
    if (isRatherThan) left = reach;
    return isDenied;
  });
}
