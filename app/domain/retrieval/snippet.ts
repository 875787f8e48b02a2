/**
 * The sentence of a passage that fits a query best, with what stands beside it where it is short, and with the words that
 * were looked for.
 */
import { termsOf } from "../text/synonyms.ts";
import { sentencesIn, wordsIn, type Span } from "../text/words.ts";
import { cosineAt, type QueryVector } from "./dense.ts";
import type { RetrievalIndex } from "./index-material.ts";
import { conceptKey, type Query } from "./query.ts";

/** `marks` are the matched words of `text`, in order. */
export type Snippet = { text: string; marks: Span[] };

const longestSnippet = 320;
const fewestWords = 9;
/** How much the nearness of meaning counts beside the words. */
const meaningWeight = 1.5;

type FoundWord = Span & { key: string; weight: number };

function foundIn(text: string, weights: ReadonlyMap<string, number>): FoundWord[] {
  return termsOf(wordsIn(text)).flatMap(({ key, concept, start, end }) => {
    const known = [key, ...(concept === null ? [] : [conceptKey(concept)])].filter((each) => weights.has(each));
    const best = known.toSorted((a, b) => (weights.get(b) ?? 0) - (weights.get(a) ?? 0))[0];
    return best === undefined ? [] : [{ key: best, start, end, weight: weights.get(best) ?? 0 }];
  });
}

type Scored = Span & { score: number };

export function snippetOf(
  index: RetrievalIndex,
  at: number,
  { query, vector }: { query: Query; vector: QueryVector | null },
): Snippet {
  const text = index.passages[at]?.text ?? "";
  const weights = new Map(query.terms.map(({ key, weight }) => [key, weight * index.lexical.rarity(key)]));
  const from = index.vectors?.sentenceFrom[at] ?? 0;
  const sentences = sentencesIn(text).map((span, nth): Scored => {
    const byKey = new Map(foundIn(text.slice(span.start, span.end), weights).map(({ key, weight }) => [key, weight]));
    const near = vector && index.vectors ? cosineAt(index.vectors.sentences, from + nth, vector) : 0;
    return { ...span, score: [...byKey.values()].reduce((sum, weight) => sum + weight, 0) + meaningWeight * near };
  });
  const [best] = sentences.toSorted((a, b) => b.score - a.score);
  if (!best) return { text: "", marks: [] };
  const shown = text.slice(...withNeighbours(text, sentences, sentences.indexOf(best)));
  return cut(shown.replaceAll("\n", " "), foundIn(shown, weights));
}

/** A few words alone say little: what follows them is shown too, or else what stands before. */
function withNeighbours(text: string, sentences: readonly Span[], best: number): [number, number] {
  let [first, last] = [best, best];
  const range = (): [number, number] => [sentences[first]?.start ?? 0, sentences[last]?.end ?? text.length];
  const isThin = () => {
    const shown = text.slice(...range());
    return wordsIn(shown).length < fewestWords || shown.endsWith(";");
  };
  while (isThin() && last + 1 < sentences.length) last += 1;
  while (isThin() && first > 0) first -= 1;
  return range();
}

/** A sentence that is too long is shown from a little before its first matched word. */
function cut(sentence: string, words: readonly Span[]): Snippet {
  const marks = words.map(({ start, end }) => ({ start, end }));
  if (sentence.length <= longestSnippet) return { text: sentence, marks };
  const first = Math.max(0, (marks[0]?.start ?? 0) - 80);
  const start = first === 0 ? 0 : sentence.indexOf(" ", first) + 1;
  const stop = start + longestSnippet;
  const end = sentence.length <= stop ? sentence.length : Math.max(start + 1, sentence.lastIndexOf(" ", stop));
  const before = start > 0 ? "… " : "";
  const shift = before.length - start;
  return {
    text: `${before}${sentence.slice(start, end)}${end < sentence.length ? " …" : ""}`,
    marks: marks
      .filter((mark) => mark.start >= start && mark.end <= end)
      .map((mark) => ({ start: mark.start + shift, end: mark.end + shift })),
  };
}
