/**
 * The evidence gate: a quote counts only if it stands, word for word, in what the candidate said. White space, case and
 * typographic quotes may differ. It holds for every grader, because a grader may be wrong, or may have been talked into it.
 */
import type { Transcript, Turn } from "../interview/transcript.ts";
import { foldCharacter, wordsIn } from "../text/words.ts";
import { addressesTheGrader } from "./admissible.ts";
import type { Quote } from "./grade.ts";

/** Fewer words than this can be found in any text and prove nothing. */
const fewestWords = 2;
/** An interviewer's words of this length, repeated by the candidate, are not the candidate's reasoning. */
const echoWords = 6;

type Folded = { text: string; origin: number[] };

/** Text without what may differ between a quote and its origin; `origin[i]` is where folded character i stood. */
function fold(text: string): Folded {
  const characters: string[] = [];
  const origin: number[] = [];
  let at = 0;
  for (const character of text) {
    const isSpace = /\s/.test(character);
    const folded = isSpace ? " " : foldCharacter(character).replace(/[\u201c\u201d]/g, '"');
    if (!isSpace || (characters.length > 0 && characters.at(-1) !== " ")) {
      for (const each of folded) {
        characters.push(each);
        origin.push(at);
      }
    }
    at += character.length;
  }
  return { text: characters.join(""), origin };
}

function trimQuote(quote: string): string {
  return fold(quote.replace(/^[\s"'\u201c\u201d\u2018\u2019]+|[\s"'\u201c\u201d\u2018\u2019]+$/g, "")).text.trim();
}

function findIn(turn: Turn, folded: Folded, quote: string): Quote | null {
  const found = folded.text.indexOf(quote);
  if (found < 0) return null;
  const start = folded.origin[found] ?? 0;
  const lastAt = folded.origin[found + quote.length - 1] ?? start;
  const end = lastAt + String.fromCodePoint(turn.text.codePointAt(lastAt) ?? 32).length;
  return { text: turn.text.slice(start, end), seq: turn.seq, start, end };
}

export type EvidenceGate = (quotes: readonly string[]) => { quotes: Quote[]; dropped: string[] };

/** Prepares a transcript once; the gate it gives finds each quote in the candidate's turns or drops it. */
export function openEvidenceGate(transcript: Transcript): EvidenceGate {
  const said = transcript
    .filter((turn) => turn.speaker === "candidate")
    .map((turn) => ({ turn, folded: fold(turn.text) }));
  const asked = transcript.filter((turn) => turn.speaker === "interviewer").map((turn) => fold(turn.text).text);

  const find = (raw: string): Quote | null => {
    const quote = trimQuote(raw);
    const words = wordsIn(quote).length;
    if (words < fewestWords || addressesTheGrader(quote)) return null;
    if (words >= echoWords && asked.some((text) => text.includes(quote))) return null;
    for (const { turn, folded } of said) {
      const found = findIn(turn, folded, quote);
      if (found) return found;
    }
    return null;
  };

  return (quotes) => {
    const found: Quote[] = [];
    const dropped: string[] = [];
    for (const raw of quotes) {
      const quote = find(raw);
      if (quote) found.push(quote);
      else dropped.push(raw);
    }
    return { quotes: found, dropped };
  };
}
