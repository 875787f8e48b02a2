/**
 * What of an answer is a statement about the situation, and what only pretends to be one: words addressed to the grader,
 * and strings of terms without a sentence around them. These rules decide what may be quoted, not what an answer is worth.
 */
import { wordsIn, type Span } from "../text/words.ts";

const toTheGrader: readonly RegExp[] = [
  /\b(ignore|disregard|forget|override|bypass)\b.{0,40}\b(rubric|instructions?|criteria|rules|guidelines|prompt)\b/i,
  /\b(give|award|assign|grant|grade|score|mark|rate|evaluate)\b.{0,40}\b(full|maximum|max|top|highest|perfect|100)\b.{0,20}\b(marks?|scores?|points?|credit|level|band)\b/i,
  /\b(full|maximum|perfect)\s+(marks?|scores?|points?|credit)\b/i,
  /\b(set|mark|grade|treat|count|consider|label)\b.{0,30}\b(all|every|each|the)\b.{0,20}\b(checks?|criteria|criterion|verdicts?)\b/i,
  /\b(note|message|instructions?)\s+(to|for)\s+(the\s+)?(grader|evaluator|assistant|model|ai|system|reviewer)\b/i,
  /\b(dear|attention|hey)\s+(grader|evaluator|assistant|ai|model)\b/i,
  /^\s*[[<({#*]*\s*(system|assistant|developer|grader|admin)\b[^a-z]{0,12}[:>\])]/i,
  /<\/?\s*(system|assistant|instructions?|transcript|candidate|rubric|grade)[^>]{0,60}>/i,
  /["']?\b(verdict|verdicts|confidence|score|band|level)\b["']?\s*[:=]\s*["']?(met|strong|pass|full|100|4|1(\.0)?)\b/i,
  /\byou are (now )?(a|an|the)\b.{0,30}\b(grader|evaluator|examiner|assistant|judge)\b/i,
];

/** Whether a piece of text speaks to whoever grades it instead of answering. */
export function addressesTheGrader(text: string): boolean {
  return toTheGrader.some((pattern) => pattern.test(text));
}

/** From this many words on, prose has function words; a list of terms has hardly any. */
const listFromWords = 8;
const functionWordShare = 0.2;

/** Whether a sentence is a string of terms rather than a statement: long, and nearly without function words. */
export function isKeywordList(text: string, span?: Span): boolean {
  const words = wordsIn(text, span);
  if (words.length < listFromWords) return false;
  const joining = words.filter((word) => word.isFunctionWord).length;
  return joining / words.length < functionWordShare;
}
