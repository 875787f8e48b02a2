/**
 * Reads Mermaid `flowchart` and `graph` source into a graph, in one pass and in time proportional to its length.
 * It accepts what Mermaid 11 accepts and a little more (spaces after a link's words); looks are skipped:
 * classDef, class, style, linkStyle, click. What it refuses it refuses with a line and a repair.
 */
import { maxEdges, maxNodes, maxSourceLength, type Direction, type Graph } from "./graph.ts";
import {
  addEdges,
  addMention,
  closeSubgraph,
  finishGraph,
  openSubgraph,
  startBuilding,
  type Building,
} from "./graph-building.ts";
import { plainLabel, readLabel, readString, shortName } from "./label.ts";
import { readLink } from "./link.ts";
import { diagramKind, plainSource } from "./mermaid-source.ts";
import { readNode, type Mention } from "./node.ts";
import {
  fail,
  isAtEnd,
  lineAt,
  lineStarts,
  skipBlanks,
  skipSpaces,
  startReading,
  take,
  takeText,
  type Reading,
} from "./reading.ts";

type Refusal = { ok: false; kind: "other-diagram" | "unreadable"; line: number; message: string };

export type ParsedFlowchart = { ok: true; graph: Graph } | Refusal;

type Span = { start: number; end: number };

/** What one pass over a plain flowchart finds; `looks` are the spans that only say how something looks. */
export type FlowchartReading = { reading: Reading; building: Building; looks: Span[] };

/** Reads a flowchart. Never throws; lines count from 1. */
export function parseFlowchart(source: string): ParsedFlowchart {
  if (source.length > maxSourceLength) {
    const cap = maxSourceLength.toLocaleString("en");
    return unreadable(1, `The source is longer than ${cap} characters: draw less, or draw two diagrams.`);
  }
  const plain = plainSource(source);
  const refusal = refuseOther(plain);
  if (refusal) return refusal;
  const { reading, building } = readFlowchart(plain);
  const starts = lineStarts(plain);
  if (reading.fault) return unreadable(lineAt(starts, reading.fault.at), reading.fault.message);
  return { ok: true, graph: finishGraph(building, (at) => lineAt(starts, at)) };
}

function unreadable(line: number, message: string): Refusal {
  return { ok: false, kind: "unreadable", line, message };
}

function refuseOther(plain: string): Refusal | null {
  const kind = diagramKind(plain);
  if (kind.kind === "flowchart") return null;
  if (plain.trim() === "") return unreadable(1, "Nothing is drawn yet: begin with a line such as flowchart LR.");
  const line = lineAt(lineStarts(plain), plain.length - plain.trimStart().length);
  if (kind.kind === "unknown") return unreadable(line, "A flowchart begins with a line such as flowchart LR.");
  const message = `This is ${kind.name}: only flowcharts are read as boxes and links.`;
  return { ok: false, kind: "other-diagram", line, message };
}

const header = /(?:flowchart-elk|flowchart|graph)\b/y;
const headerDirection = /(?:TB|TD|BT|LR|RL|BR|v)\b|[<>^]/y;
const directions: Record<string, Direction> = { LR: "LR", RL: "RL", BT: "BT", ">": "LR", "<": "RL", "^": "BT" };

/** Reads plain source that begins with the word of a flowchart. */
export function readFlowchart(plain: string): FlowchartReading {
  const reading = startReading(plain);
  skipBlanks(reading);
  take(reading, header);
  skipSpaces(reading);
  const written = take(reading, headerDirection);
  const chart = { reading, building: startBuilding(directions[written ?? ""] ?? "TB"), looks: [] };
  skipSpaces(reading);
  if (!isAtEnd(reading) && take(reading, /[\n;]/y) === null) {
    fail(reading, "The first line holds only the direction, as flowchart LR: write the rest on the next line.");
  }
  while (!reading.fault && !isAtEnd(reading)) readStatement(chart);
  const open = chart.building.open.at(-1);
  if (open) fail(reading, `The group ${shortName(open.label)} is never closed: add a line with end.`, open.at);
  return chart;
}

