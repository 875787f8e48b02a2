import type { CSSProperties, ReactNode } from "react";
import { ChartTable, type ChartTableData } from "./chart-table.tsx";
import { useDrawingWidth } from "./drawing/use-drawing-width.ts";
import "./charts.css";

/** What a drawing has to fit into, in pixels. `narrow` is below 500: fewer ticks, shorter words, never smaller text. */
export type DrawingSize = { width: number; height: number; narrow: boolean };

export type ChartWords = {
  /** What the chart shows, as a statement; stands in bold at the beginning of the caption. */
  statement: string;
  /** The rest of the caption: what bands, dashed lines and marks are, and their sources. */
  caption?: ReactNode;
  /** What the drawing shows, for somebody who does not see it: one or two sentences with the figures that matter. */
  label: string;
};

type ChartFrameProps = ChartWords & {
  /** The same numbers as a table, behind "As a table". */
  table: ChartTableData;
  /** Heights in pixels; they do not depend on the data, so nothing below jumps. */
  height?: { wide: number; narrow: number };
  /** Draws the inside of the SVG at the size it gets; called anew for every width. */
  renderDrawing: (size: DrawingSize) => ReactNode;
};

const narrowBelow = 500;
/** What the server draws, both of them; the page shows the one that fits until it has measured itself. */
const assumedWidth = { wide: 720, narrow: 318 };

/** Every chart's frame, caption and table. The server's drawing stands without scripts and in the same height. */
export function ChartFrame({ statement, caption, label, table, height, renderDrawing }: ChartFrameProps) {
  const [box, width] = useDrawingWidth();
  const { wide, narrow } = height ?? { wide: 380, narrow: 300 };
  const svg = (drawn: DrawingSize, className?: string) => (
    <svg
      className={className}
      viewBox={`0 0 ${drawn.width} ${drawn.height}`}
      preserveAspectRatio="xMinYMin meet"
      role="img"
      aria-label={label}
    >
      {renderDrawing(drawn)}
    </svg>
  );
  const isNarrow = (width ?? narrowBelow) < narrowBelow;
  return (
    <div className="chart">
      <figure>
        <div className="fig">
          <div
            ref={box}
            className="chart-drawing"
            data-measured={width === null ? undefined : ""}
            style={{ "--wide": `${wide}px`, "--narrow": `${narrow}px` } as CSSProperties}
          >
            {width === null ? (
              <>
                {svg({ width: assumedWidth.wide, height: wide, narrow: false }, "wide")}
                {svg({ width: assumedWidth.narrow, height: narrow, narrow: true }, "narrow")}
              </>
            ) : (
              svg({ width, height: isNarrow ? narrow : wide, narrow: isNarrow })
            )}
          </div>
        </div>
        <figcaption className="fig-caption">
          <b>{statement}</b> {caption}
        </figcaption>
      </figure>
      <ChartTable table={table} name={statement} />
    </div>
  );
}
