import { useEffect, useState } from "react";
import { parseFlowchart } from "#app/domain/diagrams/flowchart.ts";
import { DiagramOutline } from "../diagram-outline.tsx";
import type { ShownDrawing } from "../use-drawing.ts";
import { DrawingView } from "./drawing-view.tsx";

type DrawingPreviewProps = { source: string; shown: ShownDrawing | null; isStale: boolean; label: string };

/** The last version that could be drawn stays, grey and with its outline, while a newer one cannot. */
export function DrawingPreview({ source, shown, isStale, label }: DrawingPreviewProps) {
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
      <DrawingView>
        <div
          className={isStale ? "diagram-picture is-stale" : "diagram-picture"}
          role="img"
          aria-label={isStale ? `${label}: the last version that could be drawn` : `${label}: preview`}
          dangerouslySetInnerHTML={{ __html: svg }}
        />
      </DrawingView>
      {parsed.ok ? (
        <details className="outline">
          <summary>The same as an outline</summary>
          <DiagramOutline graph={parsed.graph} />
        </details>
      ) : null}
    </>
  );
}