const separators = /[\s;]*/y;
const looksWord = /(?:style|linkStyle|classDef|class|click)(?=[^\S\n]+[^\s\-=.<~])/y;
const restOfLooks = /(?:"[^"\n]*"|[^"\n;])*/y;
const accessibleText = /acc(?:Title|Descr)[^\S\n]*:[^\n]*|accDescr[^\S\n]*\{[^}]*\}/y;
const direction = /direction[^\S\n]+(?:TB|TD|BT|LR|RL)\b[^\n]*/y;

function readStatement({ reading, building, looks }: FlowchartReading): void {
  take(reading, separators);
  if (isAtEnd(reading)) return;
  const start = reading.at;
  if (take(reading, looksWord) !== null) {
    take(reading, restOfLooks);
    looks.push({ start, end: reading.at });
  } else if (take(reading, /subgraph\b/y) !== null) {
    readSubgraph(reading, building, start);
  } else if (take(reading, /end\b(?!-)/y) !== null) {
    if (!closeSubgraph(building)) fail(reading, "This end closes nothing: no group is open here.", start);
  } else if (take(reading, accessibleText) === null && take(reading, direction) === null) {
    readChain(reading, building);
  }
}

function readSubgraph(reading: Reading, building: Building, at: number): void {
  skipSpaces(reading);
  if (takeText(reading, '"')) {
    const title = plainLabel(readString(reading, "this group") ?? "");
    openSubgraph(building, { id: null, label: title, at });
  } else {
    const name = (take(reading, /[^\n;,[\](){}<>|"]*/y) ?? "").trim();
    const title = takeText(reading, "[")
      ? readLabel(reading, { closer: "]", owner: `the group ${shortName(name)}` })
      : null;
    openSubgraph(building, { id: title === null ? null : name, label: title ?? plainLabel(name), at });
  }
  if (building.open.at(-1)?.label === "") fail(reading, 'A group needs a title, as subgraph offline["Offline"].', at);
  expectEndOfStatement(reading, 'Write the title of a group as subgraph offline["Offline (weekly)"].');
}

/** Reads boxes joined by links: `A & B --> C --> D`. */
function readChain(reading: Reading, building: Building): void {
  let from = readGroup(reading, building);
  while (from && !reading.fault) {
    const link = readLink(reading);
    if (!link) break;
    skipBlanks(reading);
    if (isAtEnd(reading)) return void fail(reading, "This link leads nowhere: name a box after it.", link.at);
    const to = readGroup(reading, building);
    if (!to) return;
    if (!addEdges(building, { from, to, link })) {
      return void fail(reading, `The diagram has more than ${maxEdges} links: draw fewer.`, link.at);
    }
    from = to;
  }
  expectEndOfStatement(reading, null);
}

/** Reads one box, or several joined by `&`. */
function readGroup(reading: Reading, building: Building): string[] | null {
  const ids: string[] = [];
  for (;;) {
    const mention: Mention | null = readNode(reading);
    if (!mention) return null;
    if (!addMention(building, mention)) {
      return fail(reading, `The diagram has more than ${maxNodes} boxes: draw fewer.`, mention.at);
    }
    ids.push(mention.id);
    const end = reading.at;
    skipSpaces(reading);
    if (!takeText(reading, "&")) {
      reading.at = end;
      return ids;
    }
    skipBlanks(reading);
  }
}

function expectEndOfStatement(reading: Reading, advice: string | null): void {
  skipSpaces(reading);
  if (reading.fault || isAtEnd(reading) || take(reading, /[\n;]/y) !== null) return;
  fail(reading, advice ?? adviceFor(reading));
}

function adviceFor({ text, at }: Reading): string {
  if (text.startsWith("%%", at)) return "A comment needs a line of its own.";
  if (text.startsWith("->", at)) return "An arrow has two strokes: write A --> B.";
  if (/[\p{L}\p{N}_"]/u.test(text.charAt(at))) return "Two boxes on a line need a link between them, as A --> B.";
  return `${text.charAt(at)} does not belong here: words with such signs go into a label in quotes, as A["…"].`;
}
