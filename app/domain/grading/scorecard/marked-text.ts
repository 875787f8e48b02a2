/**
 * A candidate's words with what rests on them: the text cut where quotes begin and end, each piece with its marks.
 */
import type { Quote } from "../quote.ts";

export type MarkKind = "met" | "partial" | "against" | "unsure" | "wrong-number";

/** `checkKey` is the check's key on the scorecard, as B2; `id` names one quote of it. */
export type Mark = { checkKey: string; kind: MarkKind; id: string };

export type Segment = { text: string; marks: Mark[] };

export type MarkedQuote = Pick<Quote, "start" | "end"> & Mark;

/** The segments put together are the text; marks outside it are cut to it. */
export function markText(text: string, quotes: readonly MarkedQuote[]): Segment[] {
  const clip = (at: number) => Math.max(0, Math.min(text.length, at));
  const cuts = new Set([0, text.length]);
  for (const { start, end } of quotes) cuts.add(clip(start)).add(clip(end));
  const sorted = [...cuts].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((from, at) => {
    const to = sorted[at + 1] ?? text.length;
    const covering = quotes.filter(({ start, end }) => start <= from && end >= to);
    return { text: text.slice(from, to), marks: covering.map(({ checkKey, kind, id }) => ({ checkKey, kind, id })) };
  });
}
