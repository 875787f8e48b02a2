/** One change between two versions of a scenario, and how texts, lists and items with names are compared. */
import { diffArrays } from "diff";
import { wordDifference, type ChangedWords } from "./word-difference.ts";

/** `where` names the field for people; `words` are the texts laid over each other. */
export type VersionChange = {
  where: string;
  kind: "added" | "removed" | "changed" | "moved";
  before: string | null;
  after: string | null;
  words?: ChangedWords[];
};

export type Written = string | number | boolean | undefined;

function written(value: Written): string | null {
  if (value === undefined || value === "") return null;
  if (typeof value === "boolean") return value ? "yes" : "no";
  return String(value);
}

/** Shorter texts are shown whole, longer ones word by word. */
const fewestWords = 3;

export function compareTexts(where: string, was: Written, is: Written): VersionChange[] {
  const [before, after] = [written(was), written(is)];
  if (before === after) return [];
  if (before === null) return [{ where, kind: "added", before, after }];
  if (after === null) return [{ where, kind: "removed", before, after }];
  const isProse = [before, after].every((text) => text.split(/\s+/).length >= fewestWords);
  return [{ where, kind: "changed", before, after, ...(isProse && { words: wordDifference(before, after) }) }];
}

/** Fields by the name that follows the prefix. */
export function compareFields<T>(
  prefix: string,
  { was, is }: { was: T; is: T },
  fields: Readonly<Record<string, (of: T) => Written>>,
): VersionChange[] {
  return Object.entries(fields).flatMap(([name, read]) => compareTexts(`${prefix}${name}`, read(was), read(is)));
}

/** Texts that came or went, and whether those that stayed stand in another order. */
export function compareLists(where: string, was: readonly string[], is: readonly string[]): VersionChange[] {
  const stayed = (list: readonly string[], other: readonly string[]) => list.filter((text) => other.includes(text));
  const order = { where: `${where}, order`, before: was.join("\n"), after: is.join("\n") };
  return [
    ...was
      .filter((text) => !is.includes(text))
      .map((before) => ({ where, kind: "removed" as const, before, after: null })),
    ...is
      .filter((text) => !was.includes(text))
      .map((after) => ({ where, kind: "added" as const, before: null, after })),
    ...(movedKeys(stayed(was, is), stayed(is, was)).size > 0 ? [{ ...order, kind: "moved" as const }] : []),
  ];
}

/** The fewest that have to be moved so that one order becomes the other. */
function movedKeys(was: readonly string[], is: readonly string[]): Set<string> {
  const changes = diffArrays([...was], [...is]);
  return new Set(changes.filter(({ added }) => added).flatMap(({ value }) => value));
}

type Items<T> = {
  was: readonly T[];
  is: readonly T[];
  /** What tells them apart; a second one of the same key is the second in both. */
  keyOf: (item: T) => string;
  nameOf: (item: T) => string;
  /** The whole of an item in a few words. */
  summaryOf: (item: T) => string;
  compare: (name: string, both: { was: T; is: T }) => VersionChange[];
};

type Keyed<T> = { key: string; item: T; place: number };

function keyed<T>(items: readonly T[], keyOf: (item: T) => string): Keyed<T>[] {
  const seen = new Map<string, number>();
  return items.map((item, at) => {
    const nth = seen.get(keyOf(item)) ?? 0;
    seen.set(keyOf(item), nth + 1);
    return { key: `${keyOf(item)} ${nth}`, item, place: at + 1 };
  });
}

/** Items in the order of the newer version, and then those that are gone. */
export function compareItems<T>({ was, is, keyOf, nameOf, summaryOf, compare }: Items<T>): VersionChange[] {
  const [older, newer] = [keyed(was, keyOf), keyed(is, keyOf)];
  const before = new Map(older.map((each) => [each.key, each]));
  const after = new Set(newer.map(({ key }) => key));
  const keysOf = (items: readonly Keyed<T>[]) =>
    items.map(({ key }) => key).filter((key) => before.has(key) && after.has(key));
  const moved = movedKeys(keysOf(older), keysOf(newer));
  const present = newer.flatMap(({ key, item, place }): VersionChange[] => {
    const from = before.get(key);
    const where = nameOf(item);
    if (!from) return [{ where, kind: "added", before: null, after: summaryOf(item) }];
    const move = { where, kind: "moved" as const, before: `place ${from.place}`, after: `place ${place}` };
    return [...(moved.has(key) ? [move] : []), ...compare(where, { was: from.item, is: item })];
  });
  const gone = older.filter(({ key }) => !after.has(key));
  return [
    ...present,
    ...gone.map(({ item }) => ({
      where: nameOf(item),
      kind: "removed" as const,
      before: summaryOf(item),
      after: null,
    })),
  ];
}
