/**
 * A small network of fully connected layers: a lifted point in, hidden layers of rectified units, one score for each
 * answer out. All its numbers lie in one row, so that an optimiser and a fingerprint need not know its shape.
 */
import type { Random } from "../../seeded-random.ts";
import type { Vector } from "./matrix.ts";

export type Layer = { inputs: number; outputs: number; weights: Vector; biases: Vector };

/** All weights and biases lie in `parameters`; the layers are windows on it. */
export type Network = { layers: readonly Layer[]; parameters: Vector };

const sizeOf = ({ inputs, outputs }: { inputs: number; outputs: number }) => (inputs + 1) * outputs;

function windowsOn(parameters: Vector, sizes: readonly number[]): Layer[] {
  let at = 0;
  return sizes.slice(1).map((outputs, index) => {
    const inputs = sizes[index] ?? 0;
    const weights = parameters.subarray(at, at + inputs * outputs);
    const biases = parameters.subarray(at + inputs * outputs, at + (inputs + 1) * outputs);
    at += (inputs + 1) * outputs;
    return { inputs, outputs, weights, biases };
  });
}

const sizesOf = (network: Network): number[] => [
  ...network.layers.map(({ inputs }) => inputs),
  network.layers.at(-1)?.outputs ?? 0,
];

/** Weights drawn evenly with the variance that rectified units keep (He and others, 2015); biases at zero. */
export function createNetwork(sizes: readonly number[], random: Random): Network {
  const count = sizes.slice(1).reduce((sum, outputs, index) => sum + sizeOf({ inputs: sizes[index] ?? 0, outputs }), 0);
  const parameters = new Float64Array(count);
  const layers = windowsOn(parameters, sizes);
  for (const { weights, inputs } of layers) fillEvenly(weights, Math.sqrt(6 / inputs), random);
  return { layers, parameters };
}

export function copyNetwork(network: Network): Network {
  const parameters = network.parameters.slice();
  return { layers: windowsOn(parameters, sizesOf(network)), parameters };
}

export function fillEvenly(values: Vector, limit: number, random: Random): void {
  for (let index = 0; index < values.length; index += 1) values[index] = (2 * random() - 1) * limit;
}

/** Eight hexadecimal digits of all weights, to the last bit (Fowler, Noll and Vo's hash of 32 bits). */
export function fingerprintOf({ parameters }: Network): string {
  let hash = 0x811c9dc5;
  for (const byte of new Uint8Array(parameters.buffer, parameters.byteOffset, parameters.byteLength)) {
    hash = Math.imul(hash ^ byte, 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, "0");
}
