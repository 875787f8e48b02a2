/**
 * Words and sentences of a text with the characters they stand at, so that whatever is made of them can be shown on the
 * text itself. Stems are Porter's (1980), by the `stemmer` package.
 */
import { stemmer } from "stemmer";
import { readAsDrawn, respell } from "./letters.ts";

/** `key` is what two words are compared by: a stem, or a number without its thousands separators. */
export type Word = { text: string; key: string; start: number; end: number; isFunctionWord: boolean };

/** Characters `start` to `end` of the text it was cut from. */
export type Span = { start: number; end: number };

const functionWords = new Set(
  `a about above after again all also am an and any are aren't as at be because been before being below between both but
  by came can can't come could couldn't did didn't do does doesn't doing don't done down during each either else etc even
  ever every few for from further get gets getting give given go goes going gonna good got had hadn't has hasn't have
  haven't having he hence her here hers him his how however i i'd i'll i'm i've if in into is isn't it it'd it'll it's
  its itself just kind know let let's like likely lot made make makes making many may maybe me mean might mine more most
  much must my myself need needs neither never nevertheless no none nor not now of off often oh ok okay on once one only
  onto or other others our ours out over own per perhaps please pretty probably put quite rather really right said same
  say says see seem seems shall she should shouldn't simply since so some something sort still stuff such sure take
  takes tell than that that's the their theirs them then there there's these they they'll they're they've thing things
  think this those though through thus till to too under until up upon us use used uses using usually very via want
  wants was wasn't way we we'd we'll we're we've well went were weren't what what's when where whereas whether which
  while who whom whose why will with within without won't would wouldn't yes yet you you'd you'll you're you've your
  yours yourself`
    .split(/\s+/)
    .filter(Boolean),
);

const unseen = /[\u200b-\u200f\u2060\ufeff\u00ad]/g;

/**
 * Text as it is compared: zero-width characters are noise that hides words, and neither width, case, the kind of
 * apostrophe nor the way an accent is encoded changes a word.
 */
export function fold(text: string): string {
  return text
    .replace(unseen, "")
    .normalize("NFKC")
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .toLowerCase();
}

const multipliers: Record<string, number> = { k: 1_000, m: 1_000_000 };

function keyOf(folded: string): string {
  const number = /^(\d+(?:,\d{3})*(?:\.\d+)?)(k|m)?$/.exec(folded);
  if (!number) return stemmer(respell(folded.replace(/'s$/, "").replaceAll("'", "")));
  return String(Number(number[1]?.replaceAll(",", "")) * (multipliers[number[2] ?? ""] ?? 1));
}

type ReadWord = Pick<Word, "text" | "key" | "isFunctionWord">;

function readWord(raw: string): ReadWord {
  const text = fold(raw);
  const drawn = readAsDrawn(text);
  return { text, key: keyOf(drawn), isFunctionWord: functionWords.has(drawn) };
}

/** The same small vocabulary is asked for again and again. */
const known = new Map<string, ReadWord>();

function findWord(raw: string): ReadWord {
  let word = known.get(raw);
  if (word === undefined) {
    word = readWord(raw);
    if (known.size < 20_000) known.set(raw, word);
  }
  return word;
}

const numberPattern = /(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?[km]?(?![\p{L}\d])/u;
const letterPattern = /[\p{L}\p{M}\d\u200b-\u200f\u2060\ufeff\u00ad]+(?:['\u2019\u02bc]\p{L}[\p{L}\p{M}]*)*/u;
const wordPattern = new RegExp(`${numberPattern.source}|${letterPattern.source}`, "giu");

/** The words of characters `start` to `end` of a text; hyphens part words. */
export function wordsIn(text: string, { start, end }: Span = { start: 0, end: text.length }): Word[] {
  const words: Word[] = [];
  for (const match of text.slice(start, end).matchAll(wordPattern)) {
    const { text: folded, key, isFunctionWord } = findWord(match[0]);
    if (folded === "") continue;
    const from = start + match.index;
    words.push({ text: folded, key, start: from, end: from + match[0].length, isFunctionWord });
  }
  return words;
}

const sentenceEnd = /[.!?]+["')\]]*(?=\s|$)|\n+|;(?=\s)/g;

/** Sentences, list items and lines, without the white space around them. */
export function sentencesIn(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  const cut = (end: number) => {
    const raw = text.slice(start, end);
    const from = start + (raw.length - raw.trimStart().length);
    const to = start + raw.trimEnd().length;
    if (to > from) spans.push({ start: from, end: to });
    start = end;
  };
  for (const match of text.matchAll(sentenceEnd)) cut(match.index + match[0].length);
  cut(text.length);
  return spans;
}
