/**
 * The editors of a scenario's files: YAML, and Markdown below YAML front matter. This module carries CodeMirror and both
 * languages: load it by `import()`, and only where a file is edited.
 */
import { markdown } from "@codemirror/lang-markdown";
import { yaml, yamlFrontmatter } from "@codemirror/lang-yaml";
import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import type { Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import {
  createSourceEditor,
  type SourceEditor,
  type SourceEditorOptions,
} from "#app/components/diagram/source/source-editor.ts";
import { mostFileCharacters } from "#app/domain/authoring/draft.ts";

const words = HighlightStyle.define([
  { tag: [tags.definition(tags.propertyName), tags.heading], color: "var(--pen)", fontWeight: "600" },
  { tag: [tags.string, tags.content], color: "var(--ink)" },
  { tag: [tags.meta, tags.punctuation, tags.separator, tags.processingInstruction], color: "var(--muted)" },
  { tag: [tags.comment, tags.lineComment], color: "var(--muted)", fontStyle: "italic" },
  { tag: tags.strong, fontWeight: "600" },
  { tag: tags.emphasis, fontStyle: "italic" },
  { tag: [tags.link, tags.url], color: "var(--ink-2)" },
  { tag: tags.monospace, color: "var(--ink-2)" },
]);

/** Prose is read in lines of the window; nobody scrolls sideways for a sentence. */
const shared: readonly Extension[] = [syntaxHighlighting(words), EditorView.lineWrapping];

export function createYamlEditor(options: SourceEditorOptions): SourceEditor {
  return createSourceEditor(options, { extensions: [yaml(), ...shared], maxLength: mostFileCharacters });
}

export function createMarkdownEditor(options: SourceEditorOptions): SourceEditor {
  const language = yamlFrontmatter({ content: markdown() });
  return createSourceEditor(options, { extensions: [language, ...shared], maxLength: mostFileCharacters });
}
