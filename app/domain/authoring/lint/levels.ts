/** Levels of a criterion that a person could not tell apart: without a descriptor of their own, or in the same words. */
import { wordsIn } from "../../text/words.ts";
import { contentWords, overlapOf, sameWords } from "./content-words.ts";
import { criteriaOf, inRubric, type Found, type Linted, type LintSource } from "./lint-finding.ts";

const places = [0, 1, 2, 3, 4] as const;
const placeholder = /^\W*(?:(?:level \d|todo|tbd|tba|n\/?a|none|same|as above|x+|\d|[.?\u2026-]+)\W*)?$/i;
/** "As 3." says nothing of its own; "As 3, and names the condition" does. */
const onlyRefers = /^\W*(?:as|like|same as)(?: level)? \d\W*$/i;

export const levelWithoutDescriptor: LintSource = (linted: Linted) =>
  criteriaOf(linted).flatMap(({ field, item: { levels } }) =>
    places.flatMap((level): Found[] => {
      const text = levels[level];
      const at = `${field}.levels.${level}`;
      if (placeholder.test(text) || onlyRefers.test(text)) {
        return [inRubric(at, `level ${level} has no descriptor of its own: “${text}”`)];
      }
      const same = places.find((other) => other < level && sameWords(levels[other]) === sameWords(text));
      return same === undefined ? [] : [inRubric(at, `level ${level} repeats the words of level ${same}`)];
    }),
  );

/** Words that only say how much of the same there is. */
const degrees = new Set(
  `very quite fairly rather more most less somewhat slightly mostly largely fully completely partly really truly better
  best well good great excellent clearly clear strong strongly thorough thoroughly deep deeply detailed detail convincing
  convincingly basic basically some`
    .split(/\s+/)
    .filter(Boolean),
);

/** Small words by which two levels can differ for good: how many, whether, one or the other. */
const telling =
  /^(?:and|or|one|two|three|four|five|both|either|neither|each|every|all|any|no|not|none|never|nothing|without|only|at|least|several|nor|what|why|how|who|whom|which|when|where|whether|before|after|\d.*|.*n't)$/;

/** Above this share of common content words two neighbouring levels say the same; the shipped library has none. */
const overlapBound = 0.8;

function withoutReference(text: string): string {
  return text.replace(/^\W*as(?: level)? \d\W*(?:and\b)?/i, "");
}

function ownWords(text: string): { content: Set<string>; small: string } {
  const words = wordsIn(withoutReference(text)).filter((word) => !degrees.has(word.text));
  const small = words.filter((word) => telling.test(word.text)).map((word) => word.text);
  return { content: contentWords(words.map((word) => word.text).join(" ")), small: small.sort().join(" ") };
}

export const levelsOverlap: LintSource = (linted: Linted) =>
  criteriaOf(linted).flatMap(({ field, item: { levels } }) =>
    places.slice(1).flatMap((level): Found[] => {
      const below = places[level - 1] ?? 0;
      if (sameWords(levels[below]) === sameWords(levels[level])) return [];
      const [lower, upper] = [ownWords(levels[below]), ownWords(levels[level])];
      if (lower.small !== upper.small || overlapOf(lower.content, upper.content) < overlapBound) return [];
      return [inRubric(`${field}.levels.${level}`, `levels ${below} and ${level} say the same but for their degree`)];
    }),
  );
