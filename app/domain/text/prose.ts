/**
 * Whether words stand in an order that people write: the likelihood of the sequence of word classes as prose, against the
 * same words in any order and against a string of terms (Bayes' rule over class models of three words, one word, and content words). Classes are the
 * function words themselves, and content words by their ending. The tables are counted on short answers that people wrote.
 */
import { proseTable } from "./prose-table.ts";

export const proseClasses: readonly string[] =
  `the a an of to in on at by for from with as into through between over about after before during without within per
  and or but if because so while when where which that than then whereas although since until unless
  is are was were be been being am has have had do does did can could will would should may might must
  it its they them their he she his you your we our i my this these those there here what who how why
  not no never only also just more most less very each every all both any some one other same such out up down off
  #number #verb #verbs #ing #ed #ly #tion #adjective #s #word #start`
    .split(/\s+/)
    .filter(Boolean);

const places = new Map(proseClasses.map((name, place) => [name, place]));
const placeOf = (name: string) => places.get(name) ?? 0;
const [start, word, number] = [placeOf("#start"), placeOf("#word"), placeOf("#number")];

const endings: readonly [RegExp, number][] = [
  [/ing$/, placeOf("#ing")],
  [/ed$/, placeOf("#ed")],
  [/ly$/, placeOf("#ly")],
  [/(?:tion|sion|ment|ness|ity|ance|ence)s?$/, placeOf("#tion")],
  [/(?:al|ive|ous|ful|able|ible|ic|less|ary)$/, placeOf("#adjective")],
  [/[^s]s$/, placeOf("#s")],
];

/** Words that are verbs more often than not, in their plain form. */
const verbs = new Set(
  `accept access add affect agree allow answer appear apply ask avoid become begin believe block break bring build burn call
  carry catch cause change check choose come compare compute connect consist contain continue control convert copy create
  decide decrease define delete depend describe determine differ divide do drop eat enable end enter exist expect explain
  fail fall feel fetch fill find fit flow follow forget form gain get give go grow happen have hear help hold improve include
  increase indicate insert involve join keep know lead learn leave let lie like live look lose lower make match mean measure
  meet move need obtain occur open pass pay perform pick point prefer prevent produce prove provide pull push put raise reach
  read receive recognise reduce refer remain remember remove repeat replace represent require return rise run save say see
  seem select send separate serve set shift show sit slow solve sort speak split stand start stay stop store suit support
  swap switch take teach tell tend test think touch train transmit travel tune turn update use vary verify wait want watch
  work write yield`.split(/\s+/),
);
const [verb, verbS] = [placeOf("#verb"), placeOf("#verbs")];

function verbClassOf(text: string): number | undefined {
  if (verbs.has(text)) return verb;
  const plain = text.replace(/s$/, "");
  return plain !== text && (verbs.has(plain) || verbs.has(plain.replace(/e$/, ""))) ? verbS : undefined;
}

const known = new Map<string, number>();

