/**
 * A procedure's own picture as Mermaid source. The nodes have the ids that the steps of a path name, so the way taken can
 * be marked: by thick links, by heavy boxes that count its steps, and by the shape and colour of the ending reached.
 */
import type { Approach } from "../../scenarios/approach.ts";
import { endingNode, type DiagramNode, type Ending, type Procedure, type Step, type Verdict } from "./procedure.ts";

const brackets: Record<DiagramNode["shape"], readonly [open: string, close: string]> = {
  question: ["{{", "}}"],
  box: ["[", "]"],
  ending: ["([", "])"],
};

/** The whole procedure; with a judgement of it, the way it took is marked. */
export function diagramOf(procedure: Procedure, judgement?: { verdict: Verdict; path: readonly Step[] }): string {
  const { direction, nodes, links } = procedure.diagram;
  const way = judgement ? wayOf(procedure, judgement) : nothing;
  const boxes = nodes.map((node) => {
    const [open, close] = brackets[node.shape];
    const { count, look } = markOf(node, way);
    return `  ${node.id}${open}"${written(count + node.label)}"${close}${look}`;
  });
  const arrows = links.map((link) => {
    const arrow = link.isOrder ? "-.->" : isTaken(link, way) ? "==>" : "-->";
    return `  ${link.from} ${arrow}${link.label === "" ? "" : `|"${written(link.label)}"|`} ${link.to}`;
  });
  return [`flowchart ${direction}`, ...boxes, ...arrows, ""].join("\n");
}

type Way = {
  /** The steps that lead somewhere. */
  taken: readonly Step[];
  /** In the order in which they are asked; empty where all questions are asked anyway. */
  counted: readonly string[];
  /** Questions without an answer. */
  open: ReadonlySet<string>;
  ending: string | null;
};

const nothing: Way = { taken: [], counted: [], open: new Set(), ending: null };

function wayOf(procedure: Procedure, { verdict, path }: { verdict: Verdict; path: readonly Step[] }): Way {
  const isSettled = verdict !== "undetermined";
  const rests = procedure.restsOn(path);
  const last = path.at(-1);
  const bears = (step: Step) => !isSettled || rests.has(step.node) || step === last;
  return {
    taken: path.filter((step) => step.to !== null && bears(step)),
    counted: procedure.kind === "tree" ? path.map(({ node }) => node) : [],
    open: new Set(path.filter(({ missing }) => missing !== undefined).map(({ node }) => node)),
    ending: isSettled ? endingNode[verdict] : null,
  };
}

type Link = Procedure["diagram"]["links"][number];

/** A link without words gathers what was spoken for one side. */
function isTaken({ from, to, label }: Link, { taken, ending }: Way): boolean {
  if (label === "") return ending !== null && taken.some((step) => step.to === from);
  return taken.some((step) => step.node === from && step.to === to && step.answer === label);
}

function markOf({ id, shape }: DiagramNode, { taken, counted, open, ending }: Way): { count: string; look: string } {
  if (shape === "ending") {
    const approach = id === ending ? approachOf(id) : null;
    return { count: approach ? `${glyph[approach]} ` : "", look: id === ending ? `:::${approach ? id : "taken"}` : "" };
  }
  const at = counted.indexOf(id);
  const count = open.has(id) ? "? " : at === -1 ? "" : `${at + 1}. `;
  if (open.has(id)) return { count, look: ":::open" };
  const isOnWay = taken.some(({ node, to }) => node === id || to === id);
  return { count, look: isOnWay ? ":::taken" : "" };
}

const glyph: Record<Approach, string> = { prompt: "●", rag: "■", "fine-tune": "▲", hybrid: "◆" };

function approachOf(node: string): Approach | null {
  const found = Object.entries(endingNode).find(([, id]) => id === node)?.[0] as Ending | undefined;
  return found === undefined || found === "undefined" ? null : found;
}

/** Quotes would end a label, and Mermaid knows no escape for them but this. */
function written(label: string): string {
  return label.replaceAll('"', "#quot;");
}
