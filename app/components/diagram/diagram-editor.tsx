import { useEffect, useId, useRef, useState } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { maxSourceLength } from "#app/domain/diagrams/graph.ts";
import { parseFlowchart } from "#app/domain/diagrams/flowchart.ts";
import { countsOf } from "#app/domain/diagrams/outline.ts";
import { DiagramOutline } from "./diagram-outline.tsx";
import { faultWords } from "./diagram-source.tsx";
import { useDrawing, type ShownDrawing } from "./use-drawing.ts";
import "./diagram.css";
import "./diagram-editor.css";

type DiagramEditorProps = {
  value: string;
  onChange: (value: string) => void;
  /** The field's name in the form it is sent with. */
  name: string;
  label: string;
};

/** Says nothing about any architecture: it only shows how boxes, a question and words on a link are written. */
const example = `flowchart LR
  A["Request"] --> B["Your system"]
  B --> C{"Good enough?"}
  C -->|"yes"| D["Reply"]
`;

const quietMs = 300;

/** Mermaid source beside its drawing, with what is wrong in place. It types and submits whether or not it can draw. */
export function DiagramEditor({ value, onChange, name, label }: DiagramEditorProps) {
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const source = useSettled(value, quietMs);
  const isEmpty = source.trim() === "";
  const shown = useDrawing({ source, frame, isWanted: !isEmpty });
  const fault = isEmpty ? null : faultIn(source, shown);
  return (
    <div className="diagram-editor">
      <div className="diagram-editor-panes">
        <div className="diagram-editor-source">
          <label className="label" htmlFor={id}>
            {label}
          </label>
          <textarea
            id={id}
            name={name}
            value={value}
            onChange={(event) => onChange(event.target.value)}
            maxLength={maxSourceLength}
            rows={9}
            placeholder="flowchart LR"
            spellCheck={false}
            autoCapitalize="off"
            autoComplete="off"
            aria-describedby={`${id}-status`}
            aria-invalid={fault ? true : undefined}
          />
          <p className={fault ? "diagram-fault" : "diagram-editor-status"} id={`${id}-status`} role="status">
            {fault ? faultWords(fault) : statusOf(source)}
          </p>
          {value.trim() === "" ? (
            <Button type="button" className="diagram-editor-example" onClick={() => onChange(example)}>
              Start from an example
            </Button>
          ) : null}
        </div>
        <div className="diagram-editor-preview" ref={frame}>
          <Preview source={source} shown={isEmpty ? null : shown} isStale={fault !== null} label={label} />
        </div>
      </div>
    </div>
  );
}

function statusOf(source: string): string {
  if (source.trim() === "") return "Boxes and arrows, as Mermaid writes them.";
  const parsed = parseFlowchart(source);
  return parsed.ok ? `${countsOf(parsed.graph)}. Reads without errors.` : parsed.message;
}

/** What our reader refuses, or else what Mermaid refused of this very source. */
function faultIn(source: string, shown: ShownDrawing | null) {
  const parsed = parseFlowchart(source);
  if (!parsed.ok && parsed.kind === "unreadable") return parsed;
  return shown && shown.source === source && !shown.drawing.ok ? shown.drawing : null;
}

type PreviewProps = { source: string; shown: ShownDrawing | null; isStale: boolean; label: string };

/** The last version that could be drawn stays, grey and with its outline, while a newer one cannot. */
function Preview({ source, shown, isStale, label }: PreviewProps) {
  const drawing = shown?.drawing.ok ? { svg: shown.drawing.svg, source: shown.source } : null;
  const [good, setGood] = useState(drawing);
  const { svg, source: drawn } = drawing ?? good ?? { svg: null, source: "" };
  useEffect(() => {
    if (svg !== null) setGood({ svg, source: drawn });
  }, [svg, drawn]);
  if (source.trim() === "") return <p className="diagram-editor-status">The drawing appears here as you type.</p>;
  if (svg === null) return null;
  const parsed = parseFlowchart(drawn);
  return (
    <>
      <div
        className={isStale ? "diagram-picture is-stale" : "diagram-picture"}
        role="img"
        aria-label={isStale ? `${label}: the last version that could be drawn` : `${label}: preview`}
        dangerouslySetInnerHTML={{ __html: svg }}
      />
      {parsed.ok ? (
        <details className="outline">
          <summary>The same as an outline</summary>
          <DiagramOutline graph={parsed.graph} />
        </details>
      ) : null}
    </>
  );
}

/** A value once it has not changed for a while; the first at once. */
function useSettled(value: string, afterMs: number): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), afterMs);
    return () => clearTimeout(timer);
  }, [value, afterMs]);
  return settled;
}
