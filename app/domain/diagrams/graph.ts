/**
 * A drawn answer as data: the boxes, arrows and groups of a Mermaid flowchart, without its looks.
 * The notation is the one documented at mermaid.js.org/syntax/flowchart.
 */

/** The longest source read or drawn, in characters. */
export const maxSourceLength = 20_000;

/** The most boxes and the most links read or drawn; a picture with more says nothing to a reader. */
export const maxNodes = 400;
export const maxEdges = 400;

export type Direction = "TB" | "BT" | "LR" | "RL";

export type NodeShape =
  | "rect"
  | "round"
  | "stadium"
  | "subroutine"
  | "cylinder"
  | "circle"
  | "double-circle"
  | "ellipse"
  | "flag"
  | "diamond"
  | "hexagon"
  | "lean-right"
  | "lean-left"
  | "trapezoid"
  | "inverted-trapezoid";

/** `subgraph` is the id of the innermost group the box stands in. Lines count from 1. */
export type GraphNode = { id: string; label: string; shape: NodeShape; subgraph: string | null; line: number };

export type EdgeStyle = "solid" | "dotted" | "thick";

/** `from` and `to` are ids of boxes or of groups; an arrow with two heads is two edges. A line without heads is `plain`. */
export type GraphEdge = {
  from: string;
  to: string;
  label: string | null;
  style: EdgeStyle;
  plain?: true;
  line: number;
};

/** `parent` is the id of the group around this one. */
export type Subgraph = { id: string; label: string; parent: string | null; line: number };

export type Graph = { direction: Direction; nodes: GraphNode[]; edges: GraphEdge[]; subgraphs: Subgraph[] };
