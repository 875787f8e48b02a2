import fc from "fast-check";
import { expect, test } from "vitest";
import { applyChange, freeId, insertPart } from "#app/components/diagram/palette/insert-part.ts";
import { partKinds, type PartKind } from "#app/components/diagram/palette/part-kinds.ts";
import { componentsIn } from "#app/domain/diagrams/components.ts";
import { parseFlowchart } from "#app/domain/diagrams/flowchart.ts";
import { writtenFlowcharts } from "#test/support/flowcharts.ts";

const kindNamed = (name: string): PartKind => {
  const kind = partKinds.find((each) => each.name === name);
  if (!kind) throw new Error(`There is no part ${name}.`);
  return kind;
};
const cache = kindNamed("Cache");

/** `|` is the cursor. */
function inserted(marked: string, kind = cache): string {
  const change = insertPart(marked.replace("|", ""), marked.indexOf("|"), kind);
  return applyChange(marked.replace("|", ""), change);
}

test("the rules read every part of the palette as the part it is", () => {
  const misread = partKinds.filter(({ name, shape, component }) => !componentsIn(name, shape).has(component));
  expect(misread).toEqual([]);
});

test("a part goes where the cursor is: into an empty source, onto an empty line, after a link, or below", () => {
  expect(inserted("|")).toBe('flowchart LR\n  cache[("Cache")]');
  expect(inserted("flowchart LR\n|")).toBe('flowchart LR\n  cache[("Cache")]');
  expect(inserted("flowchart LR\n  A -->|")).toBe('flowchart LR\n  A --> cache[("Cache")]');
  expect(inserted("flowchart LR\n  A --> | B")).toBe('flowchart LR\n  A --> cache[("Cache")]\n   B');
  expect(inserted("flowchart LR\n  A --> |B\n  C")).toBe('flowchart LR\n  A --> cache[("Cache")]\n  B\n  C');
  expect(inserted("flowchart LR\n  A| --> B\n")).toBe('flowchart LR\n  A --> B\n  cache[("Cache")]\n');
  expect(inserted("flowchart LR\n  subgraph G| [Offline]\n  end")).toBe(
    'flowchart LR\n  subgraph G [Offline]\n    cache[("Cache")]\n  end',
  );
});

test("nothing is put before the first line of the flowchart, nor into a label that runs over lines", () => {
  expect(inserted("|%% mine\nflowchart LR\n  A")).toBe('%% mine\nflowchart LR\n  cache[("Cache")]\n  A');
  expect(inserted('flowchart LR\n  A["one|\n  two"]')).toBe('flowchart LR\n  A["one\n  two"]\n  cache[("Cache")]');
});

test("an id that is taken gets a number, and the name is selected so that typing renames it", () => {
  const source = 'flowchart LR\n  cache[("Cache")] --> cache2\n  ';
  const change = insertPart(source, source.length, cache);
  const after = applyChange(source, change);
  expect(after).toContain('cache3[("Cache")]');
  expect(after.slice(change.select.from, change.select.to)).toBe("Cache");
  expect(freeId("a1 a a2", "a")).toBe("a3");
});

const anyKind = fc.constantFrom(...partKinds);

test("whatever the drawing and wherever the cursor, it still reads and holds one box more", () => {
  fc.assert(
    fc.property(fc.constantFrom(...writtenFlowcharts), fc.nat(), anyKind, (source, place, kind) => {
      const before = parseFlowchart(source);
      const change = insertPart(source, place % (source.length + 1), kind);
      const after = parseFlowchart(applyChange(source, change));
      expect(before.ok && after.ok && after.graph.nodes.length - before.graph.nodes.length).toBe(1);
    }),
    { numRuns: 600 },
  );
});

test("a source that does not read yet takes a part as well, without losing a letter", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), fc.nat({ max: 80 }), anyKind, (source, cursor, kind) => {
      const { from, to, insert } = insertPart(source, cursor, kind);
      const kept = source.slice(0, from) + source.slice(to);
      expect(insert).toContain(kind.name);
      expect(source.trim() === "" || kept === source).toBe(true);
    }),
  );
});
