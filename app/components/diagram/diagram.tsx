import { useEffect, useId, useMemo, useRef, useState, type ReactNode } from "react";
import { parseFlowchart, type ParsedFlowchart } from "#app/domain/diagrams/flowchart.ts";
import { countsOf } from "#app/domain/diagrams/outline.ts";
import { DiagramOutline } from "./diagram-outline.tsx";
import { DiagramPicture } from "./diagram-picture.tsx";
import { DiagramSource } from "./diagram-source.tsx";
import { reservedSpace } from "./reserved-space.ts";
import { useDrawing } from "./use-drawing.ts";
import { useNearViewport } from "./use-near-viewport.ts";
import "./diagram.css";

type DiagramProps = {
  source: string;
  /** What the picture shows, for those who do not see it. */
  label: string;
  caption?: ReactNode;
  /** Drawn wherever it stands, on a page that is made to be printed; else once it is near the window. */
  isForPaper?: boolean;
};

/** `server`: no script has run. `waiting`: a drawing is on its way. */
type DiagramState = "server" | "waiting" | "drawn" | "failed";

/**
 * A Mermaid diagram: its outline from the server, and in the browser the drawing with the outline closed under it.
 * A source that cannot be drawn is shown as it is written, with what is wrong.
 */
export function Diagram({ source, label, caption, isForPaper = false }: DiagramProps) {
  const parsed = useMemo(() => parseFlowchart(source), [source]);
  const isDrawable = parsed.ok || parsed.kind === "other-diagram";
  const frame = useRef<HTMLDivElement>(null);
  const isNear = useNearViewport(frame);
  const shown = useDrawing({ source, frame, isWanted: (isNear || isForPaper) && isDrawable });
  const outlineId = useId();
  const state = useDiagramState(isDrawable, shown?.drawing.ok);
  const fault = faultOf(parsed) ?? (shown && !shown.drawing.ok ? shown.drawing : null);
  const words = parsed.ok
    ? `${label}: ${countsOf(parsed.graph)}. An outline follows.`
    : `${label}. Its source follows.`;
  return (
    <figure className="diagram" data-state={state}>
      {state === "failed" ? (
        <DiagramSource source={source} fault={fault} />
      ) : (
        <div className="diagram-frame fig">
          {/* Measured for the drawing, so without the frame's padding. */}
          <div ref={frame}>
            <div className="diagram-space" style={parsed.ok ? reservedSpace(parsed.graph) : undefined}>
              {shown?.drawing.ok ? (
                <DiagramPicture {...shown} svg={shown.drawing.svg} label={words} details={outlineId} />
              ) : null}
            </div>
          </div>
        </div>
      )}
      {caption ? <figcaption className="fig-caption">{caption}</figcaption> : null}
      <Alternative id={outlineId} parsed={parsed} source={source} state={state} />
    </figure>
  );
}

function useDiagramState(isDrawable: boolean, isDrawn: boolean | undefined): DiagramState {
  const [isHydrated, setIsHydrated] = useState(false);
  useEffect(() => setIsHydrated(true), []);
  if (!isDrawable || isDrawn === false) return "failed";
  if (isDrawn) return "drawn";
  return isHydrated ? "waiting" : "server";
}

/** A diagram that is no flowchart has no fault in it. */
function faultOf(parsed: ParsedFlowchart) {
  return parsed.ok || parsed.kind === "other-diagram" ? null : parsed;
}

type AlternativeProps = { id: string; parsed: ParsedFlowchart; source: string; state: DiagramState };

/** The same in words. Open wherever there is no drawing, and closed under one, until the reader opens or closes it. */
function Alternative({ id, parsed, source, state }: AlternativeProps) {
  const [chosen, setChosen] = useState<boolean | null>(null);
  const isOpen = chosen ?? (state === "server" || state === "failed");
  if (!parsed.ok && state === "failed") return null;
  return (
    <details
      className="outline"
      id={id}
      open={isOpen}
      onToggle={({ currentTarget }) => {
        if (currentTarget.open !== isOpen) setChosen(currentTarget.open);
      }}
    >
      <summary>{parsed.ok ? "The same as an outline" : "The source of this drawing"}</summary>
      {parsed.ok ? <DiagramOutline graph={parsed.graph} /> : <DiagramSource source={source} fault={null} />}
    </details>
  );
}
