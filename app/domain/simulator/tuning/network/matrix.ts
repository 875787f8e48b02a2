/**
 * The few operations on rows of numbers that a small network needs. A matrix is stored row by row; its size follows
 * from the vectors beside it. Only addition, multiplication, division and square roots are used, which every machine
 * that follows IEEE 754 does alike, so that a training run is the same to the last bit in every browser.
 */
export type Vector = Float64Array;

/** out += matrix · input. Four sums at once: each would wait for its own last addition. */
export function addProduct(out: Vector, matrix: Vector, input: Vector): void {
  const columns = input.length;
  const inFours = columns - (columns % 4);
  for (let row = 0, at = 0; row < out.length; row += 1) {
    let first = out[row] ?? 0;
    let second = 0;
    let third = 0;
    let fourth = 0;
    let column = 0;
    for (; column < inFours; column += 4, at += 4) {
      first += (matrix[at] ?? 0) * (input[column] ?? 0);
      second += (matrix[at + 1] ?? 0) * (input[column + 1] ?? 0);
      third += (matrix[at + 2] ?? 0) * (input[column + 2] ?? 0);
      fourth += (matrix[at + 3] ?? 0) * (input[column + 3] ?? 0);
    }
    for (; column < columns; column += 1, at += 1) first += (matrix[at] ?? 0) * (input[column] ?? 0);
    out[row] = first + second + (third + fourth);
  }
}

/** out = scale · matrix · input */
export function setProduct(
  out: Vector,
  { matrix, input, scale }: { matrix: Vector; input: Vector; scale: number },
): void {
  out.fill(0);
  addProduct(out, matrix, input);
  for (let index = 0; index < out.length; index += 1) out[index] = scale * (out[index] ?? 0);
}

/** out += scale · matrixᵀ · input */
export function addTransposed(out: Vector, matrix: Vector, input: Vector, scale = 1): void {
  const columns = out.length;
  for (let row = 0; row < input.length; row += 1) {
    const factor = scale * (input[row] ?? 0);
    if (factor === 0) continue;
    const start = row * columns;
    for (let column = 0; column < columns; column += 1) {
      out[column] = (out[column] ?? 0) + factor * (matrix[start + column] ?? 0);
    }
  }
}

/** matrix += scale · left · rightᵀ */
export function addOuter(matrix: Vector, left: Vector, right: Vector, scale = 1): void {
  const columns = right.length;
  for (let row = 0; row < left.length; row += 1) {
    const factor = scale * (left[row] ?? 0);
    if (factor === 0) continue;
    const start = row * columns;
    for (let column = 0; column < columns; column += 1) {
      matrix[start + column] = (matrix[start + column] ?? 0) + factor * (right[column] ?? 0);
    }
  }
}

export function addScaled(out: Vector, input: Vector, scale = 1): void {
  for (let index = 0; index < out.length; index += 1) out[index] = (out[index] ?? 0) + scale * (input[index] ?? 0);
}

/** The place of the largest number; the first of equals. */
export function largest(values: Vector): number {
  let best = 0;
  for (let index = 1; index < values.length; index += 1) {
    if ((values[index] ?? 0) > (values[best] ?? 0)) best = index;
  }
  return best;
}
