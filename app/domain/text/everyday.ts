/**
 * Everyday words that say the same when something technical is explained, and words that say the opposite. Kept apart from
 * the field's own concepts: these hold in any subject.
 */
import { sameInAnySubject } from "./everyday-words.ts";
import { oppositeInAnySubject } from "./opposite-words.ts";
import { wordsIn } from "./words.ts";

function keysOf(line: string): string[] {
  return [...new Set(wordsIn(line).map(({ key }) => key))];
}

function linesOf(table: string): string[][] {
  return table
    .split("\n")
    .map(keysOf)
    .filter((keys) => keys.length > 1);
}

function partners(table: string): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const keys of linesOf(table)) {
    for (const key of keys) {
      const others = found.get(key) ?? new Set();
      for (const other of keys) if (other !== key) others.add(other);
      found.set(key, others);
    }
  }
  return found;
}

const none: ReadonlySet<string> = new Set();
const alike = partners(sameInAnySubject);
const opposed = partners(oppositeInAnySubject);

/** Keys of other words that say the same as the word of this key. */
export function sameSayingAs(key: string): ReadonlySet<string> {
  return alike.get(key) ?? none;
}

const found = new Map<string, ReadonlySet<string>>();

/** Keys of words that say the opposite, directly or by a word that says the same. */
export function oppositesOf(key: string): ReadonlySet<string> {
  let all = found.get(key);
  if (!all) {
    const near = [key, ...sameSayingAs(key)].flatMap((word) => [...(opposed.get(word) ?? none)]);
    all = new Set(near.flatMap((word) => [word, ...sameSayingAs(word)]).filter((word) => !sameSayingAs(key).has(word)));
    if (found.size < 20_000) found.set(key, all);
  }
  return all;
}
