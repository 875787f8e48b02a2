import { widthOfWords } from "../chart-scale.ts";

export type Spot = { x: number; y: number };
type Box = { left: number; top: number; right: number; bottom: number };

/** A line that wants its name beside it; both in pixels. `glyph` keeps room for a shape before the words. */
export type NamedLine = {
  id: string;
  name: string;
  glyph: boolean;
  path: readonly Spot[];
  /** Where along the line the name is wanted; without it rather at the right. */
  nearX?: number;
};

const height = 17;
const glyphWidth = 15;
/** How far the words keep from their line. */
const gaps = [7, 13, 22, 34];
const shares = [0.9, 0.8, 0.7, 0.6, 0.97, 0.5, 0.4, 0.3, 0.2, 0.1, 0.04];

/**
 * Where each line's name stands: near its line, clear of every line and of the names before it, rather at the right.
 * A spot is the left end of the words at their baseline; a line that never enters the area has none.
 */
export function placeLabels(
  lines: readonly NamedLine[],
  area: Box,
  { taken = [] }: { taken?: readonly Box[] } = {},
): Map<string, Spot> {
  const dotted = lines.map((line) => ({ ...line, dots: dotsAlong(line.path).filter((dot) => isWithin(dot, area)) }));
  const allDots = dotted.flatMap(({ dots }) => dots);
  const boxes = [...taken];
  const spots = new Map<string, Spot>();
  for (const { id, name, glyph, dots, nearX } of dotted) {
    const width = widthOfWords(name, 13) + (glyph ? glyphWidth : 0);
    let best: { box: Box; cost: number } | null = null;
    for (const [rank, dot] of wantedDots(dots, nearX).entries()) {
      for (const box of boxesAround(dot, width)) {
        const cost = costOf(box, { area, dots: allDots, boxes }) + rank * 0.35 + box.gap / 20;
        if (!best || cost < best.cost) best = { box, cost };
      }
    }
    if (!best) continue;
    boxes.push(best.box);
    spots.set(id, { x: best.box.left, y: best.box.bottom - 4 });
  }
  return spots;
}

/** Places along a line, the one that is liked best first. */
function wantedDots(dots: readonly Spot[], nearX: number | undefined): Spot[] {
  const spread = shares.flatMap((share) => dots[Math.round(share * (dots.length - 1))] ?? []);
  if (nearX === undefined) return spread;
  const nearest = dots.filter((_, at) => at % 8 === 0);
  return nearest.sort((one, other) => Math.abs(one.x - nearX) - Math.abs(other.x - nearX));
}

function boxesAround({ x, y }: Spot, width: number): (Box & { gap: number })[] {
  const at = (left: number, top: number, gap: number) => ({
    left,
    top,
    right: left + width,
    bottom: top + height,
    gap,
  });
  return gaps.flatMap((gap) => [
    at(x - width / 2, y - gap - height + 3, gap),
    at(x - width / 2, y + gap - 3, gap),
    at(x - width - gap, y - gap - height, gap),
    at(x + gap, y + gap - 4, gap),
  ]);
}

type Surroundings = { area: Box; dots: readonly Spot[]; boxes: readonly Box[] };

function costOf(box: Box, { area, dots, boxes }: Surroundings): number {
  const over = (amount: number) => Math.max(0, amount);
  const outside =
    over(area.left - box.left) +
    over(box.right - area.right) +
    over(area.top - box.top) +
    over(box.bottom - area.bottom);
  const crossed = dots.filter((dot) => isWithin(dot, box)).length;
  const covered = boxes.filter((other) => overlap(box, other)).length;
  return outside * 2 + crossed * 3 + covered * 60;
}

function overlap(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

function isWithin({ x, y }: Spot, { left, top, right, bottom }: Box): boolean {
  return x >= left && x <= right && y >= top && y <= bottom;
}

const dotEvery = 4;
/** So that a steep line far outside the area costs no time. */
const mostDots = 400;

function dotsAlong(path: readonly Spot[]): Spot[] {
  return path.flatMap((from, index) => {
    const to = path[index + 1];
    if (!to) return [from];
    const steps = Math.min(mostDots, Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / dotEvery)));
    return Array.from({ length: steps }, (_, step) => ({
      x: from.x + ((to.x - from.x) * step) / steps,
      y: from.y + ((to.y - from.y) * step) / steps,
    }));
  });
}
