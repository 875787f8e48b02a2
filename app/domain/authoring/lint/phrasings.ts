/**
 * The phrasings of checks and red flags: long enough to say something, each of one check alone, and no red flag that
 * takes points for what a check already gives none.
 */
import { isDenialCue } from "../../text/denial.ts";
import { meaningIn, meaningOf } from "../../text/likeness.ts";
import { fold, wordsIn } from "../../text/words.ts";
import { overlapOf, sameWords } from "./content-words.ts";
import { checksOf, inRubric, redFlagsOf, type Found, type Linted, type LintSource } from "./lint-finding.ts";

type Phrasing = { field: string; owner: string; side: "met" | "notMet"; text: string };

function phrasingsOf(linted: Linted): Phrasing[] {
  return [...checksOf(linted), ...redFlagsOf(linted)].flatMap(({ field, item }) =>
    (["met", "notMet"] as const).flatMap((side) =>
      item[side].map((text, at) => ({ field: `${field}.${side}[${at}]`, owner: item.id, side, text })),
    ),
  );
}

const fewestWords = 4;

export const shortPhrasing: LintSource = (linted) =>
  phrasingsOf(linted).flatMap(({ field, text }): Found[] => {
    const { length } = wordsIn(text);
    if (length >= fewestWords) return [];
    return [inRubric(field, `has ${length} ${length === 1 ? "word" : "words"}: “${text}”`)];
  });

/** Two phrasings with this share of common meanings, denied or not in the same places, say the same. */
const sameFrom = 0.8;
const fewestMeanings = 4;

function meaningsOf(text: string): Set<string> {
  return new Set(meaningIn(text).map((term) => (term.isDenied ? "not " : "") + meaningOf(term)));
}

/** What two phrasings share; null where each says its own. */
function likenessOf(a: Read, b: Read): "same" | "nearly the same" | null {
  if (a.words === b.words) return "same";
  const fewest = Math.min(a.meanings.size, b.meanings.size);
  if (fewest < fewestMeanings || fewest < sameFrom * Math.max(a.meanings.size, b.meanings.size)) return null;
  return overlapOf(a.meanings, b.meanings) >= sameFrom ? "nearly the same" : null;
}

type Read = Phrasing & { words: string; meanings: Set<string> };

/**
 * What meets one check may not meet another, nor be the near miss of its own. A near miss that turns the sides around has
 * the same words as what it misses, and empty phrases fit many checks: there only the very same sentence counts.
 */
function areApart(a: Phrasing, b: Phrasing, likeness: "same" | "nearly the same"): boolean {
  if (a.side !== b.side) return a.owner !== b.owner || likeness !== "same";
  return a.owner === b.owner || (a.side === "notMet" && likeness !== "same");
}

export const sharedPhrasing: LintSource = (linted) => {
  const read: Read[] = phrasingsOf(linted).map((each) => {
    return { ...each, words: sameWords(each.text), meanings: meaningsOf(each.text) };
  });
  return read.flatMap((later): Found[] => {
    for (const earlier of read) {
      if (earlier === later) break;
      const likeness = likenessOf(earlier, later);
      if (likeness === null || areApart(earlier, later, likeness)) continue;
      const where = earlier.owner === later.owner ? "on the other side of the same check" : `at ${earlier.owner}`;
      return [
        inRubric(
          later.field,
          `says ${likeness === "same" ? "the same" : likeness} as a phrasing ${where}: “${earlier.text}”`,
        ),
      ];
    }
    return [];
  });
};

const asking = /^\W*(?:does|do|is|has|did|would|can) the candidate\b/i;
const omits = new Set(
  "fail fails omit omits forget forgets skip skips ignore ignores neglect neglects leave leaves miss misses".split(" "),
);

/** What a question asks for, and whether it asks for the lack of it. */
function readQuestion(asks: string): { meanings: Set<string>; isDenied: boolean } {
  const claim = asks.replace(asking, "");
  const words = wordsIn(claim);
  const cues = words.filter(({ text }, at) => isDenialCue(text, words[at + 1]?.text ?? "") || omits.has(text));
  const isCue = new Set([...cues.map(({ text }) => fold(text)), "out", "without"]);
  const rest = words.filter(({ text }) => !isCue.has(text)).map(({ text }) => text);
  return { meanings: new Set(meaningIn(rest.join(" ")).map(meaningOf)), isDenied: cues.length % 2 === 1 };
}

const sameQuestionFrom = 0.75;

/** Half of a flag's phrasings standing as a check's near misses make it the check's own lack. */
function repeatsNearMisses(flag: readonly string[], check: readonly string[]): boolean {
  const misses = new Set(check.map(sameWords));
  return flag.filter((text) => misses.has(sameWords(text))).length * 2 >= flag.length;
}

export const flagRepeatsCheck: LintSource = (linted) => {
  const checks = checksOf(linted).map(({ item }) => ({ item, other: readQuestion(item.asks) }));
  return redFlagsOf(linted).flatMap(({ field, item: flag }): Found[] => {
    const own = readQuestion(flag.asks);
    const repeated = checks.find(({ item: check, other }) => {
      const isOpposite = own.isDenied !== other.isDenied && overlapOf(own.meanings, other.meanings) >= sameQuestionFrom;
      return isOpposite || repeatsNearMisses(flag.met, check.notMet);
    });
    return repeated
      ? [inRubric(`${field}.asks`, `asks for the lack of what the check ${repeated.item.id} asks for`)]
      : [];
  });
};
