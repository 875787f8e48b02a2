/** How well a network does on examples that it may or may not have seen, and what it answers all over the square. */
import { forward, lossOf, type Pass } from "./network/gradients.ts";
import { largest } from "./network/matrix.ts";
import { lift, type Example, type Point } from "./tasks.ts";

export type Measured = { /** In nats. */ loss: number; /** From 0 to 1. */ accuracy: number };

export function measure(pass: Pass, examples: readonly Example[]): Measured {
  let [loss, right] = [0, 0];
  for (const { features, desk } of examples) {
    const scores = forward(pass, features);
    loss += lossOf(pass, scores, desk);
    if (largest(scores) === desk) right += 1;
  }
  return { loss: loss / examples.length, accuracy: right / examples.length };
}

/** Cells along a side of a map. */
export const mapSide = 44;

/** The middle of a cell; cells run in rows from the upper left. */
export function cellMiddle(cell: number): Point {
  const [column, row] = [cell % mapSide, Math.floor(cell / mapSide)];
  return { x: (2 * column + 1) / mapSide - 1, y: 1 - (2 * row + 1) / mapSide };
}

/** The desk at the middle of each cell, a digit a cell. */
export const mapOf = (deskOf: (point: Point) => number): string =>
  Array.from({ length: mapSide * mapSide }, (_, cell) => deskOf(cellMiddle(cell))).join("");

export const answersOf = (pass: Pass): string => mapOf((point) => largest(forward(pass, lift(point))));
