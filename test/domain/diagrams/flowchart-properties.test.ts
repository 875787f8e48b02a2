import fc from "fast-check";
import { expect, test } from "vitest";
import { drawableSource } from "#app/domain/diagrams/drawable-source.ts";
import { parseFlowchart } from "#app/domain/diagrams/flowchart.ts";
import { maxEdges, maxNodes } from "#app/domain/diagrams/graph.ts";
import { authorLine, plainSource } from "#app/domain/diagrams/mermaid-source.ts";
import { outlineOf } from "#app/domain/diagrams/outline.ts";
import { estimateSize } from "#app/domain/diagrams/size.ts";
import { anyFlowchart, anyMutation } from "#test/support/flowcharts.ts";

const anySource = fc.oneof(
  fc.string({ maxLength: 300 }),
  fc.string({ unit: "grapheme", maxLength: 300 }).map((text) => `flowchart LR\n${text}`),
  anyMutation,
  anyFlowchart,
);

test("whatever is written, reading gives a graph whose parts fit together, or a line of the source and a message", () => {
  fc.assert(
    fc.property(anySource, (source) => {
      const parsed = parseFlowchart(source);
      const lineCount = source.split(/\r\n?|\n/).length;
      if (!parsed.ok) {
        expect(parsed.line).toBeGreaterThanOrEqual(1);
        expect(parsed.line).toBeLessThanOrEqual(lineCount);
        expect(parsed.message.trim()).not.toBe("");
        return;
      }
      const { nodes, edges, subgraphs } = parsed.graph;
      const ids = new Set([...nodes, ...subgraphs].map(({ id }) => id));
      expect(ids.size).toBe(nodes.length + subgraphs.length);
      expect(nodes.length).toBeLessThanOrEqual(maxNodes);
      expect(edges.length).toBeLessThanOrEqual(maxEdges);
      for (const { from, to } of edges) expect([...ids]).toEqual(expect.arrayContaining([from, to]));
      for (const { subgraph } of nodes) if (subgraph !== null) expect(ids).toContain(subgraph);
      for (const { line } of [...nodes, ...edges, ...subgraphs]) expect(line).toBeLessThanOrEqual(lineCount);
    }),
    { numRuns: 1_500 },
  );
});

test("whatever can be read has an outline that names every box, and a size", () => {
  fc.assert(
    fc.property(anySource, (source) => {
      const parsed = parseFlowchart(source);
      if (!parsed.ok) return;
      const { items } = outlineOf(parsed.graph);
      const named = new Set(items.flatMap(({ from, links }) => [from, ...links.map(({ to }) => to)]));
      for (const { label } of parsed.graph.nodes) expect(named).toContain(label);
      expect(items.flatMap(({ links }) => links)).toHaveLength(parsed.graph.edges.length);
      for (const isUpright of [true, false]) {
        const { widthPx, heightPx } = estimateSize(parsed.graph, { isUpright, wrapPx: 140, besidePx: 32 });
        expect(Number.isFinite(widthPx) && Number.isFinite(heightPx)).toBe(true);
      }
    }),
  );
});

test("making a source plain keeps every line in its place and changes nothing the second time", () => {
  fc.assert(
    fc.property(anySource, (source) => {
      const plain = plainSource(source);
      expect(plain.split("\n")).toHaveLength(source.split(/\r\n?|\n/).length);
      expect(plainSource(plain)).toBe(plain);
    }),
  );
});

test("what is handed over to be drawn reads as the same boxes and links", () => {
  fc.assert(
    fc.property(anyFlowchart, (source) => {
      const before = parseFlowchart(source);
      const after = parseFlowchart(drawableSource(source));
      if (!before.ok || !after.ok) throw new Error("A flowchart made from valid notations must read.");
      expect(after.graph.edges).toEqual(before.graph.edges);
      expect(after.graph.nodes.map(({ id, label }) => [id, label])).toEqual(
        before.graph.nodes.map(({ id, label }) => [id, label]),
      );
    }),
  );
});

test("a line that Mermaid counts is a line of the source, whatever was left out above it", () => {
  fc.assert(
    fc.property(anySource, fc.integer({ min: 1, max: 400 }), (source, line) => {
      const found = authorLine(plainSource(source), line);
      expect(found).toBeGreaterThanOrEqual(1);
      expect(found).toBeLessThanOrEqual(source.split(/\r\n?|\n/).length);
    }),
  );
});
