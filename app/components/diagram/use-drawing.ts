import { useEffect, useState, type RefObject } from "react";
import { uprightSource } from "#app/domain/diagrams/mermaid-source.ts";
import { narrowPx, smallestScale } from "./diagram-look.ts";
import { drawDiagram, type Drawing } from "./draw-diagram.ts";
import { useDiagramTheme } from "./use-diagram-theme.ts";

/** `source` is what is drawn, `leastWidthPx` how narrow it may be shown, and `overflows` whether its frame is narrower. */
export type ShownDrawing = { drawing: Drawing; source: string; leastWidthPx: number; overflows: boolean };

type DrawingRequest = { source: string; frame: RefObject<HTMLElement>; isWanted: boolean };

/**
 * The latest drawing of a source, drawn anew when the theme changes and turned where its frame is too narrow for it.
 * Null until the first is there; after that an older drawing stays until the newer one is done.
 */
export function useDrawing({ source, frame, isWanted }: DrawingRequest): ShownDrawing | null {
  const theme = useDiagramTheme();
  const widthPx = useWidth(frame);
  const [shown, setShown] = useState<(Omit<ShownDrawing, "overflows"> & { isUpright: boolean }) | null>(null);
  const [flat, setFlat] = useState({ source, leastWidthPx: 0 });
  const upright = uprightSource(source);
  const canTurn = upright !== source;
  const neededPx = Math.max(narrowPx, flat.source === source ? flat.leastWidthPx : 0);
  const isUpright = canTurn && widthPx !== null && widthPx < neededPx;
  const isNarrow = widthPx !== null && widthPx < narrowPx;
  const isMeasured = widthPx !== null;

  useEffect(() => {
    if (!isWanted || !isMeasured) return;
    let isCurrent = true;
    void drawDiagram(isUpright ? upright : source, { theme, isNarrow }).then((drawing) => {
      if (!isCurrent) return;
      const leastWidthPx = drawing.ok ? Math.floor(widthOf(drawing.svg) * smallestScale) : 0;
      if (!isUpright) setFlat({ source, leastWidthPx });
      setShown({ drawing, source, leastWidthPx, isUpright });
    });
    return () => {
      isCurrent = false;
    };
  }, [source, upright, isUpright, isNarrow, theme, isWanted, isMeasured]);

  // A drawing that has just proved too wide is not shown: it is being turned.
  if (!shown || (shown.source === source && shown.isUpright !== isUpright)) return null;
  return { ...shown, overflows: widthPx !== null && shown.leastWidthPx > widthPx };
}

function widthOf(svg: string): number {
  return Number(/viewBox="\S+ \S+ ([\d.]+) /.exec(svg)?.[1] ?? 0);
}

/** The inner width of an element, kept current; null before it is known and while the element is not displayed. */
function useWidth(frame: RefObject<HTMLElement>): number | null {
  const [widthPx, setWidthPx] = useState<number | null>(null);
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const measure = () => setWidthPx(element.clientWidth || null);
    measure();
    if (typeof ResizeObserver === "undefined") return;
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [frame]);
  return widthPx;
}
