/**
 * What may come next in a flowchart: its first line, words of Mermaid, parts by name, boxes that stand in the source
 * already, links, and the shapes of brackets. It looks at the text before the cursor, so half-written sources complete too.
 */
import {
  pickedCompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
} from "@codemirror/autocomplete";
import type { EditorView } from "@codemirror/view";
import { parseFlowchart } from "#app/domain/diagrams/flowchart.ts";
import { endsInLink, writePart } from "../palette/insert-part.ts";
import { partKinds, partShapes, shapeSigns, type PartKind } from "../palette/part-kinds.ts";

const headerLine = /^[^\S\n]*(?:flowchart|graph)\b/m;

/** Equal matches are shown in this order. */
const inThisOrder = (options: readonly Completion[]): readonly Completion[] =>
  options.map((option, at) => ({ ...option, boost: options.length - at }));

const directions = inThisOrder([
  { label: "LR", detail: "left to right", type: "keyword" },
  { label: "TD", detail: "top to bottom", type: "keyword" },
  { label: "RL", detail: "right to left", type: "keyword" },
  { label: "BT", detail: "bottom to top", type: "keyword" },
]);

const headers = inThisOrder(
  directions.map(({ label, detail = "" }) => ({
    label: `flowchart ${label}`,
    detail,
    type: "keyword",
    apply: `flowchart ${label}\n  `,
  })),
);

const word = { name: "Word of Mermaid", rank: 2 };

const keywords: readonly Completion[] = [
  { label: "subgraph", detail: "a group", type: "keyword", section: word, apply: applyGroup },
  { label: "end", detail: "closes a group", type: "keyword", section: word },
  { label: "direction", detail: "of a group", type: "keyword", section: word, apply: "direction " },
  { label: "classDef", detail: "a look by name", type: "keyword", section: word, apply: "classDef " },
  { label: "class", detail: "gives a look", type: "keyword", section: word, apply: "class " },
  { label: "style", detail: "of one box", type: "keyword", section: word, apply: "style " },
  { label: "linkStyle", detail: "of one link", type: "keyword", section: word, apply: "linkStyle " },
];

const links: readonly Completion[] = [
  { label: "-->", detail: "leads to", type: "operator", apply: "--> " },
  { label: '-->|"…"|', detail: "with words", type: "operator", apply: applyWordedLink },
  { label: "-.->", detail: "dotted", type: "operator", apply: "-.-> " },
  { label: "==>", detail: "thick", type: "operator", apply: "==> " },
  { label: "---", detail: "without a head", type: "operator", apply: "--- " },
];

const names: readonly Completion[] = partKinds.map(({ name }) => ({ label: name, type: "text" }));

export function completeDiagram(context: CompletionContext): CompletionResult | null {
  const { state, pos, explicit } = context;
  const line = state.doc.lineAt(pos);
  const before = line.text.slice(0, pos - line.from);
  if (before.trimStart().startsWith("%%")) return null;
  const words = (pattern: RegExp) => pattern.exec(before)?.[0] ?? "";
  const result = (from: string, options: readonly Completion[], validFor: RegExp | null = /^[\w -]*$/) =>
    ({ from: pos - from.length, options, ...(validFor ? { validFor } : {}) }) satisfies CompletionResult;

  if (!headerLine.test(state.doc.sliceString(0, line.from))) {
    if (/^\s*(?:flowchart|graph)\s+\w*$/.test(before)) return result(words(/\w*$/), directions);
    return /^\s*\w*$/.test(before) && (explicit || /\w$/.test(before)) ? result(words(/\w*$/), headers) : null;
  }
  if (/^\s*direction\s+\w*$/.test(before)) return result(words(/\w*$/), directions);

  const opened = openedLabel(before);
  if (opened !== null) return completeLabel(opened, { result, pos });

  const typed = words(/[\p{L}\p{N}_]+$/u);
  const ahead = before.slice(0, before.length - typed.length);
  const isStart = ahead.trim() === "";
  if (isStart || endsInLink.test(ahead)) {
    if (typed === "" && !explicit) return null;
    const options = [...boxesIn(state.doc.toString(), typed), ...parts, ...(isStart ? keywords : [])];
    return result(typed, options, /^[\p{L}\p{N}_]*$/u);
  }
  const begun = words(/[-=.]{1,2}$/);
  if (typed === "" && /[\w\])}]\s+[-=.]{0,2}$/.test(before) && (explicit || begun !== "")) {
    return result(begun, links, /^[-=.>]*$/);
  }
  return null;
}

