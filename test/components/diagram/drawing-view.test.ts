import fc from "fast-check";
import { expect, test } from "vitest";
import {
  isWhole,
  keepInFrame,
  leastScale,
  mostScale,
  panBy,
  wholeView,
  zoomAt,
} from "#app/components/diagram/preview/view-of-drawing.ts";

const place = fc.record({ x: fc.integer({ min: -2000, max: 2000 }), y: fc.integer({ min: -2000, max: 2000 }) });
const frame = fc.record({ width: fc.integer({ min: 60, max: 1500 }), height: fc.integer({ min: 60, max: 1500 }) });
const factor = fc.double({ min: 0.1, max: 10, noNaN: true });

test("what is under the pointer stays under it, however far is zoomed", () => {
  fc.assert(
    fc.property(place, factor, factor, (at, first, second) => {
      const before = zoomAt(wholeView, first, { x: 10, y: 20 });
      const after = zoomAt(before, second, at);
      const pointed = (view: typeof before) => [(at.x - view.x) / view.scale, (at.y - view.y) / view.scale];
      const [x = 0, y = 0] = pointed(before);
      expect(pointed(after)[0]).toBeCloseTo(x, 6);
      expect(pointed(after)[1]).toBeCloseTo(y, 6);
      expect(after.scale).toBeGreaterThanOrEqual(leastScale);
      expect(after.scale).toBeLessThanOrEqual(mostScale);
    }),
  );
});

test("a drawing never leaves its frame altogether", () => {
  fc.assert(
    fc.property(place, factor, frame, (by, zoom, size) => {
      const { x, y, scale } = keepInFrame(panBy(zoomAt(wholeView, zoom, { x: 0, y: 0 }), by), size);
      expect(x).toBeLessThan(size.width);
      expect(y).toBeLessThan(size.height);
      expect(x + size.width * scale).toBeGreaterThan(0);
      expect(y + size.height * scale).toBeGreaterThan(0);
    }),
  );
});

test("the whole drawing is where it was", () => {
  expect(keepInFrame(wholeView, { width: 300, height: 200 })).toEqual(wholeView);
  expect(isWhole(panBy(panBy(wholeView, { x: 5, y: 0 }), { x: -5, y: 0 }))).toBe(true);
});
