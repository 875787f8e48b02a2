/** How telling words are, counted on texts that belong together. Damped: what one text alone uses tells more, not in proportion. */
import { wordsIn } from "../text/words.ts";
import type { Rarity } from "./vocabulary.ts";

const damping = 0.7;
/** A small collection says little about what is rare. */
const fewestTexts = 8;

/** Rarity over texts that belong together, one for each question: its model answers and what was answered. */
export function rarityOver(texts: readonly string[]): Rarity {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const key of new Set(wordsIn(text).map((word) => word.key))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const total = Math.max(fewestTexts, texts.length);
  return (key) => Math.log(1 + total / (1 + (counts.get(key) ?? 0))) ** damping;
}
