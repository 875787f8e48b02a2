import { useEffect, useRef, useState, type RefObject } from "react";

/** The width a drawing has, in pixels; null until the browser has measured it, so on the server too. */
export function useDrawingWidth(): [RefObject<HTMLDivElement>, number | null] {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState<number | null>(null);
  useEffect(() => {
    if (!box.current || typeof ResizeObserver === "undefined") return;
    const observer = new ResizeObserver(([entry]) => {
      const measured = Math.floor(entry?.contentRect.width ?? 0);
      // What is hidden has no width and keeps the drawing it had.
      if (measured > 0) setWidth(measured);
    });
    observer.observe(box.current);
    return () => observer.disconnect();
  }, []);
  return [box, width];
}
