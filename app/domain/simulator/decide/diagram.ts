/**
 * A procedure's own picture as Mermaid source. The nodes have the ids that the steps of a path name, so that a page can
 * mark the way taken.
 */
import type { DiagramNode, Procedure } from "./procedure.ts";

const brackets: Record<DiagramNode["shape"], readonly [open: string, close: string]> = {
  question: ["{", "}"],
  side: ["[", "]"],
  ending: ["([", "])"],
};

export function diagramOf({ diagram }: Procedure): string {
  const nodes = diagram.nodes.map(({ id, label, shape }) => {
    const [open, close] = brackets[shape];
    return `  ${id}${open}"${written(label)}"${close}`;
  });
  const links = diagram.links.map(({ from, to, label }) => {
    return label === "" ? `  ${from} --> ${to}` : `  ${from} -->|"${written(label)}"| ${to}`;
  });
  return [`flowchart ${diagram.direction}`, ...nodes, ...links, ""].join("\n");
}

/** Quotes would end a label, and Mermaid knows no escape for them but this. */
function written(label: string): string {
  return label.replaceAll('"', "#quot;");
}
