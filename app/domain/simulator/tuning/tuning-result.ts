/** What a run of the whole experiment comes to, as plain data that a page can show and a worker can send. */
import { createPass } from "./network/gradients.ts";
import type { Adapter } from "./network/adapter.ts";
import type { Collections } from "./collections.ts";
import { answersOf, measure } from "./evaluation.ts";
import { fingerprintOf, type Network } from "./network/network.ts";
import type { Customer } from "./tasks.ts";
import type { CurvePoint, Divergence } from "./training.ts";
import type { TuningInputs } from "./tuning-inputs.ts";

/** One way of learning the first customer's convention. */
export type Arm = {
  curve: CurvePoint[];
  diverged: Divergence | null;
  /** How many numbers were trained. */
  trained: number;
  /** The desk in each cell of the map. */
  answers: string;
  /** Of the base's weights, afterwards. */
  fingerprint: string;
};

/** What the base answers with one customer's adapter or with none, and its weights at that moment. */
export type Answering = {
  adapter: Customer | null;
  fingerprint: string;
  answers: string;
  /** Shares of right answers: by the general rule outside both districts, and by each convention inside its own. */
  general: number;
  first: number;
  second: number;
};

export type TuningResult = {
  inputs: TuningInputs;
  /** Weights and biases of the base network. */
  weights: number;
  full: Arm;
  lora: Arm;
  answering: Answering[];
};

export function armOf(network: Network, adapter: Adapter | null): Pick<Arm, "trained" | "answers" | "fingerprint"> {
  return {
    trained: (adapter ?? network).parameters.length,
    answers: answersOf(createPass(network, adapter)),
    fingerprint: fingerprintOf(network),
  };
}

type Asked = { customer: Customer | null; adapter: Adapter | null; collections: Collections };

export function answeringOf(network: Network, { customer, adapter, collections }: Asked): Answering {
  const pass = createPass(network, adapter);
  return {
    adapter: customer,
    answers: answersOf(pass),
    general: measure(pass, collections.unseenOutsideBoth).accuracy,
    first: measure(pass, collections.unseenConvention.first).accuracy,
    second: measure(pass, collections.unseenConvention.second).accuracy,
    fingerprint: fingerprintOf(network),
  };
}
