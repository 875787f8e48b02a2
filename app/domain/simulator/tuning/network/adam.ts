/** Gradient descent with Adam's two running means (Kingma and Ba, 2014), at their usual settings. */
import type { Vector } from "./matrix.ts";

export type Adam = { step: (parameters: Vector, gradients: Vector, rate: number) => void };

const [keepMean, keepSquare, nearZero] = [0.9, 0.999, 1e-8];

export function createAdam(length: number): Adam {
  const [means, squares] = [new Float64Array(length), new Float64Array(length)];
  let [meanLeft, squareLeft] = [1, 1];
  return {
    step(parameters, gradients, rate) {
      meanLeft *= keepMean;
      squareLeft *= keepSquare;
      const [unbiasedMean, unbiasedSquare] = [1 / (1 - meanLeft), 1 / (1 - squareLeft)];
      for (let index = 0; index < length; index += 1) {
        const gradient = gradients[index] ?? 0;
        const mean = keepMean * (means[index] ?? 0) + (1 - keepMean) * gradient;
        const square = keepSquare * (squares[index] ?? 0) + (1 - keepSquare) * gradient * gradient;
        means[index] = mean;
        squares[index] = square;
        const change = (mean * unbiasedMean) / (Math.sqrt(square * unbiasedSquare) + nearZero);
        parameters[index] = (parameters[index] ?? 0) - rate * change;
      }
    },
  };
}
