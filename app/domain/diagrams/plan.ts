/**
 * A drawing with the parts it names: boxes and words on links that name components, and what leads to what. Groups hand
 * a link on to the boxes in them; a line without heads leads both ways, and proves no direction.
 */
import { componentsIn } from "./components.ts";
import type { Component } from "./component-words.ts";
import type { Graph, GraphEdge, GraphNode, NodeShape } from "./graph.ts";

/** A box, the words on a link, or a group that links end at. `groups` are the titles around it, innermost first. */
export type Part = {
  id: string;
  label: string;
  shape: NodeShape;
  line: number;
  components: ReadonlySet<Component>;
  groups: readonly string[];
  isBox: boolean;
};

export type PlanEdge = { from: Part; to: Part; label: string; line: number; isPlain: boolean };

type Ways = ReadonlyMap<string, readonly string[]>;

export type Plan = {
  parts: ReadonlyMap<string, Part>;
  boxes: readonly Part[];
  edges: readonly PlanEdge[];
  /** Where each part leads: by arrows only, and by lines without heads as well. */
  arrows: Ways;
  links: Ways;
  /** The same against the arrows. */
  back: Ways;
};

/** A drawing with more groups says nothing to a reader, and links between groups multiply. */
export const maxGroups = 100;

/** What words on a link can stand for: something done on the way. All else there is a condition. */
const doneOnTheWay: ReadonlySet<Component> = new Set([
  "parser",
  "chunker",
  "embedder",
  "retriever",
  "fusion",
  "reranker",
  "validator",
  "evaluator",
  "evaluation-data",
  "training",
  "training-data",
  "previous-version",
]);

type Drawing = {
  parts: Map<string, Part>;
  arrows: Map<string, string[]>;
  links: Map<string, string[]>;
  back: Map<string, string[]>;
};

/** What `isInert` says of a label is so whatever the label says: it is read as if nothing stood there. */
export function planOf({ nodes, edges, ...graph }: Graph, isInert: (label: string) => boolean): Plan {
  const inert = new Map<string, boolean>();
  const isSilent = (label: string) => {
    const known = inert.get(label) ?? isInert(label);
    inert.set(label, known);
    return known;
  };
  const said = <Labelled extends { label: string | null }>(labelled: Labelled): Labelled =>
    labelled.label !== null && isSilent(labelled.label) ? { ...labelled, label: "" } : labelled;
  return planOfSaid({ ...graph, nodes: nodes.map(said), edges: edges.map(said), subgraphs: graph.subgraphs.map(said) });
}

function planOfSaid(graph: Graph): Plan {
  const drawing: Drawing = { parts: new Map(), arrows: new Map(), links: new Map(), back: new Map() };
  const titles = titlesOf(graph);
  for (const { id, label, shape, line, subgraph } of graph.nodes) {
    const components = componentsIn(label, shape);
    const groups = subgraph === null ? [] : (titles.get(subgraph) ?? []);
    drawing.parts.set(id, { id, label, shape, line, components, groups, isBox: true });
  }
  const boxes = [...drawing.parts.values()];
  addGroups(drawing, graph);
  const edges: PlanEdge[] = [];
  for (const [at, edge] of graph.edges.entries()) addEdge(drawing, edge, { at, edges });
  return { ...drawing, boxes, edges };
}

function addEdge(drawing: Drawing, edge: GraphEdge, { at, edges }: { at: number; edges: PlanEdge[] }): void {
  const from = drawing.parts.get(edge.from);
  const to = drawing.parts.get(edge.to);
  if (!from || !to) return;
  const label = edge.label ?? "";
  const isPlain = edge.plain === true;
  edges.push({ from, to, label, line: edge.line, isPlain });
  const done = [...componentsIn(label)].filter((component) => doneOnTheWay.has(component));
  if (done.length === 0) return join(drawing, outOf(from), to.id, isPlain);
  const id = `link ${at}`;
  const words = {
    id,
    label,
    shape: "rect",
    line: edge.line,
    components: new Set(done),
    groups: [],
    isBox: false,
  } as const;
  drawing.parts.set(id, words);
  join(drawing, outOf(from), id, isPlain);
  join(drawing, id, to.id, isPlain);
}

