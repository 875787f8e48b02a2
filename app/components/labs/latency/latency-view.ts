import type { ReactNode } from "react";
import type { Values } from "#app/domain/simulator/input.ts";
import type { Computed } from "#app/domain/simulator/preset.ts";
import { numberWords } from "../amount.ts";

/** What a view has to show: the inputs in force, what they compute, and drawn totals where the model draws. */
export type LatencyShown = { values: Values; computed: Computed; totals: Float64Array | null };

/** How one latency model is told and drawn. */
export type LatencyView = {
  tab: string;
  /** The inputs that stand first. */
  first: readonly string[];
  note: string;
  /** The answer in a sentence or two. */
  answer: (shown: LatencyShown) => string;
  Chart: (shown: LatencyShown) => ReactNode;
  Further: (shown: LatencyShown) => ReactNode;
};

/** The value of a line of the model. */
export function valueOf({ computed: { lines } }: LatencyShown, id: string): number {
  const line = lines.find((each) => each.id === id);
  if (!line) throw new Error(`The model has no line ${id}.`);
  return line.value;
}

export const msWords = (ms: number) => `${numberWords(ms >= 100 ? Math.round(ms) : Number(ms.toPrecision(3)))} ms`;

export const percentWords = (share: number) => `${numberWords(Number((100 * share).toFixed(1)))} %`;
