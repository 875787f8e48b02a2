import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from "react";
import { flushSync } from "react-dom";
import { useNearViewport } from "../use-near-viewport.ts";
import { findKeptSource, keepSource } from "./kept-source.ts";
import type { SourceEditor, SourceEditorOptions, SourceFault } from "./source-editor.ts";

/** React warns about layout effects on the server, where there is nothing to lay out. */
const useBrowserLayoutEffect = typeof document === "undefined" ? () => {} : useLayoutEffect;

/** Makes the editor of one language. */
export type EditorProgram = (options: SourceEditorOptions) => SourceEditor;

type CodeEditorRequest = {
  /** Brings the program of the language; without it, as on a network that is gone, the plain field goes on. */
  load: () => Promise<EditorProgram>;
  frame: RefObject<HTMLElement>;
  textarea: RefObject<HTMLTextAreaElement>;
  value: string;
  onChange: (text: string) => void;
  onTooLong: () => void;
  faults: readonly SourceFault[];
  /** Attributes of the editor's text, as far as it needs its own: its name and its description. */
  attributes: Record<string, string>;
  /** Under which name its history is kept: null keeps none, and without one it is the page's address. */
  historyKey: string | null | undefined;
};

/**
 * The editor, once the field is shown and its program has arrived; until then, and wherever it does not arrive, null and
 * the plain field serves. Whoever is typing in the plain field goes on typing in the editor.
 */
export function useCodeEditor(request: CodeEditorRequest): SourceEditor | null {
  const { frame, textarea, value, faults, attributes } = request;
  const [editor, setEditor] = useState<SourceEditor | null>(null);
  const isShown = useNearViewport(frame);
  const latest = useRef(request);
  useBrowserLayoutEffect(() => {
    latest.current = request;
  });

  useEffect(() => {
    const parent = frame.current;
    // Only a browser that tells what is on screen gets it; the parts of a page that are closed do without.
    if (!isShown || !parent || typeof IntersectionObserver === "undefined") return;
    let isLeft = false;
    let made: SourceEditor | null = null;
    void loadEditor(latest.current).then((program) => {
      if (isLeft || !program) return;
      whenNotComposing(textarea.current, () => {
        if (isLeft) return;
        made = makeEditor(program, parent, latest);
        // At once: there is never a moment with two fields of the same name.
        flushSync(() => setEditor(made));
      });
    });
    return () => {
      isLeft = true;
      made?.destroy();
      setEditor(null);
    };
  }, [frame, textarea, isShown]);

  useBrowserLayoutEffect(() => editor?.setText(value), [editor, value]);
  const found = JSON.stringify(faults);
  useEffect(() => editor?.setFaults(JSON.parse(found) as SourceFault[]), [editor, found]);
  const written = JSON.stringify(attributes);
  useEffect(() => editor?.setAttributes(JSON.parse(written) as Record<string, string>), [editor, written]);
  return editor;
}

async function loadEditor({ load }: CodeEditorRequest): Promise<EditorProgram | null> {
  try {
    return await load();
  } catch {
    return null;
  }
}

/** Signs that are being put together from several keys would be lost with the field they are typed into. */
function whenNotComposing(field: HTMLTextAreaElement | null, then: () => void): void {
  if (field?.dataset.composing === undefined) return then();
  field.addEventListener("compositionend", () => setTimeout(then), { once: true });
}

function makeEditor(
  program: EditorProgram,
  parent: HTMLElement,
  latest: { readonly current: CodeEditorRequest },
): SourceEditor {
  const { textarea, value, attributes, historyKey } = latest.current;
  const field = textarea.current;
  const key = historyKey === undefined ? location.pathname : historyKey;
  const selection = field && document.activeElement === field ? selectionOf(field) : null;
  const editor = program({
    parent,
    text: value,
    kept: key === null ? null : findKeptSource(key),
    attributes,
    onChange: (text) => latest.current.onChange(text),
    onTooLong: () => latest.current.onTooLong(),
    onKeep: (kept) => key !== null && keepSource(key, kept),
  });
  if (selection) editor.focus(selection);
  return editor;
}

function selectionOf({ selectionStart, selectionEnd }: HTMLTextAreaElement) {
  return { from: selectionStart, to: selectionEnd };
}
