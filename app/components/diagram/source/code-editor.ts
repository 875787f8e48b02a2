/**
 * The editor of a source. This module carries CodeMirror and its Mermaid language: load it by `import()`, and only where
 * a source is edited.
 */
import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyField, historyKeymap, isolateHistory } from "@codemirror/commands";
import { bracketMatching, indentOnInput, indentService } from "@codemirror/language";
import { lintGutter, lintKeymap, setDiagnostics } from "@codemirror/lint";
import { Annotation, Compartment, EditorState, StateEffect, type Extension } from "@codemirror/state";
import {
  EditorView,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
  placeholder,
  tooltips,
  ViewPlugin,
  type KeyBinding,
} from "@codemirror/view";
import { mermaid } from "codemirror-lang-mermaid";
import { maxSourceLength } from "#app/domain/diagrams/graph.ts";
import { completeDiagram } from "./complete-diagram.ts";
import { editorLook } from "./editor-look.ts";
import type { KeptSource } from "./kept-source.ts";
import type { SourceSurface } from "./source-surface.ts";

export type SourceFault = { line: number | null; message: string };

type CodeEditorOptions = {
  parent: HTMLElement;
  text: string;
  /** What was kept of an earlier visit; a text other than its own is then one more edit, which undo takes back. */
  kept: KeptSource | null;
  attributes: Record<string, string>;
  onChange: (text: string) => void;
  onKeep: (kept: KeptSource) => void;
  /** Something was to be put in that is longer than a source may be, and was not. */
  onTooLong: () => void;
};

export type CodeEditor = SourceSurface & {
  setText: (text: string) => void;
  setFault: (fault: SourceFault | null) => void;
  setAttributes: (attributes: Record<string, string>) => void;
  focus: (selection?: { from: number; to: number }) => void;
  destroy: () => void;
};

/** One step of undo, however soon after typing. */
const alone = isolateHistory.of("full");
const fromOutside = Annotation.define<true>();
const tooLong = StateEffect.define();

/** Ctrl Enter sends the form the editor stands in, so it is not the editor's. Tab never is: it leaves the field. */
const keys: readonly KeyBinding[] = [
  ...closeBracketsKeymap,
  ...completionKeymap,
  ...historyKeymap,
  ...lintKeymap,
  ...defaultKeymap.filter(({ key }) => key !== "Mod-Enter"),
];

/** Browsers and servers write line ends in their own ways; the editor knows one. */
const withPlainLineEnds = (text: string) => text.replace(/\r\n?/g, "\n");

export function createCodeEditor(options: CodeEditorOptions): CodeEditor {
  const { parent, attributes, kept } = options;
  const attributesNow = new Compartment();
  const withAttributes = (each: Record<string, string>) => EditorView.contentAttributes.of(each);
  const extensions = [...behaviour(options), attributesNow.of(withAttributes(attributes))];
  const view = new EditorView({ parent, state: startState(withPlainLineEnds(options.text), kept, extensions) });
  const setText = (written: string) => {
    const text = withPlainLineEnds(written);
    const before = view.state.doc.toString();
    if (text === before) return;
    view.dispatch({ changes: differenceOf(before, text), annotations: [fromOutside.of(true), alone] });
  };
  setText(options.text);
  return {
    setText,
    setFault: (fault) => view.dispatch(setDiagnostics(view.state, fault ? diagnosticsOf(view.state, fault) : [])),
    setAttributes: (each) => view.dispatch({ effects: attributesNow.reconfigure(withAttributes(each)) }),
    cursor: () => view.state.selection.main.head,
    change: ({ from, to, insert, select }) => {
      const selection = { anchor: select.from, head: select.to };
      const asTyped = { userEvent: "input.part", scrollIntoView: true };
      view.dispatch({ changes: { from, to, insert }, selection, annotations: alone, ...asTyped });
      view.focus();
    },
    goToLine: (number) => {
      const { doc } = view.state;
      const line = doc.line(Math.min(Math.max(number, 1), doc.lines));
      view.dispatch({ selection: { anchor: line.from, head: line.to }, scrollIntoView: true });
      view.focus();
    },
    focus: (selection) => {
      const within = (at: number) => Math.min(at, view.state.doc.length);
      if (selection) view.dispatch({ selection: { anchor: within(selection.from), head: within(selection.to) } });
      view.focus();
    },
    destroy: () => view.destroy(),
  };
}

