/**
 * How large a flowchart will be once drawn, guessed from its boxes and links, so that a page can keep the space for a
 * picture that is still to come. The numbers are those of the house style: 13 px text that wraps, 10 px padding.
 */
import type { Graph, GraphNode } from "./graph.ts";
import { readingOrder } from "./reading-order.ts";

export type Size = { widthPx: number; heightPx: number };

/** `isUpright` runs from top to bottom; `wrapPx` is where a label wraps, `besidePx` the gap between boxes of one rank. */
export type Layout = { isUpright: boolean; wrapPx: number; besidePx: number };

const characterPx = 7;
const lineHeightPx = 16;
const boxPadding = { xPx: 40, yPx: 20 };
const diamondPaddingPx = 20;
const betweenRanksPx = 36;
const marginPx = 4;
const groupPaddingPx = 16;

export function estimateSize(graph: Graph, layout: Layout): Size {
  const rankOf = rankBoxes(graph);
  const ranks = new Map<number, Size[]>();
  for (const node of graph.nodes) {
    const rank = rankOf.get(node.id) ?? 0;
    ranks.set(rank, [...(ranks.get(rank) ?? []), boxSize(node, layout.wrapPx)]);
  }
  const groups = graph.subgraphs.length * groupPaddingPx;
  let along = marginPx + groups - betweenRanksPx;
  let across = 0;
  for (const [rank, boxes] of ranks) {
    const labels = graph.edges.flatMap((edge) => (rankOf.get(edge.from) === rank && edge.label ? [edge.label] : []));
    along += Math.max(...boxes.map((box) => (layout.isUpright ? box.heightPx : box.widthPx)));
    along += betweenRanksPx + labelDepth(labels, layout.isUpright);
    const breadth = sum(boxes.map((box) => (layout.isUpright ? box.widthPx : box.heightPx)));
    across = Math.max(across, breadth + layout.besidePx * (boxes.length - 1) + marginPx + groups);
  }
  return layout.isUpright ? { widthPx: across, heightPx: along } : { widthPx: along, heightPx: across };
}

function boxSize({ label, shape }: GraphNode, wrapPx: number): Size {
  const textPx = label.length * characterPx;
  const lines = Math.max(1, Math.ceil(textPx / wrapPx));
  const size = { widthPx: Math.min(textPx, wrapPx), heightPx: lines * lineHeightPx };
  if (shape !== "diamond") return { widthPx: size.widthPx + boxPadding.xPx, heightPx: size.heightPx + boxPadding.yPx };
  // A diamond stands on a corner: as high as wide, with its words in the middle half.
  const sidePx = size.widthPx + size.heightPx + diamondPaddingPx;
  return { widthPx: sidePx, heightPx: sidePx };
}

function labelDepth(labels: readonly string[], isUpright: boolean): number {
  if (labels.length === 0) return 0;
  return isUpright ? lineHeightPx + 4 : Math.max(...labels.map((label) => label.length)) * characterPx;
}

/** How many links lie before each box, on the longest way; a link that closes a circle does not count. */
function rankBoxes({ nodes, edges }: Graph): Map<string, number> {
  const ids = nodes.map((node) => node.id);
  const order = readingOrder(ids, edges);
  const place = new Map(order.map((id, index) => [id, index]));
  const rankOf = new Map(ids.map((id) => [id, 0]));
  const placeOf = (id: string) => place.get(id) ?? 0;
  const forward = edges.filter(({ from, to }) => rankOf.has(from) && rankOf.has(to) && placeOf(from) < placeOf(to));
  forward.sort((a, b) => placeOf(a.from) - placeOf(b.from));
  for (const { from, to } of forward) rankOf.set(to, Math.max(rankOf.get(to) ?? 0, (rankOf.get(from) ?? 0) + 1));
  return rankOf;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
