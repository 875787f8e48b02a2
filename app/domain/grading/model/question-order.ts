/** The questions of a second look in another order: the same for the same seed, and never the first order again. */
import { seededRandom } from "../../simulator/seeded-random.ts";

/** FNV-1a, 32 bits. */
function hashOf(seed: string): number {
  let hash = 0x811c9dc5;
  for (const character of seed) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}

export function permuted<T>(items: readonly T[], seed: string): T[] {
  const random = seededRandom(hashOf(seed));
  const shuffled = [...items];
  for (let at = shuffled.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    const [a, b] = [shuffled[at], shuffled[other]];
    if (a !== undefined && b !== undefined) [shuffled[at], shuffled[other]] = [b, a];
  }
  const isSame = shuffled.every((item, at) => item === items[at]);
  return isSame ? [...shuffled.slice(1), ...shuffled.slice(0, 1)] : shuffled;
}
