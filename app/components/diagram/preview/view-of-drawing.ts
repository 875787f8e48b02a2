/**
 * How a drawing is looked at: how large, and moved how far. The point that is zoomed at stays where it is, and a drawing
 * cannot be moved out of its frame altogether.
 */

export type DrawingView = { scale: number; x: number; y: number };
export type Place = { x: number; y: number };
export type FrameSize = { width: number; height: number };

export const wholeView: DrawingView = { scale: 1, x: 0, y: 0 };

export const leastScale = 0.5;
export const mostScale = 8;
export const zoomStep = 1.25;
export const panStepPx = 48;

export function zoomAt(view: DrawingView, factor: number, at: Place): DrawingView {
  const scale = Math.min(mostScale, Math.max(leastScale, view.scale * factor));
  const change = scale / view.scale;
  return { scale, x: at.x - (at.x - view.x) * change, y: at.y - (at.y - view.y) * change };
}

export function panBy(view: DrawingView, { x, y }: Place): DrawingView {
  return { ...view, x: view.x + x, y: view.y + y };
}

/** At least a part of this size stays in the frame. */
const leastSeenPx = 48;

export function keepInFrame(view: DrawingView, { width, height }: FrameSize): DrawingView {
  const within = (at: number, size: number) =>
    Math.min(size - Math.min(leastSeenPx, size), Math.max(Math.min(leastSeenPx, size) - size * view.scale, at));
  return { ...view, x: within(view.x, width), y: within(view.y, height) };
}

export function isWhole({ scale, x, y }: DrawingView): boolean {
  return scale === 1 && x === 0 && y === 0;
}
