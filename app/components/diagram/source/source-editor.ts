/**
 * The editor of a source, whatever its language. This module carries CodeMirror: load it by `import()`, and only where a
 * source is edited.
 */
import { defaultKeymap, history, historyField, historyKeymap, isolateHistory } from "@codemirror/commands";
import { bracketMatching } from "@codemirror/language";
import { lintGutter, lintKeymap, setDiagnostics } from "@codemirror/lint";
import { Annotation, Compartment, EditorState, StateEffect, type Extension } from "@codemirror/state";
import {
  EditorView,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
  tooltips,
  ViewPlugin,
  type KeyBinding,
} from "@codemirror/view";
import { editorLook } from "./editor-look.ts";
import type { KeptSource } from "./kept-source.ts";
import type { SourceSurface } from "./source-surface.ts";

export type SourceFault = { line: number | null; message: string; severity?: "error" | "warning" };

/** What one language adds: how it is coloured, indented and completed, and how long a source may be. */
export type SourceLanguage = { extensions: readonly Extension[]; maxLength: number };

export type SourceEditorOptions = {
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

export type SourceEditor = SourceSurface & {
  setText: (text: string) => void;
  setFaults: (faults: readonly SourceFault[]) => void;
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
  ...historyKeymap,
  ...lintKeymap,
  ...defaultKeymap.filter(({ key }) => key !== "Mod-Enter"),
];

/** Browsers and servers write line ends in their own ways; the editor knows one. */
const withPlainLineEnds = (text: string) => text.replace(/\r\n?/g, "\n");

export function createSourceEditor(options: SourceEditorOptions, language: SourceLanguage): SourceEditor {
  const { parent, attributes, kept } = options;
  const attributesNow = new Compartment();
  const withAttributes = (each: Record<string, string>) => EditorView.contentAttributes.of(each);
  const extensions = [...behaviour(options, language), attributesNow.of(withAttributes(attributes))];
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
    setFaults: (faults) => {
      const found = faults.flatMap((fault) => diagnosticsOf(view.state, fault));
      view.dispatch(
        setDiagnostics(
          view.state,
          found.sort((a, b) => a.from - b.from),
        ),
      );
    },
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

function behaviour(
  { parent, onChange, onKeep, onTooLong }: SourceEditorOptions,
  { extensions, maxLength }: SourceLanguage,
): Extension[] {
  return [
    history(),
    ...extensions,
    editorLook,
    lineNumbers(),
    highlightActiveLineGutter(),
    bracketMatching(),
    lintGutter(),
    // A frame around the editor may scroll or be a container of its own; suggestions stand above both.
    tooltips({ parent: parent.closest("main") ?? document.body }),
    keymap.of(keys),
    EditorState.tabSize.of(2),
    EditorState.transactionFilter.of((change) => {
      const grows = change.docChanged && change.newDoc.length > change.startState.doc.length;
      const isRefused = grows && !change.annotation(fromOutside) && change.newDoc.length > maxLength;
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

function diagnosticsOf({ doc }: EditorState, { line: number, message, severity = "error" }: SourceFault) {
  if (number === null || number > doc.lines) return [];
  const line = doc.line(number);
  const from = line.from + (line.text.length - line.text.trimStart().length);
  return [{ from: Math.min(from, line.to), to: line.to, severity, message }];
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
