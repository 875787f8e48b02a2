import { forwardRef, useEffect, useImperativeHandle, useRef, useState, type ReactNode } from "react";
import { maxSourceLength } from "#app/domain/diagrams/graph.ts";
import { faultWords } from "../diagram-source.tsx";
import { applyChange, type SourceChange } from "../palette/insert-part.ts";
import { PlainSource, rangeOfLine } from "./plain-source.tsx";
import type { SourceFault } from "./source-editor.ts";
import type { SourceSurface } from "./source-surface.ts";
import { useCodeEditor } from "./use-code-editor.ts";
import "./source.css";

type SourceFieldProps = {
  id: string;
  name: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  fault: SourceFault | null;
  /** What there is to say while nothing is wrong. */
  status: string;
  historyKey?: string | undefined;
  /** What stands between the field and what is said of it. */
  children?: ReactNode;
};

const loadDiagramEditor = async () => (await import("./code-editor.ts")).createCodeEditor;

/**
 * Where a source is written. It is a plain field of its form; where it is shown and scripts run an editor takes its place,
 * and the field goes on carrying the same text.
 */
export const SourceField = forwardRef<SourceSurface, SourceFieldProps>(function SourceField(props, surface) {
  const { id, name, label, value, fault, status, children } = props;
  const { frame, textarea, editor, change, isRefused } = useSourceEditor(props);
  const plain = usePlainSurface({ textarea, value, onChange: change });
  useImperativeHandle(surface, () => editor ?? plain, [editor, plain]);
  return (
    <>
      <label className="label" htmlFor={id} id={`${id}-label`}>
        {label}
      </label>
      <div className="source-frame" ref={frame}>
        <PlainSource
          ref={textarea}
          id={id}
          name={name}
          value={value}
          editor={editor}
          onChange={change}
          maxLength={maxSourceLength}
          rows={9}
          placeholder="flowchart LR"
          isFaulty={fault !== null}
        />
      </div>
      {children}
      <p className={fault || isRefused ? "diagram-fault" : "diagram-editor-status"} id={`${id}-status`} role="status">
        {isRefused ? refusal : fault ? faultWords(fault) : status}
      </p>
      {editor ? (
        <p className="diagram-editor-status" id={`${id}-keys`}>
          Ctrl Space suggests, ↓ and ↵ take one. Tab leaves the field; Escape closes suggestions first.
        </p>
      ) : null}
    </>
  );
});

function useSourceEditor({ id, value, onChange, fault, historyKey }: SourceFieldProps) {
  const frame = useRef<HTMLDivElement>(null);
  const textarea = useRef<HTMLTextAreaElement>(null);
  const [isRefused, setRefused] = useState(false);
  const change = (text: string) => {
    setRefused(false);
    onChange(text);
  };
  const attributes = {
    "aria-labelledby": `${id}-label`,
    "aria-describedby": `${id}-status ${id}-keys`,
    autocapitalize: "off",
    tabindex: "0",
    ...(fault ? { "aria-invalid": "true" } : {}),
  };
  const load = loadDiagramEditor;
  const faults = fault ? [fault] : [];
  const onTooLong = () => setRefused(true);
  const field = { load, frame, textarea, value, onChange: change, onTooLong };
  const editor = useCodeEditor({ ...field, faults, attributes, historyKey });
  return { frame, textarea, editor, change, isRefused };
}

const refusal = `Not put in: a source may be ${maxSourceLength.toLocaleString("en")} characters long, and this would be more.`;

type Plain = {
  textarea: { readonly current: HTMLTextAreaElement | null };
  value: string;
  onChange: (text: string) => void;
};

/** The same for the plain field; what is to be selected waits until the new text is in it. */
function usePlainSurface(field: Plain): SourceSurface {
  const latest = useRef(field);
  const waiting = useRef<SourceChange["select"] | null>(null);
  useEffect(() => {
    latest.current = field;
    if (waiting.current) select(field.textarea.current, waiting.current);
    waiting.current = null;
  });
  const [surface] = useState<SourceSurface>(() => ({
    cursor: () => latest.current.textarea.current?.selectionStart ?? latest.current.value.length,
    change: (change) => {
      waiting.current = change.select;
      latest.current.onChange(applyChange(latest.current.value, change));
    },
    goToLine: (line) => {
      select(latest.current.textarea.current, rangeOfLine(latest.current.value, line));
    },
  }));
  return surface;
}

function select(field: HTMLTextAreaElement | null, { from, to }: SourceChange["select"]): void {
  field?.focus();
  field?.setSelectionRange(from, to);
}
