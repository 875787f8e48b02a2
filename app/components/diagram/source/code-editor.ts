/**
 * The editor of a diagram. This module carries CodeMirror and its Mermaid language: load it by `import()`, and only where
 * a diagram is edited.
 */
import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { HighlightStyle, indentOnInput, indentService, syntaxHighlighting } from "@codemirror/language";
import { EditorState, type Extension } from "@codemirror/state";
import { keymap, placeholder } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { flowchartTags, mermaid } from "codemirror-lang-mermaid";
import { maxSourceLength } from "#app/domain/diagrams/graph.ts";
import { completeDiagram } from "./complete-diagram.ts";
import { createSourceEditor, type SourceEditor, type SourceEditorOptions } from "./source-editor.ts";

const words = HighlightStyle.define([
  { tag: [flowchartTags.diagramName, flowchartTags.keyword], color: "var(--pen)", fontWeight: "600" },
  { tag: flowchartTags.orientation, color: "var(--pen)" },
  { tag: [flowchartTags.link, flowchartTags.nodeEdge], color: "var(--muted)" },
  { tag: [flowchartTags.nodeEdgeText, flowchartTags.nodeText, flowchartTags.string], color: "var(--ink)" },
  { tag: flowchartTags.nodeId, color: "var(--ink-2)" },
  { tag: flowchartTags.lineComment, color: "var(--muted)", fontStyle: "italic" },
  { tag: [tags.paren, tags.squareBracket, tags.brace, tags.angleBracket], color: "var(--muted)" },
]);

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

const extensions: readonly Extension[] = [
  mermaid(),
  syntaxHighlighting(words),
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
  placeholder("flowchart LR"),
  keymap.of([...closeBracketsKeymap, ...completionKeymap]),
];

export function createCodeEditor(options: SourceEditorOptions): SourceEditor {
  return createSourceEditor(options, { extensions, maxLength: maxSourceLength });
}