function behaviour({ parent, onChange, onKeep, onTooLong }: CodeEditorOptions): Extension[] {
  return [
    history(),
    mermaid(),
    editorLook,
    lineNumbers(),
    highlightActiveLineGutter(),
    bracketMatching(),
    closeBrackets(),
    indenting,
    // Nothing is chosen before an arrow key chooses it: Enter after a name that is complete stays a new line.
    autocompletion({
      override: [completeDiagram],
      selectOnOpen: false,
      interactionDelay: 0,
      icons: false,
      maxRenderedOptions: 60,
    }),
    lintGutter(),
    placeholder("flowchart LR"),
    // A frame around the editor may scroll or be a container of its own; suggestions stand above both.
    tooltips({ parent: parent.closest("main") ?? document.body }),
    keymap.of(keys),
    EditorState.tabSize.of(2),
    EditorState.transactionFilter.of((change) => {
      const grows = change.docChanged && change.newDoc.length > change.startState.doc.length;
      const isRefused = grows && !change.annotation(fromOutside) && change.newDoc.length > maxSourceLength;
      return isRefused ? [{ effects: tooLong.of(null) }] : change;
    }),
    EditorView.updateListener.of((update) => {
      if (update.transactions.some(({ effects }) => effects.some((effect) => effect.is(tooLong)))) onTooLong();
      if (!update.docChanged) return;
      if (!update.transactions.every((each) => each.annotation(fromOutside))) onChange(update.state.doc.toString());
    }),
    keeping(onKeep),
  ];
}

const indentWidth = 2;

/** A line stands under the one above it; what is in a group stands further in, and its end where it began. */
const indenting: Extension = [
  indentOnInput(),
  EditorState.languageData.of(() => [{ indentOnInput: /^\s*end$/, commentTokens: { line: "%%" } }]),
  indentService.of((context, at) => {
    const { number, text } = context.state.doc.lineAt(at);
    const isBroken = context.simulatedBreak !== null;
    const above = isBroken ? text : (textAbove(context.state, number) ?? "");
    const indent = above.length - above.trimStart().length;
    const opens = /^\s*(?:flowchart|graph|subgraph)\b/.test(above);
    const closes = !isBroken && text.trim() === "end";
    return Math.max(0, indent + (opens ? indentWidth : 0) - (closes ? indentWidth : 0));
  }),
];

/** The nearest line above that says something. */
function textAbove({ doc }: EditorState, number: number): string | null {
  for (let at = number - 1; at > 0; at -= 1) {
    const { text } = doc.line(at);
    if (text.trim() !== "") return text;
  }
  return null;
}

const quietMs = 250;

/** Keeps the text and its history once typing rests, and when the page or the editor is left. */
function keeping(onKeep: (kept: KeptSource) => void): Extension {
  return ViewPlugin.define((view) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const keep = () => {
      clearTimeout(timer);
      if (timer !== undefined) onKeep(keptOf(view.state));
      timer = undefined;
    };
    addEventListener("pagehide", keep);
    return {
      update: ({ docChanged }) => {
        if (!docChanged) return;
        clearTimeout(timer);
        timer = setTimeout(keep, quietMs);
      },
      destroy: () => {
        keep();
        removeEventListener("pagehide", keep);
      },
    };
  });
}

function keptOf(state: EditorState): KeptSource {
  const { doc, selection, history: edits } = state.toJSON({ history: historyField }) as Record<string, unknown>;
  return { text: String(doc), selection, history: edits };
}

/** The state that was kept, or a new one with the cursor at the end. */
function startState(text: string, kept: KeptSource | null, extensions: Extension[]): EditorState {
  if (kept?.history !== undefined) {
    const json = { doc: kept.text, selection: kept.selection, history: kept.history };
    try {
      return EditorState.fromJSON(json, { extensions }, { history: historyField });
    } catch {
      // What another version of the editor kept, or what somebody changed, is no history.
    }
  }
  return EditorState.create({ doc: text, selection: { anchor: text.length }, extensions });
}

function diagnosticsOf({ doc }: EditorState, { line: number, message }: SourceFault) {
  if (number === null || number > doc.lines) return [];
  const line = doc.line(number);
  const from = line.from + (line.text.length - line.text.trimStart().length);
  return [{ from: Math.min(from, line.to), to: line.to, severity: "error" as const, message }];
}

/** The one stretch in which two texts differ, so that the cursor and the history keep their places around it. */
function differenceOf(before: string, after: string): { from: number; to: number; insert: string } {
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before[from] === after[from]) from += 1;
  let tail = 0;
  while (tail < shorter - from && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  return { from, to: before.length - tail, insert: after.slice(from, after.length - tail) };
}
