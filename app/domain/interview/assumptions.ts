/**
 * What a candidate said that they assume, where nobody told them. Kept with its place, so that it can be held to, and so
 * that the interviewer does not ask for an assumption that has been made.
 */
import { readText } from "../text/reading.ts";
import { wordsIn } from "../text/words.ts";
import { candidateTurns, type Turn } from "./transcript.ts";

export type Assumption = { seq: number; quote: string; start: number; end: number };

/** How an assumption begins. What follows, up to the end of the sentence, is what is assumed. */
const opening =
  /\b(?:(?:i|we)(?:['\u2019](?:m|re|ll|d)| am| are| will| would| shall)?(?: just| also| then| therefore| have to| going to)? (?:assum(?:e|ing)|suppose|presume)|(?:let us|let['\u2019]s|let me) (?:say|assume|suppose|take)\b|assum(?:e|ing)\b|suppos(?:e|ing) (?:that\b)?|my (?:working )?assumption (?:is|here is|would be)|(?:i['\u2019]ll|i will|i['\u2019]d|i would) take it(?: that)?|on the assumption that|under the assumption that|taking it (?:as given )?that|say it is\b)/giu;

const denied =
  /(?:n['\u2019]t|\b(?:not|never|nothing|without|nobody|cannot|wrong to|dangerous to|risky to))\W+(?:\w+\W+){0,2}$/iu;

export function assumptionsIn(turns: readonly Turn[]): Assumption[] {
  const found: Assumption[] = [];
  for (const { seq, kind, text } of candidateTurns(turns)) {
    if (kind === "diagram") continue;
    for (const { span } of readText(text).sentences) {
      const sentence = text.slice(span.start, span.end);
      if (sentence.trimEnd().endsWith("?")) continue;
      const match = [...sentence.matchAll(opening)].find(({ index }) => !denied.test(sentence.slice(0, index)));
      if (!match) continue;
      const start = span.start + match.index;
      found.push({ seq, quote: text.slice(start, span.end), start, end: span.end });
    }
  }
  return found;
}

export const yoursToAssume = "That is yours to assume. Say what you assume, and why it is reasonable.";

const handedBack = [
  yoursToAssume,
  "I cannot give you that. State an assumption, and tell me what would change if it were wrong.",
  "Nobody has told us that. Assume something you can defend, and go on from it.",
  "Take an assumption there, say it aloud, and carry on.",
] as const;

const stands = [
  "You have made an assumption about that. It stands; go on from it.",
  "Your assumption on that holds for this interview. Build on it.",
] as const;

/** Words that a question and an assumption must share to be about the same. */
const sharedWords = 2;

function contentOf(text: string): Set<string> {
  return new Set(wordsIn(text).flatMap(({ key, isFunctionWord }) => (isFunctionWord ? [] : [key])));
}

/** What is said to a question that no fact answers; a candidate who has assumed something on the matter may go on. */
export function leaveToAssume(turns: readonly Turn[], question: string): string {
  const asked = contentOf(question);
  const isAssumed = assumptionsIn(turns).some(
    ({ quote }) =>
      [...contentOf(quote)].filter((key) => asked.has(key)).length >= Math.min(sharedWords, asked.size || 1),
  );
  const before = turns.filter(({ kind, factId }) => kind === "fact" && factId === null).length;
  return isAssumed
    ? (stands[before % stands.length] ?? stands[0])
    : (handedBack[before % handedBack.length] ?? yoursToAssume);
}
