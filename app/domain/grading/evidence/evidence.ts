/**
 * The evidence gate: a quote counts only if it stands, word for word, in what the candidate said. White space, case and
 * typographic quotes may differ. It holds for every grader, because a grader may be wrong, or may have been talked into it.
 */
import { candidateTurns, type Transcript, type Turn } from "../../interview/transcript.ts";
import { isRepetition, wordRuns } from "../../text/word-runs.ts";
import { fold, sentencesIn, wordsIn, type Span } from "../../text/words.ts";
import type { Scenario } from "../../scenarios/schema.ts";
import { isKeywordList, pretenceIn, touches } from "./admissible.ts";
import type { ForeignParts } from "./foreign/foreign-runs.ts";
import { recitalsIn } from "./pretence/recital.ts";
import type { Quote } from "../quote.ts";

/** Fewer words than this can be found in any text and prove nothing. */
export const fewestWords = 2;
/** Graders are asked for 25 words; twice that is no quotation any more but the answer pasted whole. */
const mostWords = 50;
/** A quote of this length that is mostly the interviewer's own words, repeated, is not the candidate's reasoning. */
const echoWords = 6;

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

/** `barred` are the parts that are no statement of the candidate's. */
type Said = Comparable & { turn: Turn; words: Span[]; barred: Span[] };

export const gateRules = ["pretence", "keyword-list", "recital", "foreign", "echo", "length"] as const;
/** What keeps words that stand from being evidence, by name: each can be left out to measure what it does. */
export type GateRule = (typeof gateRules)[number];

type GateOptions = {
  scenario?: Scenario | undefined;
  /** What speaks of another situation: foreign/foreign-runs.ts. */
  foreign?: ForeignParts;
  rules?: readonly GateRule[];
};

function readTurns(transcript: Transcript, { scenario, foreign, rules = gateRules }: GateOptions): Said[] {
  const turns = candidateTurns(transcript);
  const recitals =
    scenario && rules.includes("recital")
      ? recitalsIn(
          scenario,
          turns.map(({ text }) => text),
        )
      : [];
  return turns.map((turn, at) => {
    const barred = [...(recitals[at] ?? [])];
    if (rules.includes("foreign")) barred.push(...(foreign?.get(turn.seq) ?? []));
    if (rules.includes("pretence")) barred.push(...pretenceIn(turn));
    if (rules.includes("keyword-list") && turn.kind !== "diagram") barred.push(...keywordListsIn(turn.text));
    return { ...comparable(turn.text), turn, words: wordsIn(turn.text), barred };
  });
}

function keywordListsIn(text: string): Span[] {
  return sentencesIn(text).filter((sentence) => isKeywordList(text, sentence));
}

/** "use RAG" does not stand in "refuse RAG". */
function cutsAWord(words: readonly Span[], { start, end }: Span): boolean {
  return words.some((word) => (word.start < start && start < word.end) || (word.start < end && end < word.end));
}

function findIn({ turn, text, origins, words, barred }: Said, quote: string): Quote | null {
  for (let found = text.indexOf(quote); found >= 0; found = text.indexOf(quote, found + 1)) {
    const start = origins[found]?.start ?? 0;
    const end = origins[found + quote.length - 1]?.end ?? start;
    if (!cutsAWord(words, { start, end }) && !touches({ start, end }, barred))
      return { text: turn.text.slice(start, end), seq: turn.seq, start, end };
  }
  return null;
}

export type EvidenceGate = (quotes: readonly string[]) => { quotes: Quote[]; dropped: string[] };

/**
 * Prepares a transcript once; the gate it gives finds each quote in the candidate's turns or drops it. With the scenario,
 * what only repeats the brief or the rubric is dropped as well; with the foreign parts, what stands in them.
 */
export function openEvidenceGate(transcript: Transcript, options: GateOptions = {}): EvidenceGate {
  const { rules = gateRules } = options;
  const said = readTurns(transcript, options);
  const asked = wordRuns(transcript.filter(({ speaker }) => speaker === "interviewer").map(({ text }) => text));

  const find = (raw: string): Quote | null => {
    const quote = trimQuote(raw);
    const words = wordsIn(quote).length;
    if (words < fewestWords || (rules.includes("length") && words > mostWords)) return null;
    if (rules.includes("echo") && words >= echoWords && isRepetition(quote, asked)) return null;
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
