/**
 * What a candidate said that they assume, where nobody told them. Kept with its place, so that it can be held to, and so
 * that the interviewer does not ask for an assumption that has been made.
 */
import { readText } from "../text/reading.ts";
import { candidateTurns, type Turn } from "./transcript.ts";

export type Assumption = { seq: number; quote: string; start: number; end: number };

/** How an assumption begins. What follows, up to the end of the sentence, is what is assumed. */
const opening =
  /\b(?:(?:i|we)(?:['\u2019](?:m|re|ll|d)| am| are| will| would| shall)?(?: just| also| then| therefore| have to| going to)? (?:assum(?:e|ing)|suppose|presume)|(?:let us|let['\u2019]s|let me) (?:say|assume|suppose|take)\b|assum(?:e|ing)\b|suppos(?:e|ing) (?:that\b)?|my (?:working )?assumption (?:is|here is|would be)|(?:i['\u2019]ll|i will|i['\u2019]d|i would) take it(?: that)?|on the assumption that|under the assumption that|taking it (?:as given )?that|say it is\b)/giu;

const denied =
  /\b(?:not|never|n['\u2019]t|nothing|without|nobody|cannot|wrong to|dangerous to|risky to)\W+(?:\w+\W+){0,2}$/iu;

export function assumptionsIn(turns: readonly Turn[]): Assumption[] {
  const found: Assumption[] = [];
  for (const { seq, kind, text } of candidateTurns(turns)) {
    if (kind === "diagram") continue;
    for (const { span } of readText(text).sentences) {
      const sentence = text.slice(span.start, span.end);
      if (sentence.trimEnd().endsWith("?")) continue;
      const [match] = [...sentence.matchAll(opening)].filter(({ index }) => !denied.test(sentence.slice(0, index)));
      if (!match) continue;
      const start = span.start + match.index;
      found.push({ seq, quote: text.slice(start, span.end), start, end: span.end });
    }
  }
  return found;
}
