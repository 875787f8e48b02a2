/**
 * What a YAML text may be, before anything is made of it: what is nested without end, or uses whole collections as names,
 * costs a reader more than its author. Both are seen in the syntax alone, without following it inwards.
 */
import { isScalar, Parser, visit, type CST, type Document } from "yaml";

const deepest = 40;

export type YamlFault = { offset: number; message: string };

type Part = { token: CST.Token; depth: number };

/** What is inside a token; a name that is no plain one is refused. */
function partsOf({ token, depth }: Part): Part[] | YamlFault {
  if (token.type === "document") return token.value ? [{ token: token.value, depth }] : [];
  if (!("items" in token)) return [];
  const parts: Part[] = [];
  for (const { key, value, start } of token.items) {
    const isCollection = key && "items" in key;
    const isSpelledOut = start.some(({ type }) => type === "explicit-key-ind");
    if (isCollection || isSpelledOut) return { offset: token.offset, message: "has a name that is a list or mapping of its own" };
    if (value) parts.push({ token: value, depth: depth + 1 });
  }
  return parts;
}

/** The first thing that keeps a text from being read; null for what may be. `onNewLine` is told of every line's start. */
export function findYamlFault(source: string, onNewLine?: (offset: number) => void): YamlFault | null {
  for (const root of new Parser(onNewLine).parse(source)) {
    const open: Part[] = [{ token: root, depth: 0 }];
    for (let part = open.pop(); part; part = open.pop()) {
      if (part.depth > deepest) return { offset: part.token.offset, message: `is nested deeper than ${deepest} levels` };
      const parts = partsOf(part);
      if (!Array.isArray(parts)) return parts;
      for (const each of parts) open.push(each);
    }
  }
  return null;
}

/** Names that stand twice in one mapping; found in one pass, however many names there are. */
export function findRepeatedNames(document: Document.Parsed): YamlFault[] {
  const faults: YamlFault[] = [];
  visit(document, {
    Map(_, { items }) {
      const names = new Set<string>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        const name = String(key.value);
        if (names.has(name)) faults.push({ offset: key.range?.[0] ?? 0, message: "is not valid YAML: Map keys must be unique" });
        names.add(name);
      }
    },
  });
  return faults;
}
