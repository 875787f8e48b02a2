/**
 * One pass through the network and back. Forward gives the scores of the answers; backward adds to the gradients of the
 * cross-entropy loss of one example, by the chain rule, of the weights or of the adapter alone, whichever is trained.
 */
import { expOfNegative, logFromOne } from "./exponential.ts";
import { addOuter, addProduct, addScaled, setProduct, addTransposed, largest, type Vector } from "./matrix.ts";
import type { Adapter } from "./adapter.ts";
import type { Network } from "./network.ts";

/** What one pass leaves in each layer; reused from example to example. */
type Trace = { input: Vector; output: Vector; squeezed: Vector; error: Vector; squeezedError: Vector };
export type Pass = { network: Network; adapter: Adapter | null; traces: Trace[]; shares: Vector };

export function createPass(network: Network, adapter: Adapter | null): Pass {
  const rank = adapter?.rank ?? 0;
  const traces = network.layers.map(({ inputs, outputs }) => ({
    input: new Float64Array(inputs),
    output: new Float64Array(outputs),
    squeezed: new Float64Array(rank),
    error: new Float64Array(outputs),
    squeezedError: new Float64Array(rank),
  }));
  return { network, adapter, traces, shares: new Float64Array(network.layers.at(-1)?.outputs ?? 0) };
}

/** The network's scores for one lifted point; valid until the next pass. */
export function forward({ network, adapter, traces }: Pass, features: Vector): Vector {
  let current = features;
  network.layers.forEach((layer, index) => {
    const trace = traces[index];
    if (!trace) return;
    trace.input = current;
    const { output, squeezed } = trace;
    output.set(layer.biases);
    addProduct(output, layer.weights, current);
    const added = adapter?.layers[index];
    if (adapter && added) {
      setProduct(squeezed, { matrix: added.down, input: current, scale: adapter.scale });
      addProduct(output, added.up, squeezed);
    }
    if (index < network.layers.length - 1) rectify(output);
    current = output;
  });
  return current;
}

function rectify(values: Vector): void {
  for (let index = 0; index < values.length; index += 1) if (!((values[index] ?? 0) > 0)) values[index] = 0;
}

/** Turns scores into shares that sum to one and gives the loss: minus the logarithm of the wanted answer's share. */
export function lossOf({ shares }: Pass, scores: Vector, wanted: number): number {
  const top = scores[largest(scores)] ?? 0;
  let sum = 0;
  for (let index = 0; index < scores.length; index += 1) {
    const share = expOfNegative((scores[index] ?? 0) - top);
    shares[index] = share;
    sum += share;
  }
  for (let index = 0; index < shares.length; index += 1) shares[index] = (shares[index] ?? 0) / sum;
  return logFromOne(sum) - ((scores[wanted] ?? 0) - top);
}

/** Where gradients gather; it has the form of what is trained. */
export type Gradients = { network: Network } | { adapter: Adapter };

/** Adds the gradients of one example; its forward pass and its loss must come just before. */
export function backward(pass: Pass, wanted: number, gradients: Gradients): void {
  const last = pass.traces.at(-1);
  if (!last) return;
  last.error.set(pass.shares);
  last.error[wanted] = (last.error[wanted] ?? 0) - 1;
  for (let index = pass.traces.length - 1; index >= 0; index -= 1) {
    squeezeError(pass, index);
    gather(pass, index, gradients);
    passDown(pass, index);
  }
}

function squeezeError({ adapter, traces }: Pass, index: number): void {
  const trace = traces[index];
  const added = adapter?.layers[index];
  if (!adapter || !trace || !added) return;
  trace.squeezedError.fill(0);
  addTransposed(trace.squeezedError, added.up, trace.error, adapter.scale);
}

function gather({ traces }: Pass, index: number, gradients: Gradients): void {
  const trace = traces[index];
  if (!trace) return;
  if ("network" in gradients) {
    const into = gradients.network.layers[index];
    if (!into) return;
    addOuter(into.weights, trace.error, trace.input);
    addScaled(into.biases, trace.error);
  } else {
    const into = gradients.adapter.layers[index];
    if (!into) return;
    addOuter(into.up, trace.error, trace.squeezed);
    addOuter(into.down, trace.squeezedError, trace.input);
  }
}

/** The error of the layer below; a unit that was silent has no part in it. */
function passDown({ network, adapter, traces }: Pass, index: number): void {
  const trace = traces[index];
  const below = traces[index - 1];
  const layer = network.layers[index];
  if (!trace || !below || !layer) return;
  below.error.fill(0);
  addTransposed(below.error, layer.weights, trace.error);
  const added = adapter?.layers[index];
  if (added) addTransposed(below.error, added.down, trace.squeezedError);
  for (let at = 0; at < below.error.length; at += 1) if (below.output[at] === 0) below.error[at] = 0;
}
