import type { CSSProperties } from "react";
import type { Graph } from "#app/domain/diagrams/graph.ts";
import { estimateSize, type Layout } from "#app/domain/diagrams/size.ts";
import { narrowSpacing, smallestScale, wideSpacing } from "./diagram-look.ts";

/** The reading column inside a frame: what does not fit is turned, so the space kept is that of the turned drawing. */
const columnPx = 614;

/** The space a drawing will take, as custom properties: in a wide frame and in a narrow one. */
export function reservedSpace(graph: Graph): CSSProperties {
  const isSideways = graph.direction === "LR" || graph.direction === "RL";
  const sizeOf = (layout: Layout) => estimateSize(graph, layout);
  const written = sizeOf({ ...wideSpacing, isUpright: !isSideways });
  const isTurned = graph.direction === "LR" && written.widthPx * smallestScale > columnPx;
  const wide = isTurned ? sizeOf({ ...wideSpacing, isUpright: true }) : written;
  const narrow = sizeOf({ ...narrowSpacing, isUpright: graph.direction !== "RL" });
  return {
    "--wide-width": `${wide.widthPx}px`,
    "--wide-ratio": `${wide.widthPx} / ${wide.heightPx}`,
    "--narrow-width": `${narrow.widthPx}px`,
    "--narrow-ratio": `${narrow.widthPx} / ${narrow.heightPx}`,
  } as CSSProperties;
}
