/**
 * Gathers what a flowchart's statements say into a graph: a later label wins, a box belongs to the first group that
 * closes around a mention of it, and a name that turns out to be a group's or a link's is no box. These are Mermaid's own rules.
 */
import {
  maxEdges,
  maxNodes,
  type Direction,
  type EdgeStyle,
  type Graph,
  type GraphNode,
  type NodeShape,
  type Subgraph,
} from "./graph.ts";
import type { Link } from "./link.ts";
import type { Mention } from "./node.ts";

type BoxDraft = { label: string | null; shape: NodeShape | null; at: number };
type EdgeDraft = { from: string; to: string; label: string | null; style: EdgeStyle; plain?: true; at: number };
type GroupDraft = { id: string; label: string; parent: string | null; at: number; mentions: Set<string> };

export type Building = {
  direction: Direction;
  boxes: Map<string, BoxDraft>;
  owners: Map<string, string>;
  edges: EdgeDraft[];
  edgeIds: Set<string>;
  groups: GroupDraft[];
  open: GroupDraft[];
};

export function startBuilding(direction: Direction): Building {
  return { direction, boxes: new Map(), owners: new Map(), edges: [], edgeIds: new Set(), groups: [], open: [] };
}

/** Adds what a mention says of a box; false, and nothing added, where there are too many. */
export function addMention(building: Building, { id, label, shape, at }: Mention): boolean {
  const box = building.boxes.get(id);
  if (!box && building.boxes.size >= maxNodes) return false;
  building.boxes.set(id, {
    label: label ?? box?.label ?? null,
    shape: shape ?? box?.shape ?? null,
    at: box?.at ?? at,
  });
  building.open.at(-1)?.mentions.add(id);
  return true;
}

/** Joins every box of `from` with every box of `to`; false, and nothing added, where that is too many. */
export function addEdges(
  building: Building,
  { from, to, link }: { from: string[]; to: string[]; link: Link },
): boolean {
  const { style, label, at } = link;
  if (link.id !== null) building.edgeIds.add(link.id);
  if (style === "hidden") return true;
  if (building.edges.length + from.length * to.length * (link.hasTwoHeads ? 2 : 1) > maxEdges) return false;
  const plain = link.hasNoHead ? ({ plain: true } as const) : {};
  for (const start of from) {
    for (const end of to) {
      building.edges.push({ from: start, to: end, label, style, ...plain, at });
      if (link.hasTwoHeads) building.edges.push({ from: end, to: start, label, style, at });
    }
  }
  return true;
}

/** A group without an id of its own goes by its title if that is one word, and by a number if not. */
export function openSubgraph(building: Building, { id, label, at }: { id: string | null; label: string; at: number }) {
  const ownId = id || (/\s/.test(label) ? `subgraph-${building.groups.length + 1}` : label);
  const group = { id: ownId, label, parent: building.open.at(-1)?.id ?? null, at, mentions: new Set<string>() };
  building.groups.push(group);
  building.open.push(group);
}

/** Closes the innermost group; false where none is open. */
export function closeSubgraph(building: Building): boolean {
  const group = building.open.pop();
  if (!group) return false;
  for (const id of group.mentions) if (!building.owners.has(id)) building.owners.set(id, group.id);
  building.open.at(-1)?.mentions.add(group.id);
  return true;
}

/** The finished graph; `lineOf` turns a place in the text into its line. */
export function finishGraph(building: Building, lineOf: (at: number) => number): Graph {
  const groupIds = new Set(building.groups.map((group) => group.id));
  const nodes: GraphNode[] = [];
  for (const [id, { label, shape, at }] of building.boxes) {
    if (groupIds.has(id) || building.edgeIds.has(id)) continue;
    const subgraph = building.owners.get(id) ?? null;
    nodes.push({ id, label: label ?? id, shape: shape ?? "rect", subgraph, line: lineOf(at) });
  }
  const edges = building.edges.map(({ at, ...edge }) => ({ ...edge, line: lineOf(at) }));
  const subgraphs = new Map<string, Subgraph>();
  for (const { id, label, parent, at } of building.groups) {
    if (!subgraphs.has(id)) subgraphs.set(id, { id, label, parent, line: lineOf(at) });
  }
  return { direction: building.direction, nodes, edges, subgraphs: [...subgraphs.values()] };
}
