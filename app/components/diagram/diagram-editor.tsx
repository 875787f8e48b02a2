import { useEffect, useId, useRef, useState, type ReactNode } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { parseFlowchart } from "#app/domain/diagrams/flowchart.ts";
import { countsOf } from "#app/domain/diagrams/outline.ts";
import type { DiagramRule } from "#app/domain/scenarios/diagram-rule.ts";
import { LateFindings } from "./findings/late-findings.tsx";
import { insertPart } from "./palette/insert-part.ts";
import { PartPalette } from "./palette/part-palette.tsx";
import { DrawingPreview } from "./preview/drawing-preview.tsx";
import { SourceField } from "./source/source-field.tsx";
import type { SourceSurface } from "./source/source-surface.ts";
import { useDrawing, type ShownDrawing } from "./use-drawing.ts";
import "./diagram.css";
import "./diagram-editor.css";

type DiagramEditorProps = {
  value: string;
  onChange: (value: string) => void;
  /** The field's name in the form it is sent with. */
  name: string;
  label: string;
  /** The rules whose findings stand under the drawing while it is made; without them nothing is said of it. */
  rules?: readonly DiagramRule[] | undefined;
  /** Stands there instead, with the drawing at hand: for a page that is about the rules. */
  renderBelow?: (drawn: DrawnSource) => ReactNode;
  /** Under which name this tab keeps the undo history; without one, under the page's address. */
  historyKey?: string | undefined;
  isPaletteOpen?: boolean;
};

/** The source as it is drawn, and the way to a line of it where a script can lead there. */
export type DrawnSource = { source: string; onLine: ((line: number) => void) | undefined };

/** Says nothing about any architecture: it only shows how boxes, a question and words on a link are written. */
const example = `flowchart LR
  A["Request"] --> B["Your system"]
  B --> C{"Good enough?"}
  C -->|"yes"| D["Reply"]
`;

const quietMs = 300;

/** Mermaid source beside its drawing, with what is wrong in place. It types and submits whether or not it can draw. */
export function DiagramEditor(props: DiagramEditorProps) {
  const { value, onChange, name, label, rules, renderBelow, historyKey, isPaletteOpen } = props;
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const [surface, setSurface] = useState<SourceSurface | null>(null);
  const isAlive = useIsAlive();
  const source = useSettled(value, quietMs);
  const isEmpty = source.trim() === "";
  const shown = useDrawing({ source, frame, isWanted: !isEmpty });
  const fault = isEmpty ? null : faultIn(source, shown);
  const onLine = isAlive ? (line: number) => surface?.goToLine(line) : undefined;
  return (
    <div className="diagram-editor">
      <div className="diagram-editor-panes">
        <div className="diagram-editor-source">
          <SourceField
            {...{ id, name, label, value, onChange, fault, historyKey }}
            status={statusOf(source)}
            ref={setSurface}
          >
            <PartPalette
              isOpen={isPaletteOpen}
              onInsert={(kind) => surface?.change(insertPart(value, surface.cursor(), kind))}
            />
          </SourceField>
          {value.trim() === "" ? (
            <Button type="button" className="diagram-editor-example" onClick={() => onChange(example)}>
              Start from an example
            </Button>
          ) : null}
        </div>
        <div className="diagram-editor-preview">
          {/* Measured for the drawing, so without the pane's padding. */}
          <div ref={frame}>
            <DrawingPreview source={source} shown={isEmpty ? null : shown} isStale={fault !== null} label={label} />
          </div>
        </div>
      </div>
      {renderBelow?.({ source, onLine })}
      {rules ? <LateFindings source={source} rules={rules} onLine={onLine} /> : null}
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

/** Whether a script runs here: what the server sends offers nothing that needs one. */
function useIsAlive(): boolean {
  const [isAlive, setAlive] = useState(false);
  useEffect(() => setAlive(true), []);
  return isAlive;
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
