/**
 * A graph as words: its boxes in reading order with what each leads to, so that a drawing can be read, searched and
 * heard.
 */
import type { Direction, Graph } from "./graph.ts";
import { readingOrder } from "./reading-order.ts";

export type OutlineLink = { to: string; label: string | null };

/** One box and its links. `group` is the heading of the group it stands in: `Offline`, or `Offline, Nightly` within. */
export type OutlineItem = { from: string; group: string | null; links: OutlineLink[] };

/** Items of one group stand together. A box that only ends links has no item of its own. */
export type Outline = { title: string; items: OutlineItem[] };

const directionWords: Record<Direction, string> = {
  LR: "left to right",
  RL: "right to left",
  TB: "top to bottom",
  BT: "bottom to top",
};

export function outlineOf(graph: Graph): Outline {
  const names = namesOf(graph);
  const groups = groupsOf(graph);
  const outgoing = groupBy(graph.edges, (edge) => edge.from);
  const mentioned = new Set([...graph.edges.map((edge) => edge.to), ...graph.subgraphs.map((group) => group.id)]);
  const items: OutlineItem[] = [];
  for (const id of readingOrder([...names.keys()], graph.edges)) {
    const edges = outgoing.get(id) ?? [];
    if (edges.length === 0 && mentioned.has(id)) continue;
    const links = edges.map(({ to, label }) => ({ to: names.get(to) ?? to, label }));
    items.push({ from: names.get(id) ?? id, group: groups.get(id) ?? null, links });
  }
  return { title: titleOf(graph), items: [...groupBy(items, (item) => item.group).values()].flat() };
}

/** What a graph holds, in a few words: "7 boxes, 7 arrows". */
export function countsOf({ nodes, edges, subgraphs }: Graph): string {
  const counts = [plural(nodes.length, "box", "boxes"), plural(edges.length, "arrow", "arrows")];
  if (subgraphs.length > 0) counts.push(plural(subgraphs.length, "group", "groups"));
  return counts.join(", ");
}

function titleOf(graph: Graph): string {
  return `Flowchart, ${directionWords[graph.direction]}: ${countsOf(graph)}`;
}

function plural(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

function namesOf({ nodes, subgraphs }: Graph): Map<string, string> {
  const named = [...nodes, ...subgraphs].toSorted((a, b) => a.line - b.line);
  return new Map(named.map(({ id, label }) => [id, label]));
}

/** The heading of the group each box or group stands in. */
function groupsOf({ nodes, subgraphs }: Graph): Map<string, string | null> {
  const headings = new Map<string, string>();
  for (const { id, label, parent } of subgraphs) {
    const outer = parent === null ? undefined : headings.get(parent);
    headings.set(id, outer === undefined ? label : `${outer}, ${label}`);
  }
  const headingOf = (id: string | null) => (id === null ? null : (headings.get(id) ?? null));
  const ofNodes = nodes.map(({ id, subgraph }) => [id, headingOf(subgraph)] as const);
  const ofGroups = subgraphs.map(({ id, parent }) => [id, headingOf(parent)] as const);
  return new Map([...ofNodes, ...ofGroups]);
}

function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
