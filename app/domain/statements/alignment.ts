/**
 * Where a text speaks of the same as a statement, sentence by sentence, and how far it says the contrary there: what is
 * denied on one side and asserted on the other, or said by the opposite word of the same thing.
 */
import { tokensIn, type Passage, type Place, type Window } from "./passage.ts";
import type { Part, Phrasing } from "./statement.ts";

export type Range = { from: number; to: number };

/** The best place of an entry in a range of tokens. */
export function findIn(passage: Passage, entry: number, { from, to }: Range): Place | null {
  let best: Place | null = null;
  for (const place of passage.places[entry] ?? []) {
    if (place.at < from || place.at >= to) continue;
    if (best === null || place.quality > best.quality) best = place;
  }
  return best;
}

function shareOf(parts: readonly Part[], said: (part: Part) => number): number {
  let [covered, total] = [0, 0];
  for (const part of parts) {
    covered += part.newWeight * said(part);
    total += part.newWeight;
  }
  return total === 0 ? 0 : covered / total;
}

/** Each sentence of a phrasing with the one of the window that covers most of it, `at` -1 where none does. */
export function alignSentences({ sentences }: Phrasing, passage: Passage, window: Window) {
  const all: { weight: number; best: number; parts: readonly Part[]; at: number }[] = [];
  for (const parts of sentences) {
    let [best, at] = [0, -1];
    for (let sentence = window.from; sentence < window.to; sentence += 1) {
      const range = tokensIn(passage, { from: sentence, to: sentence + 1 });
      const share = shareOf(parts, ({ entry }) => findIn(passage, entry, range)?.quality ?? 0);
      if (share > best) [best, at] = [share, sentence];
    }
    all.push({ weight: parts.reduce((sum, { newWeight }) => sum + newWeight, 0), best, parts, at });
  }
  return all;
}

export type Aligned = ReturnType<typeof alignSentences>;

/** How alike two sentences must be before one can deny the other, and from where on they surely speak of the same. */
const sameMatter = { from: 0.3, surely: 0.65 };
/** Share of what two sentences have in common that turns the whole when it disagrees. */
const turningShare = { from: 0.05, surely: 0.4 };
/** A word said as its opposite turns more than its own weight. */
const opposedWeight = 2.5;

export const ramp = (value: number, from: number, to: number) => Math.min(1, Math.max(0, (value - from) / (to - from)));

const isWithin = ({ at }: Place, { from, to }: Range) => at >= from && at < to;

/** Tokens between a word and its neighbour at most. */
const besideReach = 3;

/** Whether a neighbour of the stated word stands near: "less water" is the opposite of "more water", not of "more salt". */
function standsBeside({ at }: Place, beside: readonly (number | undefined)[], passage: Passage): boolean {
  return beside.some(
    (entry) =>
      entry !== undefined &&
      (passage.places[entry] ?? []).some((place) => place.at !== at && Math.abs(place.at - at) <= besideReach),
  );
}

/** How far one sentence of the text says the contrary of one of the statement, 0 to 1. */
function contraryIn(parts: readonly Part[], passage: Passage, range: Range): number {
  const { tokens } = passage.reading;
  const compares = tokens.slice(range.from, range.to).some(({ text }) => text === "than");
  let [common, against, stated] = [0, 0, 0];
  const marked = new Set<number>();
  // "Small" in "small and large models" is the statement's own word, not the opposite of its "large".
  const saidAnyway = new Set(
    parts.flatMap(({ entry }) =>
      (passage.places[entry] ?? []).flatMap(({ at, isOpposite }) => (isOpposite ? [] : [at])),
    ),
  );
  for (const [nth, { entry, weight, token }] of parts.entries()) {
    if (token.isCue) continue;
    stated += weight;
    const beside = [parts[nth - 1]?.entry, parts[nth + 1]?.entry];
    const places = (passage.places[entry] ?? []).filter(
      (place) =>
        isWithin(place, range) &&
        (!place.isOpposite || (!saidAnyway.has(place.at) && standsBeside(place, beside, passage))),
    );
    if (places.length === 0) continue;
    common += weight;
    // What compares by the opposite is a matter of sides, not of denial.
    const agrees = places.some(({ at, isOpposite }) => {
      const found = tokens[at];
      const turns = isOpposite && !compares;
      return (found?.isDenied === token.isDenied) !== turns || (found?.isTurned === token.isTurned) !== turns;
    });
    const isOpposed = !agrees && places.every(({ isOpposite }) => isOpposite);
    if (!agrees) against += weight * (isOpposed ? opposedWeight : 1);
    for (const { at } of places) marked.add(at);
  }
  let [said, matched] = [0, 0];
  for (let at = range.from; at < range.to; at += 1) {
    if (tokens[at]?.isCue) continue;
    said += passage.weights[at] ?? 0;
    if (marked.has(at)) matched += passage.weights[at] ?? 0;
  }
  if (common === 0) return 0;
  const alike = Math.min(common / stated, said === 0 ? 1 : matched / said);
  return (
    ramp(alike, sameMatter.from, sameMatter.surely) * ramp(against / common, turningShare.from, turningShare.surely)
  );
}

/** One sentence of several that says the contrary takes away more than its own share. */
const oneSentence = 1.4;

/** How far what the text says of the statement is its contrary: the sentence that speaks most clearly, by its weight. */
export function contraryTo(aligned: Aligned, passage: Passage): number {
  let [contrary, total, most] = [0, 0, 0];
  for (const { parts, at, best, weight } of aligned) {
    total += weight * best;
    if (at < 0) continue;
    const share = contraryIn(parts, passage, tokensIn(passage, { from: at, to: at + 1 }));
    contrary += weight * best * share;
    most = Math.max(most, weight * share);
  }
  const all = aligned.reduce((sum, { weight }) => sum + weight, 0);
  return total === 0 ? 0 : Math.max(contrary / total, all === 0 ? 0 : Math.min(1, (oneSentence * most) / all));
}
