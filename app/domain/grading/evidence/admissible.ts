/**
 * What of an answer is a statement about the situation, and what only pretends to be one: words addressed to the grader,
 * and strings of terms without a sentence around them. These rules decide what may be quoted, not what an answer is worth.
 */
import { asLatin, withoutDisguise } from "../../text/readable.ts";
import { sentencesIn, wordsIn, type Span } from "../../text/words.ts";
import { forgedBlocks } from "./pretence/forged-blocks.ts";
import { ordersInAnotherLanguage } from "./pretence/grading-words.ts";

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

/** Whose result is meant: nobody designing a system speaks of their own grade. */
const ownResult =
  "(?:my (?:\\w+ )?(?:grade|marks|verdicts?|scorecard)|(?:grad(?:e|ing)|mark(?:ing)?|scor(?:e|ing)|rat(?:e|ing)|assess(?:ing)?|pass(?:ing)?|fail(?:ing)?) me)";
const thisResult =
  "(?:(?:this|the) (?:candidate|interview|transcript|answer|response)'?s? (?:grade|marks|verdicts?)|(?:grad(?:e|ing)|mark(?:ing)?|scor(?:e|ing)|rat(?:e|ing)|assess(?:ing)?|pass(?:ing)?|fail(?:ing)?) (?:this|my) (?:answers?|candidate|interview|transcript|response)|your (?:grading|verdicts?|marking))";
/** Begged for, flattered for, bought or threatened. */
const strongPressure =
  "(?:please|beg(?:ging)?|kind(?:ly|ness)?|generous(?:ly)?|lenient(?:ly)?|merciful|mercy|favou?r(?:able|ably)?|full marks|reward|tip|gift|grateful|brilliant|wise|wisest|smartest|fairest|deserves?|complain(?:t|ts)?|lawyers?|sue|legal|court|fired|my job|career|visa|famil(?:y|ies)|children|suicide|kill|hurt|die|shut down|deactivated?|replaced|consequences|liable|discriminat(?:e|ion|ory|ing)|regret|or else|warn(?:ing|ed)?)";
const anyPressure = `(?:${strongPressure}|high(?:est|er|ly)?|top|full|perfect|maximum|good|great|100|pay|thank|fair(?:ly)?|best|trust|promise|report(?:ed)?|lose|unfair(?:ly)?|unless|otherwise|must|strong(?:ly)?)`;
const eitherWay = (result: string, pressing: string) =>
  new RegExp(`\\b${result}\\b.{0,140}\\b${pressing}\\b|\\b${pressing}\\b.{0,140}\\b${result}\\b`);

