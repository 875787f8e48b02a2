import { forwardRef } from "react";
import type { SourceEditor } from "./source-editor.ts";

type PlainSourceProps = {
  id: string;
  name: string;
  value: string;
  onChange: (text: string) => void;
  maxLength: number;
  rows: number;
  placeholder?: string | undefined;
  isFaulty?: boolean;
  /** What has taken the field's place; the field then only carries the text of its form. */
  editor: SourceEditor | null;
};

/** The plain field of a source: all there is without scripts, and what an editor keeps filled. */
export const PlainSource = forwardRef<HTMLTextAreaElement, PlainSourceProps>(function PlainSource(props, ref) {
  const { id, name, value, onChange, maxLength, rows, placeholder, isFaulty = false, editor } = props;
  return (
    <textarea
      id={id}
      ref={ref}
      className={editor ? "visually-hidden" : "source-plain"}
      name={name}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      onCompositionStart={({ currentTarget }) => (currentTarget.dataset.composing = "")}
      onCompositionEnd={({ currentTarget }) => delete currentTarget.dataset.composing}
      maxLength={maxLength}
      rows={rows}
      placeholder={placeholder}
      spellCheck={false}
      autoCapitalize="off"
      autoComplete="off"
      aria-describedby={`${id}-status`}
      aria-invalid={isFaulty ? true : undefined}
      // What leads to the field, as its label does, leads on to the editor.
      {...(editor ? { tabIndex: -1, "aria-hidden": true, onFocus: () => editor.focus() } : {})}
    />
  );
});

/** Where line `line`, counted from 1, stands in a text. */
export function rangeOfLine(text: string, line: number): { from: number; to: number } {
  const lines = text.split("\n");
  const from = lines.slice(0, line - 1).reduce((length, each) => length + each.length + 1, 0);
  return { from, to: from + (lines[line - 1]?.length ?? 0) };
}
