/**
 * What a multinomial draw over very many patterns comes to: sums over so many sessions are normally distributed (the
 * central limit theorem), with the mean and the covariance of the sessions that there are. One draw then costs the same
 * however many patterns there are.
 */
import { seededNormal } from "../../simulator/seeded-random.ts";
import type { Pattern } from "./patterns.ts";

type Square = Float64Array[];

function covarianceOf(patterns: readonly Pattern[], total: Readonly<Float64Array>, sessions: number): Square {
  const size = total.length;
  const square: Square = Array.from({ length: size }, () => new Float64Array(size));
  for (const { n, sums } of patterns) {
    const apart = sums.map((sum, place) => sum - (total[place] ?? 0) / sessions);
    for (const [row, cells] of square.entries()) {
      const weight = n * (apart[row] ?? 0);
      if (weight === 0) continue;
      for (let column = 0; column <= row; column += 1)
        cells[column] = (cells[column] ?? 0) + weight * (apart[column] ?? 0);
    }
  }
  return square;
}

/** The lower triangle whose product with itself is the covariance (Cholesky); what does not vary has an empty column. */
function rootOf(square: Square): Square {
  const root: Square = square.map(({ length }) => new Float64Array(length));
  const inner = (a: Float64Array, b: Float64Array, to: number) => {
    let sum = 0;
    for (let place = 0; place < to; place += 1) sum += (a[place] ?? 0) * (b[place] ?? 0);
    return sum;
  };
  for (const [column, own] of root.entries()) {
    const whole = square[column]?.[column] ?? 0;
    const left = whole - inner(own, own, column);
    if (left <= 1e-9 * Math.max(1, whole)) continue;
    own[column] = Math.sqrt(left);
    for (let row = column + 1; row < root.length; row += 1) {
      const other = root[row];
      if (other) other[column] = ((square[row]?.[column] ?? 0) - inner(other, own, column)) / (own[column] ?? 1);
    }
  }
  return root;
}

type Drawn = { total: Readonly<Float64Array>; sessions: number; seed: number };

/** Gives new sums at every call, always into the same array. */
export function drawFromLimit(patterns: readonly Pattern[], { total, sessions, seed }: Drawn): () => Float64Array {
  const root = rootOf(covarianceOf(patterns, total, sessions));
  const random = seededNormal(seed);
  const [normal, sums] = [new Float64Array(total.length), new Float64Array(total.length)];
  return () => {
    for (let place = 0; place < normal.length; place += 1) normal[place] = random();
    for (const [row, cells] of root.entries()) {
      let sum = total[row] ?? 0;
      for (let column = 0; column <= row; column += 1) sum += (cells[column] ?? 0) * (normal[column] ?? 0);
      sums[row] = sum;
    }
    return sums;
  };
}
