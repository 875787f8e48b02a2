import DOMPurify from "dompurify";

type Vertex = { id: string; text?: string };
type MermaidEdge = { start: string; end: string; text: string; stroke: string; type: string };
type MermaidGroup = { id: string; title: string; nodes: string[] };

/** What is used of Mermaid's database of a flowchart; it has no published types. */
type FlowchartDatabase = {
  getVertices: () => Map<string, Vertex>;
  getEdges: () => MermaidEdge[];
  getSubGraphs: () => MermaidGroup[];
};

export type MermaidReading = { boxes: string[]; links: string[]; groups: Record<string, string[]> };

/** A flowchart as Mermaid's own parser reads it; rejects where that refuses it. */
export async function readWithMermaid(source: string): Promise<MermaidReading> {
  const { mermaidAPI } = await loadMermaid();
  const database = (await mermaidAPI.getDiagramFromText(source)).db as unknown as FlowchartDatabase;
  const groups = database.getSubGraphs();
  const isGroup = new Set(groups.map(({ id }) => id));
  const boxes = [...database.getVertices().values()].filter(({ id }) => !isGroup.has(id));
  return {
    boxes: boxes.map(({ id, text }) => `${id}: ${text}`),
    links: database.getEdges().flatMap(linksOf),
    groups: Object.fromEntries(
      groups.map(({ id, nodes }) => [id, nodes.filter((node) => !isGroup.has(node)).toSorted()]),
    ),
  };
}

function linksOf({ start, end, text, stroke, type }: MermaidEdge): string[] {
  if (stroke === "invisible") return [];
  const style = stroke === "normal" ? "solid" : stroke;
  const there = `${start} ${style} ${text} ${end}`;
  return type.startsWith("double") ? [there, `${end} ${style} ${text} ${start}`] : [there];
}

async function loadMermaid() {
  // Without a document DOMPurify has no methods, and Mermaid calls two while it parses.
  const purify = DOMPurify as { addHook?: unknown; sanitize?: unknown };
  purify.addHook ??= () => {};
  purify.sanitize ??= String;
  const { default: mermaid } = await import("mermaid");
  mermaid.initialize({ startOnLoad: false });
  return mermaid;
}
