/**
 * Low-rank adaptation: beside the frozen weights W of a layer stands the product of two thin matrices, and the layer
 * says W·x + (alpha / rank) · B·A·x (Hu and others, "LoRA: Low-Rank Adaptation of Large Language Models", 2021).
 */
import type { Random } from "../../seeded-random.ts";
import { addOuter, type Vector } from "./matrix.ts";
import { copyNetwork, fillEvenly, type Network } from "./network.ts";

/** `down` is A, rank by inputs; `up` is B, outputs by rank. */
export type LayerAdapter = { down: Vector; up: Vector };
export type Adapter = { layers: readonly LayerAdapter[]; parameters: Vector; rank: number; scale: number };

/** An adapter on every layer. B starts at zero, so that it changes nothing yet. */
export function createAdapter(
  network: Network,
  { rank, alpha }: { rank: number; alpha: number },
  random: Random,
): Adapter {
  const count = network.layers.reduce((sum, { inputs, outputs }) => sum + rank * (inputs + outputs), 0);
  const parameters = new Float64Array(count);
  const scale = alpha / rank;
  let at = 0;
  const layers = network.layers.map(({ inputs, outputs }) => {
    const down = parameters.subarray(at, at + rank * inputs);
    const up = parameters.subarray(at + rank * inputs, at + rank * (inputs + outputs));
    at += rank * (inputs + outputs);
    fillEvenly(down, Math.sqrt(3 / inputs), random);
    return { down, up };
  });
  return { layers, parameters, rank, scale };
}

/** An empty place of the same form, where gradients gather. */
export function gradientsOf(network: Network, adapter: Adapter): Adapter {
  return createAdapter(network, { rank: adapter.rank, alpha: 0 }, () => 0.5);
}

/** The network with the adapter worked into its weights: one network, and no longer two parts to swap. */
export function mergeAdapter(network: Network, adapter: Adapter): Network {
  const merged = copyNetwork(network);
  merged.layers.forEach(({ weights, inputs, outputs }, index) => {
    const added = adapter.layers[index];
    if (!added) return;
    for (let rank = 0; rank < adapter.rank; rank += 1) {
      const column = Float64Array.from({ length: outputs }, (_, row) => added.up[row * adapter.rank + rank] ?? 0);
      addOuter(weights, column, added.down.subarray(rank * inputs, (rank + 1) * inputs), adapter.scale);
    }
  });
  return merged;
}
