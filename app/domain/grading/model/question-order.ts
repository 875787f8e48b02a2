/** The questions of a second look in another order: the same for the same seed, and never the first order again. */
import { seededRandom, seedOf } from "../../simulator/seeded-random.ts";

export function permuted<T>(items: readonly T[], seed: string): T[] {
  const random = seededRandom(seedOf(seed));
  const shuffled = [...items];
  for (let at = shuffled.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    const [a, b] = [shuffled[at], shuffled[other]];
    if (a !== undefined && b !== undefined) [shuffled[at], shuffled[other]] = [b, a];
  }
  const isSame = shuffled.every((item, at) => item === items[at]);
  return isSame ? [...shuffled.slice(1), ...shuffled.slice(0, 1)] : shuffled;
}
