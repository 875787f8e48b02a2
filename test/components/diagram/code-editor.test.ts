// @vitest-environment jsdom
import { CompletionContext, type Completion, type CompletionResult } from "@codemirror/autocomplete";
import { redo, undo } from "@codemirror/commands";
import { EditorState } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { afterEach, expect, test } from "vitest";
import { createCodeEditor } from "#app/components/diagram/source/code-editor.ts";
import { completeDiagram } from "#app/components/diagram/source/complete-diagram.ts";
import {
  findKeptSource,
  keepSource,
  maxKeptLength,
  withinBounds,
  type KeptSource,
} from "#app/components/diagram/source/kept-source.ts";
import type { SourceEditor } from "#app/components/diagram/source/source-editor.ts";
import { partKinds } from "#app/components/diagram/palette/part-kinds.ts";
import { maxSourceLength } from "#app/domain/diagrams/graph.ts";

// jsdom lays nothing out, and so has no places of text to tell.
Range.prototype.getClientRects = () => document.createElement("p").getClientRects();

const opened: SourceEditor[] = [];
afterEach(() => {
  for (const editor of opened.splice(0)) editor.destroy();
  document.body.replaceChildren();
  sessionStorage.clear();
});

/** `|` is the cursor. */
function complete(marked: string, explicit = false): CompletionResult | null {
  const state = EditorState.create({ doc: marked.replace("|", "") });
  return completeDiagram(new CompletionContext(state, marked.indexOf("|"), explicit));
}
const labels = (marked: string, explicit = false) =>
  complete(marked, explicit)?.options.map(({ label }) => label) ?? null;

/** The text after taking a completion, with the cursor or the selection marked. */
function taken(marked: string, label: string): string {
  const result = complete(marked, true);
  const chosen = result?.options.find((option: Completion) => option.label === label);
  if (!result || typeof chosen?.apply !== "function") throw new Error(`${label} is not offered as something to write.`);
  const view = new EditorView({ doc: marked.replace("|", "") });
  chosen.apply(view, chosen, result.from, marked.indexOf("|"));
  const { from, to } = view.state.selection.main;
  const text = view.state.doc.toString();
  return from === to
    ? `${text.slice(0, from)}|${text.slice(from)}`
    : `${text.slice(0, from)}<${text.slice(from, to)}>${text.slice(to)}`;
}

test("completes the first line, directions, words of Mermaid and parts where each may stand", () => {
  expect(labels("fl|")).toContain("flowchart LR");
  expect(labels("%% mine\nflowchart |")).toEqual(["LR", "TD", "RL", "BT"]);
  expect(labels("flowchart LR\n  direction T|")).toEqual(["LR", "TD", "RL", "BT"]);
  const atStart = labels("flowchart LR\n  s|") ?? [];
  expect(atStart).toEqual(expect.arrayContaining(["subgraph", "style", ...partKinds.map(({ name }) => name)]));
  expect(labels('flowchart LR\n  a["A"] --> r|')).toEqual(["a", ...partKinds.map(({ name }) => name)]);
  expect(labels("flowchart LR\n  a --> |")).toBeNull();
  expect(labels("flowchart LR\n  a --> |", true)).toContain("Retriever");
});

test("completes names inside labels, shapes after a bracket, and links after a box", () => {
  expect(labels('flowchart LR\n  a["Ret|')).toEqual(partKinds.map(({ name }) => name));
  expect(labels("flowchart LR\n  a[|]")).toEqual(['["…"]', '(["…"])', '[("…")]', '{"…"}', '{{"…"}}']);
  expect(labels("flowchart LR\n  a -|")).toContain("-.->");
  expect(labels('flowchart LR\n  a["A"] |', true)).toContain("==>");
  expect(labels("flowchart LR\n  %% ret|", true)).toBeNull();
  expect(labels("flowchart LR\n  a --> b c|")).toBeNull();
});

test("what is taken is whole: a part with a free id, a shape with its closing signs, a group with its end", () => {
  expect(taken("flowchart LR\n  cache --> c|", "Cache")).toBe('flowchart LR\n  cache --> cache2[("Cache")]|');
  expect(taken("flowchart LR\n  store[|]", '[("…")]')).toBe('flowchart LR\n  store[("<store>")]');
  expect(taken("flowchart LR\n  su|", "subgraph")).toBe('flowchart LR\n  subgraph group["<Group>"]\n    \n  end');
  expect(taken("flowchart LR\n  a -|", '-->|"…"|')).toBe('flowchart LR\n  a -->|"<yes>"| ');
});

