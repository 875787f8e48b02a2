/**
 * The whole experiment: a base network learns task A; from there one customer's convention is learned twice, by changing
 * all weights and by training an adapter beside frozen ones; and a second customer gets an adapter on the same base.
 * All of it follows from the inputs.
 */
import { seededRandom } from "../seeded-random.ts";
import { createAdapter, type Adapter } from "./network/adapter.ts";
import { drawCollections, type Collections } from "./collections.ts";
import { copyNetwork, createNetwork, type Network } from "./network/network.ts";
import { deskCount, lift, type Customer } from "./tasks.ts";
import { train, type CurvePoint, type Divergence, type Training } from "./training.ts";
import type { TuningInputs } from "./tuning-inputs.ts";
import { answeringOf, armOf, type TuningResult } from "./tuning-result.ts";

/** `second` is the adapter of the second customer. */
export type Phase = "base" | "full" | "lora" | "second";
export type Progress = { phase: Phase; steps: number; point: CurvePoint };

/** The base follows from the seed alone: keep it to spare its training. */
export type Base = { seed: number; network: Network; collections: Collections };

const hiddenUnits = 48;
const layerSizes = [lift({ x: 0, y: 0 }).length, hiddenUnits, hiddenUnits, deskCount];
export const baseSteps = 1500;
const baseRate = 0.003;

/** Each use of chance has a stream of its own, so that turning one knob does not shake another. */
const streamOf = (seed: number, use: number) => seededRandom(seed * 8 + use);

export function* trainBase(seed: number): Generator<Progress, Base> {
  const collections = drawCollections(streamOf(seed, 0));
  const network = createNetwork(layerSizes, streamOf(seed, 1));
  const unseen = { heldOut: collections.unseenGeneral.first, general: collections.unseenGeneral.first };
  yield* follow("base", {
    network,
    adapter: null,
    sets: { training: collections.general, ...unseen },
    mixed: { examples: [], share: 0 },
    steps: baseSteps,
    rate: baseRate,
    random: streamOf(seed, 2),
  });
  return { seed, network, collections };
}

export function* runTuning(inputs: TuningInputs, base: Base): Generator<Progress, TuningResult> {
  const { network, collections } = base;
  const tuned = copyNetwork(network);
  const full = yield* tune("full", { base, inputs, customer: "first", network: tuned, adapter: null });
  const { rank, alpha } = inputs;
  const adapterBy = (use: number) => createAdapter(network, { rank, alpha }, streamOf(base.seed, use));
  const adapters = { first: adapterBy(4), second: adapterBy(5) };
  const lora = yield* tune("lora", { base, inputs, customer: "first", network, adapter: adapters.first });
  yield* tune("second", { base, inputs, customer: "second", network, adapter: adapters.second });
  const customers = [null, "first", "second"] as const;
  return {
    inputs,
    weights: network.parameters.length,
    full: { ...full, ...armOf(tuned, null) },
    lora: { ...lora, ...armOf(network, adapters.first) },
    answering: customers.map((customer) =>
      answeringOf(network, { customer, adapter: customer && adapters[customer], collections }),
    ),
  };
}

type Tuning = { base: Base; inputs: TuningInputs; customer: Customer; network: Network; adapter: Adapter | null };

/** Both ways of tuning are given the same examples in the same order. */
function tune(phase: Phase, { base, inputs, customer, network, adapter }: Tuning) {
  const { convention, unseenConvention, unseenGeneral, mixable } = base.collections;
  return follow(phase, {
    network,
    adapter,
    sets: {
      training: convention[customer].slice(0, inputs.examples),
      heldOut: unseenConvention[customer],
      general: unseenGeneral[customer],
    },
    mixed: { examples: mixable[customer], share: inputs.general / 100 },
    steps: inputs.steps,
    rate: inputs.rate,
    random: streamOf(base.seed, 3),
  });
}

type Followed = { curve: CurvePoint[]; diverged: Divergence | null };

function* follow(phase: Phase, training: Training): Generator<Progress, Followed> {
  const curve: CurvePoint[] = [];
  const points = train(training);
  for (let next = points.next(); ; next = points.next()) {
    if (next.done) return { curve, diverged: next.value };
    curve.push(next.value);
    yield { phase, steps: training.steps, point: next.value };
  }
}