const exitPrefix = "exit of ";

/** A link leaves a group from its exit. */
function outOf({ id, isBox }: Part): string {
  return isBox ? id : exitPrefix + id;
}

function join({ arrows, links, back }: Drawing, from: string, to: string, isPlain: boolean): void {
  add(links, from, to);
  if (isPlain) return add(links, to, from);
  add(arrows, from, to);
  add(back, to, from);
}

function add(ways: Map<string, string[]>, from: string, to: string): void {
  const there = ways.get(from);
  if (there) there.push(to);
  else ways.set(from, [to]);
}

/** Groups that links end at: a link into one leads to where its boxes begin, a link out of it comes from where they end. */
function addGroups(drawing: Drawing, graph: Graph): void {
  const ends = new Set(graph.edges.flatMap(({ from, to }) => [from, to]));
  const groupOf = new Map(graph.subgraphs.map((group) => [group.id, group]));
  for (const { id, label, line } of graph.subgraphs) {
    if (!ends.has(id)) continue;
    const members = graph.nodes.filter((node) => isIn(node, id, groupOf));
    const own = new Set(members.map((member) => member.id));
    const inner = graph.edges.filter(({ from, to }) => own.has(from) && own.has(to) && from !== to);
    const entered = new Set(inner.map((edge) => edge.to));
    const left = new Set(inner.map((edge) => edge.from));
    const first = members.filter((member) => !entered.has(member.id));
    const last = members.filter((member) => !left.has(member.id));
    // The parts of a group say what it is; its title does where no box in it says anything.
    const isNamed = members.some((member) => (drawing.parts.get(member.id)?.components.size ?? 0) > 0);
    const components = isNamed ? new Set<Component>() : componentsIn(label);
    const group = { label, shape: "rect", line, groups: [], isBox: false } as const;
    drawing.parts.set(id, { ...group, id, components });
    drawing.parts.set(exitPrefix + id, { ...group, id: exitPrefix + id, components: new Set() });
    for (const member of first.length > 0 ? first : members) join(drawing, id, member.id, false);
    for (const member of last.length > 0 ? last : members) join(drawing, member.id, exitPrefix + id, false);
    if (!isNamed) join(drawing, id, exitPrefix + id, false);
  }
}

function isIn({ subgraph }: GraphNode, id: string, groupOf: ReadonlyMap<string, { parent: string | null }>): boolean {
  let at = subgraph;
  for (let depth = 0; at !== null && depth <= maxGroups; depth += 1) {
    if (at === id) return true;
    at = groupOf.get(at)?.parent ?? null;
  }
  return false;
}

function titlesOf({ subgraphs }: Graph): Map<string, string[]> {
  const titles = new Map<string, string[]>();
  for (const { id, label, parent } of subgraphs) {
    titles.set(id, [label, ...(parent === null ? [] : (titles.get(parent) ?? []))]);
  }
  return titles;
}

/** Every part that names one of these components. */
export function partsNaming(plan: Plan, ...components: Component[]): Part[] {
  return [...plan.parts.values()].filter((part) => components.some((component) => part.components.has(component)));
}

type Way = { without?: Iterable<Part>; along?: "links" | "arrows" | "back" };

/** Every part that these lead to, going through none of `without`; a part is among them only if it is led back to. */
export function ledTo(plan: Plan, from: Iterable<Part>, { without = [], along = "links" }: Way = {}): Set<Part> {
  const closed = new Set([...without].map(({ id }) => id));
  const found = new Set<Part>();
  const waiting = [...from].map(({ id }) => id);
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    for (const next of plan[along].get(id) ?? []) {
      const part = plan.parts.get(next);
      if (!part || closed.has(next) || found.has(part)) continue;
      found.add(part);
      waiting.push(next);
    }
  }
  return found;
}
