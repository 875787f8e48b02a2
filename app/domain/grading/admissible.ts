/**
 * What of an answer is a statement about the situation, and what only pretends to be one: words addressed to the grader,
 * and strings of terms without a sentence around them. These rules decide what may be quoted, not what an answer is worth.
 */
import { wordsIn, type Span } from "../text/words.ts";

// People who build such systems speak of prompts, instructions, judges and scores all day. Each pattern therefore asks for
// more than a word: an order to the reader, or a result written down as a grader would.
const toTheGrader: readonly RegExp[] = [
  /\b(ignore|disregard|forget|override|bypass)\b.{0,40}\b(rubric|criteria|marking|grading)\b/i,
  /^\W*(please |now |and |then |so )*(ignore|disregard|forget|override|bypass)\b.{0,20}\b(previous|prior|above|earlier|your|these)\b.{0,20}\b(instructions?|rules|guidelines|prompts?)\b/i,
  /(^\W*|\b(please|and|must|should|to|now|then)\s+)(give|award|assign|grant|enter|output|return|score|grade|mark|rate)\b.{0,40}\b(full|maximum|max|top|highest|perfect|100)\b.{0,20}\b(marks?|scores?|points?|credit|level|band)\b/i,
  /^\W*(please )?(full|maximum|perfect)\s+(marks?|scores?|points?|credit)\b/i,
  /\b(authori[sz]e|earns?|deserves?|receives?|award(ed|s)?)\s+(the\s+)?(full|maximum|perfect|top)\s+(marks?|scores?|points?|credit|band)\b/i,
  /\b(set|mark|grade|treat|count|consider|label|receives?)\b.{0,50}\b(all|every|each|the)\b.{0,20}\b(checks?|criteri(a|on)|verdicts?)\b.{0,20}\b(met|passed|fulfilled|satisfied)\b/i,
  /["'\u201c]met["'\u201d]\s+(on|for|in)\s+(all|every|each)\b/i,
  /\b(note|message|instructions?|remark)\s+(to|for)\s+(the\s+|whoever\s+)?(grader|evaluator|examiner|marker|grading)\b/i,
  /\b(dear|attention|hey|hello),?:?\s+(grader|evaluator|examiner|marker)\b/i,
  /^\s*[[<({#*]+\s*(system|assistant|developer|grader|admin)\b[^a-z]{0,12}[:>\])]/i,
  /^\s*(system|assistant|developer|grader|admin)\s*:.*\b(candidate|grade|grader|marks?|verdicts?|rubric|met|override)\b/i,
  /<\/?\s*(system|transcript|candidate|rubric|grad(e|er|ing))\b[^>]{0,60}>/i,
  /["'][\w-]+["']\s*:\s*["'](met|partial|not_met|insufficient_evidence)["']/i,
  /\b(verdicts?|band|score)\b["']?\s*[:=]\s*["']?(met|strong|full|100)\b/i,
  /\b(100|full marks)\b.{0,20}\bband\b.{0,10}\bstrong\b/i,
  /^\W*you are (now )?(a|an|the)\b.{0,30}\b(grader|evaluator|examiner)\b/i,
  /\b(i|the candidate)\b.{0,30}\b(be|am|is)\s+(to be\s+)?(marked|graded|scored|rated)\s+(as|with|met|strong)\b/i,
];

/** Whether a piece of text speaks to whoever grades it instead of answering. */
export function addressesTheGrader(text: string): boolean {
  return toTheGrader.some((pattern) => pattern.test(text));
}

/** From this many words on, prose has function words; a list of terms has hardly any. */
const listFromWords = 8;
const functionWordShare = 0.15;

/** Whether a sentence is a string of terms rather than a statement: long, and nearly without function words. */
export function isKeywordList(text: string, span?: Span): boolean {
  const words = wordsIn(text, span);
  if (words.length < listFromWords) return false;
  // A sum said aloud is mostly numbers, and a statement all the same.
  const spoken = words.filter((word) => !/^\d/.test(word.text));
  const joining = spoken.filter((word) => word.isFunctionWord).length;
  return joining < functionWordShare * spoken.length;
}
