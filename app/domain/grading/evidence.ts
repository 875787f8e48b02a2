/**
 * The evidence gate: a quote counts only if it stands, word for word, in what the candidate said. White space, case and
 * typographic quotes may differ. It holds for every grader, because a grader may be wrong, or may have been talked into it.
 */
import { candidateTurns, type Transcript, type Turn } from "../interview/transcript.ts";
import { shareInRuns, wordRuns } from "../text/word-runs.ts";
import { fold, wordsIn, type Span } from "../text/words.ts";
import { addressesTheGrader } from "./admissible.ts";
import type { Quote } from "./quote.ts";

/** Fewer words than this can be found in any text and prove nothing. */
const fewestWords = 2;
/** A quote of this length that is mostly the interviewer's own words, repeated, is not the candidate's reasoning. */
const echoWords = 6;
const echoShare = 0.7;

/** Text without what may differ between a quote and its origin; character i of it comes from `origins[i]`. */
type Comparable = { text: string; origins: Span[] };

/** A character with the accents that combine with it. */
const character = /\P{M}\p{M}*|\p{M}+/gu;

function comparable(text: string): Comparable {
  const origins: Span[] = [];
  let result = "";
  for (const { 0: raw, index } of text.matchAll(character)) {
    const isSpace = /^\s/.test(raw);
    if (isSpace && (result === "" || result.endsWith(" "))) continue;
    const folded = isSpace ? " " : fold(raw).replace(/[\u201c\u201d]/g, '"');
    result += folded;
    for (let at = 0; at < folded.length; at += 1) origins.push({ start: index, end: index + raw.length });
  }
  return { text: result, origins };
}

function trimQuote(quote: string): string {
  return comparable(
    quote.replace(/^[\s"'\u201c\u201d\u2018\u2019]+|[\s"'\u201c\u201d\u2018\u2019]+$/g, ""),
  ).text.trim();
}

type Said = Comparable & { turn: Turn; words: Span[] };

function readTurn(turn: Turn): Said {
  return { ...comparable(turn.text), turn, words: wordsIn(turn.text) };
}

/** "use RAG" does not stand in "refuse RAG". */
function cutsAWord(words: readonly Span[], { start, end }: Span): boolean {
  return words.some((word) => (word.start < start && start < word.end) || (word.start < end && end < word.end));
}

function findIn({ turn, text, origins, words }: Said, quote: string): Quote | null {
  for (let found = text.indexOf(quote); found >= 0; found = text.indexOf(quote, found + 1)) {
    const start = origins[found]?.start ?? 0;
    const end = origins[found + quote.length - 1]?.end ?? start;
    if (!cutsAWord(words, { start, end })) return { text: turn.text.slice(start, end), seq: turn.seq, start, end };
  }
  return null;
}

export type EvidenceGate = (quotes: readonly string[]) => { quotes: Quote[]; dropped: string[] };

/** Prepares a transcript once; the gate it gives finds each quote in the candidate's turns or drops it. */
export function openEvidenceGate(transcript: Transcript): EvidenceGate {
  const said = candidateTurns(transcript).map(readTurn);
  const asked = wordRuns(transcript.filter(({ speaker }) => speaker === "interviewer").map(({ text }) => text));

  const find = (raw: string): Quote | null => {
    const quote = trimQuote(raw);
    const words = wordsIn(quote).length;
    if (words < fewestWords || addressesTheGrader(quote)) return null;
    if (words >= echoWords && shareInRuns(quote, asked) >= echoShare) return null;
    for (const turn of said) {
      const found = findIn(turn, quote);
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
