/**
 * A flowchart as it is handed to Mermaid to be drawn: everything the author said of boxes and links, and nothing said
 * of looks or web addresses, since every drawing wears the house style.
 */
import { parseFlowchart, readFlowchart } from "./flowchart.ts";
import { plainSource } from "./mermaid-source.ts";

/** The class of a store in the drawing; Mermaid's own cylinder is not in the house style. */
export const storeClass = "house-store";

/** Any other diagram, and a flowchart that cannot be read, comes back plain. Line numbers stay. */
export function drawableSource(source: string): string {
  const plain = plainSource(source);
  const parsed = parseFlowchart(source);
  if (!parsed.ok) return plain;
  const stores = parsed.graph.nodes.filter((node) => node.shape === "cylinder");
  const asBoxes = stores.map(({ id }) => `\n${id}@{ shape: rect }\nclass ${id} ${storeClass}`);
  return withoutLooks(plain) + asBoxes.join("");
}

function withoutLooks(plain: string): string {
  const kept: string[] = [];
  let from = 0;
  for (const { start, end } of readFlowchart(plain).looks) {
    kept.push(plain.slice(from, start));
    from = end;
  }
  kept.push(plain.slice(from));
  return kept.join("");
}
