import { useId, useImperativeHandle, useRef, useState, forwardRef } from "react";
import { PlainSource, rangeOfLine } from "#app/components/diagram/source/plain-source.tsx";
import type { SourceFault } from "#app/components/diagram/source/source-editor.ts";
import { useCodeEditor } from "#app/components/diagram/source/use-code-editor.ts";
import { mostFileCharacters } from "#app/domain/authoring/draft.ts";
import "#app/components/diagram/source/source.css";
import "./text.css";

type TextFieldProps = {
  name: string;
  label: string;
  /** By the end of its name: a Markdown file, or else YAML. */
  path: string;
  value: string;
  onChange: (text: string) => void;
  faults: readonly SourceFault[];
  rows?: number;
};

export type TextFieldHandle = { goToLine: (line: number) => void };

const loadYaml = async () => (await import("./text-languages.ts")).createYamlEditor;
const loadMarkdown = async () => (await import("./text-languages.ts")).createMarkdownEditor;

/** A whole file as text. A plain field of its form; where scripts run an editor takes its place and keeps it filled. */
export const TextField = forwardRef<TextFieldHandle, TextFieldProps>(function TextField(props, handle) {
  const { name, label, path, value, onChange, faults, rows = 28 } = props;
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const textarea = useRef<HTMLTextAreaElement>(null);
  const [isRefused, setRefused] = useState(false);
  const change = (text: string) => {
    setRefused(false);
    onChange(text);
  };
  const editor = useCodeEditor({
    load: path.endsWith(".md") ? loadMarkdown : loadYaml,
    frame,
    textarea,
    value,
    onChange: change,
    onTooLong: () => setRefused(true),
    faults,
    attributes: {
      "aria-labelledby": `${id}-label`,
      "aria-describedby": `${id}-status`,
      autocapitalize: "off",
      tabindex: "0",
    },
    historyKey: null,
  });
  useImperativeHandle(handle, () => ({
    goToLine: (line) => (editor ? editor.goToLine(line) : goToPlainLine(textarea.current, line)),
  }));
  return (
    <div className="file-text">
      <label className="visually-hidden" htmlFor={id} id={`${id}-label`}>
        {label}
      </label>
      <div className="source-frame" ref={frame}>
        <PlainSource
          ref={textarea}
          id={id}
          name={name}
          value={value}
          rows={rows}
          editor={editor}
          onChange={change}
          maxLength={mostFileCharacters}
        />
      </div>
      <p className={isRefused ? "field-error" : "tiny muted"} id={`${id}-status`} role="status">
        {isRefused ? refusal : editor ? "Tab leaves the text. Ctrl Z takes an edit back." : null}
      </p>
    </div>
  );
});

const refusal = `Not put in: a file may be ${mostFileCharacters.toLocaleString("en")} characters long, and this would be more.`;

function goToPlainLine(field: HTMLTextAreaElement | null, line: number): void {
  if (!field) return;
  const { from, to } = rangeOfLine(field.value, line);
  field.focus();
  field.setSelectionRange(from, to);
}
