import { useEffect, useState, type KeyboardEvent, type PointerEvent, type RefObject } from "react";
import {
  isWhole,
  keepInFrame,
  panBy,
  panStepPx,
  wholeView,
  zoomAt,
  zoomStep,
  type DrawingView,
  type Place,
} from "./view-of-drawing.ts";

const steps: Record<string, Place> = {
  ArrowLeft: { x: panStepPx, y: 0 },
  ArrowRight: { x: -panStepPx, y: 0 },
  ArrowUp: { x: 0, y: panStepPx },
  ArrowDown: { x: 0, y: -panStepPx },
};

/** The wheel tells many small turns; this many pixels of it are one step. */
const wheelStepPx = 100;

/** Zooming and moving by buttons, keys, the wheel with Ctrl and the pointer. */
export function useDrawingView(frame: RefObject<HTMLElement>) {
  const [view, setView] = useState(wholeView);
  const change = (to: (view: DrawingView) => DrawingView) =>
    setView((current) => (frame.current ? keepInFrame(to(current), sizeOf(frame.current)) : current));
  const zoom = (factor: number) => change((current) => zoomAt(current, factor, middleOf(frame.current)));
  const reset = () => setView(wholeView);

  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const turn = (event: WheelEvent) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      const box = element.getBoundingClientRect();
      const at = { x: event.clientX - box.left, y: event.clientY - box.top };
      const factor = zoomStep ** (-event.deltaY / wheelStepPx);
      setView((current) => keepInFrame(zoomAt(current, factor, at), sizeOf(element)));
    };
    // React's own listener could not keep the page from zooming.
    element.addEventListener("wheel", turn, { passive: false });
    return () => element.removeEventListener("wheel", turn);
  }, [frame]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = steps[event.key];
    if (event.key === "+" || event.key === "=") zoom(zoomStep);
    else if (event.key === "-" || event.key === "_") zoom(1 / zoomStep);
    else if (event.key === "0") reset();
    else if (step && !isWhole(view)) change((current) => panBy(current, step));
    else return;
    event.preventDefault();
  };

  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const { movementX, movementY } = event;
    change((current) => panBy(current, { x: movementX, y: movementY }));
  };
  // While it is whole a touch scrolls the page, as anywhere else.
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (event.button === 0 && !isWhole(view)) event.currentTarget.setPointerCapture(event.pointerId);
  };
  return { view, zoom, reset, handlers: { onKeyDown, onPointerMove, onPointerDown } };
}

function sizeOf(element: HTMLElement) {
  return { width: element.clientWidth, height: element.clientHeight };
}

function middleOf(element: HTMLElement | null): Place {
  return element ? { x: element.clientWidth / 2, y: element.clientHeight / 2 } : { x: 0, y: 0 };
}
