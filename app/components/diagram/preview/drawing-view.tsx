import { useRef, type ReactNode } from "react";
import { useDrawingView } from "./use-drawing-view.ts";
import { isWhole, leastScale, mostScale, zoomStep } from "./view-of-drawing.ts";
import "./preview.css";

/** A drawing that can be zoomed and moved in its frame: by buttons, keys, the wheel with Ctrl, and the pointer. */
export function DrawingView({ children }: { children: ReactNode }) {
  const frame = useRef<HTMLDivElement>(null);
  const { view, zoom, reset, handlers } = useDrawingView(frame);
  const percent = `${Math.round(view.scale * 100)} %`;
  const moved = isWhole(view) ? undefined : `translate(${view.x}px, ${view.y}px) scale(${view.scale})`;
  return (
    <div className="drawing-view">
      <div
        className={moved ? "drawing-frame is-moved" : "drawing-frame"}
        ref={frame}
        role="group"
        aria-label={`Drawing at ${percent}. Plus and minus zoom, arrow keys move, 0 shows it whole.`}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what is moved by keys is reached by keys
        tabIndex={0}
        {...handlers}
      >
        <div className="drawing-moved" style={moved ? { transform: moved } : undefined}>
          {children}
        </div>
      </div>
      <div className="drawing-tools" role="group" aria-label="Size of the drawing">
        <button
          type="button"
          aria-label="Zoom out"
          disabled={view.scale <= leastScale}
          onClick={() => zoom(1 / zoomStep)}
        >
          −
        </button>
        <span className="num">{percent}</span>
        <button type="button" aria-label="Zoom in" disabled={view.scale >= mostScale} onClick={() => zoom(zoomStep)}>
          +
        </button>
        <button type="button" disabled={isWhole(view)} onClick={reset}>
          Reset
        </button>
      </div>
    </div>
  );
}