function open(text: string, kept: KeptSource | null = null) {
  const parent = document.createElement("div");
  document.body.append(parent);
  const changes: string[] = [];
  const keeps: KeptSource[] = [];
  let refusals = 0;
  const editor = createCodeEditor({
    parent,
    text,
    kept,
    attributes: { "aria-label": "Source" },
    onChange: (changed) => changes.push(changed),
    onKeep: (each) => keeps.push(each),
    onTooLong: () => (refusals += 1),
  });
  opened.push(editor);
  const view = EditorView.findFromDOM(parent);
  if (!view) throw new Error("There is no editor.");
  const type = (insert: string) =>
    view.dispatch({ changes: { from: view.state.doc.length, insert }, userEvent: "input.type" });
  return { editor, view, type, changes, keeps, refusals: () => refusals, now: () => view.state.doc.toString() };
}

test("undo and redo reach over a reload, and a text from elsewhere is one more edit", () => {
  const before = open("flowchart LR\n");
  before.type("  A --> B\n");
  before.editor.change({ from: 23, to: 23, insert: "  C", select: { from: 25, to: 26 } });
  before.editor.destroy();
  const last = before.keeps.at(-1);
  if (!last) throw new Error("Nothing was kept.");
  keepSource("here", last);
  expect(findKeptSource("elsewhere")).toBeNull();

  const after = open("flowchart TD\n  X", findKeptSource("here"));
  expect(after.now()).toBe("flowchart TD\n  X");
  undo(after.view);
  expect(after.now()).toBe("flowchart LR\n  A --> B\n  C");
  undo(after.view);
  undo(after.view);
  expect(after.now()).toBe("flowchart LR\n");
  redo(after.view);
  expect(after.changes).toContain(after.now());
});

test("what was kept and cannot be read is as if nothing had been kept", () => {
  sessionStorage.setItem("tradeoff.diagram.a", "{not json");
  sessionStorage.setItem("tradeoff.diagram.b", '{"text":7}');
  expect([findKeptSource("a"), findKeptSource("b")]).toEqual([null, null]);
  expect(open("flowchart LR", { text: "x", history: { done: [{ changes: "no" }], undone: 3 } }).now()).toBe(
    "flowchart LR",
  );
});

test("the history that is kept stays within its bounds and loses the oldest first", () => {
  const done = Array.from({ length: 400 }, (_, at) => ({ at, text: "x".repeat(2_000) }));
  const kept = withinBounds({ done, undone: [] }) as { done: { at: number }[] };
  expect(JSON.stringify(kept).length).toBeLessThan(maxKeptLength + 100);
  expect(kept.done.at(-1)?.at).toBe(399);
  expect(withinBounds({ done: "no" })).toBeUndefined();
});

test("a text that comes from outside is shown without being said again, whatever its line ends", () => {
  const { editor, changes, now } = open("a\r\nb");
  editor.setText("a\r\nb\r\nc");
  expect([now(), changes]).toEqual(["a\nb\nc", []]);
});

test("a paste that would make the source too long is refused whole and said, and shortening always works", () => {
  const { editor, view, type, now, refusals } = open("flowchart LR\n");
  type("x".repeat(1_000_000));
  expect([now(), refusals()]).toEqual(["flowchart LR\n", 1]);
  editor.setText("y".repeat(maxSourceLength + 10));
  view.dispatch({ changes: { from: 0, to: 5 } });
  expect([now().length, refusals()]).toEqual([maxSourceLength + 5, 1]);
});

test("a fault stands at its line, and a line that is asked for is selected", () => {
  const { editor, view } = open("flowchart LR\n  A[open\n  B");
  editor.setFaults([{ line: 2, message: "Not closed." }]);
  expect(view.dom.querySelector(".cm-lintRange-error")?.textContent).toBe("A[open");
  editor.setFaults([]);
  expect(view.dom.querySelector(".cm-lintRange-error")).toBeNull();
  editor.setFaults([{ line: 99, message: "Nowhere." }]);
  editor.goToLine(3);
  expect(view.state.sliceDoc(view.state.selection.main.from, view.state.selection.main.to)).toBe("  B");
});
