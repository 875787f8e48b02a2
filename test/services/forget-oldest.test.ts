import { expect, test } from "vitest";
import { forgetOldest } from "#app/services/forget-oldest.server.ts";

function leftOf(sizes: number[], bounds: { most: number; mostSize: number }): string[] {
  const all = new Map(sizes.map((size, at) => [`${at}`, size]));
  forgetOldest(all, { ...bounds, sizeOf: (size) => size });
  return [...all.keys()];
}

test("the oldest go first, by their number and by their size", () => {
  expect(leftOf([1, 1, 1], { most: 3, mostSize: 3 })).toEqual(["0", "1", "2"]);
  expect(leftOf([1, 1, 1], { most: 2, mostSize: 9 })).toEqual(["1", "2"]);
  expect(leftOf([5, 1, 1], { most: 9, mostSize: 2 })).toEqual(["1", "2"]);
  expect(leftOf([1, 1, 5], { most: 9, mostSize: 6 })).toEqual(["1", "2"]);
});

test("the newest stays, however large it is", () => {
  expect(leftOf([1, 1, 50], { most: 9, mostSize: 6 })).toEqual(["2"]);
});