type Opened = { signs: string; isQuoted: boolean; words: string };

/** The label the cursor stands in: the brackets after an id, with or without a quote, and the words so far. */
function openedLabel(before: string): Opened | null {
  const found = /[\p{L}\p{N}_](\(\[|\[\(|\(\(|\[\[|\{\{|\[|\(|\{)("?)([^"[\](){}|]*)$/u.exec(before);
  if (!found) return null;
  const [, signs = "", quote = "", words = ""] = found;
  return { signs, isQuoted: quote !== "", words };
}

type Completing = {
  result: (from: string, options: readonly Completion[], validFor?: RegExp | null) => CompletionResult;
  pos: number;
};

/** A bracket just opened offers the shapes; in a label the names of parts. */
function completeLabel({ signs, isQuoted, words }: Opened, { result }: Completing): CompletionResult | null {
  if (words === "" && !isQuoted) return { ...result(signs, shapes, null), filter: false };
  return result(words, names);
}

const shapes: readonly Completion[] = partShapes.map((shape) => {
  const { open, close, name } = shapeSigns[shape];
  return { label: `${open}…${close}`, detail: name, type: "enum", apply: applyShape(open, close) };
});

/** Boxes that are there come before new ones, and both before words of Mermaid. */
const inTheDrawing = { name: "In the drawing", rank: 0 };
const newPart = { name: "New part", rank: 1 };

const parts: readonly Completion[] = partKinds.map((kind) => ({
  label: kind.name,
  detail: shapeSigns[kind.shape].name,
  type: "class",
  section: newPart,
  apply: applyPart(kind),
}));

/** Boxes that the source names already; the one being typed is none of them. */
function boxesIn(source: string, typed: string): Completion[] {
  const parsed = parseFlowchart(source);
  const known = parsed.ok
    ? parsed.graph.nodes.map(({ id, label }) => ({ id, label }))
    : [...source.matchAll(/(?<![\p{L}\p{N}_])([\p{L}\p{N}_]+)(?:\[|\(|\{)+"?([^"[\](){}\n]*)/gu)].map(
        ([, id = "", label = ""]) => ({ id, label }),
      );
  const once = new Map(known.map(({ id, label }) => [id, label]));
  if (once.get(typed) === typed) once.delete(typed);
  return [...once].map(([id, label]) => ({
    label: id,
    detail: label === id ? "" : label,
    type: "variable",
    section: inTheDrawing,
  }));
}

type Written = { insert: string; selectFrom: number; selectTo?: number; to: number };

function write(view: EditorView, completion: Completion, from: number, written: Written): void {
  const { insert, selectFrom, selectTo = selectFrom, to } = written;
  view.dispatch({
    changes: { from, to, insert },
    selection: { anchor: from + selectFrom, head: from + selectTo },
    annotations: pickedCompletion.of(completion),
    userEvent: "input.complete",
    scrollIntoView: true,
  });
}

function applyPart(kind: PartKind) {
  return (view: EditorView, completion: Completion, from: number, to: number) => {
    const source = view.state.doc.toString();
    const { text } = writePart(kind, source.slice(0, from) + source.slice(to));
    write(view, completion, from, { insert: text, selectFrom: text.length, to });
  };
}

/** Brackets and quotes that the editor had closed by itself are taken along. */
function applyShape(open: string, close: string) {
  return (view: EditorView, completion: Completion, from: number, to: number) => {
    const line = view.state.doc.lineAt(to);
    const closed = /^["\])}]*/.exec(line.text.slice(to - line.from))?.[0].length ?? 0;
    const id = /[\p{L}\p{N}_]+$/u.exec(line.text.slice(0, from - line.from))?.[0] ?? "Box";
    const end = { selectFrom: open.length, selectTo: open.length + id.length, to: to + closed };
    write(view, completion, from, { insert: open + id + close, ...end });
  };
}

function applyWordedLink(view: EditorView, completion: Completion, from: number, to: number): void {
  write(view, completion, from, { insert: '-->|"yes"| ', selectFrom: 5, selectTo: 8, to });
}

function applyGroup(view: EditorView, completion: Completion, from: number, to: number): void {
  const line = view.state.doc.lineAt(from);
  const indent = /^\s*/.exec(line.text)?.[0] ?? "";
  const insert = `subgraph group["Group"]\n${indent}  \n${indent}end`;
  write(view, completion, from, { insert, selectFrom: 16, selectTo: 21, to });
}