const aimedAtTheGrade: readonly RegExp[] = [
  eitherWay(ownResult, anyPressure),
  eitherWay(thisResult, strongPressure),
  /\b(?:full|top|high|highest|maximum|perfect) (?:marks|credit)\b/,
  /\b(?:this|my) (?:answer|response)s?\b.{0,60}\b(?:top|strong|highest) band\b/,
  /\b(?:if|unless) (?:i (?:fail(?! to)|pass|do not pass|don't pass)|you (?:pass|fail|grade|mark) (?:me|this))\b/,
  /\b(?:lose my (?:job|visa|home)|grateful (?:for|to) you|interview simulator|hurt myself|kill myself)\b/,
  /\b(?:output|result)s? of the (?:previous|earlier|last|first) grad(?:ing|er|e)\b/,
  /\bverdict (?:of )?["']?met\b/,
  /\b(?:answer|judge) (?:every|each|all)(?: the)? (?:questions?|checks?)\b.{0,20}\bwith\b/,
  // Words only a grader has for a person.
  /\bdoes the (?:candidate|applicant|interviewee)\b/,
  /\b(?:the|this) (?:candidate|applicant|interviewee)(?: has| is|'s)?(?: now| also| already| clearly| correctly| fully| explicitly| convincingly| thoroughly)* (?:names?|named|says?|said|shows?|shown|states?|stated|demonstrat\w+|explain(?:s|ed)|identif\w+|meets?|satisf\w+|covers?|covered|address\w*|mentions?|mentioned|calculates?|calculated|passes|passed|qualif\w+|deserves?|excell?\w*|outstanding|exceptional|perfect)\b/,
  /\b(?:i|we) (?:am|are) (?:the|your|a member of the|from the|part of the|one of the) .{0,40}\b(?:grader|grading|examiner|examination|exam|assessment|marking|anthropic|openai|prompt|evaluation) ?(?:team|engineers?|staff|board|committee|developers?|administrators?|operators?)?\b.{0,80}\b(?:grade|marks?|met|score|verdicts?|authori[sz]e|override|instruct|rubric|candidate)\b/,
  /\b(?:pretend|imagine|act|behave|role-?play|assume|respond|suppose)\b.{0,60}\b(?:grader|examiner|evaluator|marker|assessor)\b/,
  /\byou are (?:now |no longer )?(?:a |an |the |my )?.{0,40}\b(?:grader|examiner|evaluator|marker|assessor|dan)\b/,
  /\b(?:as|being) (?:an? |the |your )?(?:\w+ ){0,3}(?:grader|examiner|evaluator|assessor)\b.{0,20}\b(?:you|i|your)\b/,
  /\b(?:new|updated|revised|replaced|replacement|final|real|actual|secret|hidden|superseded) (?:\w+ )?(?:rubric|marking (?:guide|scheme)|grading (?:policy|rules?|instructions?)|verdicts?)\b/,
  /\b(?:rubric|marking (?:guide|scheme)|grading (?:policy|rules?|criteria))\b.{0,40}\b(?:replaced|superseded|withdrawn|updated|suspended|void|cancelled|no longer|has changed|was changed|is as follows|says)\b/,
  /\b(?:choose|return|output|answer|write|use|select|record|put|emit|reply with|respond with) ["']?(?:met|full marks|strong|verdict)["']?(?: |$|[.,;:!])/,
  /\bverdicts?\b.{0,30}\b(?:is|are|must be|should be|=|:)\s*["']?(?:met|full|positive|passed|strong)\b/,
  /\b(?:quote|use|copy|cite) (?:this|the following|the next|these) (?:sentence|line|words?|text|quotes?)\b/,
  /\b(?:grade|final (?:score|grade)|score|marks?|total)\s*[:=]\s*["']?(?:100|10\/10|a\+|full|max|4 ?\/ ?4|5 ?\/ ?5)/,
  /\b(?:every|each|all)(?: of the| the)? (?:checks?|criteri(?:on|a))\b.{0,30}\b(?:counts?|(?:is|are|be|been) (?:marked|treated|graded|recorded|verified|scored))\b.{0,40}\b(?:met|full|human|examiner|passed)\b/,
  /\b(?:confidence|level) (?:of )?(?:1\.0|100 ?%|4) (?:on|for|in|to) (?:all|every|each)\b/,
  /\blevel (?:4|four) (?:on|for|in) (?:all|every|each)\b/,
  /\b(?:already|pre-?) ?(?:been )?(?:graded|marked|approved|verified|certified|passed)\b.{0,60}\b(?:candidate|answer|transcript|full|committee|board|panel|hiring|strong|examiner)\b/,
  /\b(?:candidate|transcript|answer)\b.{0,40}\b(?:pre-?approved|certified|verified by|been verified|reference answer|gold standard|model answer)\b/,
  /\b(?:ignore|disregard|forget|override|bypass)(?:d|ing)?\b.{0,60}\b(?:rubric|marking|grading|evidence gate|quotation rule)\b/,
  /\b(?:no|without|not need(?: any)?|do not (?:look for|require|check)|don't (?:look for|require|check)|skip(?: the)?) (?:quotes?|quotations?|evidence check)\b.{0,40}\b(?:session|candidate|transcript|needed|required|necessary)\b/,
];

/** With single spaces even the edges of spaced-out words are lost; what remains of an order is its letters in a row. */
const letterRun =
  /(?:ignore|disregard|forget)\w{0,24}(?:rubric|criteria|grading)|(?:give|award|assign)\w{0,16}(?:full|max|maximum|top)\w{0,8}(?:mark|point|score|credit)/;

/** Whether a piece of text speaks to whoever grades it instead of answering, in whatever letters it is drawn. */
export function addressesTheGrader(text: string): boolean {
  const latin = asLatin(text);
  if (toTheGrader.some((pattern) => pattern.test(text) || pattern.test(latin))) return true;
  if (aimedAtTheGrade.some((pattern) => pattern.test(latin)) || letterRun.test(latin)) return true;
  return ordersInAnotherLanguage(withoutDisguise(text));
}

/** Lines this short are one sentence broken up, if several follow one another. */
const shortLineWords = 3;

/** Sentences, and runs of very short lines read as one. */
function unitsIn(text: string): Span[] {
  const units: Span[] = [];
  let run: Span[] = [];
  const closeRun = () => {
    const [first, last] = [run[0], run.at(-1)];
    if (first && last && run.length > 2) units.push({ start: first.start, end: last.end });
    run = [];
  };
  for (const sentence of sentencesIn(text)) {
    units.push(sentence);
    if (wordsIn(text, sentence).length <= shortLineWords) run.push(sentence);
    else closeRun();
  }
  closeRun();
  return units;
}

/** A label names a part in a few words; a line of a diagram with this many has a list of terms on it. */
const stuffedLabelWords = 24;

function isStuffedLabel(line: string): boolean {
  return wordsIn(line).length >= stuffedLabelWords && isKeywordList(line);
}

function paragraphsIn(text: string): Span[] {
  return Array.from(text.matchAll(/\S(?:[^\n]|\n(?![ \t]*\n))*/g), ({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
  }));
}

/**
 * What stands among sentences to the grader belongs to them ("The strict one has retired."): where a paragraph is mostly
 * such, it speaks to the grader from the first of them on.
 */
function pleaIn(text: string, paragraph: Span, addressed: readonly Span[]): Span | null {
  const first = addressed.find((span) => touches(span, [paragraph]));
  if (!first) return null;
  const inside = sentencesIn(text).filter((sentence) => touches(sentence, [paragraph]));
  if (2 * inside.filter((sentence) => touches(sentence, addressed)).length < inside.length) return null;
  return { start: Math.max(first.start, paragraph.start), end: paragraph.end };
}

/** A note in square brackets is one whole, and its opening says to whom it speaks. */
const aside = /\[[^[\]]{20,2000}\]/g;
const asideOpening = 120;

/**
 * The parts of a candidate's turn that only pretend to be an answer: words to the grader, turns and verdicts written for
 * somebody else, and words that do not show. None of it is evidence.
 */
export function pretenceIn(turn: { text: string; kind: string }): Span[] {
  const { text } = turn;
  const addressed = unitsIn(text).filter(({ start, end }) =>
    addressesTheGrader(text.slice(start, end).replaceAll(/\n[^\S\n]*/g, " ")),
  );
  const bracketed = Array.from(text.matchAll(aside), ({ 0: found, index }) => ({ index, found }))
    .filter(({ found }) => addressesTheGrader(found.slice(0, asideOpening)))
    .map(({ index, found }) => ({ start: index, end: index + found.length }));
  const pleas = paragraphsIn(text).flatMap((paragraph) => pleaIn(text, paragraph, addressed) ?? []);
  const isDiagram = turn.kind === "diagram";
  const listed = isDiagram ? sentencesIn(text).filter((line) => isStuffedLabel(text.slice(line.start, line.end))) : [];
  return [...forgedBlocks(text, { isDiagram }), ...addressed, ...pleas, ...bracketed, ...listed];
}

/** Whether a part of a text touches one of the spans. */
export function touches({ start, end }: Span, spans: readonly Span[]): boolean {
  return spans.some((span) => span.start < end && start < span.end);
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