/** A word's class, as its place among `proseClasses`. */
export function classOf(text: string): number {
  let found = known.get(text);
  if (found === undefined) {
    const own = places.get(text) ?? places.get(text.replace(/n't$/, ""));
    const ending = text.length > 4 ? endings.find(([pattern]) => pattern.test(text))?.[1] : undefined;
    found = own ?? verbClassOf(text) ?? (/^\d/.test(text) ? number : (ending ?? word));
    if (known.size > 20_000) known.clear();
    known.set(text, found);
  }
  return found;
}

/** Kinds of classes, for what follows two words: too coarse for words, but seen often enough. */
const kinds: readonly string[] = [
  "the a an this that these those each every all any some both its their his her your my our one other same such",
  "of",
  "to",
  "in on at by for from with as into through between over about after before during without within per up down out off",
  "and or",
  "but if because so while when where which whereas although since until unless than then",
  "is are was were be been being am",
  "has have had do does did can could will would should may might must",
  "it they them he she you we i there here what who how why",
  "not no never only also just more most less very #ly",
  "#number",
  "#verb #verbs",
  "#ing",
  "#ed",
  "#adjective",
  "#tion #s #word",
  "#start",
];
export const kindCount = kinds.length;
const kindOf = new Int32Array(proseClasses.length);
for (const [kind, names] of kinds.entries()) for (const name of names.split(" ")) kindOf[placeOf(name)] = kind;

/** The kind of a class. */
export function kindOfClass(place: number): number {
  return kindOf[place] ?? 0;
}

/**
 * Logarithms of probabilities: of a class after another, of a class anywhere, and of a class in a string of terms; and of
 * how much likelier a kind is after two kinds than after the last of them alone.
 */
export type ProseTable = { after: Float64Array; anywhere: Float64Array; inList: Float64Array; afterTwo: Float64Array };

const [lowest, step] = [-9, 0.1];
const firstLetter = 35;
/** Ratios lie on both sides of 0. */
const ratioShift = 4.5;

/** Logarithms as one printable character each, in steps of a tenth. */
export function packTable({ after, anywhere, inList, afterTwo }: ProseTable): string {
  const pack = (value: number) => {
    const code = firstLetter + Math.round((Math.min(0, Math.max(lowest, value)) - lowest) / step);
    return String.fromCharCode(code >= 92 ? code + 1 : code);
  };
  return [...after, ...anywhere, ...inList, ...afterTwo.map((ratio) => ratio - ratioShift)].map(pack).join("");
}

export function unpackTable(packed: string): ProseTable {
  const values = Float64Array.from(packed, (letter) => {
    const code = letter.charCodeAt(0);
    return lowest + step * ((code > 92 ? code - 1 : code) - firstLetter);
  });
  const size = proseClasses.length;
  return {
    after: values.slice(0, size * size),
    anywhere: values.slice(size * size, size * size + size),
    inList: values.slice(size * size + size, size * size + 2 * size),
    afterTwo: values.slice(size * size + 2 * size).map((value) => value + ratioShift),
  };
}

const table = unpackTable(proseTable);

/**
 * Odds, before anything is read, that a sentence or a few lines as a whole are no prose, and that some run of words within
 * is none: a run is the one among many that speaks most clearly, so it must speak much more clearly.
 */
const odds = { whole: { shuffled: 0.07, list: 0.12 }, run: { shuffled: 0.002, list: 0.006 } };

/** Fewer words have no order to speak of. */
const fewestWords = 3;

export type ProseWord = {
  text: string;
  /** Whether punctuation stands before it: it begins anew. */ followsPause: boolean;
};

type Evidence = { shuffled: Float64Array; list: Float64Array };

/** For each word, the logarithm of how much likelier it is there in a shuffled text, and in a list, than in prose. */
function evidenceIn(words: readonly ProseWord[]): Evidence {
  const shuffled = new Float64Array(words.length);
  const list = new Float64Array(words.length);
  const size = proseClasses.length;
  let [before, beforeThat] = [start, start];
  for (const [at, { text, followsPause }] of words.entries()) {
    if (followsPause) [before, beforeThat] = [start, start];
    const now = classOf(text);
    const kind = (kindOfClass(beforeThat) * kindCount + kindOfClass(before)) * kindCount + kindOfClass(now);
    const asProse = (table.after[before * size + now] ?? 0) + (table.afterTwo[kind] ?? 0);
    shuffled[at] = (table.anywhere[now] ?? 0) - asProse;
    list[at] = (table.inList[now] ?? 0) - asProse;
    [beforeThat, before] = [before, now];
  }
  return { shuffled, list };
}

type Run = { from: number; to: number; sum: number };

/** The run of words that speaks most clearly (Bentley, 1984). */
function clearestRun(evidence: Float64Array, from: number, to: number): Run {
  let best: Run = { from, to: from, sum: 0 };
  let [begin, sum] = [from, 0];
  for (let at = from; at < to; at += 1) {
    if (sum <= 0) [begin, sum] = [at, 0];
    sum += evidence[at] ?? 0;
    if (sum > best.sum) best = { from: begin, to: at + 1, sum };
  }
  return best;
}

/** Lowers the trust in runs of words that are no prose, the clearest first, then what is left and right of it. */
function distrust(
  trust: Float64Array,
  { evidence, prior }: { evidence: Float64Array; prior: number },
  from: number,
  to: number,
) {
  const run = clearestRun(evidence, from, to);
  const likelihood = 1 / (1 + prior * Math.exp(Math.min(50, run.sum)));
  if (run.to - run.from < fewestWords || likelihood > clearlyProse) return;
  for (let at = run.from; at < run.to; at += 1) trust[at] = Math.min(trust[at] ?? 1, likelihood);
  distrust(trust, { evidence, prior }, from, run.from);
  distrust(trust, { evidence, prior }, run.to, to);
}

const clearlyProse = 0.9;

const sumOf = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0);

/**
 * How surely each word of a sentence or of a few lines stands in an order that people write, 0 to 1; few words are given
 * the benefit of the doubt.
 */
export function trustInProse(words: readonly ProseWord[]): Float64Array {
  if (words.length < fewestWords) return new Float64Array(words.length).fill(1);
  const { shuffled, list } = evidenceIn(words);
  const against =
    odds.whole.shuffled * Math.exp(Math.min(50, sumOf(shuffled))) +
    odds.whole.list * Math.exp(Math.min(50, sumOf(list)));
  const trust = new Float64Array(words.length).fill(1 / (1 + against));
  distrust(trust, { evidence: shuffled, prior: odds.run.shuffled }, 0, words.length);
  distrust(trust, { evidence: list, prior: odds.run.list }, 0, words.length);
  return trust;
}
