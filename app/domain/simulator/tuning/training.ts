/**
 * Training by gradient descent on small batches, of all weights or of an adapter alone, as a generator: after every
 * stretch of steps it yields a point of the curves, so that a page can draw them as they grow and others get their turn.
 */
import type { Random } from "../seeded-random.ts";
import { createAdam } from "./network/adam.ts";
import { gradientsOf, type Adapter } from "./network/adapter.ts";
import { measure } from "./evaluation.ts";
import { backward, createPass, forward, lossOf, type Gradients, type Pass } from "./network/gradients.ts";
import { addScaled } from "./network/matrix.ts";
import { copyNetwork, type Network } from "./network/network.ts";
import type { Example } from "./tasks.ts";

export type CurvePoint = {
  step: number;
  trainingLoss: number;
  trainingAccuracy: number;
  /** Of messages of the same task that were not trained on. */
  heldOutLoss: number;
  heldOutAccuracy: number;
  /** Of the general rule, outside the district. */
  generalAccuracy: number;
};

/** Training that left the ground: the loss of one batch grew to a multiple of what it was at the start. */
export type Divergence = { step: number; loss: number | null; startLoss: number };

export type Sets = { training: readonly Example[]; heldOut: readonly Example[]; general: readonly Example[] };

export type Training = {
  network: Network;
  /** Trained alone, with the network frozen; null to train the network itself. */
  adapter: Adapter | null;
  sets: Sets;
  /** Mixed into the batches, so many from 0 to 1. */
  mixed: { examples: readonly Example[]; share: number };
  steps: number;
  rate: number;
  random: Random;
};

export const batchSize = 32;
const points = 25;
const divergedAbove = 4;
/** So many training examples tell the training loss. */
const judgedExamples = 150;

export function* train(training: Training): Generator<CurvePoint, Divergence | null> {
  const { network, adapter, steps, rate } = training;
  const pass = createPass(network, adapter);
  const gradients: Gradients = adapter ? { adapter: gradientsOf(network, adapter) } : { network: copyNetwork(network) };
  const gathered = "adapter" in gradients ? gradients.adapter.parameters : gradients.network.parameters;
  const trained = (adapter ?? network).parameters;
  const adam = createAdam(trained.length);
  const every = Math.max(1, Math.floor(steps / points));
  let startLoss: number | null = null;
  yield judge(pass, training.sets, 0);
  for (let step = 1; step <= steps; step += 1) {
    gathered.fill(0);
    const loss = gatherBatch(pass, gradients, training);
    startLoss ??= loss;
    if (!(loss <= divergedAbove * startLoss)) {
      return { step, loss: Number.isFinite(loss) ? loss : null, startLoss };
    }
    addScaled(gathered, gathered, 1 / batchSize - 1);
    adam.step(trained, gathered, rate);
    if (step % every === 0 || step === steps) yield judge(pass, training.sets, step);
  }
  return null;
}

/** Adds up the gradients of one batch and gives its mean loss. */
function gatherBatch(pass: Pass, gradients: Gradients, { sets, mixed, random }: Training): number {
  let loss = 0;
  for (let drawn = 0; drawn < batchSize; drawn += 1) {
    const from = random() < mixed.share ? mixed.examples : sets.training;
    const example = from[Math.floor(random() * from.length)];
    if (!example) throw new RangeError("There is no example to train on.");
    loss += lossOf(pass, forward(pass, example.features), example.desk);
    backward(pass, example.desk, gradients);
  }
  return loss / batchSize;
}

function judge(pass: Pass, { training, heldOut, general }: Sets, step: number): CurvePoint {
  const seen = measure(pass, training.slice(0, judgedExamples));
  const unseen = measure(pass, heldOut);
  return {
    step,
    trainingLoss: seen.loss,
    trainingAccuracy: seen.accuracy,
    heldOutLoss: unseen.loss,
    heldOutAccuracy: unseen.accuracy,
    generalAccuracy: measure(pass, general).accuracy,
  };
}
