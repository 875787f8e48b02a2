/**
 * Parts of a candidate's text that pose as something else: a turn of the interviewer or a system, the end of the
 * transcript, verdicts as a grader would write them, and words that do not show where the text is read. Nothing in them
 * is the candidate's statement, so none of it may be quoted.
 */
import type { Span } from "../../../text/words.ts";

const someoneElse = "interviewers?|system|developer|grader|graders|grading|examiner|evaluator|assessor|marker|judge";

/** A heading with another speaker's name on it, as the transcript's own Markdown has. */
const foreignHeading = new RegExp(`^\\s{0,3}#{1,6}\\s*(?:${someoneElse})\\b[^a-z]{0,3}(?:\\w+[^a-z]{0,3})?$`, "i");
/** The interviewer's name before words, as a play is written; graders and systems are also parts of a design. */
const foreignCue =
  /^\s*(?:[>*_[({<|"-]|\d+[.)])*\s*(?:the )?interviewer(?: \d+)?\s*(?:[*_\])}>|"]|\([^)]{0,20}\)|says|said|replies)*\s*[:\u2013\u2014]/i;
const chatTemplate =
  /<\|?\s*(?:im_start|im_end|start_header_id|end_header_id|eot_id|endoftext)\s*\|?>|\[\/?INST\]|<<\/?SYS>>/i;
/** A turn as the request's own lines of JSON have it. */
const turnOfJson = /["']speaker["']\s*:\s*["'](?:interviewer|system|grader|assistant)["']/i;
/** From here on the candidate speaks again. */
const ownCue = /^\s*(?:#{1,6}\s*|[>*_[({<|"]*)(?:candidate|me|answer|my answer)\b[*_\])}>|"]*\s*(?::|$)/i;
const ownTurnOfJson = /["']speaker["']\s*:\s*["']candidate["']/i;

const endOfTranscript =
  /<\/?\s*transcript\b[^>]{0,80}>|^\W*(?:this is the |here ends the )?\b(?:end|close)(?:s|d)? (?:of )?(?:the )?(?:transcript|interview|candidate(?:'s)? (?:text|answer|response|turn|data)|untrusted (?:text|data|content))\b/i;

type Line = Span & { text: string };

function linesIn(text: string): Line[] {
  let start = 0;
  return text.split("\n").map((line) => {
    const span = { start, end: start + line.length, text: line };
    start += line.length + 1;
    return span;
  });
}

function opensForgery({ text }: Line): "to the cue" | "paragraph" | null {
  if (foreignHeading.test(text) || chatTemplate.test(text) || endOfTranscript.test(text)) return "to the cue";
  return foreignCue.test(text) || turnOfJson.test(text) ? "paragraph" : null;
}

/** Turns that the candidate writes for somebody else: up to the candidate's own next cue, or the end of the paragraph. */
function forgedTurns(lines: readonly Line[]): Span[] {
  const spans: Span[] = [];
  let open: "to the cue" | "paragraph" | null = null;
  for (const line of lines) {
    const isBack = ownCue.test(line.text) || ownTurnOfJson.test(line.text);
    if (isBack || (open === "paragraph" && line.text.trim() === "")) open = null;
    open = opensForgery(line) ?? open;
    const isNoSpeech = open !== null || ownTurnOfJson.test(line.text);
    if (isNoSpeech) spans.push({ start: line.start, end: line.end });
  }
  return spans;
}

const handsOutVerdicts =
  /["']?\b(?:verdicts?|checks)["']?\s*:|:\s*["']?(?:met|not_met|partial|insufficient_evidence)\b/i;

/** Braces that hand out verdicts, from the first to the one that closes it, or to the end of a paragraph that never does. */
function verdictObjects(text: string): Span[] {
  const spans: Span[] = [];
  let depth = 0;
  let start = 0;
  for (const { 0: brace, index } of text.matchAll(/[{}]|\n[ \t]*\n/g)) {
    if (brace === "{" && depth === 0) start = index;
    if (brace === "{") depth += 1;
    else if (depth > 0) {
      depth = brace === "}" ? depth - 1 : 0;
      if (depth === 0) spans.push({ start, end: index + 1 });
    }
  }
  if (depth > 0) spans.push({ start, end: text.length });
  return spans.filter((span) => handsOutVerdicts.test(text.slice(span.start, span.end)));
}

const comment = /<!--[\s\S]*?(?:-->|$)/g;
const tagBlock =
  /<\s*(system|grader|grading|rubric|instructions?|admin|developer|override|candidate|transcript)\b[^>]{0,80}>[\s\S]{0,4000}?<\/\s*\1\b[^>]{0,80}>/gi;
/** A prompt sketched in tags is a design; one that speaks of candidates and marks is not. */
const aboutTheGrade = /\b(?:candidate|grad(?:e|ed|er|ing)|rubric|marks|verdicts?|interviewer)\b/i;
/** Of Mermaid: comments, directives and front matter are not drawn. */
const unseenInDiagram = /%%[^\n]*|^\s*---\n[\s\S]*?\n---[ \t]*$|^\s*(?:acc(?:Title|Descr)\b[^\n]*|click\b[^\n]*)$/gm;

function matchesOf(pattern: RegExp, text: string): Span[] {
  return Array.from(text.matchAll(pattern), ({ 0: found, index }) => ({ start: index, end: index + found.length }));
}

export function forgedBlocks(text: string, { isDiagram }: { isDiagram: boolean }): Span[] {
  if (isDiagram) return [...matchesOf(unseenInDiagram, text), ...matchesOf(comment, text)];
  return [
    ...forgedTurns(linesIn(text)),
    ...verdictObjects(text),
    ...matchesOf(comment, text),
    ...matchesOf(tagBlock, text).filter(({ start, end }) => aboutTheGrade.test(text.slice(start, end))),
  ];
}
