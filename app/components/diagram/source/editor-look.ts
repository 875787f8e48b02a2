/** How the editor looks: every colour is a token, so it follows the theme without being made again. */
import { EditorView } from "@codemirror/view";

const surface = EditorView.theme({
  "&": { color: "var(--ink)", background: "none", fontSize: "inherit" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "var(--code)", lineHeight: "1.6", overflow: "auto" },
  ".cm-content": { padding: "0", minHeight: "12rem", caretColor: "var(--ink)" },
  ".cm-line": { padding: "0 var(--s-2) 0 var(--s-1)" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  // What is scrolled sideways goes under the numbers.
  ".cm-gutters": { color: "var(--muted)", background: "var(--sheet)", border: "0" },
  ".cm-lineNumbers .cm-gutterElement": { minWidth: "1.5rem", padding: "0 var(--s-1) 0 0" },
  ".cm-activeLineGutter": { color: "var(--ink)", background: "none" },
  ".cm-placeholder": { color: "var(--muted)" },
  "&.cm-focused .cm-matchingBracket": { background: "var(--pen-wash)", outline: "1px solid var(--pen)" },
  "&.cm-focused .cm-nonmatchingBracket": { background: "none", color: "inherit" },
  ".cm-lintRange-error": {
    backgroundImage: "none",
    textDecoration: "underline wavy var(--danger) 1px",
    textUnderlineOffset: "3px",
  },
  ".cm-lintPoint-error:after": { borderBottomColor: "var(--danger)" },
  ".cm-gutter-lint": { width: "0.875rem" },
  ".cm-gutter-lint .cm-gutterElement": { padding: "0" },
  ".cm-lint-marker": { width: "0.875rem", height: "auto", textAlign: "center" },
  ".cm-lint-marker-error": { content: "none", fontWeight: "700", color: "var(--danger)" },
  ".cm-lint-marker-error:before": { content: '"✕"' },
  ".cm-lint-marker-warning": { content: "none", fontWeight: "700", color: "var(--warn)" },
  ".cm-lint-marker-warning:before": { content: '"!"' },
  ".cm-lintRange-warning": {
    backgroundImage: "none",
    textDecoration: "underline dotted var(--warn) 2px",
    textUnderlineOffset: "3px",
  },
});

const floating = EditorView.theme({
  ".cm-tooltip": {
    border: "1px solid var(--line-2)",
    borderRadius: "var(--r-m)",
    color: "var(--ink)",
    background: "var(--sheet)",
    boxShadow: "var(--float)",
    font: "400 var(--t-13) / 1.45 var(--ui)",
  },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": { maxHeight: "15rem", font: "inherit", padding: "var(--s-1)" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: "0.25rem 0.5rem", borderRadius: "var(--r-s)" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { color: "var(--ink)", background: "var(--pen-wash)" },
  ".cm-completionIcon": { display: "none" },
  ".cm-completionMatchedText": { textDecoration: "none", fontWeight: "600" },
  ".cm-completionDetail": { fontStyle: "normal", color: "var(--muted)" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > completion-section": {
    padding: "0.25rem 0.5rem",
    border: "0",
    opacity: "1",
    fontSize: "var(--t-12)",
    color: "var(--muted)",
  },
  ".cm-diagnostic": { padding: "0.4rem 0.6rem", maxWidth: "24rem" },
  ".cm-diagnostic-warning": { borderLeft: "3px solid var(--warn)" },
  ".cm-diagnostic-error": { borderLeft: "3px solid var(--danger)" },
});

export const editorLook = [surface, floating];
