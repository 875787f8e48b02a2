/**
 * One box of a flowchart as it is written: `Q`, `Q[Query]`, `C[("Cache")]:::rag`, `D@{ shape: diam, label: "Fresh?" }`.
 */
import type { NodeShape } from "./graph.ts";
import { plainLabel, readLabel, shortName, type LabelPlace } from "./label.ts";
import { fail, take, takeText, type Reading } from "./reading.ts";

/** What one mention says of a box; null where it says nothing new. */
export type Mention = { id: string; label: string | null; shape: NodeShape | null; at: number };

type Bracket = { opener: string; closer: string; shape: NodeShape; words?: RegExp };

const slantedWords = /(?:[^\\/[\](){}"]|[\\/](?!\]))*/y;
const ellipseWords = /(?:[^-[\](){}"]|-(?!\)))*/y;

/** In the order they are tried: a longer opener before the shorter one it begins with. */
const brackets: readonly Bracket[] = [
  { opener: "(((", closer: ")))", shape: "double-circle" },
  { opener: "((", closer: "))", shape: "circle" },
  { opener: "([", closer: "])", shape: "stadium" },
  { opener: "(-", closer: "-)", shape: "ellipse", words: ellipseWords },
  { opener: "(", closer: ")", shape: "round" },
  { opener: "[[", closer: "]]", shape: "subroutine" },
  { opener: "[(", closer: ")]", shape: "cylinder" },
  { opener: "[", closer: "]", shape: "rect" },
  { opener: "{{", closer: "}}", shape: "hexagon" },
  { opener: "{", closer: "}", shape: "diamond" },
  { opener: ">", closer: "]", shape: "flag" },
];

/** The slanted shapes by their first and last slash. */
const slantedShapes: Record<string, NodeShape> = {
  "//": "lean-right",
  "\\\\": "lean-left",
  "/\\": "trapezoid",
  "\\/": "inverted-trapezoid",
};

/** The names of `@{ shape: … }`, for the shapes that also have brackets; any other shape reads as a plain box. */
const namedShapes: Record<string, NodeShape> = {
  rounded: "round",
  event: "round",
  stadium: "stadium",
  pill: "stadium",
  terminal: "stadium",
  "fr-rect": "subroutine",
  subprocess: "subroutine",
  subproc: "subroutine",
  subroutine: "subroutine",
  "framed-rectangle": "subroutine",
  cyl: "cylinder",
  cylinder: "cylinder",
  database: "cylinder",
  db: "cylinder",
  circle: "circle",
  circ: "circle",
  "dbl-circ": "double-circle",
  "double-circle": "double-circle",
  odd: "flag",
  diam: "diamond",
  diamond: "diamond",
  decision: "diamond",
  question: "diamond",
  hex: "hexagon",
  hexagon: "hexagon",
  prepare: "hexagon",
  "lean-r": "lean-right",
  "lean-right": "lean-right",
  "in-out": "lean-right",
  "lean-l": "lean-left",
  "lean-left": "lean-left",
  "out-in": "lean-left",
  "trap-b": "trapezoid",
  trapezoid: "trapezoid",
  priority: "trapezoid",
  "trap-t": "inverted-trapezoid",
  "inv-trapezoid": "inverted-trapezoid",
  manual: "inverted-trapezoid",
  ellipse: "ellipse",
};

const reserved =
  /(?:end|graph|flowchart|flowchart-elk|subgraph|style|linkStyle|classDef|class|interpolate|_self|_blank|_parent|_top|(?:call|href|click)(?=\s))\b/y;
const className = /[\w-]+/y;
const properties = /\|[^|[\](){}"]*:[^|[\](){}"]*\|/y;

/** Reads a box and what is written on it; null with a fault where there is none. */
export function readNode(reading: Reading): Mention | null {
  const at = reading.at;
  const word = take(reading, reserved);
  if (word !== null) {
    const other = word.charAt(0).toUpperCase() + word.slice(1);
    return fail(reading, `"${word}" is a word of Mermaid: name this box another way, as ${other}.`, at);
  }
  const id = readId(reading);
  if (id === null) return null;
  const shape = readShape(reading, id);
  if (reading.fault) return null;
  if (takeText(reading, ":::") && take(reading, className) === null) {
    return fail(reading, `A class name is missing after ${shortName(id)}:::.`);
  }
  const data = takeText(reading, "@{") ? readShapeData(reading, id) : null;
  if (reading.fault) return null;
  return { id, at, label: data?.label ?? shape?.label ?? null, shape: data?.shape ?? shape?.shape ?? null };
}

/** Takes an id: anything that is not space, bracket or the beginning of a link. */
function readId(reading: Reading): string | null {
  const start = reading.at;
  while (isIdCharacter(reading.text, reading.at, start)) reading.at += 1;
  if (reading.at > start) return reading.text.slice(start, reading.at);
  const sign = reading.text.charAt(start);
  return fail(reading, sign.trim() === "" ? "A box is missing here." : `A box cannot begin with ${sign}.`);
}

function isIdCharacter(text: string, at: number, start: number): boolean {
  const character = text.charAt(at);
  if (character === "" || /[\s[\](){}<>|"@;~^]/.test(character)) return false;
  const next = text.charAt(at + 1);
  if (character === "-") return !["-", ".", ">"].includes(next);
  if (character === "=") return next !== "=";
  if (character === "&") return at > start && next.trim() !== "";
  return !text.startsWith(":::", at);
}

type Shaped = { label: string | null; shape: NodeShape | null };

function readShape(reading: Reading, id: string): Shaped | null {
  const slash = reading.text.charAt(reading.at + 1);
  if (reading.text.startsWith("[", reading.at) && (slash === "/" || slash === "\\")) return readSlanted(reading, id);
  const bracket = brackets.find(({ opener }) => takeText(reading, opener));
  if (!bracket) return null;
  if (bracket.opener === "[") take(reading, properties);
  const label = readLabel(reading, placeOf(bracket, shortName(id)));
  return label === null ? null : { label: label || id, shape: bracket.shape };
}

function placeOf({ closer, words }: Pick<Bracket, "closer" | "words">, owner: string): LabelPlace {
  return words ? { closer, owner, words } : { closer, owner };
}

/** `[/…/]`, `[\…\]`, `[/…\]` and `[\…/]`: the last slash decides the shape, so it is looked at before it is taken. */
function readSlanted(reading: Reading, id: string): Shaped | null {
  const start = reading.at;
  const opener = reading.text.charAt(start + 1);
  reading.at += 2;
  const ahead: Reading = { text: reading.text, at: reading.at, fault: null };
  if (takeText(ahead, '"')) ahead.at = ahead.text.indexOf('"', ahead.at) + 1;
  else take(ahead, slantedWords);
  const closer = ahead.text.charAt(ahead.at) === "\\" ? "\\]" : "/]";
  const label = readLabel(reading, placeOf({ closer, words: slantedWords }, shortName(id)));
  if (label !== null) return { label: label || id, shape: slantedShapes[opener + closer.charAt(0)] ?? "rect" };
  if (reading.fault) {
    const message = `The label of ${shortName(id)} begins with ${opener}, which draws a slanted box: put the label in quotes.`;
    reading.fault = { at: start, message };
  }
  return null;
}

const shapeData = /(?:"[^"]*"|[^}"])*/y;
const shapeEntry = /(?:"[^"]*"|[^,\n"])+/g;

function readShapeData(reading: Reading, id: string): Shaped | null {
  const start = reading.at;
  const text = take(reading, shapeData) ?? "";
  if (!takeText(reading, "}")) return fail(reading, `The properties of ${shortName(id)} need } at their end.`, start);
  const shaped: Shaped = { label: null, shape: null };
  for (const [entry] of text.matchAll(shapeEntry)) {
    const colon = entry.indexOf(":");
    const key = entry.slice(0, colon).trim();
    const value = withoutQuotes(entry.slice(colon + 1).trim());
    if (key === "label") shaped.label = plainLabel(value) || id;
    if (key === "shape") shaped.shape = Object.hasOwn(namedShapes, value) ? (namedShapes[value] ?? "rect") : "rect";
  }
  return shaped;
}

function withoutQuotes(value: string): string {
  const quote = value.charAt(0);
  const isQuoted = value.length > 1 && (quote === '"' || quote === "'") && value.endsWith(quote);
  return isQuoted ? value.slice(1, -1) : value;
}
