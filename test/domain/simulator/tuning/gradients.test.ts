import { expect, test } from "vitest";
import { seededRandom } from "#app/domain/simulator/seeded-random.ts";
import {
  createAdapter,
  gradientsOf,
  mergeAdapter,
  type Adapter,
} from "#app/domain/simulator/tuning/network/adapter.ts";
import { backward, createPass, forward, lossOf } from "#app/domain/simulator/tuning/network/gradients.ts";
import { copyNetwork, createNetwork, type Network } from "#app/domain/simulator/tuning/network/network.ts";
import { lift } from "#app/domain/simulator/tuning/tasks.ts";

const sizes = [7, 9, 6, 4];
const points = [lift({ x: 0.31, y: -0.72 }), lift({ x: -0.55, y: 0.18 }), lift({ x: 0.9, y: 0.64 })];

/** A network, and an adapter whose B is no longer zero, as in the middle of training. */
function trained(seed: number): { network: Network; adapter: Adapter } {
  const random = seededRandom(seed);
  const network = createNetwork(sizes, random);
  const adapter = createAdapter(network, { rank: 2, alpha: 3 }, random);
  for (const { up } of adapter.layers) up.set(Float64Array.from(up, () => random() - 0.5));
  return { network, adapter };
}

function totalLoss(network: Network, adapter: Adapter | null): number {
  const pass = createPass(network, adapter);
  return points.reduce((sum, point, index) => sum + lossOf(pass, forward(pass, point), index), 0);
}

/** The loss's slope along each number, by a small step to either side. */
function slopes(parameters: Float64Array, loss: () => number): number[] {
  const step = 1e-6;
  return Array.from(parameters, (value, index) => {
    parameters[index] = value + step;
    const above = loss();
    parameters[index] = value - step;
    const below = loss();
    parameters[index] = value;
    return (above - below) / (2 * step);
  });
}

/** The largest difference between the gradients and what was measured, in shares of the largest slope. */
function errorOf(gradients: Float64Array, measured: readonly number[]): number {
  const differences = measured.map((slope, index) => Math.abs(slope - (gradients[index] ?? 0)));
  return Math.max(...differences) / Math.max(...measured.map(Math.abs));
}

test("the gradients of all weights and biases are the slopes of the loss", () => {
  for (const seed of [1, 2, 3]) {
    const { network } = trained(seed);
    const gradients = copyNetwork(network);
    gradients.parameters.fill(0);
    const pass = createPass(network, null);
    points.forEach((point, index) => {
      lossOf(pass, forward(pass, point), index);
      backward(pass, index, { network: gradients });
    });
    const measured = slopes(network.parameters, () => totalLoss(network, null));
    expect(errorOf(gradients.parameters, measured)).toBeLessThan(1e-7);
  }
});

test("the gradients of an adapter are the slopes of the loss, and its base gets none", () => {
  for (const seed of [1, 2, 3]) {
    const { network, adapter } = trained(seed);
    const before = network.parameters.slice();
    const gradients = gradientsOf(network, adapter);
    gradients.parameters.fill(0);
    const pass = createPass(network, adapter);
    points.forEach((point, index) => {
      lossOf(pass, forward(pass, point), index);
      backward(pass, index, { adapter: gradients });
    });
    const measured = slopes(adapter.parameters, () => totalLoss(network, adapter));
    expect(errorOf(gradients.parameters, measured)).toBeLessThan(1e-7);
    expect(network.parameters).toEqual(before);
  }
});

test("an adapter that was not trained yet changes nothing", () => {
  const random = seededRandom(4);
  const network = createNetwork(sizes, random);
  const adapter = createAdapter(network, { rank: 3, alpha: 8 }, random);
  for (const point of points) {
    const bare = forward(createPass(network, null), point);
    expect(forward(createPass(network, adapter), point)).toEqual(bare);
  }
});

test("an adapter worked into the weights says what the adapter beside them says", () => {
  for (const seed of [5, 6, 7]) {
    const { network, adapter } = trained(seed);
    const merged = createPass(mergeAdapter(network, adapter), null);
    const beside = createPass(network, adapter);
    for (const point of points) {
      const [one, other] = [forward(merged, point), forward(beside, point)];
      one.forEach((score, index) => expect(score).toBeCloseTo(other[index] ?? Number.NaN, 10));
      expect([...one]).not.toEqual([...forward(createPass(network, null), point)]);
    }
  }
});
