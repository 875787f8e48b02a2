/**
 * What a tuned model costs beside its tokens: training runs, how often they recur (S0:34, S0:42), and the hours that the
 * study leaves out of its table (S0:42).
 */
import type { InputSpec } from "../../input.ts";

/** Once a week, in runs a month: the most often that S0:42 speaks of. */
export const weeklyRetrains = 52 / 12;

/** The upper end of the printed training cost (S0:34, S0:42), in dollars a run. */
export const dearestRunUsd = 2400;

export const trainingInputs = {
  trainingRunUsd: {
    label: "One training run",
    unit: "USD/run",
    default: 800,
    min: 0,
    max: 1e7,
    source: "S0:34",
    conflicts: [
      { value: 3, says: "$3 to $5 of GPU time a run; preparing the examples is the real expense", source: "S0:159" },
      { value: 8, says: "one million training tokens at $8.00", source: "S2:93" },
      { value: 10_000, says: "$100 to $10,000 and more of compute", source: "S2:66" },
    ],
    spread: { low: 800, high: dearestRunUsd, source: "S0:34" },
  },
  retrainsPerMonth: {
    label: "Training again",
    unit: "runs/month",
    default: 0,
    min: 0,
    max: 1000,
    source: "S0:42",
    basis: "the printed total has no retraining in it",
    conflicts: [
      { value: 1, says: "data that change every month", source: "S0:42" },
      { value: weeklyRetrains, says: "data that change every week", source: "S0:42" },
    ],
  },
  upkeepHoursPerMonth: {
    label: "Engineering on the training pipeline",
    unit: "hours/month",
    default: 0,
    min: 0,
    max: 10_000,
    source: "S0:42",
    basis: "named and left out by the study",
  },
  usdPerHour: { label: "An hour of work", unit: "USD/hour", default: 50, min: 0, max: 10_000, source: "S2:96" },
} as const satisfies Record<string, InputSpec>;

export type TrainingValues = Record<keyof typeof trainingInputs, number>;

/** Dollars a month for training again and for the people who look after it. */
export function upkeepUsd(values: TrainingValues): number {
  return values.retrainsPerMonth * values.trainingRunUsd + values.upkeepHoursPerMonth * values.usdPerHour;
}
